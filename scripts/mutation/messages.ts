/** What a worker is asked. */
export type Request =
  | { readonly kind: "trace"; readonly file: string }
  | {
      readonly kind: "run";
      /** The number of the mutant that is on; zero for none. */
      readonly mutant: number;
      /** In the order in which their files are run; a file stands for all its tests. */
      readonly tests: readonly string[];
      /** Files whose fixture the mutant reaches, so that it is built anew with the mutant on. */
      readonly fresh: readonly string[];
      /** Whether to stop at the first test that fails. */
      readonly bail: boolean;
    };

/** A test as it ran on the traced code. */
export interface TracedTest {
  readonly test: string;
  readonly milliseconds: number;
  readonly passed: boolean;
  /** Tags of the statements it reached. */
  readonly reached: readonly string[];
}

/** What a worker answers. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "traced"; readonly fixture: readonly string[]; readonly tests: readonly TracedTest[] }
  | { readonly kind: "ran"; readonly ran: number; readonly failed: readonly Failure[] };

/** A test that failed, and how. */
export interface Failure {
  readonly test: string;
  readonly message: string;
}
