import { readFileSync } from "node:fs";

interface Fraction {
  readonly num: string;
  readonly den: string;
}

/** Figures of the sample note, reckoned apart from this project. */
export interface GoldenVectors {
  readonly accrual: readonly {
    readonly dcc: string;
    readonly from: string;
    readonly to: string;
    readonly yearFraction: Fraction;
    readonly units6: { readonly floor: string };
  }[];
  readonly postMaturity: readonly {
    readonly dcc: string;
    readonly date: string;
    readonly overdue9PercentOnPrincipal: { readonly owed: Fraction };
    readonly overdue9PercentOnSumDue: { readonly owed: Fraction };
  }[];
  readonly holidays: { readonly NY_GCL24: Readonly<Record<string, readonly string[]>> };
  readonly businessDayRoll: readonly { readonly date: string; readonly NY_GCL24: string }[];
  readonly periods: readonly { readonly from: string; readonly n: number; readonly lastDayNY: string }[];
  readonly instants: readonly {
    readonly date: string;
    readonly startNewYork: number;
    readonly endNewYork: number;
    readonly startUTC: number;
  }[];
  readonly timestampToDate: readonly {
    readonly timestamp: number;
    readonly dateNewYork: string;
    readonly dateUTC: string;
  }[];
}

/** A day-count case: the fraction given exactly, as a decimal within a tolerance, or as a number of days. */
export interface DayCountVectors {
  readonly groups: readonly {
    readonly convention: string;
    readonly kind: "exact" | "yearFraction" | "days";
    readonly tolerance?: string;
    readonly terminationDate?: string;
    readonly cases: readonly ({ readonly start: string; readonly end: string } & Partial<Fraction> & {
        readonly yearFraction?: string;
        readonly days?: number;
      })[];
  }[];
}

/** Accrual periods of ACTUS contracts. */
export interface ActusVectors {
  readonly tests: Readonly<
    Record<
      string,
      {
        readonly terms: { readonly maturityDate?: string };
        readonly segments: readonly {
          readonly from: string;
          readonly to: string;
          readonly convention: string;
          readonly principal: string;
          readonly rate: string;
          readonly interest: Fraction;
          readonly expectedPayoff: number;
        }[];
      }
    >
  >;
}

/** Reads a file of test/vectors. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8")) as T;
}
