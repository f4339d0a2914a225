import type { NoteOnChain } from "allonge";
import type { WrittenOptions } from "allonge/acts";
import { useId } from "react";

import type { Field } from "./fields.ts";

/** What a form has been filled in with, by option. */
export type Values = Readonly<Record<string, string | boolean>>;

interface FormProps {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly note: NoteOnChain;
  readonly onChange: (name: string, value: string | boolean) => void;
}

/** The fields of an act. */
export function ActForm(props: FormProps) {
  const { fields } = props;
  const required = fields.filter(({ required: isRequired }) => isRequired);
  const others = fields.filter(({ required: isRequired }) => !isRequired);
  return (
    <>
      {required.map((field) => (
        <FormField key={field.name} {...props} field={field} />
      ))}
      {others.map((field) => (
        <FormField key={field.name} {...props} field={field} />
      ))}
    </>
  );
}

interface FieldProps extends Omit<FormProps, "fields"> {
  readonly field: Field;
}

/** One of them, by what it asks for. */
export function FormField({ field, values, note, onChange }: FieldProps) {
  const id = useId();
  const { name, label, hint, kind, required } = field;
  const value = values[name];
  const text = typeof value === "string" ? value : "";
  const say = (next: string | boolean) => {
    onChange(name, next);
  };
  if (kind === "flag") {
    return (
      <p className="field field-flag">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => {
            say(target.checked);
          }}
        />
        <label htmlFor={id}>{label}</label>
      </p>
    );
  }
  const common = {
    id,
    value: text,
    required,
    "aria-describedby": hint === "" ? undefined : `${id}-hint`,
    onChange: ({ target }: { target: { value: string } }) => {
      say(target.value);
    },
  };
  const choices = kind === "fact" ? factChoices(note) : field.choices;
  const isChoice = kind === "choice" || (kind === "fact" && choices.length > 0);
  return (
    <div className="field">
      <span className="field-head">
        <label id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        {required ? <span className="required">required</span> : null}
      </span>
      <span className="field-input">
        {isChoice ? (
          <select {...common}>
            <option value="">Choose …</option>
            {choices.map(([each, called]) => (
              <option key={each} value={each}>
                {called}
              </option>
            ))}
          </select>
        ) : (
          <input {...common} {...inputOf(kind)} list={kind === "address" ? `${id}-list` : undefined} />
        )}
        {kind === "money" ? <span className="unit">{note.currency.symbol}</span> : null}
        {field.hasMost ? (
          <button
            type="button"
            className="quiet small"
            aria-describedby={`${id}-label`}
            onClick={() => {
              say("all");
            }}
          >
            Max
          </button>
        ) : null}
      </span>
      {kind === "address" ? <Known id={`${id}-list`} note={note} /> : null}
      {hint === "" ? null : (
        <small id={`${id}-hint`} className="muted">
          {hint}
        </small>
      )}
    </div>
  );
}

/** Addresses that the note names, to be chosen from. */
function Known({ id, note }: { readonly id: string; readonly note: NoteOnChain }) {
  const { parties, consent } = note;
  const known = new Set([consent?.to, parties.maker, parties.obligor, parties.holder, parties.attestor]);
  return (
    <datalist id={id}>
      {[...known].map((address) => (address == null ? null : <option key={address} value={address} />))}
    </datalist>
  );
}

/** What the act is given of a form: sums without their grouping, texts without spaces around them. */
export function writtenFrom(fields: readonly Field[], values: Values): WrittenOptions {
  const written: Record<string, string | boolean> = {};
  for (const { name, kind } of fields) {
    const value = values[name];
    if (value === undefined) continue;
    const text = typeof value === "string" ? value.trim() : value;
    written[name] = typeof text === "string" && (kind === "money" || kind === "whole") ? ungrouped(text) : text;
  }
  return written;
}

/** What is still to be filled in. */
export function missingOf(fields: readonly Field[], values: Values): readonly Field[] {
  return fields.filter(({ name, required }) => required && (values[name] ?? "") === "");
}

/** @example ungrouped("100,000.50") // "100000.50" */
export function ungrouped(text: string): string {
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
}

function factChoices({ facts }: NoteOnChain): Field["choices"] {
  return facts.filter(({ open }) => open).map(({ name }) => [name, name]);
}

function inputOf(kind: Field["kind"]) {
  switch (kind) {
    case "day":
      return { type: "date" };
    case "money":
      return { type: "text", inputMode: "decimal", autoComplete: "off", className: "figure" } as const;
    case "whole":
      return { type: "text", inputMode: "numeric", autoComplete: "off", className: "figure" } as const;
    case "address":
      return { type: "text", autoComplete: "off", spellCheck: false, placeholder: "0x…", className: "address" };
    default:
      return { type: "text", autoComplete: "off" };
  }
}
