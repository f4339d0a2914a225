import { dayOf, isoOf, localTimestamp, newYorkCalendar } from "allonge";
import { useEffect, useId, useState } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { useHead, useLookAgain } from "../desk/useHead.ts";
import { announceOpenAccounts } from "../wallet/openAccounts.ts";
import type { OpenAccounts } from "../wallet/openAccounts.ts";
import "./clock.css";

const MIDNIGHT = "00:00";

/** The clock of a chain of one's own, to be moved forward, and whose of its open accounts acts. */
export function ClockPanel({ chain }: { readonly chain: OpenChain }) {
  const { data: head } = useHead(chain);
  const lookAgain = useLookAgain(chain);
  const [day, setDay] = useState("");
  const [time, setTime] = useState(MIDNIGHT);
  const [problem, setProblem] = useState<string | null>(null);
  const [dayId, timeId] = [useId(), useId()];
  const today = head === undefined ? "" : isoOf(newYorkCalendar.dateOf(head.timestamp));

  const move = async () => {
    setProblem(null);
    try {
      const wanted = localTimestamp(newYorkCalendar, dayOf(day === "" ? today : day), time);
      const now = head?.timestamp ?? 0;
      if (wanted <= now) {
        setProblem("That moment is past: a chain's clock goes forward alone.");
        return;
      }
      await chain.provider.send("evm_setNextBlockTimestamp", [wanted]);
      await chain.provider.send("evm_mine", []);
      await lookAgain();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <section className="clock" aria-label="The chain's clock and accounts">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <span>
          This chain is your own. It is <strong className="figure">{today}</strong> in New York.
        </span>
        <label htmlFor={dayId}>Go to</label>
        <input
          id={dayId}
          type="date"
          value={day === "" ? today : day}
          min={today}
          onChange={({ target }) => {
            setDay(target.value);
          }}
        />
        <label htmlFor={timeId}>at</label>
        <input
          id={timeId}
          type="time"
          value={time}
          onChange={({ target }) => {
            setTime(target.value);
          }}
        />
        <button type="submit" className="quiet">
          Move the clock
        </button>
        <ActAs chain={chain} />
      </form>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </section>
  );
}

function ActAs({ chain }: { readonly chain: OpenChain }) {
  const [accounts, setAccounts] = useState<OpenAccounts | null>(null);
  const [chosen, setChosen] = useState("");
  const id = useId();
  useEffect(() => {
    let isGone = false;
    let end = () => {
      isGone = true;
    };
    void announceOpenAccounts(chain).then((announced) => {
      if (isGone) {
        announced?.end();
        return;
      }
      if (announced === null) return;
      end = announced.end;
      setAccounts(announced);
      setChosen(announced.current());
    });
    return () => {
      end();
    };
  }, [chain]);
  if (accounts === null) return null;
  return (
    <span className="clock-act-as">
      <label htmlFor={id}>Act as</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => {
          setChosen(target.value);
          accounts.choose(target.value);
        }}
      >
        {accounts.addresses.map((address, place) => (
          <option key={address} value={address}>
            {accounts.nameOf(place)} {address.slice(0, 8)}…
          </option>
        ))}
      </select>
    </span>
  );
}
