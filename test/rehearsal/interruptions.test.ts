import { expect } from "chai";
import { formatUnits, toQuantity, Transaction } from "ethers";

import { readDeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { CLIENTS } from "../support/clients.ts";
import type { Client } from "../support/clients.ts";
import { startFaultyProxy } from "../support/faultyProxy.ts";
import type { Fault, Rule } from "../support/faultyProxy.ts";
import { asUser, newDeployer, REGISTRAR } from "./deployer.ts";
import type { Deployer } from "./deployer.ts";

const SEPOLIA = 11155111;
const CONTRACTS = 20;

const GWEI = 10n ** 9n;
const gwei = (wei = 0n) => formatUnits(wei, "gwei").replace(/\.0$/, "");

/** In the middle: some contracts are deployed, `PromissoryNotes` is not. */
const NTH = 6;

describe("a deployment that is interrupted", function () {
  let client: Client;
  let deployer: Deployer;

  before(async function () {
    client = await CLIENTS[0]!.start(SEPOLIA);
  });

  after(async function () {
    await client.stop();
  });

  beforeEach(async function () {
    deployer = await newDeployer(client.url);
  });

  afterEach(async function () {
    await deployer.leave();
  });

  /** The line a run ends with whose client does to the nth transaction what it is told, and to all after it. */
  async function interruptedBy(fault: () => Fault | null | Promise<Fault | null>): Promise<string> {
    let transactions = 0;
    const rule: Rule = ({ method }) => (method === "eth_sendRawTransaction" && ++transactions >= NTH ? fault() : null);
    const proxy = await startFaultyProxy(client.url, rule);
    const line = await deployer.lineOf(deployer.deploy({}, proxy.url));
    await proxy.stop();
    return line;
  }

  /** Runs it again, and expects each contract to be there once. */
  async function expectCompleted(othersSent = 0, url = client.url): Promise<void> {
    const { deployed } = await deployer.deploy({}, url);
    expect(deployed).to.include("PromissoryNotes");
    expect(await deployer.sent()).to.equal(CONTRACTS + othersSent);
    const { contracts } = await readDeploymentRecord(deployer.deployments, SEPOLIA);
    for (const address of Object.values(contracts)) {
      expect(await deployer.provider.getCode(address)).not.to.equal("0x");
    }
  }

  /** Runs it again on a client that mines a block whenever it is looked for. */
  async function expectCompletedWhileMining(): Promise<void> {
    const { provider } = deployer;
    const miner = await startFaultyProxy(client.url, async ({ method }) => {
      if (method === "eth_getBlockByNumber") await provider.send("evm_mine", []);
      return null;
    });
    await expectCompleted(0, miner.url);
    await miner.stop();
    await provider.send("evm_setAutomine", [true]);
  }

  describe("given a client that refuses a transaction as underpriced", function () {
    it("says so in one line, and completes when run again", async function () {
      const line = await interruptedBy(() => ({ refusal: "transaction underpriced" }));
      expect(line).to.match(/^rehearsal: transaction underpriced; run the command again/);
      await expectCompleted();
    });
  });

  describe("given a client that tells of a transaction after those that come after it", function () {
    it("says in one line what stopped it, and completes when run again", async function () {
      const hashes: string[] = [];
      const rule: Rule = ({ method, params }) => {
        if (method === "eth_sendRawTransaction") hashes.push(Transaction.from(params[0] as string).hash ?? "");
        if (method === "eth_sendRawTransaction" && hashes.length === NTH) return { refusal: "transaction underpriced" };
        return method === "eth_getTransactionReceipt" && params[0] === hashes[NTH - 4] ? { result: null } : null;
      };
      const proxy = await startFaultyProxy(client.url, rule);
      const line = await deployer.lineOf(deployer.deploy({}, proxy.url));
      await proxy.stop();
      expect(line).to.match(/^rehearsal: transaction underpriced; run the command again/);
      await expectCompleted();
    });
  });

  describe("given a client that has forgotten a transaction it has mined", function () {
    it("says so in one line, deploys nothing twice, and completes when the client remembers", async function () {
      const hashes: string[] = [];
      const forgettingIn =
        (methods: readonly string[]): Rule =>
        ({ method, params }) =>
          methods.includes(method) && params[0] === hashes[NTH - 4] ? { result: null } : null;
      const forgetful = forgettingIn(["eth_getTransactionReceipt", "eth_getTransactionByHash"]);
      const refusing: Rule = (call) => {
        if (call.method !== "eth_sendRawTransaction") return forgettingIn(["eth_getTransactionReceipt"])(call);
        hashes.push(Transaction.from(call.params[0] as string).hash ?? "");
        return hashes.length === NTH ? { refusal: "transaction underpriced" } : null;
      };
      for (const [rule, complaint] of [
        [refusing, /^rehearsal: transaction underpriced; run the command again/],
        [
          forgetful,
          /: its transaction 0x\w{64} is in a block, and the client says it does not know it; nothing was sent/,
        ],
      ] as const) {
        const proxy = await startFaultyProxy(client.url, rule);
        expect(await deployer.lineOf(deployer.deploy({}, proxy.url))).to.match(complaint);
        await proxy.stop();
      }
      await expectCompleted();
    });
  });

  describe("given a client that answers no more requests (429)", function () {
    it("says so in one line, and completes when run again", async function () {
      const line = await interruptedBy(() => ({ status: 429 }));
      expect(line).to.match(/^rehearsal: the client answers no more requests for now \(429\)/);
      await expectCompleted();
    });
  });

  describe("given a client that takes a transaction and does not answer", function () {
    it("says so in one line, and finds the transaction again instead of sending another", async function () {
      const line = await interruptedBy(() => ({ answer: "never" }));
      expect(line).to.match(/^rehearsal: the client did not answer in time/);
      expect(await deployer.sent()).to.equal(NTH);
      await expectCompleted();
    });
  });

  describe("given another transaction of the same key meanwhile", function () {
    it("says so in one line, and completes when run again", async function () {
      const line = await interruptedBy(async () => {
        const { wallet, address } = deployer;
        await (await wallet.sendTransaction({ to: address })).wait();
        return null;
      });
      expect(line).to.match(/^rehearsal: [^\n]*nonce[^\n]*; run the command again/i);
      await expectCompleted(1);
    });
  });

  describe("given a transaction that is dropped before it is mined", function () {
    const droppedFrom = async (like: RegExp) => {
      await deployer.leave();
      deployer = await newDeployer(client.url, like);
      const { provider } = deployer;
      await provider.send("evm_setAutomine", [false]);
      const hashes: string[] = [];
      const rule: Rule = async ({ method, params }) => {
        if (method === "eth_sendRawTransaction") hashes.push(Transaction.from(params[0] as string).hash ?? "");
        const dropped = hashes[NTH - 1];
        if (method === "eth_getTransactionByHash" && params[0] === dropped) {
          await provider.send("hardhat_dropTransaction", [dropped]).catch(() => false);
        }
        return null;
      };
      const proxy = await startFaultyProxy(client.url, rule);
      const line = await deployer.lineOf(deployer.deploy({}, proxy.url));
      await proxy.stop();
      expect(line).to.match(/^rehearsal: [^\n]*dropped[^\n]*; run the command again/);

      await expectCompletedWhileMining();
    };

    it("says so in one line, and completes when run again, with its nonce", () => droppedFrom(/^0x[0-9]/));

    it("does so whatever letter the sender's address begins with", () => droppedFrom(/^0x[a-f]/));
  });

  describe("given a transaction that is not mined however much is offered", function () {
    it("says so in one line, and when run again waits for the same one", async function () {
      await deployer.provider.send("evm_setAutomine", [false]);
      const impatience = { timeBeforeBumpingFees: 0, maxFeeBumps: 0 };
      const line = await deployer.lineOf(deployer.deploy({}, client.url, {}, impatience));
      expect(line).to.match(/^not all was deployed \(.*not mined in time.*\); run the command again/);
      await expectCompletedWhileMining();
    });
  });

  describe("given a price of gas that rises above what was agreed to", function () {
    it("says so in one line, sends nothing at that price, and completes when it has fallen", async function () {
      let sent = 0;
      const rule: Rule = ({ method }) => {
        if (method === "eth_sendRawTransaction") sent++;
        return method === "eth_maxPriorityFeePerGas" && sent >= NTH ? { result: toQuantity(900n * GWEI) } : null;
      };
      const proxy = await startFaultyProxy(client.url, rule);
      const agreed: bigint[] = [];
      const agree = ({ maxFee }: { maxFee: bigint }) => Promise.resolve(void agreed.push(maxFee));
      const line = await deployer.lineOf(deployer.deploy({}, proxy.url, { agree }));
      await proxy.stop();
      const { provider, address } = deployer;
      expect(line).to.equal(
        `--max-fee: by now a transaction would have to offer more than ${gwei(agreed[0])} gwei for a unit of gas, the most that was ` +
          "agreed to; wait or name more, then run the command again and it goes on where it stopped",
      );
      expect(await provider.getTransactionCount(address)).to.equal(sent);
      await expectCompleted();
    });

    it("is not offered more for either, though a transaction is not mined", async function () {
      const { provider } = deployer;
      await provider.send("evm_setAutomine", [false]);
      const offers: bigint[] = [];
      const proxy = await startFaultyProxy(client.url, ({ method, params }) => {
        if (method === "eth_sendRawTransaction") offers.push(Transaction.from(params[0] as string).maxFeePerGas ?? 0n);
        return null;
      });
      const most = (await provider.getFeeData()).maxFeePerGas ?? 0n;
      const impatience = { timeBeforeBumpingFees: 0, maxFeeBumps: 4 };
      const line = await deployer.lineOf(deployer.deploy({ maxFee: gwei(most) }, proxy.url, {}, impatience));
      await proxy.stop();
      expect(line).to.match(
        /^--max-fee: by now a transaction would have to offer more than \S+ gwei for a unit of gas/,
      );
      expect(offers).not.to.deep.equal([]);
      for (const offer of offers) expect(offer).to.be.lessThanOrEqual(most);
      await expectCompletedWhileMining();
    });
  });

  describe("given another run that is under way", function () {
    it("refuses in one line, and leaves the other alone", async function () {
      const second: Promise<string>[] = [];
      const proxy = await startFaultyProxy(client.url, async ({ method }) => {
        if (method !== "eth_sendRawTransaction") return null;
        if (second.length === 0) second.push(deployer.lineOf(deployer.deploy()));
        await Promise.allSettled(second);
        return null;
      });
      // the first waits for the second, however slow the machine
      const { deployed } = await deployer.deploy({}, proxy.url, {}, { timeout: 120_000 });
      await proxy.stop();
      expect(await second[0]).to.match(/^another run is deploying here, process \d+: wait until it has ended;/);
      expect([deployed.length, await deployer.sent()]).to.deep.equal([CONTRACTS, CONTRACTS]);
    });
  });

  describe("given a run that is killed", function () {
    it("goes on where it stopped when run again", async function () {
      const { address, deployments, folder, provider, wallet } = deployer;
      const set = asUser(folder, client.url, ["keystore", "set", "--dev", "ALLONGE_KEY"], `${wallet.privateKey}\n`);
      expect((await set.outcome).code).to.equal(0);
      let kill: () => void = () => undefined;
      const proxy = await startFaultyProxy(client.url, async ({ method }) => {
        if (method === "eth_sendRawTransaction" && (await provider.getTransactionCount(address)) === NTH) kill();
        return null;
      });
      const command = ["note", "deploy", "--network", "rehearsal", "--registrar", REGISTRAR, "--yes"];
      const running = asUser(folder, proxy.url, [...command, "--deployments", deployments]);
      kill = running.kill;
      const { code, stdout } = await running.outcome;
      await proxy.stop();
      expect({ code, stdout }).to.deep.equal({ code: null, stdout: "" });
      expect(await deployer.sent()).to.be.within(NTH, NTH + 1);
      await expectCompleted();
    });
  });
});
