import { useQuery } from "@tanstack/react-query";
import { previewConversion } from "allonge";
import type { ConversionPreview, NoteOnChain } from "allonge";
import type { ReactNode } from "react";

import { grouped } from "../../../../../src/wording/numbers.ts";
import { priceOf } from "../../../../../src/wording/money.ts";
import { sharesOf } from "../../../../../src/wording/shares.ts";
import type { Values } from "../../../acts/ActForm.tsx";
import { useHead } from "../../../desk/useHead.ts";
import { Money } from "../../../kit/Money.tsx";
import { unitsOf } from "./amountLabel.ts";
import type { PanelProps } from "./panel.ts";

const TOKENS_OF_A_SHARE = 10n ** 18n;

/** What a conversion comes to as the principal is chosen, whether or not the window is open yet. */
export function ConversionFigures(props: PanelProps & { readonly written: Values }) {
  const { note, written } = props;
  const preview = usePreview(props, written);
  if (preview == null) return null;
  const { symbol, decimals } = note.currency;
  const money = (units: bigint) => <Money units={units} decimals={decimals} symbol={symbol} />;
  return (
    <dl className="figures conversion" aria-label="What the conversion comes to">
      <Figure label="Interest taken along" testId="convert-interest">
        {money(preview.interest + preview.overdueInterest)}
      </Figure>
      <Figure label="Charges">{money(preview.charges)}</Figure>
      {note.pricePerShare === null ? null : (
        <Figure label="Price of a share today, adjusted">
          <span className="figure">{priceOf(note.pricePerShare, { decimals, symbol })}</span>
        </Figure>
      )}
      <Figure label="Shares" testId="convert-shares">
        <span className="figure">{grouped(String(preview.shares))}</span>
      </Figure>
      {preview.tokens === preview.shares * TOKENS_OF_A_SHARE ? null : (
        <Figure label="Shares as of today, after splits">
          <span className="figure">{sharesOf(preview.tokens)}</span>
        </Figure>
      )}
      <Figure label={preview.ends ? "Left over, released" : "Left over, stays owed"}>{money(preview.leftover)}</Figure>
      <Figure label="Least shares accepted">
        <span className="figure">{leastOf(written, preview)}</span>
      </Figure>
      <Figure label="Part of the company after it">{dilutionOf(note, preview)}</Figure>
      <Figure label="Remains owed" testId="convert-remains">
        {money(remainsOf(note, preview))}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

function Figure({ label, testId, children }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-testid={testId}>{children}</dd>
    </div>
  );
}

function usePreview({ chain, note }: PanelProps, written: Values): ConversionPreview | null | undefined {
  const { data: head } = useHead(chain);
  const part = (name: string) =>
    written[name] === "all" ? ("all" as const) : unitsOf(written[name], note.currency.decimals);
  const principal = part("principal");
  const charges = part("charges") ?? 0n;
  const { data } = useQuery({
    queryKey: ["conversion", chain.chainId, String(note.id), String(principal), String(charges), head?.hash],
    enabled: principal !== null && head !== undefined,
    placeholderData: (before) => before,
    queryFn: () =>
      previewConversion(
        chain.contracts,
        note.id,
        { principal: principal ?? 0n, charges },
        head === undefined ? {} : { blockTag: head.number },
      ),
  });
  return principal === null ? null : data;
}

/** A conversion lowers what is owed by the price of the shares that it issues, and ends it if it takes all. */
function remainsOf({ statement }: NoteOnChain, { amount, leftover, ends }: ConversionPreview): bigint {
  return ends ? 0n : statement.total - amount + leftover;
}

function leastOf(written: Values, { shares }: ConversionPreview): string {
  const named = written["leastShares"];
  return typeof named === "string" && named !== "" ? named : grouped(String(shares));
}

/** Of all shares issued once these are, in hundredths of a percent, rounded down. */
function dilutionOf({ stock }: NoteOnChain, { tokens }: ConversionPreview): string {
  if (stock?.issued == null || stock.issued + tokens === 0n) return "the stock does not say";
  const all = stock.issued + tokens;
  const basisPoints = (tokens * 10_000n) / all;
  const percent = `${String(basisPoints / 100n)}.${String(basisPoints % 100n).padStart(2, "0")}%`;
  return `${percent} (${sharesOf(tokens)} of ${sharesOf(all)} shares issued)`;
}
