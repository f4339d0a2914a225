import { connect, expectRefusal, fill, openAct, send } from "./acting.ts";
import { expect, test } from "./fixtures.ts";

test("given the borrower's consent, the lender transfers, and each sees what the other does", async ({
  past,
  walletOf,
}) => {
  await past.on("2004-06-15");
  const buyer = past.people.buyer.address;
  const lender = await walletOf(past, "lender");
  const borrower = await walletOf(past, "borrower");
  await connect(lender.page, past.note);
  await connect(borrower.page, past.note);

  const transferring = await openAct(lender.page, "transfer");
  await fill(transferring, "Transferee", buyer);
  await expectRefusal(transferring, "ConsentRequired");

  const consenting = await openAct(borrower.page, "consent");
  await fill(consenting, "Transferee", buyer);
  await fill(consenting, "Last day of the consent", "2004-06-30");
  await send(borrower.page, consenting, "Consent to a transfer");

  await expect(transferring.getByRole("alert")).toHaveCount(0);
  await send(lender.page, transferring, "Transfer");
  expect((await past.read()).parties.holder).toBe(buyer);
  await expect(borrower.page.getByTestId("timeline")).toContainText("transferred");
});
