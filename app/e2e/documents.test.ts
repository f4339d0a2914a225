import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";
import { connectNotes, dayOf, parseTermSheet } from "allonge";
import { promissoryNote, toMarkdown, toPdf } from "allonge/documents";
import { ledgerCsv, ledgerOf, payoffLetter, readNoteFacts } from "allonge/records";

import { readFonts } from "../../src/documents/readFonts.ts";
import { expect, test } from "./fixtures.ts";
import type { Desk } from "./fixtures.ts";

const SHEET = "terms/infinite-group-2003.json";

test.describe("documents made in the browser", () => {
  test("given a day, the payoff letter is the command line's, to the byte", async ({ past, page }) => {
    await past.on("2007-01-02");
    await page.goto(past.note);
    const letter = payoffLetter(await factsOf(past), { asOf: dayOf("2007-01-02") });
    expect(await made(page, "Payoff letter, Markdown")).toEqual(Buffer.from(toMarkdown(letter)));
    const pdf = Buffer.from(await toPdf(letter, await readFonts()));
    expect((await made(page, "Payoff letter, PDF")).equals(pdf)).toBe(true);
  });

  test("given its history, the ledger is the command line's, to the byte", async ({ past, page }) => {
    await past.on("2005-09-02");
    await page.goto(past.note);
    const facts = await factsOf(past);
    expect(await made(page, "Ledger, CSV")).toEqual(Buffer.from(ledgerCsv(ledgerOf(facts), facts)));
  });

  test("given its term sheet, the note in plain English is the command line's, to the byte", async ({ past, page }) => {
    await page.goto(past.note);
    await page.getByLabel("Its term sheet").setInputFiles(SHEET);
    const sheet = parseTermSheet(JSON.parse(await readFile(SHEET, "utf8")), SHEET);
    const { record, id } = past;
    const contract = record.contracts.PromissoryNotes;
    const text = toMarkdown(promissoryNote(sheet, { chainId: BigInt(record.chainId), contract, id }));
    expect(await made(page, "The note, Markdown")).toEqual(Buffer.from(text));
  });

  test("given days to come, each is in the calendar once", async ({ past, page }) => {
    await page.goto(past.note);
    const calendar = (await made(page, "Reminders for a calendar, .ics")).toString();
    const starts = [...calendar.matchAll(/^DTSTART[^:]*:(\d{8})/gm)].map(([, day]) => day);
    expect(starts).toEqual(["20050902", "20070101", "20070102"]);
  });

  test("given the note's own sheet to verify, it is found to be the note's", async ({ past, page }) => {
    await page.goto(past.note);
    await page.getByLabel("Drop a file here, or choose one").setInputFiles(SHEET);
    await expect(page.locator(".verdict.yes")).toBeVisible();
  });
});

async function made(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return await readFile(await download.path());
}

function factsOf({ provider, record, id }: Desk) {
  const { chainId, contracts } = record;
  const notes = connectNotes(contracts.PromissoryNotes, provider);
  return readNoteFacts({ provider, chainId: BigInt(chainId), record, notes, id });
}
