import { formatMoney, isoOf, newYorkCalendar } from "allonge";

import { expect, test } from "./fixtures.ts";

test("given a day to come, what it would come to is what the contract says on that day", async ({ past, page }) => {
  await past.on("2005-09-02");
  await page.goto(`${past.note}/what-if`);
  await expect(page.getByTestId("if-paid")).toHaveText("250,682.803191 USD");
  await expect(page.getByRole("region", { name: "Converting all" })).toContainText("5,013,656");

  const day = page.getByLabel(/^Day:/);
  await day.focus();
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press("ArrowRight");
  const shown = await page.getByTestId("if-paid").innerText();
  const chosen = isoOf(Number(await day.inputValue()));
  expect(chosen).toBe("2007-01-11");
  await past.provider.send("evm_setNextBlockTimestamp", [newYorkCalendar.startOf(Number(await day.inputValue()))]);
  await past.provider.send("evm_mine", []);
  expect(shown.replace(/[^\d.]/g, "")).toBe(formatMoney((await past.read()).statement.total, 6));
});
