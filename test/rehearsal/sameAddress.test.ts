import { expect } from "chai";

import { CLIENTS } from "../support/clients.ts";
import { deployCreateX } from "../support/createX.ts";
import { newDeployer } from "./deployer.ts";
import type { Deployer } from "./deployer.ts";

const SEPOLIA = 11155111;
const BASE_SEPOLIA = 84532;

describe("deploying at the same address", function () {
  const opened: (() => Promise<void>)[] = [];

  /** Somebody new on a new client of the first make. */
  async function deployerOn(chainId: number): Promise<Deployer> {
    const client = await CLIENTS[0]!.start(chainId);
    const deployer = await newDeployer(client.url);
    opened.push(() => deployer.leave().then(client.stop));
    return deployer;
  }

  afterEach(async function () {
    for (const close of opened.splice(0)) await close();
  });

  describe("given two chains with the factory, and two deployers", function () {
    it("gives every contract the same address on both", async function () {
      const recorded = [];
      for (const chainId of [SEPOLIA, BASE_SEPOLIA]) {
        const deployer = await deployerOn(chainId);
        await deployCreateX(deployer.provider);
        await deployer.wallet.sendTransaction({ to: deployer.address });
        const { record } = await deployer.deploy({ sameAddress: true });
        for (const address of Object.values(record.contracts)) {
          expect(await deployer.provider.getCode(address)).not.to.equal("0x");
        }
        recorded.push(record.contracts);
      }
      expect(recorded[0]).to.deep.equal(recorded[1]);
    });
  });

  describe("given a chain without the factory", function () {
    it("says so in one line, and sends nothing", async function () {
      const deployer = await deployerOn(SEPOLIA);
      const line = await deployer.lineOf(deployer.deploy({ sameAddress: true }));
      expect(line).to.match(/^--same-address: chain 11155111 has no CreateX factory at 0x\S+$/);
      expect(await deployer.sent()).to.equal(0);
    });
  });

  describe("given that somebody has deployed the same code this way", function () {
    it("says in one line that it is there", async function () {
      const first = await deployerOn(SEPOLIA);
      await deployCreateX(first.provider);
      await first.deploy({ sameAddress: true });
      const second = await newDeployer(first.provider._getConnection().url);
      opened.unshift(second.leave);
      const line = await second.lineOf(second.deploy({ sameAddress: true }));
      expect(line).to.match(
        /^--same-address: already there, deployed by somebody else with the same code and salt: \S+#/,
      );
      expect(await second.sent()).to.equal(0);
    });
  });

  describe("given a deployment that was made otherwise", function () {
    it("refuses to mix them", async function () {
      const deployer = await deployerOn(SEPOLIA);
      await deployCreateX(deployer.provider);
      await deployer.deploy();
      const sent = await deployer.sent();
      expect(await deployer.lineOf(deployer.deploy({ sameAddress: true }))).to.match(
        /^--same-address: the deployment in \S+ was made without it, and stays so/,
      );
      expect(await deployer.sent()).to.equal(sent);
    });
  });
});
