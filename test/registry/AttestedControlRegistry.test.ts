import { expect } from "chai";
import { Signature, ZeroAddress, ZeroHash } from "ethers";

import { AttestationService, deployAttested, SCHEMA, statement } from "./attestationService.ts";
import { behavesAsRegisterOfControl } from "./behaviour.ts";
import { company, givenRegister } from "./register.ts";
import type { Signer } from "./register.ts";

const ATTEST = [
  { name: "attester", type: "address" },
  { name: "schema", type: "bytes32" },
  { name: "recipient", type: "address" },
  { name: "expirationTime", type: "uint64" },
  { name: "revocable", type: "bool" },
  { name: "refUID", type: "bytes32" },
  { name: "data", type: "bytes" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint64" },
];
const REVOKE = [
  { name: "revoker", type: "address" },
  { name: "schema", type: "bytes32" },
  { name: "uid", type: "bytes32" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint64" },
];

describe("AttestedControlRegistry", () => {
  const given = givenRegister(deployAttested);
  const [holding, lender, sister] = [company(1), company(2), company(3)];

  behavesAsRegisterOfControl(given);

  const service = (by: Signer = given.register.registrar) => given.register.service.as(by);

  async function attest(changes: Partial<ReturnType<typeof statement>> = {}, schema = given.register.schema) {
    return await service().attest({ schema, data: { ...statement(holding, lender), ...changes } });
  }

  async function expectRefused(act: Promise<unknown>, error: string, ...args: unknown[]) {
    await expect(act)
      .to.be.revertedWithCustomError(given.register.contract, error)
      .withArgs(...args);
    expect(await given.register.contract.controllerOf(lender)).to.deep.equal([ZeroAddress, 0n]);
  }

  describe("given no service or no registrar", () => {
    it("is not made", async () => {
      const { connection, register, stranger } = given;
      const make = (...args: string[]) => connection.ethers.deployContract("AttestedControlRegistry", args);
      for (const nowhere of [ZeroAddress, stranger.address]) {
        await expectRefused(make(nowhere, stranger.address), "NoAttestationService", nowhere);
      }
      await expectRefused(make(register.service.address, ZeroAddress), "RegistrarIsNobody");
    });
  });

  describe("given its schema", () => {
    it("names it as the service knows it, and the service", async () => {
      const { contract, address, service, schema } = given.register;
      expect(await contract.service()).to.equal(service.address);
      expect(await contract.schemaUid()).to.equal(schema);
      expect(await service.schemaOf(schema)).to.deep.equal([schema, address, true, SCHEMA]);
      expect(await contract.schema()).to.equal(SCHEMA);
    });

    for (const [what, text, revocable] of [
      ["other fields", "address controlled,string evidence", true],
      ["the same fields, never revocable", SCHEMA, false],
    ] as const) {
      it(`refuses attestations under another schema, of ${what}`, async () => {
        const { address, schema, service } = given.register;
        const other = await service.registerSchema(given.stranger, address, text, revocable);
        await expectRefused(attest({ revocable }, other), "WrongSchema", other, schema);
      });
    }
  });

  describe("given an attestation by the registrar", () => {
    it("tells which, and rests control on it", async () => {
      const { contract } = given.register;
      const act = given.register.record(holding, lender);
      await act;
      const [uid] = await given.register.service.made();
      await expect(act).to.emit(contract, "ControlAttested").withArgs(uid, lender, 0);
      expect(await contract.attestationOf(lender)).to.deep.equal([uid, 0n]);
    });

    it("goes by nothing it refers to", async () => {
      await given.register.record(holding, sister);
      await attest({ refUID: given.register.attestationOf(sister) });
      expect(await given.register.contract.areAffiliates(lender, sister)).to.equal(true);
    });

    it("refuses one that could never be revoked", async () => {
      await expectRefused(attest({ revocable: false }), "NotRevocable", lender);
    });

    it("refuses data of another form", async () => {
      const { data } = statement(holding, lender);
      for (const malformed of ["0x", data.slice(0, 66), data.replace(/^0x00/, "0x01")]) {
        await expect(attest({ data: malformed })).to.be.revertedWithoutReason(given.connection.ethers);
      }
    });

    it("takes no money, on attestation, on revocation or otherwise", async () => {
      const { register } = given;
      const data = { ...statement(holding, lender), value: 1 };
      const { schema } = register;
      expect(await register.contract.isPayable()).to.equal(false);
      await register.service.refused(service().attest({ schema, data }, { value: 1 }), "NotPayable");
      const many = [{ schema, data: [data, { ...data, recipient: sister }] }];
      await register.service.refused(service().multiAttest(many, { value: 2 }), "NotPayable");

      await register.record(holding, lender);
      const ended = { uid: register.attestationOf(lender), value: 1 };
      await register.service.refused(service().revoke({ schema, data: ended }, { value: 1 }), "NotPayable");
      await expect(register.registrar.sendTransaction({ to: register.address, value: 1 })).to.be.revert(
        given.connection.ethers,
      );
    });

    it("is revoked by no other", async () => {
      const { register, stranger } = given;
      await register.record(holding, lender);
      const request = { schema: register.schema, data: { uid: register.attestationOf(lender), value: 0 } };
      await register.service.refused(service(stranger).revoke(request), "AccessDenied");
    });
  });

  describe("given a caller other than the service", () => {
    it("refuses what it says was attested or revoked, be it the registrar", async () => {
      const { contract, registrar, schema } = given.register;
      const made = { ...statement(holding, lender), uid: ZeroHash, schema, time: 1, revocationTime: 0 };
      const attestation = { ...made, attester: registrar };
      for (const caller of [given.stranger, registrar]) {
        const register = contract.connect(caller);
        for (const act of [
          () => register.attest(attestation),
          () => register.multiAttest([attestation], [0]),
          () => register.revoke(attestation),
          () => register.multiRevoke([attestation], [0]),
        ]) {
          await expectRefused(act(), "NotAttestationService", caller.address, given.register.service.address);
        }
      }
    });

    it("refuses another service, though the same schema be registered there", async () => {
      const { address, registrar } = given.register;
      const other = await AttestationService.deploy(given.connection);
      const schema = await other.registerSchema(registrar, address);
      const act = other.as(registrar).attest({ schema, data: statement(holding, lender) });
      await expectRefused(act, "NotAttestationService", other.address, given.register.service.address);
    });
  });

  describe("given many at once", () => {
    const chain = Array.from({ length: 4 }, (_, i) => company(10 + i));
    const links = chain.slice(1).map((controlled, i) => statement(chain[i]!, controlled));

    async function attestAll(data = links) {
      await service().multiAttest([{ schema: given.register.schema, data }]);
      return await given.register.service.made();
    }

    async function revokeAll(uids: readonly string[]) {
      const data = uids.map((uid) => ({ uid, value: 0 }));
      return await service().multiRevoke([{ schema: given.register.schema, data }]);
    }

    it("records each in its order", async () => {
      const uids = await attestAll();
      expect(uids).to.have.length(3);
      expect(await given.register.contract.controls(chain[0]!, chain[3]!)).to.equal(true);
      expect(await given.register.contract.attestationOf(chain[2]!)).to.deep.equal([uids[1], 0n]);
    });

    it("records none if one breaks a rule", async () => {
      const closing = statement(chain[3]!, chain[0]!);
      await expectRefused(attestAll([...links, closing]), "ControlCycle", chain[3], chain[0]);
      expect(await given.register.contract.areAffiliates(chain[0]!, chain[1]!)).to.equal(false);
    });

    it("revokes those named, and no other", async () => {
      const [first, , third] = await attestAll();
      await revokeAll([third!, first!]);
      const { contract } = given.register;
      expect(await contract.areAffiliates(chain[0]!, chain[1]!)).to.equal(false);
      expect(await contract.areAffiliates(chain[1]!, chain[2]!)).to.equal(true);
      expect(await contract.areAffiliates(chain[2]!, chain[3]!)).to.equal(false);
    });

    it("revokes none if none is named", async () => {
      await attestAll();
      await revokeAll([]);
      expect(await given.register.contract.controls(chain[0]!, chain[3]!)).to.equal(true);
    });
  });

  describe("given a signature that another sends", () => {
    async function domain() {
      const { chainId } = await given.connection.ethers.provider.getNetwork();
      return { name: "EAS", version: "1.4.0", chainId, verifyingContract: given.register.service.address };
    }

    async function attestBy(signer: Signer, sender: Signer) {
      const { schema } = given.register;
      const data = statement(holding, lender);
      const message = { attester: signer.address, schema, ...data, nonce: 0, deadline: 0 };
      const signature = Signature.from(await signer.signTypedData(await domain(), { Attest: ATTEST }, message));
      const request = { schema, data, signature, attester: signer.address, deadline: 0 };
      return await service(sender).attestByDelegation(request);
    }

    it("counts as the signer's: the registrar's is recorded and revoked", async () => {
      const { contract, registrar, schema } = given.register;
      const { stranger } = given;
      await attestBy(registrar, stranger);
      expect((await contract.controllerOf(lender)).controller).to.equal(holding);

      const [uid] = await given.register.service.made();
      const data = { uid: uid!, value: 0 };
      const message = { revoker: registrar.address, schema, ...data, nonce: 1, deadline: 0 };
      const signature = Signature.from(await registrar.signTypedData(await domain(), { Revoke: REVOKE }, message));
      await service(stranger).revokeByDelegation({ schema, data, signature, revoker: registrar, deadline: 0 });
      expect((await contract.controllerOf(lender)).controller).to.equal(ZeroAddress);
    });

    it("counts as the signer's: another's is refused, though the registrar send it", async () => {
      const { registrar } = given.register;
      const act = attestBy(given.stranger, registrar);
      await expectRefused(act, "NotRegistrar", given.stranger.address, registrar.address);
    });
  });
});
