/** What can be written to, and how. */
export interface Terminal {
  /** In columns. */
  readonly width: number;
  /** Whether box drawing and Braille come out. */
  readonly unicode: boolean;
}

const NARROWEST = 72;
const WIDEST = 132;

/** The terminal a stream ends in; plain and of eighty columns where it ends in a file or a pipe. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const plain = ["dumb", "linux"].includes(process.env["TERM"] ?? "");
  return {
    width: Math.min(Math.max(stream.isTTY ? stream.columns : 80, NARROWEST), WIDEST),
    unicode: stream.isTTY && !plain,
  };
}

/** Borders of a table where only plain characters come out. */
export const PLAIN_BORDERS = {
  top: "-",
  "top-mid": "+",
  "top-left": "+",
  "top-right": "+",
  bottom: "-",
  "bottom-mid": "+",
  "bottom-left": "+",
  "bottom-right": "+",
  left: "|",
  "left-mid": "+",
  mid: "-",
  "mid-mid": "+",
  right: "|",
  "right-mid": "+",
  middle: "|",
} as const;
