import { expect } from "chai";

import { readDeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { PromissoryNotes__factory } from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import { CLIENTS } from "../support/clients.ts";
import type { Client } from "../support/clients.ts";
import { asUser, newDeployer, REGISTRAR } from "./deployer.ts";
import type { Deployer } from "./deployer.ts";

const SEPOLIA = 11155111;

for (const { name, start } of CLIENTS) {
  describe(`deploying on a client that plays Sepolia: ${name}`, function () {
    let client: Client;
    let deployer: Deployer;

    before(async function () {
      client = await start(SEPOLIA);
      deployer = await newDeployer(client.url);
      const set = asUser(
        deployer.folder,
        client.url,
        ["keystore", "set", "--dev", "ALLONGE_KEY"],
        `${deployer.wallet.privateKey}\n`,
      );
      expect((await set.outcome).code).to.equal(0);
    });

    after(async function () {
      await deployer.leave();
      await client.stop();
    });

    const deploy = () =>
      asUser(deployer.folder, client.url, [
        ...["note", "deploy", "--network", "rehearsal", "--registrar", REGISTRAR, "--test-dollar"],
        ...["--deployments", deployer.deployments, "--yes", "--json"],
      ]).outcome;

    describe("given a key in a keystore", function () {
      it("deploys everything with it, and records where it is", async function () {
        const { code, stdout, stderr } = await deploy();
        expect(stderr).to.equal("");
        expect(code).to.equal(0);
        const told = JSON.parse(stdout) as { deployer: string; deployed: string[]; gasUsed: string; record: unknown };
        expect(told.deployer).to.equal(deployer.address);
        expect(told.deployed).to.include.members(["PromissoryNotes", "NoteLens", "Dollar"]);
        expect(await deployer.sent()).to.equal(told.deployed.length);

        const record = await readDeploymentRecord(deployer.deployments, SEPOLIA);
        expect(record).to.deep.equal(told.record);
        expect(record.network).to.equal("rehearsal");
        expect(record.commit).to.match(/^[0-9a-f]{40}(-dirty)?$/);
        const { PromissoryNotes, ControlRegistry, TestDollar } = record.contracts;
        const { provider } = deployer;
        expect(await PromissoryNotes__factory.connect(PromissoryNotes, provider).noteCount()).to.equal(0n);
        for (const address of Object.values(record.contracts))
          expect(await provider.getCode(address)).not.to.equal("0x");
        expect(await ControlRegistry__factory.connect(ControlRegistry, provider).registrar()).to.equal(REGISTRAR);
        expect(await Dollar__factory.connect(TestDollar ?? "", provider).decimals()).to.equal(6n);
        expect(await provider.getCode(PromissoryNotes, record.startBlock)).not.to.equal("0x");
        expect(await provider.getCode(PromissoryNotes, record.startBlock - 1)).to.equal("0x");
      });

      it("deploys nothing when run again, and says so", async function () {
        const [sent, record] = [await deployer.sent(), await readDeploymentRecord(deployer.deployments, SEPOLIA)];
        const { code, stdout } = await deploy();
        expect(code).to.equal(0);
        expect(JSON.parse(stdout)).to.deep.include({ deployed: [], gasUsed: "0", record });
        expect(await deployer.sent()).to.equal(sent);
      });
    });
  });
}
