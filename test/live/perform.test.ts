import { expect } from "chai";
import type { Provider } from "ethers";

import { accountOf, perform, UnfinishedError } from "../../src/chain/acts/perform.ts";
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
  async function happening(
    happens: (hash: string) => Promise<unknown>,
    provider: Provider = given.live.provider,
  ): Promise<string> {
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
    const error: unknown = await perform(provider, tampered, plan, watch).then(
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
    expect(message).to.match(/^transaction 0x\w+ was not mined within 1 seconds and still may be; do not repeat/);
  });

  it("is not sent a second time while the first may still be mined", async () => {
    await happening(() => Promise.resolve());
    const again = await happening(() => Promise.resolve());
    expect(again).to.match(
      /^0x\w{40} has 1 transaction sent and not mined yet, .* may be this very act: .* nothing was sent$/,
    );
    await send("evm_mine");
    expect(await happening(() => send("evm_mine"))).to.equal("nothing went wrong");
  });

  /** The client's provider, of which the first so many questions for a receipt come to nothing. */
  function unanswering(times: number): Provider {
    const { provider } = given.live;
    let asked = 0;
    return new Proxy(provider, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== "getTransactionReceipt")
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        return (hash: string) =>
          asked++ < times ? Promise.reject(new Error("429 Too Many Requests")) : target.getTransactionReceipt(hash);
      },
    });
  }

  it("is mined, though the node fails to answer for a while", async () => {
    expect(await happening(() => send("evm_mine"), unanswering(3))).to.equal("nothing went wrong");
  });

  it("may be mined while the node answers no more, and must not be repeated blindly", async () => {
    const message = await happening(() => send("evm_mine"), unanswering(Infinity));
    expect(message).to.match(
      /^transaction 0x\w+ was sent, but could not be seen to be mined within 1 seconds .* do not repeat/,
    );
  });

  it("comes after another that is mined and is refused, and the other is named", async () => {
    const { plan } = await given.work("permit-prepayment", "lender", { until: "2006-02-01" });
    const account = lender();
    const { to, data } = await plan.call(account);
    const twice = { ...plan, preparations: [{ says: "permit it once", call: () => Promise.resolve({ to, data }) }] };
    const refusing: Account = {
      ...account,
      send: async (transaction) => {
        const hash = await account.send(transaction);
        await send("evm_mine");
        return hash;
      },
    };
    const failing = { ...twice, call: () => Promise.reject(new Error("no more")) };
    const error: unknown = await perform(given.live.provider, refusing, failing, watch).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(UnfinishedError);
    const { before, cause } = error as UnfinishedError;
    expect(before.map(({ says }) => says)).to.deep.equal(["permit it once"]);
    expect(cause).to.have.property("message", "no more");
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
