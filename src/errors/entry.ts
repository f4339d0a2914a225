import type { errorsAbi } from "../abi/errors.ts";
import type { Speech } from "./figures.ts";

type ErrorFragment = (typeof errorsAbi)[number];

/** The name of a custom error, or `Error` or `Panic`. */
export type ErrorName = ErrorFragment["name"];

type InputOf<Name extends ErrorName> = Extract<ErrorFragment, { name: Name }>["inputs"][number];

type ValueOf<Input> = Input extends { components: infer Components extends readonly { name: string }[] }
  ? { readonly [Component in Components[number] as Component["name"]]: ValueOf<Component> }
  : Input extends { type: `uint${string}` | `int${string}` }
    ? bigint
    : string;

/** An error's arguments by name: numbers as bigint, all else as text. */
export type ArgumentsOf<Name extends ErrorName> = {
  readonly [Input in InputOf<Name> as Input["name"]]: ValueOf<Input>;
};

/** What is said of one error. */
export interface Entry<Name extends ErrorName = ErrorName> {
  /** The clause of the note, or the matter around it, that refuses; that of the subject if none is given. */
  readonly clause?: string;
  /** Why, with the error's own figures on both sides of the comparison. */
  readonly sentence: (args: ArgumentsOf<Name>, say: Speech) => string;
  /** What the caller can do about it; where that is nothing, it says so. */
  readonly remedy: string | ((args: ArgumentsOf<Name>, say: Speech) => string);
}

/** Entries by the name of their error; the compiler refuses a name or an argument that no contract has. */
export type Entries = { readonly [Name in ErrorName]?: Entry<Name> };

/** Errors that belong together, of one contract. */
export interface Subject {
  readonly title: string;
  /** The contract that refuses. */
  readonly contract: string;
  readonly clause: string;
  readonly entries: Entries;
}
