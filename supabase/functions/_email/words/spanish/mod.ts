/** The Spanish word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { SPANISH_ADVERTS } from "./adverts.ts";
import { SPANISH_AUTOMATIC } from "./automatic.ts";
import { SPANISH_BUSINESS } from "./business.ts";
import { SPANISH_FEELINGS } from "./feelings.ts";
import { SPANISH_INJECTION } from "./injection.ts";
import { SPANISH_INTENTS } from "./intents.ts";
import { SPANISH_LAYOUT } from "./layout.ts";
import { SPANISH_LETTERS } from "./letters.ts";
import { SPANISH_QUESTIONS } from "./questions.ts";
import { SPANISH_REPLIES } from "./replies.ts";
import { SPANISH_REQUESTS } from "./requests.ts";
import { SPANISH_TROUBLES } from "./troubles.ts";
import { SPANISH_URGENCY } from "./urgency.ts";

/** Spanish. */
export const SPANISH: LanguageTables = {
  adverts: SPANISH_ADVERTS,
  automatic: SPANISH_AUTOMATIC,
  business: SPANISH_BUSINESS,
  feelings: SPANISH_FEELINGS,
  injection: SPANISH_INJECTION,
  intents: SPANISH_INTENTS,
  layout: SPANISH_LAYOUT,
  letters: SPANISH_LETTERS,
  questions: SPANISH_QUESTIONS,
  replies: SPANISH_REPLIES,
  requests: SPANISH_REQUESTS,
  troubles: SPANISH_TROUBLES,
  urgency: SPANISH_URGENCY,
};
