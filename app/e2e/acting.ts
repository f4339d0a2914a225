import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** Opens a note's page and connects its wallet. */
export async function connect(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("banner").getByRole("button", { name: "Connect a wallet" }).click();
  await expect(page.getByRole("banner").getByRole("button", { name: /Connected as/ })).toBeVisible();
}

/** Opens the form of an act. @param act As it is called, such as "stock split". */
export async function openAct(page: Page, act: string): Promise<Locator> {
  const panel = page.locator(`[data-act="${act}"]`);
  await panel.locator("h4 button").click();
  await expect(panel.locator(".act-body")).toBeVisible();
  return panel;
}

/** The one button of an act. */
export function buttonOf(panel: Locator): Locator {
  return panel.locator(".act-button");
}

/** Fills in a field of an act by its label. */
export async function fill(panel: Locator, label: string, value: string): Promise<void> {
  await panel.getByLabel(label, { exact: true }).fill(value);
}

/** Expects that the page explains a refusal by an error of the contract, in words. */
export async function expectRefusal(panel: Locator, error: string): Promise<void> {
  await expect(panel.locator(`[data-error="${error}"]`)).toBeVisible();
}

/** The notice of the last transaction. */
export function notice(page: Page): Locator {
  return page.getByRole("region", { name: "Transactions" });
}

/** Presses the button of an act, and waits until it is mined. */
export async function send(page: Page, panel: Locator, label: string | RegExp): Promise<void> {
  const button = buttonOf(panel);
  await expect(button).toHaveText(label);
  await expect(button).toBeEnabled();
  await button.click();
  await expect(notice(page)).toContainText("Done");
}
