import { useEffect, useState } from "react";

const SHOWN_MILLISECONDS = 2000;

/** Copies a text, and says that it did. */
export function Copy({ text, what }: { readonly text: string; readonly what: string }) {
  const [told, setTold] = useState<"" | "Copied" | "Could not be copied">("");
  useEffect(() => {
    if (told === "") return;
    const timer = setTimeout(() => {
      setTold("");
    }, SHOWN_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [told]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold("Copied");
    } catch {
      setTold("Could not be copied");
    }
  };
  return (
    <>
      <button
        type="button"
        className="icon"
        aria-label={`Copy ${what}`}
        title={`Copy ${what}`}
        onClick={() => void copy()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path
            d={told === "Copied" ? "M3 8.5 6.5 12 13 4" : "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
      </button>
      <span role="status" className="unseen">
        {told}
      </span>
    </>
  );
}
