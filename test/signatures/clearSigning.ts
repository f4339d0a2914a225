import { readFileSync } from "node:fs";

import { z } from "zod";

const path = z.string().regex(/^(@\.)?[A-Za-z_][A-Za-z0-9_]*(\.([A-Za-z_][A-Za-z0-9_]*|\[\]))*$/);
const visible = z.union([
  z.enum(["always", "optional"]),
  z.strictObject({ ifNotIn: z.array(z.union([z.string(), z.number()])).min(1) }),
]);
// what fits a small screen
const label = z.string().min(1).max(20);
const intent = z.string().min(1).max(30);
const common = { path, label, visible };
const types = z.array(z.enum(["wallet", "eoa", "contract", "token", "collection"])).min(1);

const field = z.discriminatedUnion("format", [
  z.strictObject({ ...common, format: z.literal("raw") }),
  z.strictObject({ ...common, format: z.literal("addressName"), params: z.strictObject({ types }) }),
  z.strictObject({ ...common, format: z.literal("tokenAmount"), params: z.strictObject({ tokenPath: path }) }),
  z.strictObject({ ...common, format: z.literal("nftName"), params: z.strictObject({ collectionPath: path }) }),
  z.strictObject({ ...common, format: z.literal("calldata"), params: z.strictObject({ calleePath: path }) }),
  z.strictObject({
    ...common,
    format: z.literal("date"),
    params: z.strictObject({ encoding: z.literal("timestamp") }),
  }),
  z.strictObject({
    ...common,
    format: z.literal("unit"),
    params: z.strictObject({ base: z.string().min(1), decimals: z.int().positive().optional() }),
  }),
  z.strictObject({
    ...common,
    format: z.literal("enum"),
    params: z.strictObject({ $ref: z.string().regex(/^\$\.metadata\.enums\.[A-Za-z]+$/) }),
  }),
]);

const deployments = z.array(z.strictObject({ chainId: z.int().positive(), address: z.string() }));

/** As much of ERC-7730, version 2 of its schema, as the project uses. */
const descriptor = z.strictObject({
  $schema: z.literal("https://eips.ethereum.org/assets/eip-7730/erc7730-v2.schema.json"),
  context: z.union([
    z.strictObject({
      $id: z.string(),
      eip712: z.strictObject({ domain: z.strictObject({ name: z.string(), version: z.string() }), deployments }),
    }),
    z.strictObject({ $id: z.string(), contract: z.strictObject({ deployments }) }),
  ]),
  metadata: z.strictObject({
    owner: z.string(),
    contractName: z.string(),
    enums: z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.string().max(20))),
  }),
  display: z.strictObject({
    formats: z.record(
      z.string(),
      z.strictObject({ intent, interpolatedIntent: z.string().optional(), fields: z.array(field).min(1) }),
    ),
  }),
});

/** How one value is shown. */
export type Field = z.infer<typeof field>;

/** A descriptor for wallets, checked to be of the form that the standard has. */
export type Descriptor = z.infer<typeof descriptor>;

/** Reads one of the project's descriptors. */
export function readDescriptor(name: "eip712" | "calldata"): Descriptor {
  const file = new URL(`../../metadata/erc7730/${name}-PromissoryNotes.json`, import.meta.url);
  return descriptor.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Paths of all members of a type, those of types within it included. */
export function pathsOf(
  types: Readonly<Record<string, readonly { name: string; type: string }[]>>,
  name: string,
): string[] {
  return (types[name] ?? []).flatMap((member) =>
    member.type in types ? pathsOf(types, member.type).map((within) => `${member.name}.${within}`) : [member.name],
  );
}
