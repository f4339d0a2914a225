import { encodeBytes32String, Interface, keccak256, toUtf8Bytes, ZeroAddress } from "ethers";
import type { ErrorFragment, ParamType } from "ethers";

import { errorsAbi } from "../src/abi/errors.ts";
import { dayOf } from "../src/math/civilDate.ts";

const usd = (cents: bigint): bigint => cents * 10_000n;
const day = (iso: string): bigint => BigInt(dayOf(iso));
const share = (whole: bigint): bigint => whole * 10n ** 18n;
const originalShare = (whole: bigint): bigint => whole * 10n ** 27n;

/** Example figures by the name of the argument, wherever it stands; of the sample note where it has them. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  admitted: usd(150_000n),
  allowance: usd(100_000n),
  ample: 500_000n,
  amount: usd(20_500_000n),
  authorized: originalShare(60_000_000n),
  balance: usd(1_250_000n),
  below: 100_000_000n,
  bits: 128n,
  charges: usd(200_000n),
  claimAfter: originalShare(1_000n),
  claimBefore: originalShare(5_000_000n),
  claims: originalShare(4_066_474n),
  code: 17n,
  consentUntil: day("2006-06-30"),
  convertibleAfter: day("2005-09-01"),
  convertibleUntil: day("2006-09-01"),
  converters: 17n,
  currentNonce: 4n,
  dated: day("2003-12-31"),
  dayOfMonth: 30n,
  deadline: 1_125_633_600n,
  denominator: 1n,
  earliest: day("2003-12-31"),
  ending: 1n,
  expected: usd(20_332_370n),
  first: 18_000n,
  found: [2n, 1n, 1n, 1n],
  fraction: originalShare(2_000n),
  gas: 200_000n,
  generation: 9n,
  held: originalShare(400n),
  id: 7n,
  issued: originalShare(250_000n),
  kind: 1n,
  last: 16_777_215n,
  lastDayToPay: day("2007-01-02"),
  lastDeclaredOn: day("2005-11-14"),
  latest: day("2006-05-15"),
  least: 4_066_474n,
  length: 64n,
  limit: usd(100_000n),
  links: 17n,
  maturity: day("2007-01-01"),
  maximum: 2n ** 64n - 1n,
  month: 2n,
  most: 16n,
  mostLinks: 16n,
  needed: usd(20_332_370n),
  nonce: 3n,
  numerator: 2n,
  objectionThrough: day("2006-06-14"),
  occurred: day("2006-06-01"),
  open: 16n,
  outstanding: usd(20_332_370n),
  owed: usd(20_332_370n),
  pricePerShare: usd(5n),
  principal: usd(30_000_000n),
  promised: share(3_821_710n),
  rate: 100_000_000n,
  reason: "Blacklistable: account is blacklisted",
  received: usd(20_000_000n),
  seen: [1n, 1n, 1n, 1n],
  shares: 3_821_710n,
  str: "Infinite Group, Inc. Common Stock, Class A",
  timestamp: 1_125_720_000n,
  today: day("2006-05-15"),
  tokenId: 7n,
  units: originalShare(500n),
  until: day("2006-05-12"),
  value: 2n ** 130n,
  year: 2006n,
};

/** Where the same name means another thing, or the sample's figure would not be refused. */
const BY_ERROR: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  BeforeFirstDay: { timestamp: 3_600n },
  ConversionNotOpen: { today: day("2005-09-01") },
  ConversionClosed: { today: day("2006-09-02") },
  ConsentRequired: { today: day("2006-07-03") },
  DatedInFuture: { dated: day("2006-06-01") },
  DayOutOfRange: { day: 20_000_000n },
  ERC2612ExpiredSignature: { deadline: 1_125_633_600n },
  ExceedsOwed: { amount: usd(20_500_000n) },
  FactKindReserved: { kind: 6n },
  FactNotCurable: { kind: 6n },
  FactNameInvalid: { name: `0x${"61".repeat(32)}` },
  FactNameReserved: { name: encodeBytes32String("nonPayment") },
  InsufficientBalance: { balance: 0n, needed: 1n },
  InvalidRatio: { numerator: 1n, denominator: 1n },
  MaturityNotAfterDated: { maturity: day("2003-12-31") },
  NoWholeShare: { amount: usd(4n) },
  NotEnoughAuthorized: { needed: originalShare(61_000_000n) },
  OccurredOutOfRange: { occurred: day("2006-05-16") },
  PriceZero: { numerator: 0n },
  RatioTooLarge: { numerator: 2n ** 64n, denominator: 3n },
  RecoveryPremature: { today: day("2006-06-14") },
  SharesNotReceived: { received: share(3_821_709n) },
  SuccessorInUse: { predecessor: ZeroAddress },
  TooManyGenerations: { most: 8n },
  TooManyOpenFacts: { limit: 16n },
  WindowEmpty: { convertibleUntil: day("2005-09-01") },
};

const ERRORS = new Interface(errorsAbi);

/** An error with example arguments, as bytes; a new one for every error of the interfaces. */
export function exampleData(name: string): string {
  const fragment = fragmentOf(name);
  return ERRORS.encodeErrorResult(
    fragment,
    fragment.inputs.map((input) => exampleOf(name, input)),
  );
}

/** An error as its contract declares it. */
export function fragmentOf(name: string): ErrorFragment {
  const fragment = ERRORS.getError(name);
  if (fragment === null) throw new Error(`${name}: no such error`);
  return fragment;
}

function exampleOf(error: string, { name, type }: ParamType): unknown {
  const own = BY_ERROR[error]?.[name];
  if (own !== undefined) return own;
  if (type === "address") return `0x${hashOf(name).slice(-40)}`;
  if (type === "bytes32") return name === "name" ? encodeBytes32String("petition") : hashOf(name);
  if (!(name in BY_NAME)) throw new Error(`${error}: give an example of ${type} ${name}`);
  return BY_NAME[name];
}

function hashOf(name: string): string {
  return keccak256(toUtf8Bytes(name));
}
