import { expect } from "chai";
import { Signature, ZeroHash } from "ethers";

import type { Dollar } from "../../typechain-types/mocks/Dollar.ts";
import type { PermitStruct } from "../../typechain-types/PromissoryNotes.ts";
import { heldOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import type { Account } from "../helpers/notes.ts";
import { ALL, MATURITY, usd } from "../helpers/vocabulary.ts";

const DUE = usd("250682.803191");
const NO_PERMIT = { value: 0n, deadline: 0n, v: 0, r: ZeroHash, s: ZeroHash };

describe("PayWithPermit", () => {
  const given = givenNotes();
  let id: bigint;
  let currency: Dollar;

  beforeEach(async () => {
    ({ currency } = given);
    id = await given.make();
    await given.on(MATURITY);
    await currency.connect(given.payer).approve(given.notes, 0n);
  });

  /** A permit by the currency's own EIP-712 domain. */
  async function permitOf(owner: Account, value: bigint, deadline: bigint = ALL): Promise<PermitStruct> {
    const [, name, version, chainId, verifyingContract] = await currency.eip712Domain();
    const fields = ["address owner", "address spender", "uint256 value", "uint256 nonce", "uint256 deadline"];
    const Permit = fields.map((field) => field.split(" ")).map(([type = "", name = ""]) => ({ name, type }));
    const signature = await owner.signTypedData(
      { name, version, chainId, verifyingContract },
      { Permit },
      {
        owner: owner.address,
        spender: await given.notes.getAddress(),
        value,
        nonce: await currency.nonces(owner),
        deadline,
      },
    );
    const { v, r, s } = Signature.from(signature);
    return { value, deadline, v, r, s };
  }

  async function allowance(): Promise<bigint> {
    return await currency.allowance(given.payer, given.notes);
  }

  async function refusedForAllowance(act: Promise<unknown>, has: bigint, needed: bigint) {
    const before = await given.record(id);
    await expect(act)
      .to.be.revertedWithCustomError(currency, "ERC20InsufficientAllowance")
      .withArgs(await given.notes.getAddress(), has, needed);
    expect(await given.record(id)).to.deep.equal(before);
  }

  describe("given a permit for what is paid", () => {
    it("pays in one transaction, and leaves no allowance", async () => {
      const had = await currency.balanceOf(given.lender);
      const act = given.byPayer.payWithPermit(id, DUE, await permitOf(given.payer, DUE));
      await expect(act).to.emit(given.notes, "PaymentMade");
      expect((await currency.balanceOf(given.lender)) - had).to.equal(DUE);
      expect(await given.status(id)).to.equal("paid");
      expect(await allowance()).to.equal(0n);
    });

    it("pays all the same if somebody has submitted the permit first", async () => {
      const { value, deadline, v, r, s } = await permitOf(given.payer, DUE);
      await currency.connect(given.stranger).permit(given.payer, given.notes, value, deadline, v, r, s);
      await given.byPayer.payWithPermit(id, DUE, { value, deadline, v, r, s });
      expect(await given.status(id)).to.equal("paid");
    });

    it("never pays twice with one", async () => {
      const permit = await permitOf(given.payer, usd("5"));
      await given.byPayer.payWithPermit(id, usd("5"), permit);
      await refusedForAllowance(given.byPayer.payWithPermit(id, usd("5"), permit), 0n, usd("5"));
    });

    it("answers what is paid, never more than is owed", async () => {
      const permit = await permitOf(given.payer, ALL);
      expect(await given.byPayer.payWithPermit.staticCall(id, ALL, permit)).to.equal(DUE);
    });

    it("obeys the rules of any payment", async () => {
      const permit = await permitOf(given.payer, DUE);
      await given.refused(given.byPayer.payWithPermit(id, 0n, permit), "ZeroAmount");
      const byHolder = given.byLender.payWithPermit(id, 1n, await permitOf(given.lender, DUE));
      await given.refused(byHolder, "PayerIsHolder", given.lender.address);
      await given.refused(given.byPayer.payWithPermit(9n, 1n, permit), "NoteUnknown", 9n);
      expect(await currency.nonces(given.payer)).to.equal(0n);
    });

    it("is held for a holder declared lost, in the same transaction", async () => {
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.payWithPermit(id, usd("5"), await permitOf(given.payer, usd("5")));
      expect(await heldOf(given, id)).to.equal(usd("5"));
    });
  });

  describe("given a permit for more than is owed", () => {
    it("takes what is owed and leaves the rest allowed", async () => {
      await given.byPayer.payWithPermit(id, ALL, await permitOf(given.payer, DUE + usd("3")));
      expect(await allowance()).to.equal(usd("3"));
    });
  });

  describe("given a permit for less than is paid", () => {
    it("is refused", async () => {
      const permit = await permitOf(given.payer, DUE - 1n);
      await refusedForAllowance(given.byPayer.payWithPermit(id, DUE, permit), DUE - 1n, DUE);
      expect(await allowance()).to.equal(0n);
    });
  });

  const bad: Record<string, () => Promise<PermitStruct>> = {
    "of no signature": () => Promise.resolve(NO_PERMIT),
    "that has expired": async () =>
      await permitOf(given.payer, DUE, BigInt(await given.connection.networkHelpers.time.latest()) - 1n),
    "signed by another": async () => await permitOf(given.stranger, DUE),
    "whose amount was changed": async () => ({ ...(await permitOf(given.payer, DUE)), value: DUE + 1n }),
    "whose nonce was used": async () => {
      const permit = await permitOf(given.payer, DUE);
      const { value, deadline, v, r, s } = await permitOf(given.payer, 0n);
      await currency.permit(given.payer, given.notes, value, deadline, v, r, s);
      return permit;
    },
  };
  for (const [what, make] of Object.entries(bad)) {
    describe(`given a permit ${what}`, () => {
      it("is refused for want of allowance", async () => {
        const permit = await make();
        await refusedForAllowance(given.byPayer.payWithPermit(id, DUE, permit), 0n, DUE);
      });

      it("pays where there is allowance enough", async () => {
        const permit = await make();
        await currency.connect(given.payer).approve(given.notes, DUE);
        await given.byPayer.payWithPermit(id, DUE, permit);
        expect(await given.status(id)).to.equal("paid");
      });
    });
  }

  describe("given another's permit", () => {
    it("draws nothing from the one who signed it", async () => {
      const [had, permit] = [await currency.balanceOf(given.payer), await permitOf(given.payer, DUE)];
      await given.byStranger.payWithPermit(id, usd("5"), permit);
      expect(await currency.balanceOf(given.payer)).to.equal(had);
      expect(await allowance()).to.equal(0n);
    });

    it("draws nothing though it has been submitted", async () => {
      const { value, deadline, v, r, s } = await permitOf(given.payer, DUE);
      await currency.connect(given.stranger).permit(given.payer, given.notes, value, deadline, v, r, s);
      await currency.connect(given.stranger).approve(given.notes, 0n);
      const act = given.byStranger.payWithPermit(id, usd("5"), { value, deadline, v, r, s });
      await refusedForAllowance(act, 0n, usd("5"));
    });
  });

  describe("given a currency without permit", () => {
    it("pays by allowance, and is refused without", async () => {
      const silent = await given.connection.ethers.deployContract("SilentCurrency");
      id = await given.make({ currency: await silent.getAddress() });
      await silent.mint(given.payer, usd("5"));
      await expect(given.byPayer.payWithPermit(id, usd("5"), NO_PERMIT))
        .to.be.revertedWithCustomError(silent, "TooLittle")
        .withArgs(0n, usd("5"));
      await silent.connect(given.payer).approve(given.notes, usd("5"));
      await given.byPayer.payWithPermit(id, usd("5"), NO_PERMIT);
      expect(await silent.balanceOf(given.lender)).to.equal(usd("5"));
    });
  });
});
