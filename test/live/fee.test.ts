import { expect } from "chai";
import { formatUnits, parseUnits, toQuantity } from "ethers";

import { accountOf, perform } from "../../src/chain/acts/perform.ts";
import type { Plan } from "../../src/chain/acts/act.ts";
import { startFaultyProxy } from "../support/faultyProxy.ts";
import { givenLiveNote, hardhatOn } from "./acting.ts";

const gwei = (amount: string) => parseUnits(amount, "gwei");

describe("the fee of an act", () => {
  const given = givenLiveNote();
  const send = (method: string, ...params: unknown[]) => given.live.provider.send(method, params) as Promise<unknown>;

  beforeEach(async () => {
    await baseFeeIs("1");
    await given.on("2006-01-03");
    await baseFeeIs("1");
  });

  async function baseFeeIs(amount: string): Promise<void> {
    await send("anvil_setNextBlockBaseFeePerGas", toQuantity(gwei(amount)));
    await send("evm_mine");
  }

  const workedOut = () => given.work("permit-prepayment", "lender", { until: "2006-02-01" });

  async function sent(plan: Plan) {
    const account = accountOf(given.signer("lender"), given.address("lender"));
    const { receipt } = await perform(given.live.provider, account, plan, { pollMilliseconds: 10 });
    return await receipt.getTransaction();
  }

  it("is shown at most: twice the base fee and what goes to whoever makes the block", async () => {
    const { plan, cost } = await workedOut();
    const { most = 0n, present = 0n, priority } = plan.fee ?? {};
    expect(most).to.equal(2n * gwei("1") + (priority ?? 0n));
    const [gasRow, priceRow] = cost;
    const [, gas, ether] = /^(\d+) \((\S+) ether at \S+ gwei\)$/.exec(gasRow?.after ?? "") ?? [];
    const [, price, now] = /^(\S+) gwei at most, (\S+) gwei at present$/.exec(priceRow?.after ?? "") ?? [];
    expect([price, now]).to.deep.equal([most, present].map((each) => formatUnits(each, "gwei").replace(/\.0$/, "")));
    expect(ether).to.equal(formatUnits(BigInt(gas ?? 0) * most, "ether"));
  });

  it("is offered as it was shown, though the chain has become dearer since", async () => {
    const { plan } = await workedOut();
    await baseFeeIs("1.5");
    const { maxFeePerGas, maxPriorityFeePerGas } = await sent(plan);
    expect([maxFeePerGas, maxPriorityFeePerGas]).to.deep.equal([plan.fee?.most, plan.fee?.priority]);
  });

  it("sends nothing, and says so in one line, if the base fee has risen above what was shown", async () => {
    const { plan } = await workedOut();
    await baseFeeIs("50");
    const before = await given.live.provider.getTransactionCount(given.address("lender"));
    const error: unknown = await sent(plan).catch((thrown: unknown) => thrown);
    expect(error).to.have.property("name", "ActError");
    expect((error as Error).message).to.match(
      /^not sent: the chain's base fee is [45]\d(\.\d+)? gwei by now, and the most that was shown for a unit of gas is \S+ gwei; begin again/,
    );
    expect(await given.live.provider.getTransactionCount(given.address("lender"))).to.equal(before);
  });

  it("is a price alone on a chain without a base fee", async () => {
    const { plan } = await workedOut();
    const { gasPrice, type } = await sent({ ...plan, fee: { present: gwei("3"), most: gwei("3"), priority: null } });
    expect([gasPrice, type]).to.deep.equal([gwei("3"), 0]);
  });

  it("is offered by a command as its preview says, whatever the node names once that is shown", async () => {
    const offers: Record<string, string>[] = [];
    let asked = 0;
    const proxy = await startFaultyProxy(given.anvil.url, ({ method, params }) => {
      if (method === "eth_sendTransaction") offers.push(params[0] as Record<string, string>);
      if (method === "eth_maxPriorityFeePerGas") return { result: toQuantity(gwei(asked++ === 0 ? "2" : "900")) };
      return method === "eth_gasPrice" && asked > 0 ? { result: toQuantity(gwei("900")) } : null;
    });
    const act = ["note", "permit-prepayment", "--id", "1", "--until", "2006-02-01", "--yes"];
    const place = ["--network", "localhost", "--deployments", given.live.deployments];
    const { code, stderr } = await hardhatOn(proxy.url, ...act, ...place);
    await proxy.stop();
    expect(code, stderr).to.equal(0);
    expect(offers).to.have.length(1);
    const { maxFeePerGas, maxPriorityFeePerGas } = offers[0] ?? {};
    expect(maxPriorityFeePerGas).to.equal(toQuantity(gwei("2")));
    expect(stderr).to.include(`${formatUnits(maxFeePerGas ?? 0, "gwei").replace(/\.0$/, "")} gwei at most, `);
    expect(BigInt(maxFeePerGas ?? 0)).to.be.lessThan(gwei("10"));
  });
});
