import * as z from "zod";

import { CHARGE_KINDS, REPORTED_FACTS } from "../chain/ordinals.ts";
import { parseExact } from "../math/decimal.ts";
import { ownDate, schemaReference, shares, text } from "../terms/fields.ts";

const UINT64_MAX = 2n ** 64n - 1n;
const MOST_NAME_BYTES = 31;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => `${JSON.stringify(input)} is not a time of day (HH:MM)`,
});

const amount = checked((value) => void parseExact(value), {
  pattern: "^(0|[1-9]\\d*)(\\.\\d+)?$",
  description: "Money in the currency, as a decimal string.",
});

const amountOrAll = checked(
  (value) => {
    if (value !== "all") parseExact(value);
  },
  {
    pattern: "^(all|(0|[1-9]\\d*)(\\.\\d+)?)$",
    description: 'Money in the currency, as a decimal string, or "all".',
  },
);

const factName = checked(
  (value) => {
    const bytes = Buffer.byteLength(value);
    if (bytes < 1 || bytes > MOST_NAME_BYTES) {
      throw new RangeError(`"${value}" has ${bytes} bytes; a name has 1 to ${MOST_NAME_BYTES}`);
    }
  },
  { description: "Name of a fact, of 1 to 31 bytes." },
);

const ratio = checked(
  (value) => {
    const match = /^(\d+):(\d+)$/.exec(value);
    if (match === null) throw new RangeError(`"${value}" is not a ratio of whole numbers such as "3:2"`);
    if (match.slice(1).some((number) => BigInt(number) > UINT64_MAX)) {
      throw new RangeError(`"${value}" has a number above ${UINT64_MAX}`);
    }
  },
  { pattern: "^\\d+:\\d+$", examples: ["3:2"], description: "n new for d old." },
);

const control = z.strictObject({ controller: text, controlled: text });

const signed = z.boolean().optional().meta({ description: "Whether parties sign and another submits it." });

const changes = z
  .record(z.string(), z.unknown(), {
    error: ({ input }) => (input === undefined ? "missing" : `${JSON.stringify(input)} is not an object`),
  })
  .meta({ description: "Changes to the present term sheet, as a JSON merge patch (RFC 7396)." });

/** The fields that each act has of its own. */
const ACTS = {
  convert: { principal: amountOrAll, charges: amountOrAll.optional() },
  pay: { amount: amountOrAll },
  acknowledge: { amount: amountOrAll },
  withdraw: { to: text.optional() },
  permitPrepayment: { until: ownDate },
  demand: {},
  consent: { to: text, until: ownDate },
  revokeConsent: {},
  transfer: { to: text },
  assign: { to: text },
  novate: { terms: changes },
  report: { fact: z.enum(REPORTED_FACTS), occurred: ownDate.optional(), name: factName.optional() },
  cure: { name: factName, occurred: ownDate.optional() },
  waive: { name: factName },
  charge: { kind: z.enum(CHARGE_KINDS), amount },
  release: {},
  declareLost: {},
  recover: { to: text.optional() },
  object: {},
  split: { ratio },
  distribute: { ratio },
  recapitalize: { ratio, name: text.optional(), symbol: text.optional(), authorized: shares.optional() },
  exchange: {},
  control: control.shape,
  uncontrol: control.shape,
  block: { who: text },
  unblock: { who: text },
  look: {},
} as const satisfies Record<string, z.ZodRawShape>;

/** An act, by its name in a scenario. */
export type ActName = keyof typeof ACTS;

const moment = { on: ownDate, at: timeOfDay.optional(), by: text.optional(), refused: z.boolean().optional() };

/** Acts that parties can sign for another to submit. */
const WITH_SIGNED_FORM = ["consent", "transfer", "assign", "novate"] as const satisfies ActName[];

function signableStep<Name extends (typeof WITH_SIGNED_FORM)[number]>(name: Name) {
  return z.strictObject({ ...moment, do: z.literal(name), ...ACTS[name], signed });
}

function step<Name extends Exclude<ActName, (typeof WITH_SIGNED_FORM)[number]>>(name: Name) {
  const error = `"${name}" has no signed form; these have: ${WITH_SIGNED_FORM.join(", ")}`;
  return z.strictObject({ ...moment, do: z.literal(name), ...ACTS[name], signed: z.never({ error }).optional() });
}

const stepSchema = z.discriminatedUnion(
  "do",
  [
    step("convert"),
    step("pay"),
    step("acknowledge"),
    step("withdraw"),
    step("permitPrepayment"),
    step("demand"),
    signableStep("consent"),
    step("revokeConsent"),
    signableStep("transfer"),
    signableStep("assign"),
    signableStep("novate"),
    step("report"),
    step("cure"),
    step("waive"),
    step("charge"),
    step("release"),
    step("declareLost"),
    step("recover"),
    step("object"),
    step("split"),
    step("distribute"),
    step("recapitalize"),
    step("exchange"),
    step("control"),
    step("uncontrol"),
    step("block"),
    step("unblock"),
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
    $schema: schemaReference("scenario.schema.json"),
    title: text,
    terms: z.union([text, z.record(z.string(), z.unknown())], {
      error: ({ input }) => (input === undefined ? "missing" : "is neither a path nor a term sheet"),
    }),
    signed,
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
  })
  .meta({ title: "Scenario of a convertible promissory note" });

/** The local time at which a step is taken. */
export function hourOf(at: string | undefined): string {
  return at ?? "12:00";
}

/** New shares for old, of a ratio that was read. */
export function ratioOf(ratio: string): [numerator: bigint, denominator: bigint] {
  const [numerator = "", denominator = ""] = ratio.split(":");
  return [BigInt(numerator), BigInt(denominator)];
}

/** A string that a reader accepts; what the reader throws is what is wrong with it. */
function checked(reader: (value: string) => void, published: z.GlobalMeta): z.ZodString {
  return z
    .string()
    .check((context) => {
      try {
        reader(context.value);
      } catch (error) {
        refuse(context, [], (error as RangeError).message);
      }
    })
    .meta(published);
}

function refuse(context: z.core.ParsePayload, path: PropertyKey[], message: string): void {
  context.issues.push({ code: "custom", path, message, input: context.value });
}
