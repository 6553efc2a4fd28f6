/** The French word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { FRENCH_ADVERTS } from "./adverts.ts";
import { FRENCH_AUTOMATIC } from "./automatic.ts";
import { FRENCH_BUSINESS } from "./business.ts";
import { FRENCH_FEELINGS } from "./feelings.ts";
import { FRENCH_INJECTION } from "./injection.ts";
import { FRENCH_INTENTS } from "./intents.ts";
import { FRENCH_LAYOUT } from "./layout.ts";
import { FRENCH_LETTERS } from "./letters.ts";
import { FRENCH_QUESTIONS } from "./questions.ts";
import { FRENCH_REPLIES } from "./replies.ts";
import { FRENCH_REQUESTS } from "./requests.ts";
import { FRENCH_TROUBLES } from "./troubles.ts";
import { FRENCH_URGENCY } from "./urgency.ts";

/** French. */
export const FRENCH: LanguageTables = {
  adverts: FRENCH_ADVERTS,
  automatic: FRENCH_AUTOMATIC,
  business: FRENCH_BUSINESS,
  feelings: FRENCH_FEELINGS,
  injection: FRENCH_INJECTION,
  intents: FRENCH_INTENTS,
  layout: FRENCH_LAYOUT,
  letters: FRENCH_LETTERS,
  questions: FRENCH_QUESTIONS,
  replies: FRENCH_REPLIES,
  requests: FRENCH_REQUESTS,
  troubles: FRENCH_TROUBLES,
  urgency: FRENCH_URGENCY,
};
