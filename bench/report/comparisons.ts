import { inOneTransaction } from "../ratio.ts";
import type { Figures } from "./figures.ts";

/** An act of ours and what is put beside it. */
interface Comparison {
  readonly act: string;
  /** The bare token's and money's acts that it cannot do without, were they one transaction. */
  readonly floor: readonly string[];
  readonly peers: readonly (readonly [peer: string, act: string])[];
}

/** One figure beside ours. */
export interface Beside {
  readonly system: string;
  readonly act: string;
  readonly gas: number;
}

/** An act of ours with its floor and its peers. */
export interface Compared {
  readonly act: string;
  readonly gas: number;
  readonly floor: Beside;
  readonly peers: readonly Beside[];
}

const FIRST_TRANSFER = "transfer, receiver's first";
const TRANSFERS = [
  ["T-REX", FIRST_TRANSFER],
  ["ERC-3525", FIRST_TRANSFER],
  ["Sablier", FIRST_TRANSFER],
  ["tokenize.it", FIRST_TRANSFER],
] as const;
const PAYMENT = "ERC-20 transferFrom";
const FLOOR = "OpenZeppelin";

const COMPARISONS: readonly Comparison[] = [
  {
    act: "make, value received",
    floor: ["ERC-721 mint"],
    peers: [
      ["T-REX", "mint"],
      ["ERC-3525", "mint"],
      ["tokenize.it", "mint"],
    ],
  },
  {
    act: "make with the maker's signature, a later one",
    floor: ["ERC-721 mint", "ERC-20 permit, by a signature"],
    peers: [],
  },
  {
    act: "subscribe: pay the principal, take the note",
    floor: ["ERC-721 mint", PAYMENT],
    peers: [
      ["Sablier", "create a stream, deposit included"],
      ["tokenize.it", "private offer: pay and receive shares"],
    ],
  },
  { act: "consent to a transfer", floor: ["ERC-721 approve"], peers: [["T-REX", "register an identity"]] },
  {
    act: "consent by signature, a later one",
    floor: ["ERC-20 permit, by a signature"],
    peers: [["T-REX", "add a signed claim to an identity"]],
  },
  { act: "transfer with consent", floor: ["ERC-721 transfer, receiver's first"], peers: TRANSFERS },
  { act: "transfer to an affiliate", floor: ["ERC-721 transfer, receiver's first"], peers: TRANSFERS },
  {
    act: "pay part",
    floor: [PAYMENT],
    peers: [
      ["Sablier", "withdraw a part"],
      ["ERC-3525", "value moved between tokens"],
    ],
  },
  { act: "pay off", floor: [PAYMENT, "ERC-721 burn"], peers: [["Sablier", "withdraw all at the end"]] },
  {
    act: "pay off, no conversion right",
    floor: [PAYMENT, "ERC-721 burn"],
    peers: [["Sablier", "withdraw all at the end"]],
  },
  {
    act: "convert part, holder new to the stock",
    floor: ["ERC-20 mint, holder's first"],
    peers: [
      ["T-REX", "mint, holder's first"],
      ["tokenize.it", "mint, holder's first"],
    ],
  },
  {
    act: "convert part, holder with shares",
    floor: ["ERC-20 mint"],
    peers: [
      ["T-REX", "mint"],
      ["tokenize.it", "mint"],
    ],
  },
  {
    act: "release",
    floor: ["ERC-721 burn"],
    peers: [
      ["ERC-3525", "burn"],
      ["Sablier", "cancel, the rest returned"],
    ],
  },
  { act: "recover", floor: ["ERC-721 transfer, receiver's first"], peers: [["T-REX", "recover a lost wallet"]] },
];

/** Puts others' acts beside ours. */
export function compare({ acts, peers }: Figures): Compared[] {
  const gasOf = (system: string, act: string): number => {
    const gas = peers.find(({ name }) => name === system)?.acts[act];
    if (gas === undefined) throw new RangeError(`nothing measured: ${system}, ${act}`);
    return gas;
  };
  return COMPARISONS.map(({ act, floor, peers: others }) => {
    const ours = acts[act];
    if (ours === undefined) throw new RangeError(`nothing measured: ${act}`);
    const gas = inOneTransaction(floor.map((each) => gasOf(FLOOR, each)));
    return {
      act,
      gas: ours.gas,
      floor: { system: FLOOR, act: floor.join(" + "), gas },
      peers: others.map(([system, other]) => ({ system, act: other, gas: gasOf(system, other) })),
    };
  });
}
