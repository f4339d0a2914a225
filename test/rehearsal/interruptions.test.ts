import { expect } from "chai";

import { readDeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { CLIENTS } from "../support/clients.ts";
import type { Client } from "../support/clients.ts";
import { startFaultyProxy } from "../support/faultyProxy.ts";
import type { Fault, Rule } from "../support/faultyProxy.ts";
import { newDeployer } from "./deployer.ts";
import type { Deployer } from "./deployer.ts";

const SEPOLIA = 11155111;
const CONTRACTS = 20;

/** In the middle: some contracts are deployed, `PromissoryNotes` is not. */
const NTH = 6;

for (const { name, start } of CLIENTS) {
  describe(`a deployment that is interrupted: ${name}`, function () {
    this.timeout(60_000);
    let client: Client;
    let deployer: Deployer;

    before(async function () {
      client = await start(SEPOLIA);
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
      const rule: Rule = ({ method }) =>
        method === "eth_sendRawTransaction" && ++transactions >= NTH ? fault() : null;
      const proxy = await startFaultyProxy(client.url, rule);
      try {
        await deployer.deploy({}, proxy.url);
        return "";
      } catch (error) {
        return (error as Error).message;
      } finally {
        await proxy.stop();
      }
    }

    /** Runs it again, and expects each contract to be there once. */
    async function expectCompleted(othersSent = 0): Promise<void> {
      const { deployed } = await deployer.deploy();
      expect(deployed).to.include("PromissoryNotes");
      expect(await deployer.sent()).to.equal(CONTRACTS + othersSent);
      const { contracts } = await readDeploymentRecord(deployer.deployments, SEPOLIA);
      for (const address of Object.values(contracts)) {
        expect(await deployer.provider.getCode(address)).not.to.equal("0x");
      }
    }

    describe("given a client that refuses a transaction as underpriced", function () {
      it("says so in one line, and completes when run again", async function () {
        const line = await interruptedBy(() => ({ refusal: "transaction underpriced" }));
        expect(line).to.match(/^rehearsal: transaction underpriced; run the command again/);
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
  });
}
