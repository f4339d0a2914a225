import { connect, openAct, send } from "./acting.ts";
import { expect, test } from "./fixtures.ts";

test("given a note unpaid after its last day, a demand leads to default when the grace is over", async ({
  past,
  walletOf,
}) => {
  await past.on("2007-01-03");
  const { page } = await walletOf(past, "lender");
  await connect(page, past.note);
  await expect(page.getByTestId("status")).toContainText(/overdue/i);
  const panel = await openAct(page, "demand");
  await send(page, panel, "Demand payment");
  const { defaults, facts } = await past.read();
  expect(defaults).toEqual([]);
  expect(facts.map(({ kind }) => kind)).toEqual(["nonPayment"]);
  await past.on("2007-01-17");
  expect((await past.read()).status).toBe("default");
  await expect(page.getByTestId("status")).toContainText(/default/i);
});
