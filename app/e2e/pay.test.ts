import { connect, expectRefusal, openAct, send } from "./acting.ts";
import { expect, test } from "./fixtures.ts";

test.describe("paying", () => {
  test("given the day to which maturity is extended, the borrower pays the lump sum and the note ends", async ({
    past,
    walletOf,
  }) => {
    await past.on("2007-01-02");
    const { page } = await walletOf(past, "borrower");
    await connect(page, past.note);
    await expect(page.getByTestId("total")).toContainText("250,682.803191");
    const panel = await openAct(page, "pay");
    await panel.getByRole("button", { name: /Max|All/ }).click();
    await send(page, panel, /Pay/);
    const note = await past.read();
    expect(note.status).toBe("paid");
    expect(note.statement.total).toBe(0n);
    await expect(page.getByTestId("status")).toContainText(/paid/i);
  });

  test("given a day before maturity, it says that it cannot be paid", async ({ past, walletOf }) => {
    await past.on("2006-12-31");
    const { page, wallet } = await walletOf(past, "borrower");
    await connect(page, past.note);
    const panel = await openAct(page, "pay");
    await panel.getByRole("button", { name: /Max|All/ }).click();
    await expectRefusal(panel, "PrepaymentNotPermitted");
    expect(wallet.asked).toEqual(["eth_requestAccounts"]);
  });
});
