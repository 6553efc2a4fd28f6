import { bundleSize } from "./bundle_size.ts";
import { coldStart } from "./cold_start.ts";
import { dates } from "./dates.ts";
import { gold } from "./gold.ts";
import { injection } from "./injection.ts";
import { language } from "./language.ts";
import { llmCost } from "./llm/cost.ts";
import { llmInjection } from "./llm/injection.ts";
import { massMail } from "./mass_mail.ts";
import type { Measure } from "./measure.ts";
import { money } from "./money.ts";
import { newestText } from "./newest_text.ts";
import { requests } from "./requests.ts";
import { robustness } from "./robustness.ts";
import { signatures } from "./signatures.ts";
import { entities, sentiment, triage } from "./smoke.ts";

/** Every measure that `deno task eval` knows, in the order it runs them. */
export const MEASURES: readonly Measure[] = [
  requests,
  gold,
  newestText,
  signatures,
  dates,
  money,
  language,
  massMail,
  injection,
  triage,
  sentiment,
  entities,
  robustness,
  coldStart,
  bundleSize,
  llmCost,
  llmInjection,
];
