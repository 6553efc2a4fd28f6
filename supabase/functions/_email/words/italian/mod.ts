/** The Italian word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { ITALIAN_ADVERTS } from "./adverts.ts";
import { ITALIAN_AUTOMATIC } from "./automatic.ts";
import { ITALIAN_BUSINESS } from "./business.ts";
import { ITALIAN_FEELINGS } from "./feelings.ts";
import { ITALIAN_INJECTION } from "./injection.ts";
import { ITALIAN_INTENTS } from "./intents.ts";
import { ITALIAN_LAYOUT } from "./layout.ts";
import { ITALIAN_LETTERS } from "./letters.ts";
import { ITALIAN_QUESTIONS } from "./questions.ts";
import { ITALIAN_REPLIES } from "./replies.ts";
import { ITALIAN_REQUESTS } from "./requests.ts";
import { ITALIAN_TROUBLES } from "./troubles.ts";
import { ITALIAN_URGENCY } from "./urgency.ts";

/** Italian. */
export const ITALIAN: LanguageTables = {
  adverts: ITALIAN_ADVERTS,
  automatic: ITALIAN_AUTOMATIC,
  business: ITALIAN_BUSINESS,
  feelings: ITALIAN_FEELINGS,
  injection: ITALIAN_INJECTION,
  intents: ITALIAN_INTENTS,
  layout: ITALIAN_LAYOUT,
  letters: ITALIAN_LETTERS,
  questions: ITALIAN_QUESTIONS,
  replies: ITALIAN_REPLIES,
  requests: ITALIAN_REQUESTS,
  troubles: ITALIAN_TROUBLES,
  urgency: ITALIAN_URGENCY,
};
