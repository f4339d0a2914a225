import { describeAct } from "allonge/acts";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";

import { ACT_TITLES } from "../../../acts/actNames.ts";
import { unavailable } from "../../../acts/availability.ts";
import { useLinked } from "../../../desk/usePagePath.ts";
import { ConvertPanel } from "./ConvertPanel.tsx";
import { GenericPanel } from "./GenericPanel.tsx";
import { PayPanel } from "./PayPanel.tsx";
import type { PanelProps } from "./panel.ts";

/** Reads term sheets, which takes much that no other act needs. */
const NovatePanel = lazy(async () => ({ default: (await import("./NovatePanel.tsx")).NovatePanel }));

/** One act: its name and why it is not to be had, and, once it is opened, its form. */
export function ActPanel(props: PanelProps) {
  const { act, note } = props;
  const body = useId();
  const isLinked = useLinked("act") === act;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isLinked) place.current?.scrollIntoView({ block: "start" });
  }, [isLinked]);
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = opened ?? isLinked;
  const reason = unavailable(act, note);
  return (
    <div ref={place} className="act" data-act={act}>
      <h4 id={headingOf(act)}>
        <button
          type="button"
          className="act-opener"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => {
            setOpened(!isOpen);
          }}
        >
          <span>{ACT_TITLES[act]}</span>
        </button>
      </h4>
      {reason === null ? null : <p className="act-reason muted">{reason}</p>}
      <div id={body} role="region" aria-labelledby={headingOf(act)} hidden={!isOpen} className="act-body">
        {isOpen ? (
          <>
            <p className="muted">{describeAct(act).summary}.</p>
            <Form {...props} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function Form(props: PanelProps) {
  switch (props.act) {
    case "convert":
      return <ConvertPanel {...props} />;
    case "pay":
      return <PayPanel {...props} />;
    case "novate":
      return (
        <Suspense fallback={<p role="status">Loading …</p>}>
          <NovatePanel {...props} />
        </Suspense>
      );
    default:
      return <GenericPanel {...props} />;
  }
}

/** @example headingOf("stock split") // "act-stock-split" */
function headingOf(act: PanelProps["act"]): string {
  return `act-${act.replace(" ", "-")}`;
}
