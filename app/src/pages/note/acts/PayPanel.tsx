import { useQuery } from "@tanstack/react-query";
import { connectCurrency } from "allonge";

import { useHead } from "../../../desk/useHead.ts";
import { Money } from "../../../kit/Money.tsx";
import { ActForm } from "../../../acts/ActForm.tsx";
import { PlanView } from "../../../acts/PlanView.tsx";
import { TransactionButton } from "../../../acts/TransactionButton.tsx";
import { useWallet } from "../../../wallet/WalletProvider.tsx";
import { amountLabel } from "./amountLabel.ts";
import type { PanelProps } from "./panel.ts";
import { useActPanel } from "./useActPanel.ts";

/** An approval of so many times what is owed is one that nobody counts. */
const BOUNDLESS = 1_000_000n;

/** Payment by anyone: what the payer has and has approved beside the sum. */
export function PayPanel(props: PanelProps) {
  const { chain, note } = props;
  const panel = useActPanel(props);
  const { connected } = useWallet();
  const { fields, values, change, planned, waitsFor, parties, subject, from, onDone, attempt } = panel;
  const purse = usePurse(props, from);
  const shown = fields.filter(({ name }) => name !== "permit" || purse?.takesPermits === true);
  const { symbol, decimals } = note.currency;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <ActForm fields={shown} values={values} note={note} onChange={change} />
      {purse === undefined ? null : (
        <dl className="figures">
          <div>
            <dt>{connected?.address === from ? "Your balance" : "The borrower's balance"}</dt>
            <dd data-testid="pay-balance">
              <Money units={purse.balance} decimals={decimals} symbol={symbol} />
            </dd>
          </div>
          <div>
            <dt>Approved to the notes</dt>
            <dd data-testid="pay-allowance">
              {purse.allowance > (note.statement.total + 1n) * BOUNDLESS ? (
                "more than is owed, without end"
              ) : (
                <Money units={purse.allowance} decimals={decimals} symbol={symbol} />
              )}
            </dd>
          </div>
        </dl>
      )}
      <PlanView state={planned.state} waitsFor={waitsFor} />
      <TransactionButton
        key={attempt}
        chain={chain}
        subject={subject}
        planned={planned}
        parties={parties}
        label={amountLabel("Pay", values["amount"], note, "all that is owed")}
        onDone={onDone}
      />
    </form>
  );
}

/** What an account has of a note's currency, has approved, and whether it can sign permits. */
function usePurse({ chain, note }: PanelProps, account: string) {
  const { data: head } = useHead(chain);
  const currency = connectCurrency(note.currency.address, chain.provider);
  const { PromissoryNotes } = chain.record.contracts;
  const { data } = useQuery({
    queryKey: ["purse", chain.chainId, note.currency.address, account, head?.hash],
    placeholderData: (before, query) => (query?.queryKey[3] === account ? before : undefined),
    queryFn: async () => {
      const [balance, allowance, nonce] = await Promise.all([
        currency.balanceOf(account),
        currency.allowance(account, PromissoryNotes),
        currency.nonces(account).catch(() => null),
      ]);
      return { balance, allowance, takesPermits: nonce !== null };
    },
  });
  return data;
}
