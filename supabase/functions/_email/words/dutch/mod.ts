/** The Dutch word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { DUTCH_ADVERTS } from "./adverts.ts";
import { DUTCH_AUTOMATIC } from "./automatic.ts";
import { DUTCH_BUSINESS } from "./business.ts";
import { DUTCH_FEELINGS } from "./feelings.ts";
import { DUTCH_INJECTION } from "./injection.ts";
import { DUTCH_INTENTS } from "./intents.ts";
import { DUTCH_LAYOUT } from "./layout.ts";
import { DUTCH_LETTERS } from "./letters.ts";
import { DUTCH_QUESTIONS } from "./questions.ts";
import { DUTCH_REPLIES } from "./replies.ts";
import { DUTCH_REQUESTS } from "./requests.ts";
import { DUTCH_TROUBLES } from "./troubles.ts";
import { DUTCH_URGENCY } from "./urgency.ts";

/** Dutch. */
export const DUTCH: LanguageTables = {
  adverts: DUTCH_ADVERTS,
  automatic: DUTCH_AUTOMATIC,
  business: DUTCH_BUSINESS,
  feelings: DUTCH_FEELINGS,
  injection: DUTCH_INJECTION,
  intents: DUTCH_INTENTS,
  layout: DUTCH_LAYOUT,
  letters: DUTCH_LETTERS,
  questions: DUTCH_QUESTIONS,
  replies: DUTCH_REPLIES,
  requests: DUTCH_REQUESTS,
  troubles: DUTCH_TROUBLES,
  urgency: DUTCH_URGENCY,
};
