import * as z from "zod";

import { describe, explain } from "../terms/termSheet.ts";

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "is no address: 0x and 40 hexadecimal digits");

const deploymentSchema = z.strictObject({
  chainId: z.int().positive(),
  network: z.string().min(1),
  startBlock: z.int().min(0),
  contracts: z.strictObject({
    PromissoryNotes: address,
    NoteLens: address,
    NewYorkCalendar: address,
    UTCCalendar: address,
    ControlRegistry: address,
    CommonStockFactory: address,
    /** A currency without value, on chains where notes are tried out. */
    TestDollar: address.optional(),
  }),
  commit: z.string(),
  compiler: z.strictObject({
    version: z.string(),
    evmVersion: z.string(),
    viaIR: z.boolean(),
    optimizerRuns: z.int().min(0),
  }),
});

/**
 * Where the contracts are on one chain: `startBlock` is the block that made `PromissoryNotes`, before which no note has a log; `commit` and
 * `compiler` are what they were built from.
 */
export type DeploymentRecord = z.infer<typeof deploymentSchema>;

/** A record that is missing or cannot be taken. The message is one line that names the file. */
export class DeploymentRecordError extends Error {
  override readonly name = "DeploymentRecordError";
}

/**
 * Checks a record.
 *
 * @param text JSON.
 * @param source Where it came from, for the message.
 * @throws DeploymentRecordError naming each field that is wrong.
 * @example parseDeploymentRecord(await (await fetch(url)).text(), url).contracts.PromissoryNotes
 */
export function parseDeploymentRecord(text: string, source: string): DeploymentRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DeploymentRecordError(`${source}: is no JSON: ${(error as Error).message}`);
  }
  const result = deploymentSchema.safeParse(value, { error: explain });
  if (result.success) return result.data;
  throw new DeploymentRecordError(`${source}: ${result.error.issues.flatMap(describe).join("; ")}`);
}
