import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";

import type { NoteCertificate } from "../../typechain-types/lens/NoteCertificate.ts";
import { deployCertificate, grouped, longDate, noonOf, readCertificate, sayNote } from "../helpers/certificates.ts";
import type { Certificate } from "../helpers/certificates.ts";
import { givenNotes } from "../helpers/notes.ts";
import { ALL, DATED, dayCounts, endings, MATURITY, overdueBases, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";
import { formatMoney } from "../../src/math/decimal.ts";

const DOCUMENT = "0x5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03";

describe("NoteCertificate", () => {
  const given = givenNotes();
  let by: NoteCertificate;

  beforeEach(async () => {
    by = await deployCertificate(given);
  });

  const read = async (id: bigint): Promise<Certificate> => await readCertificate(by, given.notes, id);
  const dollars = (units: bigint) => `USD ${grouped(formatMoney(units, 6))}`;

  describe("given the sample", () => {
    let certificate: Certificate;

    beforeEach(async () => {
      certificate = await read(await given.make());
    });

    it("has its name", () => {
      expect(certificate.name).to.equal("Convertible Promissory Note No. 1");
      expect(certificate.spoken[0]).to.equal(certificate.name);
    });

    it("is described in words, in the picture too", () => {
      expect(certificate.description).to.equal(
        "USD 203,323.70. Dated December 31, 2003, due January 1, 2007. Interest 7.75% a year, Actual/365 (Fixed); " +
          "overdue interest: 9% a year on principal and interest. Prepayment: prohibited. Transfer: with the borrower's " +
          "consent; free to affiliates. Convertible after September 1, 2005 into IGI at USD 0.05 a share, as shares " +
          "stood when the note was made.",
      );
      expect(certificate.spoken[1]).to.equal(certificate.description);
    });

    it("has attributes, dates at noon, money and rates as text", async () => {
      const date = (trait_type: string, iso: string) => ({ trait_type, display_type: "date", value: noonOf(iso) });
      const number = (trait_type: string, value: number) => ({ trait_type, display_type: "number", value });
      const text = (trait_type: string, value: unknown) => ({ trait_type, value });
      expect(certificate.attributes).to.deep.equal([
        number("Number", 1),
        text("Principal", dollars(usd("203323.70"))),
        text("Principal outstanding", dollars(usd("203323.70"))),
        text("Currency", "USD"),
        text("Currency contract", await given.currency.getAddress()),
        date("Dated", DATED),
        date("Maturity", MATURITY),
        date("Last day to pay", "2007-01-02"),
        text("Interest rate", "7.75%"),
        text("Day count", "Actual/365 (Fixed)"),
        text("Overdue interest", "9% a year on principal and interest"),
        text("Prepayment", "prohibited"),
        number("Days of grace", 10),
        number("Days to dismiss a petition", 90),
        number("Days to satisfy a judgment", 90),
        text("Conversion price per share", "USD 0.05"),
        date("Convertible after", "2005-09-01"),
        text("Stock", "IGI"),
        text("Stock name", "Common Stock"),
        text("Stock contract", await given.stock.getAddress()),
        text("Transfer", "with the borrower's consent; free to affiliates"),
        text("Maker", given.borrower.address),
        text("Obligor", given.borrower.address),
        text("Attestor", given.attestor.address),
        text("Document SHA-256", DOCUMENT),
      ]);
    });

    it("shows them", async () => {
      const addresses = await Promise.all([given.notes, given.currency, given.stock].map((it) => it.getAddress()));
      const [notes = "", currency = "", stock = ""] = addresses;
      expect(certificate.lines).to.deep.equal([
        "No. 1",
        "CONVERTIBLE",
        "Promissory Note",
        "USD 203,323.70",
        `due ${longDate(MATURITY)}`,
        ...["Dated", longDate(DATED)],
        ...["Interest", "7.75% a year, Actual/365 (Fixed)"],
        ...["Overdue interest", "9% a year on principal and interest"],
        ...["Prepayment", "prohibited"],
        ...["Transfer", "with the borrower's consent; free to affiliates"],
        ...["Convertible", `after ${longDate("2005-09-01")}`],
        ...["into", "Common Stock (IGI)"],
        ...["at", "USD 0.05 a share,", "as shares stood when the note was made"],
        ...["Document", "SHA-256 5e291456…7f61da03"],
        ...["No.", "1"],
        ...[given.borrower.address, "Maker"],
        `Registered in ${notes} · currency ${currency} · stock ${stock}`,
      ]);
    });

    it("runs nothing and loads nothing", () => {
      expect(certificate.svg).not.to.match(/<script|<foreignObject|<image|<style|@import|\son\w+=|javascript:/i);
      for (const [, target] of certificate.svg.matchAll(/(?:href="|url\()([^")]*)/g)) expect(target).to.match(/^#\w$/);
      expect(certificate.svg.match(/https?:[^"]*/g)).to.deep.equal(["http://www.w3.org/2000/svg"]);
      expect(certificate.svg).to.include('role="img" aria-labelledby="t d"');
    });
  });

  describe("given a note without a right of conversion, of little else either", () => {
    let certificate: Certificate;

    beforeEach(async () => {
      const bare = { attestor: ZeroAddress, registry: ZeroAddress, document: ZeroHash };
      certificate = await read(await given.makePlain({ ...bare, overdueRate: 0, rate: 0 }));
    });

    it("is a promissory note", () => {
      expect(certificate.name).to.equal("Promissory Note No. 1");
      expect(certificate.description).to.equal(
        "USD 203,323.70. Dated December 31, 2003, due January 1, 2007. Interest 0% a year, Actual/365 (Fixed); " +
          "overdue interest: none. Prepayment: prohibited. Transfer: with the borrower's consent.",
      );
    });

    it("says nothing of what it has not", () => {
      const said = certificate.attributes.map(({ trait_type }) => trait_type).join(", ");
      expect(said).not.to.match(/Stock|Convert|Conversion|Attestor|Document|Term sheet|Ended/);
      expect(certificate.of("Overdue interest")).to.equal("none");
      expect(certificate.of("Transfer")).to.equal("with the borrower's consent");
      expect(certificate.lines.join("\n")).not.to.match(/CONVERTIBLE|share|stock|Document|SHA-256|obligor|outstanding/);
    });
  });

  describe("given other terms", () => {
    const attribute = async (changes: Parameters<typeof given.make>[0], trait: string) =>
      (await read(await given.make(changes))).of(trait);

    it("names each day count", async () => {
      const names = {
        ACT_365F: "Actual/365 (Fixed)",
        ACT_360: "Actual/360",
        ACT_ACT_ISDA: "Actual/Actual (ISDA)",
        THIRTY_360_BB: "30/360 (Bond Basis)",
        THIRTY_E_360: "30E/360",
        THIRTY_E_360_ISDA: "30E/360 (ISDA)",
        NL_365: "Actual/365 (No Leap)",
      };
      for (const [id, name] of Object.entries(names)) {
        const dayCount = dayCounts[id as keyof typeof dayCounts];
        expect(await attribute({ dayCount, stock: ZeroAddress }, "Day count")).to.equal(name);
      }
    });

    it("writes rates exactly", async () => {
      for (const [rate, written] of [
        [1n, "0.000001%"],
        [99_999_999n, "99.999999%"],
        [10_000_000n, "10%"],
        [5_250_000n, "5.25%"],
      ] as const) {
        expect(await attribute({ rate, stock: ZeroAddress }, "Interest rate")).to.equal(written);
      }
    });

    it("tells the base of overdue interest", async () => {
      const overdueBase = overdueBases.principal;
      expect(await attribute({ overdueBase }, "Overdue interest")).to.equal("9% a year on principal");
    });

    it("tells that prepayment is allowed", async () => {
      expect(await attribute({ prepaymentAllowed: true }, "Prepayment")).to.equal("allowed");
    });

    it("tells that affiliates are not free, by the terms or for want of a register", async () => {
      expect(await attribute({ affiliatesFree: false }, "Transfer")).to.equal("with the borrower's consent");
      expect(await attribute({ registry: ZeroAddress }, "Transfer")).to.equal("with the borrower's consent");
    });

    it("tells when conversion ends", async () => {
      const certificate = await read(await given.make({ convertibleUntil: dayOf("2006-12-31") }));
      expect(certificate.of("Convertible through")).to.equal(noonOf("2006-12-31"));
      expect(certificate.lines).to.include("after September 1, 2005 through December 31, 2006");
    });

    it("gives the hash of a term sheet", async () => {
      expect(await attribute({ termSheet: DOCUMENT }, "Term sheet Keccak-256")).to.equal(DOCUMENT);
    });

    it("writes every month", async () => {
      for (let month = 1; month <= 12; month++) {
        const iso = `2024-${String(month).padStart(2, "0")}-29`;
        const certificate = await read(await given.makePlain({ maturity: dayOf(iso) }));
        expect(certificate.lines).to.include(`due ${longDate(iso)}`);
      }
    });
  });

  describe("as the note lives", () => {
    it("shows the principal outstanding once part is converted", async () => {
      const id = await given.make();
      await given.on("2005-09-02");
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      const certificate = await read(id);
      expect(certificate.of("Principal")).to.equal("USD 203,323.70");
      expect(certificate.of("Principal outstanding")).to.equal("USD 103,323.70");
      expect(certificate.lines).to.include("of which USD 103,323.70 is outstanding");
      expect(certificate.description).to.match(/^USD 203,323\.70, of which USD 103,323\.70 is outstanding\. Dated/);
    });

    it("shows the price at making, whatever splits there were since", async () => {
      const id = await given.make();
      const before = (await read(id)).uri;
      await given.stock.split(3, 2);
      expect((await read(id)).uri).to.equal(before);
    });

    it("shows the present obligor beside the maker", async () => {
      const id = await given.make();
      await given.as(given.subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, given.subsidiary);
      const certificate = await read(id);
      expect(certificate.of("Maker")).to.equal(given.borrower.address);
      expect(certificate.of("Obligor")).to.equal(given.subsidiary.address);
      const last = [given.borrower.address, "Maker", given.subsidiary.address, "Present obligor"];
      expect(certificate.lines.slice(-5, -1)).to.deep.equal(last);
    });

    it("is unmoved by the holder, a default, and charges, which are not on it", async () => {
      const id = await given.make();
      const before = (await read(id)).uri;
      await given.charge(id, usd("500"));
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await given.byBorrower.assign(id, given.stranger);
      expect((await read(id)).uri).to.equal(before);
    });

    const ends = {
      Paid: async (id: bigint) => await given.byPayer.pay(id, ALL),
      Converted: async (id: bigint) => await given.byLender.convert(id, ALL, 0n, 0n, ""),
      Released: async (id: bigint) => await given.byLender.release(id),
    };
    for (const [ending, end] of Object.entries(ends)) {
      it(`says that it was ${ending.toLowerCase()}, and when`, async () => {
        const id = await given.make({ prepaymentAllowed: true });
        await given.on("2005-09-02");
        await end(id);
        const certificate = await read(id);
        expect(certificate.of("Ended")).to.equal(ending);
        expect(certificate.of("Ended on")).to.equal(noonOf("2005-09-02"));
        expect(certificate.of("Principal outstanding")).to.equal("USD 0");
        expect(certificate.lines).to.include(`${ending} September 2, 2005`);
        expect(certificate.lines.join("\n")).not.to.include("outstanding");
        expect(certificate.description).to.match(
          new RegExp(`^USD 203,323\\.70\\. ${ending} September 2, 2005\\. Dated`),
        );
      });
    }
  });

  it("says that a note elsewhere was replaced", async () => {
    const id = await given.make();
    const elsewhere = await given.connection.ethers.deployContract("OddCurrency");
    const ended = { ending: endings.replaced, endedOn: BigInt(dayOf("2006-05-04")) };
    await sayNote(elsewhere, given, id, {}, ended);
    const certificate = await readCertificate(by, elsewhere, id);
    expect(certificate.of("Ended")).to.equal("Replaced");
    expect(certificate.lines).to.include("Replaced May 4, 2006");
  });

  describe("as time goes by", () => {
    it("is the same, byte for byte, before and after maturity", async () => {
      const id = await given.make();
      const before = (await read(id)).uri;
      for (const date of ["2004-12-31", "2005-09-02", "2007-01-01", "2007-01-03", "2031-05-05"]) {
        await given.on(date);
        expect((await read(id)).uri, date).to.equal(before);
      }
    });
  });

  describe("for notes elsewhere", () => {
    it("is refused as they refuse a note that was never made", async () => {
      await given.refused(by.certificateOf(given.notes, 1n), "NoteUnknown", 1n);
    });

    it("can be had as a picture alone", async () => {
      const id = await given.make();
      const image = await given.connection.ethers.getContractAt("CertificateImage", await by.image());
      expect(await image.imageOf(given.notes, id)).to.equal((await read(id)).svg);
    });

    it("costs a call of fewer than ten million gas", async () => {
      const id = await given.make();
      expect(await by.certificateOf.estimateGas(given.notes, id)).to.be.below(10_000_000n);
    });
  });
});
