import { isoOf } from "../../math/civilDate.ts";
import { formatRational } from "../../math/decimal.ts";
import { divide, multiply, rational } from "../../math/rational.ts";
import type { Rational } from "../../math/rational.ts";
import { entryInWords } from "../entryInWords.ts";
import type { ConversionEntry, Entry, NoteFacts, StockEvent, StockFacts } from "../noteFacts.ts";
import { postingsOf } from "../postings.ts";
import type { Posting } from "../postings.ts";
import { besidePrincipal, exactIn, placeOf, takenInWords, toldOf } from "./comments.ts";
import { conversionTrigger, termsWithoutWord, triggerId } from "./conversionTrigger.ts";
import { inCurrency, prefixOf, stakeholderId, stockClassId, writeNumber } from "./values.ts";
import type { Monetary } from "./values.ts";

/** An object of Open Cap Format: a transaction, with what it has no field for in the comments. */
export interface OpenCapObject {
  readonly object_type: string;
  readonly id: string;
  readonly comments: string[];
  readonly [field: string]: unknown;
}

/** How far the writing of a note's transactions has come. */
interface Progress {
  readonly written: OpenCapObject[];
  /** The last issuance of the note: comments on what has no transaction of its own go there. */
  issuance: OpenCapObject | null;
  securities: number;
  shares: number;
  /** Shares of now for one as shares stood when the note was made. */
  split: Rational;
  /** Cumulative since then. */
  distribution: Rational;
  /** Into which the note converts. */
  stock: string;
}

/**
 * The transactions of a note in the order in which they happened. A convertible of which a part is converted, paid or transferred ends, and
 * another takes its place: so Open Cap Format has it, whose securities never change.
 *
 * @param money Writes currency units.
 */
export function transactionsOf(
  facts: NoteFacts,
  stock: StockFacts,
  money: (units: bigint) => Monetary,
): readonly OpenCapObject[] {
  const progress: Progress = {
    written: [],
    issuance: null,
    securities: 0,
    shares: 0,
    split: rational(1n),
    distribution: rational(1n),
    stock: stock.address,
  };
  const writer = new TransactionWriter(facts, progress, money);
  const happened: (Posting | StockEvent)[] = [...postingsOf(facts), ...stock.events];
  for (const each of happened.toSorted(inOrderOfTheChain)) {
    if ("entry" in each) writer.post(each);
    else writer.postStock(each);
  }
  return progress.written;
}

function inOrderOfTheChain(a: Posting | StockEvent, b: Posting | StockEvent): number {
  const [one, other] = ["entry" in a ? a.entry : a, "entry" in b ? b.entry : b];
  return one.blockNumber - other.blockNumber || one.index - other.index;
}

class TransactionWriter {
  readonly #facts: NoteFacts;
  readonly #progress: Progress;
  readonly #money: (units: bigint) => Monetary;
  #holder: string;

  constructor(facts: NoteFacts, progress: Progress, money: (units: bigint) => Monetary) {
    this.#facts = facts;
    this.#progress = progress;
    this.#money = money;
    this.#holder = facts.standing.holder;
  }

  /** Writes an entry of the note. */
  post(posting: Posting): void {
    const { entry, credits, balances } = posting;
    const isOfPrincipal = credits.principal > 0n || balances.total === 0n;
    if (entry.kind === "made") {
      this.#holder = entry.lender;
      this.#issue(posting, isoOf(this.#facts.terms.dated), termsWithoutWord(this.#facts));
    } else if (entry.kind === "transfer") {
      this.#transfer(posting, entry.to);
    } else if (entry.kind === "conversion") {
      this.#convert(posting, entry);
    } else if (entry.kind === "charge" || entry.kind === "assignment" || !isOfPrincipal) {
      this.#comment(posting);
    } else {
      this.#cancel(posting);
    }
  }

