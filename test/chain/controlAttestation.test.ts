import { expect } from "chai";

import { CONTROL_SCHEMA, controlAttestation, controlSchemaUid } from "../../src/chain/controlAttestation.ts";
import { deployAttested, SCHEMA } from "../registry/attestationService.ts";
import { company, givenRegister } from "../registry/register.ts";

describe("attestations of control", () => {
  const given = givenRegister(deployAttested);
  const control = { controller: company(1), controlled: company(2), evidence: "ipfs://filing" };

  it("are under the schema that the register follows", async () => {
    expect(CONTROL_SCHEMA).to.equal(SCHEMA);
    expect(controlSchemaUid(given.register.address)).to.equal(await given.register.contract.schemaUid());
  });

  for (const lasting of [null, 1000]) {
    it(`are recorded as said, ${lasting === null ? "until they are revoked" : "until they expire"}`, async () => {
      const { contract, address, registrar, service } = given.register;
      const until = lasting === null ? null : BigInt(await given.later());
      const now = BigInt(await given.later()) - 10n;
      await given.at(Number(now));
      const act = service.as(registrar).attest(controlAttestation(address, { ...control, until }));
      await expect(act)
        .to.emit(contract, "ControlRecorded")
        .withArgs(control.controller, control.controlled, now, control.evidence);
      expect((await contract.attestationOf(control.controlled)).until).to.equal(until ?? 0n);
    });
  }

  it("are not until the epoch or before, which the service would take for no end", () => {
    for (const until of [0n, -1n]) {
      expect(() => controlAttestation(given.register.address, { ...control, until })).to.throw(
        RangeError,
        `until ${String(until)}: not after 1970-01-01T00:00:00Z`,
      );
    }
  });
});
