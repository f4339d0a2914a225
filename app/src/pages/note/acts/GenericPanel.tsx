import { ActForm } from "../../../acts/ActForm.tsx";
import { ACT_TITLES } from "../../../acts/actNames.ts";
import { PlanView } from "../../../acts/PlanView.tsx";
import { TransactionButton } from "../../../acts/TransactionButton.tsx";
import type { PanelProps } from "./panel.ts";
import { isSignable, SignInstead } from "./SignInstead.tsx";
import { useActPanel } from "./useActPanel.ts";

/** The form of any act, by its options, with what it comes to. */
export function GenericPanel(props: PanelProps) {
  const { act, chain, note } = props;
  const panel = useActPanel(props, act === "transfer" && note.consent !== null ? { to: note.consent.to } : {});
  const { fields, values, change, planned, waitsFor, parties, subject, onDone, attempt, written } = panel;
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <ActForm fields={fields} values={values} note={note} onChange={change} />
        <PlanView state={planned.state} waitsFor={waitsFor} />
        <TransactionButton
          key={attempt}
          chain={chain}
          subject={subject}
          planned={planned}
          parties={parties}
          label={ACT_TITLES[act]}
          onDone={onDone}
        />
      </form>
      {isSignable(act) ? <SignInstead {...props} act={act} written={waitsFor === null ? written : null} /> : null}
    </>
  );
}
