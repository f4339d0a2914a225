import { writeFile } from "node:fs/promises";

import { expect } from "chai";

import { planText } from "../../tasks/deployment/consent.ts";
import type { DeploymentPlan } from "../../tasks/deployment/plan.ts";
import { hardhatWith } from "../helpers/commandLine.ts";
import { CLIENTS } from "../support/clients.ts";
import type { Client } from "../support/clients.ts";
import { newDeployer } from "./deployer.ts";
import type { Deployer } from "./deployer.ts";

const SEPOLIA = 11155111;
const MAINNET = 1;

describe("a deployment that is refused", function () {
  let client: Client;
  let deployer: Deployer;

  async function open(chainId: number) {
    client = await CLIENTS[0]!.start(chainId);
    deployer = await newDeployer(client.url);
  }

  afterEach(async function () {
    expect(await deployer.sent()).to.equal(0);
    await deployer.leave();
    await client.stop();
  });

  describe("given a client that plays a public chain", function () {
    beforeEach(() => open(SEPOLIA));

    it("wants a folder of its own for the record", async function () {
      const line = await deployer.lineOf(deployer.deploy({ deployments: "deployments" }));
      expect(line).to.match(/^--deployments: missing; the client of rehearsal plays chain 11155111/);
    });

    it("wants a registrar", async function () {
      expect(await deployer.lineOf(deployer.deploy({ registrar: "" }))).to.match(
        /^--registrar: missing, and .*rehearsal/,
      );
    });

    it("wants the registrar to be an address", async function () {
      expect(await deployer.lineOf(deployer.deploy({ registrar: "0xabc" }))).to.match(
        /^--registrar: "0xabc" is no address/,
      );
    });

    it("wants enough ether to pay for all of it", async function () {
      await deployer.provider.send("hardhat_setBalance", [deployer.address, "0x1"]);
      expect(await deployer.lineOf(deployer.deploy())).to.match(
        /holds 1 wei on chain 11155111, and deploying may take \d+$/,
      );
    });

    it("wants the most that is offered for gas to be an amount, and no less than the price of the moment", async function () {
      expect(await deployer.lineOf(deployer.deploy({ maxFee: "2 gwei" }))).to.equal(
        '--max-fee: "2 gwei" is not an amount of gwei',
      );
      expect(await deployer.lineOf(deployer.deploy({ maxFee: "0.000000001" }))).to.match(
        /^--max-fee: 0\.000000001 gwei, and at the price of the moment a transaction offers \S+ gwei .*; nothing was sent$/,
      );
    });

    it("says what it will offer for gas at most: twice the price of the moment, or what it is told", async function () {
      const { maxFeePerGas } = await deployer.provider.getFeeData();
      const told: [bigint, string][] = [];
      const agree = (plan: DeploymentPlan) => {
        told.push([plan.maxFee, planText(plan).split("\n").at(-1) ?? ""]);
        return Promise.reject(new Error("no"));
      };
      await deployer.lineOf(deployer.deploy({}, client.url, { agree }));
      await deployer.lineOf(deployer.deploy({ maxFee: "70.5" }, client.url, { agree }));
      expect(told.map(([maxFee]) => maxFee)).to.deep.equal([2n * (maxFeePerGas ?? 0n), 70_500_000_000n]);
      expect(told[1]?.[1]).to.match(
        /^No transaction offers more than 70\.5 gwei for a unit of gas: [23]\.\d+ ether in all\.$/,
      );
    });

    it("sends nothing without consent", async function () {
      const agree = () => Promise.reject(new Error("no"));
      await deployer.lineOf(deployer.deploy({}, client.url, { agree }));
    });

    it("does not hide a record it does not know", async function () {
      const { record, recordPath } = await deployer.recordOfAnother();
      await writeFile(recordPath, JSON.stringify(record));
      expect(await deployer.lineOf(deployer.deploy())).to.match(
        /records a deployment at 0x\S+ that the journal does not know/,
      );
    });

    it("wants --yes where nobody can be asked, and prints nothing else", async function () {
      const { deployments, wallet } = deployer;
      const outcome = await hardhatWith(
        { LOCALHOST_URL: client.url, ALLONGE_KEY: wallet.privateKey },
        ...["note", "deploy", "--network", "rehearsal", "--deployments", deployments, "--registrar", deployer.address],
      );
      expect(outcome).to.deep.equal({
        code: 1,
        stdout: "",
        stderr: "--yes: needed where nobody can be asked; nothing was sent\n",
      });
    });
  });

  describe("given a client that plays a chain with money of worth", function () {
    beforeEach(() => open(MAINNET));

    it("deploys no currency that anyone may mint", async function () {
      const line = await deployer.lineOf(deployer.deploy({ testDollar: true }));
      expect(line).to.match(/^--test-dollar: refused on chain 1, /);
    });

    it("asks as of a main network", async function () {
      const asked: boolean[] = [];
      const agree = ({ isMainnet }: { isMainnet: boolean }) => {
        asked.push(isMainnet);
        return Promise.reject(new Error("no"));
      };
      await deployer.lineOf(deployer.deploy({}, client.url, { agree }));
      expect(asked).to.deep.equal([true]);
    });
  });
});
