import { confirm, input, select } from "@inquirer/prompts";

/** A person who is asked. */
export interface Ask {
  /** Asks until `refuse` says nothing against the answer; what it says is shown. */
  text(question: {
    readonly message: string;
    readonly default: string;
    readonly refuse: (answer: string) => string | null;
  }): Promise<string>;
  choose(question: {
    readonly message: string;
    readonly choices: readonly { readonly value: string; readonly name: string }[];
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly default: boolean }): Promise<boolean>;
}

/** Where questions are shown and answers typed. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks whoever sits at a terminal. */
export function askAt(terminal: Terminal): Ask {
  return {
    text: ({ refuse, ...question }) =>
      input({ ...question, validate: (answer) => refuse(answer.trim()) ?? true }, terminal).then((answer) =>
        answer.trim(),
      ),
    choose: (question) => select({ ...question, loop: false }, terminal),
    confirm: (question) => confirm(question, terminal),
  };
}
