/** The English word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { ENGLISH_ADVERTS } from "./adverts.ts";
import { ENGLISH_AUTOMATIC } from "./automatic.ts";
import { ENGLISH_BUSINESS } from "./business.ts";
import { ENGLISH_FEELINGS } from "./feelings.ts";
import { ENGLISH_INJECTION } from "./injection.ts";
import { ENGLISH_INTENTS } from "./intents.ts";
import { ENGLISH_LAYOUT } from "./layout.ts";
import { ENGLISH_LETTERS } from "./letters.ts";
import { ENGLISH_QUESTIONS } from "./questions.ts";
import { ENGLISH_REPLIES } from "./replies.ts";
import { ENGLISH_REQUESTS } from "./requests.ts";
import { ENGLISH_TROUBLES } from "./troubles.ts";
import { ENGLISH_URGENCY } from "./urgency.ts";

/** English. */
export const ENGLISH: LanguageTables = {
  adverts: ENGLISH_ADVERTS,
  automatic: ENGLISH_AUTOMATIC,
  business: ENGLISH_BUSINESS,
  feelings: ENGLISH_FEELINGS,
  injection: ENGLISH_INJECTION,
  intents: ENGLISH_INTENTS,
  layout: ENGLISH_LAYOUT,
  letters: ENGLISH_LETTERS,
  questions: ENGLISH_QUESTIONS,
  replies: ENGLISH_REPLIES,
  requests: ENGLISH_REQUESTS,
  troubles: ENGLISH_TROUBLES,
  urgency: ENGLISH_URGENCY,
};
