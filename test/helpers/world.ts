import { ZeroHash } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import { deployNotes } from "../../src/chain/deploy.ts";
import type { TermsStruct } from "../../typechain-types/PromissoryNotes.ts";
import { dayOf } from "../support/days.ts";
import { newYorkTime } from "./time.ts";
import { ALL, DATED, dayCounts, MATURITY, overdueBases, tokens, usd } from "./vocabulary.ts";

/** The terms of a note, as `make` takes them. */
export type Terms = TermsStruct;

/** A connection to a simulated chain. */
export type Connection = NetworkConnection<string>;

async function deployCompanies({ ethers }: Connection) {
  const signers = await ethers.getSigners();
  const [deployer, borrower, lender, attestor, registrar, holdco, sister, parent, subsidiary, stranger, payer] =
    signers;
  if (!deployer || !borrower || !lender || !attestor || !registrar || !holdco || !sister) throw new Error("accounts");
  if (!parent || !subsidiary || !stranger || !payer) throw new Error("accounts");
  return {
    deployer,
    /** The maker, obligor at first. */
    borrower,
    /** The first holder. */
    lender,
    attestor,
    registrar,
    /** Controls the lender and its sister. */
    holdco,
    /** An affiliate of the lender. */
    sister,
    /** Controls the borrower. */
    parent,
    /** Controlled by the borrower. */
    subsidiary,
    stranger,
    /** Somebody with money who is no party. */
    payer,
  };
}

/**
 * Everything a note needs, deployed, on the day the sample is dated: the notes and their lens, both calendars, a currency of which
 * everybody has ten million and has approved all, a register of control, the borrower's stock.
 */
export async function deployWorld(connection: Connection) {
  const { ethers, networkHelpers } = connection;
  const people = await deployCompanies(connection);
  const { deployer, borrower, lender, attestor, registrar, holdco, sister, parent, subsidiary } = people;
  await networkHelpers.time.increaseTo(newYorkTime(DATED));

  const { notes, lens } = await deployNotes(deployer);
  const calendar = await ethers.deployContract("NewYorkCalendar");
  const utc = await ethers.deployContract("UTCCalendar");
  const registry = await ethers.deployContract("ControlRegistry", [registrar]);
  const register = registry.connect(registrar);
  for (const [controller, controlled] of [
    [holdco, lender],
    [holdco, sister],
    [parent, borrower],
    [borrower, subsidiary],
  ] as const) {
    await register.recordControl(controller, controlled, "");
  }
  const currency = await ethers.deployContract("Dollar", ["USD", 6]);
  for (const person of Object.values(people)) {
    await currency.mint(person, usd("10000000"));
    await currency.connect(person).approve(notes, ALL);
  }
  const deployed = await ethers.deployContract("CommonStock", ["Common Stock", "IGI", borrower, tokens("60000000")]);
  const stock = deployed.connect(borrower);
  await stock.grantConversion(notes);

  /** The sample's terms. */
  const defaults: Terms = {
    borrower: borrower.address,
    attestor: attestor.address,
    currency: await currency.getAddress(),
    calendar: await calendar.getAddress(),
    registry: await registry.getAddress(),
    stock: await stock.getAddress(),
    principal: usd("203323.70"),
    rate: 7_750_000n,
    overdueRate: 9_000_000n,
    overdueBase: overdueBases.sumDue,
    dayCount: dayCounts.ACT_365F,
    prepaymentAllowed: false,
    extendDeadlines: true,
    affiliatesFree: true,
    dated: dayOf(DATED),
    maturity: dayOf(MATURITY),
    graceDays: 10,
    dismissalDays: 90,
    judgmentDays: 90,
    convertibleAfter: dayOf("2005-09-01"),
    convertibleUntil: 0,
    priceNumerator: usd("0.05"),
    priceDenominator: 1,
    document: "0x5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03",
    termSheet: ZeroHash,
    predecessorDated: dayOf("2002-10-10"),
    predecessorPrincipal: usd("211004.53"),
  };
  return { ...people, connection, notes, lens, calendar, utc, registry, currency, stock, defaults };
}

/** What the fixture deploys. */
export type World = Awaited<ReturnType<typeof deployWorld>>;
