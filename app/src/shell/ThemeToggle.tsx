import { chooseTheme, THEMES, useTheme } from "./theme.ts";
import type { Theme } from "./theme.ts";

const NAMES: Readonly<Record<Theme, string>> = {
  system: "Colours of the system",
  light: "Light colours",
  dark: "Dark colours",
};

/** Drawn on a grid of 16. */
const DRAWINGS: Readonly<Record<Theme, string>> = {
  system: "M1.5 3h13v8h-13zM5.5 13.5h5M8 11v2.5",
  light: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
};

/** Light, dark, or whatever the system says. */
export function ThemeToggle() {
  const theme = useTheme();
  return (
    <fieldset className="themes">
      <legend className="unseen">Colours</legend>
      {THEMES.map((each) => (
        <label key={each} title={NAMES[each]}>
          <input
            type="radio"
            name="theme"
            className="unseen"
            checked={theme === each}
            onChange={() => {
              chooseTheme(each);
            }}
          />
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={DRAWINGS[each]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
          <span className="unseen">{NAMES[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