  /** Writes what happened to the stock. */
  postStock(event: StockEvent): void {
    const progress = this.#progress;
    const ratio = rational(event.numerator, event.denominator);
    const inWords = `${String(event.numerator)} for ${String(event.denominator)}`;
    const told = `${isoOf(event.day)}: ${placeOf(event)}`;
    if (event.kind === "split") {
      progress.split = multiply(progress.split, ratio);
      progress.written.push({
        object_type: "TX_STOCK_CLASS_SPLIT",
        id: this.#idOf("split", event),
        comments: [told],
        date: isoOf(event.day),
        stock_class_id: stockClassId(this.#facts, progress.stock),
        split_ratio: { numerator: String(event.numerator), denominator: String(event.denominator) },
      });
    } else if (event.kind === "distribution") {
      progress.distribution = multiply(progress.distribution, ratio);
      this.#note(
        `${told}: distribution to the shareholders, ${inWords}, which lowers the conversion price ("${event.description}"); Open Cap Format has no transaction for it.`,
      );
    } else {
      progress.split = multiply(progress.split, ratio);
      progress.stock = event.successor.address;
      this.#note(
        `${told}: recapitalization, ${inWords}: the note converts into ${stockClassId(this.#facts, progress.stock)} from now on; Open Cap Format has no transaction for the exchange.`,
      );
    }
  }

  #issue(posting: Posting, date: string, comments: readonly string[]): void {
    const { entry, balances } = posting;
    const progress = this.#progress;
    progress.securities += 1;
    const issuance: OpenCapObject = {
      object_type: "TX_CONVERTIBLE_ISSUANCE",
      id: this.#idOf(`issuance-${progress.securities}`, entry),
      comments: [placeOf(entry), ...comments, ...besidePrincipal(this.#facts, posting)],
      security_id: this.#securityId(),
      date,
      custom_id: `CN-${String(this.#facts.id)}${progress.securities === 1 ? "" : `.${progress.securities}`}`,
      stakeholder_id: stakeholderId(this.#facts, this.#holder),
      security_law_exemptions: [],
      investment_amount: this.#money(balances.principal),
      convertible_type: "NOTE",
      conversion_triggers: [conversionTrigger(this.#facts, progress.stock)],
      seniority: 1,
    };
    progress.issuance = issuance;
    progress.written.push(issuance);
  }

  #transfer(posting: Posting, to: string): void {
    this.#holder = to;
    const ending = this.#securityId();
    this.#progress.written.push({
      object_type: "TX_CONVERTIBLE_TRANSFER",
      id: this.#idOf("transfer", posting.entry),
      comments: toldOf(this.#facts, posting.entry),
      security_id: ending,
      date: isoOf(posting.entry.day),
      amount: this.#money(posting.balances.principal),
      resulting_security_ids: [this.#securityId(1)],
    });
    this.#replace(posting);
  }

  #cancel(posting: Posting): void {
    const { entry, credits } = posting;
    this.#progress.written.push({
      object_type: "TX_CONVERTIBLE_CANCELLATION",
      id: this.#idOf("cancellation", entry),
      comments: [...toldOf(this.#facts, entry), takenInWords(this.#facts, posting)],
      security_id: this.#securityId(),
      date: isoOf(entry.day),
      amount: this.#money(credits.principal),
      reason_text: entryInWords(entry, this.#facts.terms),
      ...this.#balance(posting),
    });
    this.#replace(posting);
  }

  #convert(posting: Posting, entry: ConversionEntry): void {
    const progress = this.#progress;
    const { terms, stock } = this.#facts;
    progress.shares += 1;
    const shareId = `${prefixOf(this.#facts)}/shares-${progress.shares}`;
    const quantity = writeNumber(multiply(rational(entry.shares), progress.split));
    const since = multiply(progress.split, progress.distribution);
    const price = inCurrency(divide(terms.conversion?.price ?? rational(0n), since), this.#facts);
    const sharePrice = writeNumber(price);
    progress.written.push({
      object_type: "TX_CONVERTIBLE_CONVERSION",
      id: this.#idOf("conversion", entry),
      comments: [...toldOf(this.#facts, entry), takenInWords(this.#facts, posting)],
      security_id: this.#securityId(),
      date: isoOf(entry.day),
      reason_text: "Conversion at the holder's election",
      quantity_converted: this.#money(entry.taken.principal).amount,
      trigger_id: triggerId(this.#facts),
      resulting_security_ids: [shareId],
      ...this.#balance(posting),
    });
    progress.written.push({
      object_type: "TX_STOCK_ISSUANCE",
      id: this.#idOf("stock-issuance", entry),
      comments: [
        placeOf(entry),
        `${String(entry.shares)} whole shares as shares stood when the note was made.`,
        ...(quantity.isCut ? ["The quantity is cut to ten decimals."] : []),
        ...(sharePrice.isCut ? [`The price is cut to ten decimals; exactly, it is ${formatRational(price)}.`] : []),
      ],
      security_id: shareId,
      date: isoOf(entry.day),
      custom_id: `${stock?.symbol ?? "CS"}-${progress.shares}`,
      stakeholder_id: stakeholderId(this.#facts, entry.holder),
      security_law_exemptions: [],
      consideration_text: `Conversion of note ${String(this.#facts.id)}`,
      stock_class_id: stockClassId(this.#facts, progress.stock),
      share_price: { amount: sharePrice.text, currency: this.#money(0n).currency },
      quantity: quantity.text,
      stock_legend_ids: [],
    });
    this.#replace(posting);
  }

  /** Another convertible in the place of one of which something is still owed. */
  #replace(posting: Posting): void {
    if (posting.balances.total === 0n) return;
    this.#issue(posting, isoOf(posting.entry.day), [`In the place of ${this.#securityId()}.`]);
  }

  #balance({ balances }: Posting): object {
    return balances.total === 0n ? {} : { balance_security_id: this.#securityId(1) };
  }

  #comment(posting: Posting): void {
    const { entry } = posting;
    const amounts =
      entry.kind === "charge" ? ` ${exactIn(this.#facts, entry.amount)}.` : ` ${takenInWords(this.#facts, posting)}`;
    const told = entry.kind === "assignment" ? ` ${entry.to}.` : amounts;
    this.#note(`${isoOf(entry.day)}: ${toldOf(this.#facts, entry).join(": ")}${told}`);
  }

  #note(comment: string): void {
    this.#progress.issuance?.comments.push(comment);
  }

  #securityId(later = 0): string {
    return `${prefixOf(this.#facts)}/convertible-${this.#progress.securities + later}`;
  }

  #idOf(name: string, { transactionHash, index }: Entry | StockEvent): string {
    return `${prefixOf(this.#facts)}/${name}/${transactionHash}/${index}`;
  }
}
