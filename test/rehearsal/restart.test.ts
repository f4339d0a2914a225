import { join } from "node:path";

import { expect } from "chai";

import { hasAnvil, startAnvil } from "../../scripts/clients/anvil.ts";
import { startFaultyProxy } from "../support/faultyProxy.ts";
import { newDeployer } from "./deployer.ts";
import type { Deployer } from "./deployer.ts";

const CONTRACTS = 20;
const NTH = 6;

// Hardhat's node forgets its chain when it ends: only a client that keeps it can be started again
if (hasAnvil) {
  describe("a client that ends in the middle of a deployment", function () {
    let deployer: Deployer;

    afterEach(async function () {
      await deployer.leave();
    });

    /** Deploys until the nth transaction, then ends the client as told, and starts it with the state it left behind. */
    async function endAndRestart(how: "shutDown" | "stop") {
      const first = await startAnvil();
      deployer = await newDeployer(first.url);
      await first.stop();
      const args = ["--state", join(deployer.folder, "state.json")];
      const client = await startAnvil({ port: first.port, args });
      await deployer.fund();
      let transactions = 0;
      const proxy = await startFaultyProxy(client.url, async ({ method }) => {
        if (method !== "eth_sendRawTransaction" || ++transactions < NTH) return null;
        if (transactions === NTH) await client[how]();
        return { status: 503 };
      });
      const line = await deployer.lineOf(deployer.deploy({}, proxy.url));
      await proxy.stop();
      expect(line).to.match(/^rehearsal: [^\n]*; run the command again/);
      return startAnvil({ port: first.port, args });
    }

    describe("given that it kept its chain", function () {
      it("goes on where it stopped when both run again", async function () {
        const client = await endAndRestart("shutDown");
        expect(await deployer.sent()).to.equal(NTH - 1);
        await deployer.deploy();
        expect(await deployer.sent()).to.equal(CONTRACTS);
        await client.stop();
      });
    });

    describe("given that it lost its chain", function () {
      it("says that the journal is of another chain, and sends nothing", async function () {
        const client = await endAndRestart("stop");
        await deployer.fund();
        const line = await deployer.lineOf(deployer.deploy());
        expect(line).to.match(
          /chain-11155111: says a contract is at 0x[0-9a-fA-F]{40}, and chain 11155111 has none there/,
        );
        expect(await deployer.sent()).to.equal(0);
        await client.stop();
      });
    });
  });
}
