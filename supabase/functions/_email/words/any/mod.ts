/** Words that are looked for in every email, and those of languages without a folder. */
import type { LanguageTables } from "../themes.ts";
import { ANY_AUTOMATIC } from "./automatic.ts";
import { ANY_INJECTION } from "./injection.ts";
import { ANY_LAYOUT } from "./layout.ts";
import { ANY_REQUESTS } from "./requests.ts";
import { ANY_URGENCY } from "./urgency.ts";

/** Of every language. */
export const ANY: LanguageTables = {
  automatic: ANY_AUTOMATIC,
  injection: ANY_INJECTION,
  layout: ANY_LAYOUT,
  requests: ANY_REQUESTS,
  urgency: ANY_URGENCY,
};
