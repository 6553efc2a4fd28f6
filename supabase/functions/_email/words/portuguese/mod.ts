/** The Portuguese word tables by theme. */
import type { LanguageTables } from "../themes.ts";
import { PORTUGUESE_ADVERTS } from "./adverts.ts";
import { PORTUGUESE_AUTOMATIC } from "./automatic.ts";
import { PORTUGUESE_BUSINESS } from "./business.ts";
import { PORTUGUESE_FEELINGS } from "./feelings.ts";
import { PORTUGUESE_INJECTION } from "./injection.ts";
import { PORTUGUESE_INTENTS } from "./intents.ts";
import { PORTUGUESE_LAYOUT } from "./layout.ts";
import { PORTUGUESE_LETTERS } from "./letters.ts";
import { PORTUGUESE_QUESTIONS } from "./questions.ts";
import { PORTUGUESE_REPLIES } from "./replies.ts";
import { PORTUGUESE_REQUESTS } from "./requests.ts";
import { PORTUGUESE_TROUBLES } from "./troubles.ts";
import { PORTUGUESE_URGENCY } from "./urgency.ts";

/** Portuguese. */
export const PORTUGUESE: LanguageTables = {
  adverts: PORTUGUESE_ADVERTS,
  automatic: PORTUGUESE_AUTOMATIC,
  business: PORTUGUESE_BUSINESS,
  feelings: PORTUGUESE_FEELINGS,
  injection: PORTUGUESE_INJECTION,
  intents: PORTUGUESE_INTENTS,
  layout: PORTUGUESE_LAYOUT,
  letters: PORTUGUESE_LETTERS,
  questions: PORTUGUESE_QUESTIONS,
  replies: PORTUGUESE_REPLIES,
  requests: PORTUGUESE_REQUESTS,
  troubles: PORTUGUESE_TROUBLES,
  urgency: PORTUGUESE_URGENCY,
};
