import fc from "fast-check";

import { anyChoices } from "./anyChoices.ts";
import { anyTerms } from "./anyTerms.ts";
import type { Life } from "./life.ts";
import { unfold } from "./unfold.ts";

/** A note of any terms and what may befall it. */
export const anyLife: fc.Arbitrary<Life> = fc
  .tuple(anyTerms, anyChoices)
  .map(([terms, choices]) => unfold(terms, choices));
