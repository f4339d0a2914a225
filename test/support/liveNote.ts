import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { JsonRpcProvider } from "ethers";
import type { JsonRpcSigner } from "ethers";

import { makeNoteOnClient } from "../../scripts/clients/noteOnClient.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";

/** Milliseconds between two looks at a chain that mines at once. */
const POLLING_MILLISECONDS = 20;

/**
 * Deploys everything on a local client whose accounts are open, makes the note of a term sheet to the lender, gives everybody money, and
 * writes the deployment record to a folder of its own.
 *
 * @param url Of a client that is on or past the day the sheet is dated.
 * @param isAttested Whether the note has an attestor, though the sheet appoint none.
 */
export async function makeLiveNote(url: string, sheetJson: unknown, isAttested = true) {
  const sheet = parseTermSheet(sheetJson, "the sheet");
  const provider = new JsonRpcProvider(url, undefined, { cacheTimeout: -1, pollingInterval: POLLING_MILLISECONDS });
  const accounts = await provider.listAccounts();
  const account = (index: number): JsonRpcSigner => {
    const signer = accounts[index];
    if (signer === undefined) throw new Error(`the client has no account ${index}`);
    return signer;
  };
  const people = {
    deployer: account(0),
    borrower: account(1),
    lender: account(2),
    attestor: account(3),
    registrar: account(4),
    sister: account(5),
    subsidiary: account(6),
    stranger: account(7),
    payer: account(8),
  };
  const { deployer, borrower, lender, attestor, registrar, sister, subsidiary } = people;

  const made = await makeNoteOnClient(provider, sheet, {
    deployer,
    borrower,
    lender,
    registrar,
    attestor: isAttested ? attestor : null,
    funded: Object.values(people),
    approves: true,
    control: [
      [sister, lender],
      [borrower, subsidiary],
    ],
  });
  const { record } = made;

  const deployments = await mkdtemp(join(tmpdir(), "allonge-deployments-"));
  await writeFile(join(deployments, `${record.chainId}.json`), JSON.stringify(record, null, 2));

  return {
    url,
    provider,
    deployments,
    people,
    sheet,
    ...made,
    /** Forgets the folder and lets go of the client. */
    close: async () => {
      await provider.removeAllListeners();
      await rm(deployments, { recursive: true });
    },
  };
}
