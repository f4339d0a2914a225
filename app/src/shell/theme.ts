import { useSyncExternalStore } from "react";

/** Which colours: those of the system, or always the same. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "allonge.theme";
const listeners = new Set<() => void>();

/** The colours chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme);
}

/** Chooses the colours, and remembers them: `theme.js` sets them before the page is painted. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // a browser that keeps nothing chooses anew each time
  }
  for (const listener of listeners) listener();
}

function shownTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset["theme"]) ?? "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
