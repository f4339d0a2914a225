import { formatMoney } from "allonge";
import { useId } from "react";

import { groupedMoney } from "../../../kit/Money.tsx";
import { ActForm } from "../../../acts/ActForm.tsx";
import { PlanView } from "../../../acts/PlanView.tsx";
import { TransactionButton } from "../../../acts/TransactionButton.tsx";
import { amountLabel, unitsOf } from "./amountLabel.ts";
import { ConversionFigures } from "./ConversionFigures.tsx";
import type { PanelProps } from "./panel.ts";
import { useActPanel } from "./useActPanel.ts";

/** Conversion by the holder: how much of the principal, and what it comes to while that is chosen. */
export function ConvertPanel(props: PanelProps) {
  const { chain, note } = props;
  const panel = useActPanel(props);
  const { fields, values, change, planned, waitsFor, parties, subject, onDone, attempt } = panel;
  const { principal } = note.statement;
  const [first, ...others] = fields;
  const { decimals, symbol } = note.currency;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {first === undefined ? null : <ActForm fields={[first]} values={values} note={note} onChange={change} />}
      <Slider
        principal={principal}
        decimals={decimals}
        symbol={symbol}
        written={values["principal"]}
        onChange={(written) => {
          change("principal", written);
        }}
      />
      <details className="more">
        <summary>Charges, least shares, notice</summary>
        <ActForm fields={others} values={values} note={note} onChange={change} />
      </details>
      <ConversionFigures {...props} written={values} />
      <PlanView state={planned.state} waitsFor={waitsFor} isBrief />
      <TransactionButton
        key={attempt}
        chain={chain}
        subject={subject}
        planned={planned}
        parties={parties}
        label={amountLabel("Convert", values["principal"], note, `${groupedMoney(principal, decimals)} ${symbol}`)}
        onDone={onDone}
      />
    </form>
  );
}

interface SliderProps {
  readonly principal: bigint;
  readonly decimals: number;
  readonly symbol: string;
  readonly written: string | boolean | undefined;
  readonly onChange: (written: string) => void;
}

/** Chooses hundredths of the principal; the last of them is all of it. */
function Slider({ principal, decimals, symbol, written, onChange }: SliderProps) {
  const id = useId();
  const units = written === "all" ? principal : (unitsOf(written, decimals) ?? 0n);
  const capped = units > principal ? principal : units;
  const hundredths = principal === 0n ? 0 : Number((capped * 100n) / principal);
  return (
    <div className="field">
      <label htmlFor={id}>Part of the principal</label>
      <span className="field-input">
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={1}
          value={hundredths}
          aria-valuetext={`${String(hundredths)}%: ${groupedMoney(capped, decimals)} ${symbol}`}
          disabled={principal === 0n}
          onChange={({ target }) => {
            const chosen = BigInt(target.value);
            onChange(chosen === 100n ? "all" : formatMoney((principal * chosen) / 100n, decimals));
          }}
        />
        <output htmlFor={id}>{hundredths}%</output>
      </span>
    </div>
  );
}
