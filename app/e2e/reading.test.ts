import { formatMoney } from "allonge";

import { expect, test } from "./fixtures.ts";

const DAYS = ["2003-12-31", "2005-09-02", "2006-12-31", "2007-01-02", "2007-01-11"];

test.describe("reading without a wallet", () => {
  for (const day of DAYS) {
    test(`given ${day}, the figures on the page are the contract's`, async ({ past, page }) => {
      if (day !== "2003-12-31") await past.on(day);
      await page.goto(past.note);
      const { statement, perDiem } = await past.read();
      const figures = {
        principal: statement.principal,
        interest: statement.interest,
        "overdue-interest": statement.overdueInterest,
        charges: statement.charges,
        total: statement.total,
        "per-diem": perDiem.floored,
      };
      for (const [name, units] of Object.entries(figures)) {
        await expect
          .poll(async () => plain(await page.getByTestId(name).innerText()), { message: name })
          .toBe(formatMoney(units, 6));
      }
    });
  }

  test("given the chain's page, it lists the note with what is owed, and leads to it", async ({ past, page }) => {
    await past.on("2005-09-02");
    await page.goto(past.page);
    await expect(page.getByRole("main")).toContainText("229,701.468504");
    await page
      .getByRole("main")
      .getByRole("link", { name: /^(Note )?1\b/ })
      .first()
      .click();
    await expect(page.getByTestId("total")).toContainText("229,701.468504");
  });

  test("given a number that no note has, it says so and leads back", async ({ past, page }) => {
    await page.goto(past.note.replace(/1$/, "77"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("no note 77");
    await page.getByRole("main").getByRole("link", { name: "All notes" }).click();
    await expect(page).toHaveURL(/#\/$/);
  });

  test("given a chain that the page does not know, it says so", async ({ past, page }) => {
    await page.goto(`${past.page}#/note/5/1`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Unknown chain");
  });

  test("given a chain in the present, the note is dated today", async ({ present, page }) => {
    await page.goto(present.note);
    await expect(page.getByTestId("status")).toContainText(/outstanding/i);
    const { statement } = await present.read();
    expect(plain(await page.getByTestId("total").innerText())).toBe(formatMoney(statement.total, 6));
  });

  test("no host but the page's own and the chain's is asked", async ({ past, page }) => {
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    await page.goto(past.note);
    await expect(page.getByTestId("total")).toBeVisible();
    const own = [new URL(past.page).host, new URL(past.url).host];
    expect([...hosts].filter((host) => host !== "" && !own.includes(host))).toEqual([]);
  });
});

/** @example plain("229,701.468504 USD") // "229701.468504" */
function plain(text: string): string {
  return text.replace(/[^\d.]/g, "");
}
