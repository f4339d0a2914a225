import { useSyncExternalStore } from "react";

/** How far a transaction has come. "undone" is one that was mined in a block that the chain has since dropped. */
export type EntryState = "sent" | "mined" | "failed" | "replaced" | "dropped" | "undone";

/** A transaction that was sent from this page, with what is needed to tell of it after a reload. */
export interface JournalEntry {
  readonly hash: string;
  readonly chainId: number;
  /** Number of the note; null where it is about none yet. */
  readonly note: string | null;
  /** What it does, in one sentence. */
  readonly says: string;
  /** Whether it only prepares another, as an approval does. */
  readonly isStep: boolean;
  readonly from: string;
  readonly nonce: number;
  readonly state: EntryState;
  /** What it has done, or why it failed. */
  readonly told: readonly string[];
  /** Where it was mined; null until then. */
  readonly block: { readonly number: number; readonly hash: string } | null;
  /** Whether it needs no more watching. */
  readonly settled: boolean;
  readonly hidden: boolean;
  readonly figures: { readonly decimals: number; readonly symbol: string; readonly zone?: string };
  /** What the parties were called when it was sent, by address in small letters. */
  readonly titles: Readonly<Record<string, string>>;
}

const KEY = "allonge.journal";
/** More than anybody has under way; the oldest fall out. */
const MOST = 30;

const listeners = new Set<() => void>();
let entries: readonly JournalEntry[] = read();

/** Every transaction kept, the newest last. */
export function useJournal(): readonly JournalEntry[] {
  return useSyncExternalStore(subscribe, () => entries);
}

/** What is known of a transaction by now; undefined once it is forgotten. */
export function entryOf(hash: string): JournalEntry | undefined {
  return entries.find((entry) => entry.hash === hash);
}

/** Keeps a transaction that was just sent. */
export function addEntry(sent: Omit<JournalEntry, "state" | "told" | "block" | "settled" | "hidden">): void {
  const entry: JournalEntry = { ...sent, state: "sent", told: [], block: null, settled: false, hidden: false };
  write([...entries.filter(({ hash }) => hash !== entry.hash), entry].slice(-MOST));
}

/** Changes what is known of a transaction. */
export function updateEntry(hash: string, change: Partial<JournalEntry>): void {
  write(entries.map((entry) => (entry.hash === hash ? { ...entry, ...change } : entry)).filter(isNeeded));
}

/** Takes a transaction out of sight; it is watched on as long as it could come to nothing. */
export function dismissEntry(hash: string): void {
  updateEntry(hash, { hidden: true });
}

function isNeeded({ hidden, settled }: JournalEntry): boolean {
  return !(hidden && settled);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", followOtherTabs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", followOtherTabs);
  };
}

function followOtherTabs({ key }: StorageEvent): void {
  if (key !== KEY) return;
  entries = read();
  for (const listener of listeners) listener();
}

function write(next: readonly JournalEntry[]): void {
  entries = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a browser that keeps nothing still shows what this page has sent
  }
  for (const listener of listeners) listener();
}

function read(): readonly JournalEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isEntry).filter(isNews) : [];
  } catch {
    return [];
  }
}

/** What was done long ago is no news once the page is opened again; what came to nothing is, until it is dismissed. */
function isNews({ state, settled, hidden }: JournalEntry): boolean {
  return settled ? !hidden && state !== "mined" : true;
}

/** Whether it is of this shape: another version of the page may have kept it. */
function isEntry(value: unknown): value is JournalEntry {
  const { hash, chainId, says, from, nonce, told, figures, titles } = (value ?? {}) as Partial<JournalEntry>;
  return (
    [hash, says, from].every((each) => typeof each === "string") &&
    [chainId, nonce].every((each) => typeof each === "number") &&
    Array.isArray(told) &&
    [figures, titles].every((each) => typeof each === "object")
  );
}
