import { grouped, timesOf } from "../ratio.ts";
import { compare } from "./comparisons.ts";
import type { Beside } from "./comparisons.ts";
import type { Figures } from "./figures.ts";
import { markdown } from "./tables.ts";

const NO_TERMS = "its token has no terms; ours writes all of them as code, and sets shares aside for conversion";
const UNASKED = "whoever holds may give to anybody";
const ONLY_ISSUES = "it issues shares and ends no debt";

/** Why another system's act is cheaper than ours: it leaves out something that a note promises. */
const REASONS: Readonly<Record<string, string>> = {
  "make, value received / T-REX / mint": `${NO_TERMS}; it checks the receiver's claim instead`,
  "make, value received / ERC-3525 / mint": `${NO_TERMS}; it keeps lists of holders and tokens instead`,
  "make, value received / tokenize.it / mint": `${NO_TERMS}; it adds to a balance and to the total`,
  "subscribe: pay the principal, take the note / Sablier / create a stream, deposit included":
    "a stream is an amount and a few times; ours writes all terms as code, and sets shares aside for conversion",
  "subscribe: pay the principal, take the note / tokenize.it / private offer: pay and receive shares":
    "shares have no terms; the offer is a contract of its own, used once, yet less than our terms",
  "transfer with consent / Sablier / transfer, receiver's first": `${UNASKED}; ours reads a consent and the day, and uses the consent up`,
  "transfer to an affiliate / Sablier / transfer, receiver's first": `${UNASKED}; ours asks the register who controls whom`,
  "pay part / ERC-3525 / value moved between tokens":
    "no money moves and no interest has accrued: two balances change; ours moves money and accrues first",
  "convert part, holder new to the stock / tokenize.it / mint, holder's first": `${ONLY_ISSUES}; ours accrues, takes what is converted off the debt, and lowers the shares set aside`,
  "convert part, holder with shares / tokenize.it / mint": `${ONLY_ISSUES}; ours accrues, takes what is converted off the debt, and lowers the shares set aside`,
};

/** Every act of ours that another system's is cheaper than, and why; one without a reason, or a reason of no act, is an error. */
export function cheaperTable(figures: Figures, reasons = REASONS): string[] {
  const pairs = compare(figures).flatMap(({ act, gas, peers }) => peers.map((peer) => ({ act, ours: gas, peer })));
  const cheaper = pairs.filter(({ ours, peer }) => peer.gas < ours).map((pair) => ({ ...pair, key: keyOf(pair) }));
  const idle = Object.keys(reasons).filter((key) => !cheaper.some((each) => each.key === key));
  if (idle.length > 0) throw new RangeError(`a reason is given, but ours is not dearer: ${idle.join("; ")}`);
  const rows = cheaper.map(({ act, ours, peer, key }) => {
    const why = reasons[key];
    if (why === undefined) throw new RangeError(`another is cheaper, and it is not said why: ${key}`);
    return [act, `${peer.system}: ${peer.act}`, why, grouped(ours - peer.gas), timesOf(ours, peer.gas)];
  });
  const counted = `Of ${String(pairs.length)} acts of other systems put beside ours, ${String(cheaper.length)} are cheaper than ours:`;
  return [counted, "", ...markdown(["act of ours", "cheaper", "why", "by", "ours / it"], rows, 3)];
}

const keyOf = ({ act, peer }: { readonly act: string; readonly peer: Beside }) =>
  `${act} / ${peer.system} / ${peer.act}`;
