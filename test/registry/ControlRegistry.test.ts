import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { Connection } from "../helpers/world.ts";
import { behavesAsRegisterOfControl } from "./behaviour.ts";
import { company, EVIDENCE, givenRegister } from "./register.ts";
import type { Register, Saying, Signer } from "./register.ts";

async function deployDirect({ ethers }: Connection, registrar: Signer) {
  const contract = await ethers.deployContract("ControlRegistry", [registrar]);
  return {
    contract,
    registrar,
    evidenceOfEnd: "ipfs://sale",
    record: (controller: string, controlled: string, { by = registrar, evidence = EVIDENCE }: Saying = {}) =>
      contract.connect(by).recordControl(controller, controlled, evidence),
    revoke: (controlled: string) => contract.connect(registrar).revokeControl(controlled, "ipfs://sale"),
    expectNoneToRevoke: async (controlled: string) => {
      await expect(contract.connect(registrar).revokeControl(controlled, ""))
        .to.be.revertedWithCustomError(contract, "NotControlled")
        .withArgs(controlled);
    },
  } satisfies Register;
}

describe("ControlRegistry", () => {
  const given = givenRegister(deployDirect);
  const [holding, lender] = [company(1), company(2)];

  behavesAsRegisterOfControl(given);

  describe("given no registrar", () => {
    it("is not made", async () => {
      const act = given.connection.ethers.deployContract("ControlRegistry", [ZeroAddress]);
      await expect(act).to.be.revertedWithCustomError(given.register.contract, "RegistrarIsNobody");
    });
  });

  describe("given a control", () => {
    it("is revoked by nobody but the registrar", async () => {
      const { stranger, register } = given;
      await register.record(holding, lender);
      await expect(register.contract.connect(stranger).revokeControl(lender, EVIDENCE))
        .to.be.revertedWithCustomError(register.contract, "NotRegistrar")
        .withArgs(stranger.address, register.registrar.address);
    });
  });

  describe("given no control", () => {
    it("has none to revoke", async () => {
      await given.register.expectNoneToRevoke(lender);
    });
  });
});
