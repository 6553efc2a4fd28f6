/** The German word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { GERMAN_ADVERTS } from "./adverts.ts";
import { GERMAN_AUTOMATIC } from "./automatic.ts";
import { GERMAN_BUSINESS } from "./business.ts";
import { GERMAN_FEELINGS } from "./feelings.ts";
import { GERMAN_INJECTION } from "./injection.ts";
import { GERMAN_INTENTS } from "./intents.ts";
import { GERMAN_LAYOUT } from "./layout.ts";
import { GERMAN_LETTERS } from "./letters.ts";
import { GERMAN_QUESTIONS } from "./questions.ts";
import { GERMAN_REPLIES } from "./replies.ts";
import { GERMAN_REQUESTS } from "./requests.ts";
import { GERMAN_TROUBLES } from "./troubles.ts";
import { GERMAN_URGENCY } from "./urgency.ts";

/** German. */
export const GERMAN: LanguageTables = {
  adverts: GERMAN_ADVERTS,
  automatic: GERMAN_AUTOMATIC,
  business: GERMAN_BUSINESS,
  feelings: GERMAN_FEELINGS,
  injection: GERMAN_INJECTION,
  intents: GERMAN_INTENTS,
  layout: GERMAN_LAYOUT,
  letters: GERMAN_LETTERS,
  questions: GERMAN_QUESTIONS,
  replies: GERMAN_REPLIES,
  requests: GERMAN_REQUESTS,
  troubles: GERMAN_TROUBLES,
  urgency: GERMAN_URGENCY,
};
