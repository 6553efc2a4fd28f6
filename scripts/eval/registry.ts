import { agreement } from "./second_reader/agreement.ts";
import { bundleSize } from "./measures/bundle_size.ts";
import { coldStart } from "./measures/start/cold_start.ts";
import { dates } from "./measures/dates.ts";
import { gold, goldDev } from "./measures/records/gold.ts";
import { injection } from "./measures/injection.ts";
import { language } from "./measures/language.ts";
import { listUrgency } from "./measures/list_urgency.ts";
import { llmCost } from "./llm/cost.ts";
import { llmInjection } from "./llm/injection.ts";
import { llmUpperBound } from "./llm/upper_bound.ts";
import { massMail } from "./measures/mass_mail.ts";
import type { Measure } from "./measure.ts";
import { money } from "./measures/money.ts";
import { newestText } from "./measures/newest_text.ts";
import { phones } from "./measures/phones.ts";
import { requests } from "./measures/requests.ts";
import { robustness } from "./measures/robustness.ts";
import { signatures } from "./measures/signatures.ts";
import { entities, sentiment, triage } from "./measures/smoke.ts";
import { unseen } from "./measures/records/unseen.ts";

/** Every measure that `deno task eval` knows, in the order it runs them. */
export const MEASURES: readonly Measure[] = [
  requests,
  gold,
  goldDev,
  unseen,
  agreement,
  newestText,
  signatures,
  phones,
  dates,
  money,
  language,
  massMail,
  listUrgency,
  injection,
  triage,
  sentiment,
  entities,
  robustness,
  coldStart,
  bundleSize,
  llmCost,
  llmInjection,
  llmUpperBound,
];
