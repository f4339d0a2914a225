import { buttonOf, connect, expectRefusal, fill, openAct, send } from "./acting.ts";
import { expect, test } from "./fixtures.ts";

test.describe("converting", () => {
  test("given an open window, the lender converts part, to the contract's figures", async ({ past, walletOf }) => {
    await past.on("2005-09-02");
    const { page, wallet } = await walletOf(past, "lender");
    await connect(page, past.note);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expect(page.getByTestId("convert-shares")).toHaveText("2,259,465");
    await expect(page.getByTestId("convert-interest")).toHaveText("12,973.287671 USD");
    await expect(page.getByTestId("convert-remains")).toHaveText("116,728.218504 USD");
    await send(page, panel, "Convert 100,000.00 USD");
    expect((await past.read()).statement.total).toBe(116728_218504n);
    await expect(page.getByTestId("total")).toContainText("116,728.218504");
    expect(wallet.asked.filter((method) => method === "eth_sendTransaction")).toHaveLength(1);
  });

  test("given a day too early, it says when the window opens, and the wallet is never opened", async ({
    past,
    walletOf,
  }) => {
    await past.on("2005-09-01");
    const { page, wallet } = await walletOf(past, "lender");
    await connect(page, past.note);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expectRefusal(panel, "ConversionNotOpen");
    await expect(panel.getByRole("alert")).toContainText("Convert on 2005-09-02 (Friday) or later");
    await expect(panel).toContainText("in New York");
    await expect(buttonOf(panel)).toBeDisabled();
    expect(wallet.asked).toEqual(["eth_requestAccounts"]);
  });

  test("given a wallet that declines, nothing is sent and the button is ready again", async ({ past, walletOf }) => {
    await past.on("2005-09-02");
    const { page, wallet } = await walletOf(past, "lender");
    await connect(page, past.note);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expect(buttonOf(panel)).toHaveText("Convert 100,000.00 USD");
    await expect(buttonOf(panel)).toBeEnabled();
    wallet.answer = "reject";
    await buttonOf(panel).click();
    await expect.poll(() => wallet.asked).toContain("eth_sendTransaction");
    await expect(buttonOf(panel)).toHaveText("Convert 100,000.00 USD");
    await expect(panel.getByRole("alert")).toHaveCount(0);
    expect((await past.read()).statement.principal).toBe(203323_700000n);
  });

  test("given somebody else, the button says whose act it is", async ({ past, walletOf }) => {
    await past.on("2005-09-02");
    const { page } = await walletOf(past, "borrower");
    await connect(page, past.note);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expect(buttonOf(panel)).toHaveText("Only the holder can do this");
    await expect(buttonOf(panel)).toBeDisabled();
  });
});
