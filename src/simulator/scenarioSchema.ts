import * as z from "zod";

import { parseExact } from "../math/decimal.ts";
import { ownDate, text } from "../terms/fields.ts";

const UINT64_MAX = 2n ** 64n - 1n;
const MOST_NAME_BYTES = 31;

/** Facts that can be reported, in the order the contracts number them. */
export const FACT_KINDS = [
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "judgment",
] as const;

/** Kinds of charges, in the order the contracts number them. */
export const CHARGE_KINDS = ["lateFee", "collectionCost"] as const;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => `${JSON.stringify(input)} is not a time of day (HH:MM)`,
});

const amount = checked((value) => void parseExact(value));

const amountOrAll = checked((value) => {
  if (value !== "all") parseExact(value);
});

const factName = checked((value) => {
  const bytes = Buffer.byteLength(value);
  if (bytes < 1 || bytes > MOST_NAME_BYTES) {
    throw new RangeError(`"${value}" has ${bytes} bytes; a name has 1 to ${MOST_NAME_BYTES}`);
  }
});

const ratio = checked((value) => {
  const match = /^(\d+):(\d+)$/.exec(value);
  if (match === null) throw new RangeError(`"${value}" is not a ratio of whole numbers such as "3:2"`);
  if (match.slice(1).some((number) => BigInt(number) > UINT64_MAX)) {
    throw new RangeError(`"${value}" has a number above ${UINT64_MAX}`);
  }
});

const control = z.strictObject({ controller: text, controlled: text });

/** The fields that each act has of its own. */
const ACTS = {
  convert: { principal: amountOrAll, charges: amountOrAll.optional() },
  pay: { amount: amountOrAll },
  acknowledge: { amount: amountOrAll },
  permitPrepayment: { until: ownDate },
  demand: {},
  consent: { to: text, until: ownDate },
  revokeConsent: {},
  transfer: { to: text },
  assign: { to: text },
  report: { fact: z.enum(FACT_KINDS), occurred: ownDate.optional(), name: factName.optional() },
  cure: { name: factName, occurred: ownDate.optional() },
  waive: { name: factName },
  charge: { kind: z.enum(CHARGE_KINDS), amount },
  release: {},
  split: { ratio },
  distribute: { ratio },
  control: control.shape,
  uncontrol: control.shape,
  look: {},
} as const satisfies Record<string, z.ZodRawShape>;

/** An act, by its name in a scenario. */
export type ActName = keyof typeof ACTS;

const moment = { on: ownDate, at: timeOfDay.optional(), by: text.optional(), refused: z.boolean().optional() };

function step<Name extends ActName>(name: Name) {
  return z.strictObject({ ...moment, do: z.literal(name), ...ACTS[name] });
}

const stepSchema = z.discriminatedUnion(
  "do",
  [
    step("convert"),
    step("pay"),
    step("acknowledge"),
    step("permitPrepayment"),
    step("demand"),
    step("consent"),
    step("revokeConsent"),
    step("transfer"),
    step("assign"),
    step("report"),
    step("cure"),
    step("waive"),
    step("charge"),
    step("release"),
    step("split"),
    step("distribute"),
    step("control"),
    step("uncontrol"),
    step("look"),
  ],
  {
    error: ({ input }) => {
      if (typeof input !== "object" || input === null) return undefined;
      const { do: act } = input as { do?: unknown };
      const complaint = act === undefined ? "missing" : `${JSON.stringify(act)} is no act`;
      return `${complaint}; use one of ${Object.keys(ACTS).join(", ")}`;
    },
  },
);

/** One step of a timeline. */
export type Step = z.infer<typeof stepSchema>;

/** A step that does a certain act. */
export type StepOf<Name extends ActName> = Extract<Step, { do: Name }>;

/** Who controls whom. */
export type Control = z.infer<typeof control>;

/** A scenario as it is written. Its term sheet is a path, or is checked by itself. */
export const scenarioSchema = z
  .strictObject({
    title: text,
    terms: z.union([text, z.record(z.string(), z.unknown())], {
      error: ({ input }) => (input === undefined ? "missing" : "is neither a path nor a term sheet"),
    }),
    control: z.array(control).optional(),
    timeline: z.array(stepSchema),
  })
  .check((context) => {
    // a day that is none can be compared with no other
    if (context.issues.length > 0) return;
    for (const [index, { on, at }] of context.value.timeline.entries()) {
      const before = context.value.timeline[index - 1];
      if (before === undefined) continue;
      const path = ["timeline", index];
      if (on < before.on) {
        refuse(context, [...path, "on"], `"${on}" goes back; the step before is on "${before.on}"`);
      } else if (on === before.on && hourOf(at) < hourOf(before.at)) {
        refuse(context, [...path, "at"], `"${hourOf(at)}" goes back; the step before is at "${hourOf(before.at)}"`);
      }
    }
  });

/** The local time at which a step is taken. */
export function hourOf(at: string | undefined): string {
  return at ?? "12:00";
}

/** A string that a reader accepts; what the reader throws is what is wrong with it. */
function checked(reader: (value: string) => void): z.ZodString {
  return z.string().check((context) => {
    try {
      reader(context.value);
    } catch (error) {
      refuse(context, [], (error as RangeError).message);
    }
  });
}

function refuse(context: z.core.ParsePayload, path: PropertyKey[], message: string): void {
  context.issues.push({ code: "custom", path, message, input: context.value });
}
