import { expect } from "chai";

import { accountOf, perform } from "../../src/chain/acts/perform.ts";
import type { Account } from "../../src/chain/acts/act.ts";
import { givenLiveNote } from "./acting.ts";

describe("a transaction on its way", () => {
  const given = givenLiveNote();
  const watch = { pollMilliseconds: 10, timeoutSeconds: 1 };
  const lender = (): Account => accountOf(given.signer("lender"), given.address("lender"));
  const send = (method: string, ...params: unknown[]) => given.live.provider.send(method, params) as Promise<unknown>;

  beforeEach(async () => {
    await given.on("2006-01-03");
    await send("evm_setAutomine", false);
  });

  afterEach(async () => {
    await send("evm_setAutomine", true);
  });

  /** What sending a demand for prepayment comes to, if something happens to it once it is sent. */
  async function happening(happens: (hash: string) => Promise<unknown>): Promise<string> {
    const { plan } = await given.work("permit-prepayment", "lender", { until: "2006-02-01" });
    const account = lender();
    const tampered: Account = {
      ...account,
      send: async (transaction) => {
        const hash = await account.send(transaction);
        await happens(hash);
        return hash;
      },
    };
    const error: unknown = await perform(given.live.provider, tampered, plan, watch).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof Error ? error.message : "nothing went wrong";
  }

  it("is mined", async () => {
    expect(await happening(() => send("evm_mine"))).to.equal("nothing went wrong");
  });

  it("is not mined in time, and must not be repeated blindly", async () => {
    const message = await happening(() => Promise.resolve());
    expect(message).to.match(/^transaction 0x\w+ was not mined within 1 seconds .* do not repeat/);
  });

  it("is dropped, and can be repeated", async () => {
    const message = await happening((hash) => send("anvil_dropTransaction", hash));
    expect(message).to.match(/was dropped: the node knows it no more.* can be repeated/);
  });

  it("is replaced by another of the same nonce", async () => {
    const message = await happening(async (hash) => {
      const { nonce } = (await given.live.provider.getTransaction(hash))!;
      await send("anvil_dropTransaction", hash);
      await given.signer("lender").sendUncheckedTransaction({ to: given.address("lender"), nonce, gasLimit: 21000 });
      await send("evm_mine");
    });
    expect(message).to.match(/was replaced: another of 0x\w+ with nonce \d+ was mined/);
  });

  it("is mined and reverts, with the reason", async () => {
    const message = await happening(async () => {
      // by then the last day of the permission is past
      await send("evm_setNextBlockTimestamp", 1_140_000_000);
      await send("evm_mine");
    });
    expect(message).to.match(
      /^transaction 0x\w+ was mined in block \d+ and reverted with UntilPassed: .* can safely be repeated/,
    );
  });
});
