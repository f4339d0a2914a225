import { expect } from "chai";

import { rational } from "../../src/math/rational.ts";
import { exchange, lineOf, recapitalize, replacedBalanceOf } from "../../src/model/recapitalization.ts";
import type { Recapitalization, StockLine } from "../../src/model/recapitalization.ts";
import type { Refusal } from "../../src/model/refusal.ts";
import { isRefusal } from "../../src/model/refusal.ts";
import type { World } from "../../src/model/state.ts";
import { balanceOf, foundStock, reservedUnits } from "../../src/model/stock.ts";
import { after, refusalOf, sampleNote, tokens, usd } from "./fixture.ts";

const ORIGINAL_SHARE = 10n ** 27n;

function lineIn({ stock }: World): StockLine {
  if (stock === null) throw new Error("no stock");
  return lineOf(stock);
}

function accepted(result: StockLine | Refusal): StockLine {
  if (isRefusal(result)) throw new Error(result);
  return result;
}

function threeForTwo(changes: Partial<Recapitalization> = {}): Recapitalization {
  return { by: "borrower", authorized: tokens("60000000"), numerator: 3n, denominator: 2n, ...changes };
}

describe("model: recapitalization", () => {
  const converted = () => after(sampleNote(), ["2005-09-02", "lender", { do: "convert", principal: usd("100000") }]);

  describe("given half a note converted, and the stock replaced three for two", () => {
    let world: World;
    let line: StockLine;

    beforeEach(() => {
      world = converted();
      line = accepted(recapitalize(lineIn(world), threeForTwo()));
    });

    it("converts the rest into the successor, as after a split", () => {
      const all = after({ ...world, stock: line.inForce }, [
        "2007-01-01",
        "lender",
        { do: "convert", principal: "all" },
      ]);
      expect(balanceOf(all.stock!, "lender")).to.equal(tokens("3821710.5"));
      const exchanged = accepted(exchange({ ...line, inForce: all.stock! }, 0, "lender", 2_259_465n * ORIGINAL_SHARE));
      expect(balanceOf(exchanged.inForce, "lender")).to.equal(tokens("7210908"));
    });

    it("counts what is not exchanged among the issued, and goes on showing it as it was", () => {
      expect(line.inForce.issued).to.equal(2_259_465n * ORIGINAL_SHARE);
      expect(balanceOf(line.inForce, "lender")).to.equal(0n);
      expect(replacedBalanceOf(line.replaced[0]!, "lender")).to.equal(tokens("2259465"));
      expect(replacedBalanceOf(line.replaced[0]!, "founder")).to.equal(0n);
    });

    it("keeps what is reserved, and releases it as the note is paid", () => {
      expect(reservedUnits(line.inForce)).to.equal(reservedUnits(world.stock!));
      const paid = after({ ...world, stock: line.inForce }, ["2007-01-02", "borrower", { do: "pay", amount: "all" }]);
      expect(paid.stock!.claims).to.equal(0n);
    });

    it("exchanges a part, and nothing twice", () => {
      const part = accepted(exchange(line, 0, "lender", 1n));
      expect(part.inForce.holdings.get("lender")).to.equal(1n);
      const rest = 2_259_465n * ORIGINAL_SHARE - 1n;
      expect(exchange(part, 0, "lender", rest + 1n)).to.equal("NotEnoughHeld");
      expect(exchange(accepted(exchange(part, 0, "lender", rest)), 0, "lender", 1n)).to.equal("NotEnoughHeld");
      expect(exchange(line, 0, "founder", 1n)).to.equal("NotEnoughHeld");
      expect(exchange(line, 1, "lender", 1n)).to.equal("NotRecapitalized");
    });

    it("gives the newest shares for the oldest", () => {
      const twice = accepted(recapitalize(line, threeForTwo({ numerator: 1n, denominator: 3n })));
      expect(twice.inForce.splitFactor).to.deep.equal(rational(1n, 2n));
      const exchanged = accepted(exchange(twice, 0, "lender", 2_259_465n * ORIGINAL_SHARE));
      expect(balanceOf(exchanged.inForce, "lender")).to.equal(tokens("1129732.5"));
    });
  });

  describe("when a recapitalization may not be", () => {
    const refused = (changes: Partial<Recapitalization>) => recapitalize(lineIn(converted()), threeForTwo(changes));

    it("is refused to anyone but the issuer, of nothing, and beyond 64 bits", () => {
      expect(refused({ by: "lender" })).to.equal("NotTheIssuer");
      expect(refused({ numerator: 0n })).to.equal("InvalidRatio");
      expect(refused({ denominator: 0n })).to.equal("InvalidRatio");
      expect(refused({ numerator: 1n << 64n, denominator: 1n })).to.equal("RatioTooLarge");
      expect(refused({ numerator: 1n, denominator: 1n })).to.be.an("object");
    });

    it("is refused without room for all that is issued and reserved, fraction and all", () => {
      // issued 2,259,465; reserved for the rest of principal, interest at maturity and what was left over
      const { issued, claims } = lineIn(converted()).inForce;
      const exact = ((issued + claims) * 3n + 2n * 10n ** 9n - 1n) / (2n * 10n ** 9n);
      expect(refused({ authorized: exact })).to.be.an("object");
      expect(refused({ authorized: exact - 1n })).to.equal("NotEnoughAuthorized");
      expect(refused({ authorized: 1n << 128n })).to.equal("NotEnoughAuthorized");
    });

    it("is refused to the ninth stock of a line", () => {
      let line = lineOf(foundStock("borrower", tokens("1")));
      for (let generation = 2; generation <= 8; ++generation) {
        line = accepted(recapitalize(line, threeForTwo({ numerator: 1n, denominator: 1n })));
      }
      expect(recapitalize(line, threeForTwo())).to.equal("TooManyGenerations");
    });

    it("leaves room to be found for what was never reserved", () => {
      const { issued, claims } = lineIn(converted()).inForce;
      const exact = ((issued + claims) * 3n + 2n * 10n ** 9n - 1n) / (2n * 10n ** 9n);
      const { inForce } = accepted(recapitalize(lineIn(converted()), threeForTwo({ authorized: exact })));
      const world = { ...converted(), stock: inForce };
      expect(refusalOf(world, "2007-01-01", "lender", { do: "convert", principal: "all" })).to.equal(null);
      expect(refusalOf(world, "2008-01-01", "lender", { do: "convert", principal: "all" })).to.equal(
        "NotEnoughAuthorized",
      );
    });
  });
});
