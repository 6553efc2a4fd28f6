/** Every table of words and phrases, by name. */
import { ANY_AUTOMATIC } from "../words/any/automatic.ts";
import { ANY_INJECTION } from "../words/any/injection.ts";
import { ANY_LAYOUT } from "../words/any/layout.ts";
import { ANY_PHRASES } from "../words/any/phrases.ts";
import { ANY_URGENCY } from "../words/any/urgency.ts";
import { ENGLISH_ADVERTS } from "../words/english/adverts.ts";
import { ENGLISH_AUTOMATIC } from "../words/english/automatic.ts";
import { ENGLISH_BUSINESS } from "../words/english/business.ts";
import { ENGLISH_FEELINGS } from "../words/english/feelings.ts";
import { ENGLISH_INJECTION } from "../words/english/injection.ts";
import { ENGLISH_INTENTS } from "../words/english/intents.ts";
import { ENGLISH_LAYOUT } from "../words/english/layout.ts";
import { ENGLISH_LETTERS } from "../words/english/letters.ts";
import { ENGLISH_QUESTIONS } from "../words/english/questions.ts";
import { ENGLISH_REPLIES } from "../words/english/replies.ts";
import { ENGLISH_REQUEST_SIGNS } from "../words/english/request_signs.ts";
import { ENGLISH_REQUESTS } from "../words/english/requests.ts";
import { ENGLISH_TROUBLES } from "../words/english/troubles.ts";
import { ENGLISH_URGENCY } from "../words/english/urgency.ts";
import { GERMAN_ADVERTS } from "../words/german/adverts.ts";
import { GERMAN_AUTOMATIC } from "../words/german/automatic.ts";
import { GERMAN_BUSINESS } from "../words/german/business.ts";
import { GERMAN_FEELINGS } from "../words/german/feelings.ts";
import { GERMAN_INJECTION } from "../words/german/injection.ts";
import { GERMAN_INTENTS } from "../words/german/intents.ts";
import { GERMAN_LAYOUT } from "../words/german/layout.ts";
import { GERMAN_LETTERS } from "../words/german/letters.ts";
import { GERMAN_QUESTIONS } from "../words/german/questions.ts";
import { GERMAN_REPLIES } from "../words/german/replies.ts";
import { GERMAN_REQUESTS } from "../words/german/requests.ts";
import { GERMAN_TROUBLES } from "../words/german/troubles.ts";
import { GERMAN_URGENCY } from "../words/german/urgency.ts";
import { SPANISH_ADVERTS } from "../words/spanish/adverts.ts";
import { SPANISH_AUTOMATIC } from "../words/spanish/automatic.ts";
import { SPANISH_BUSINESS } from "../words/spanish/business.ts";
import { SPANISH_FEELINGS } from "../words/spanish/feelings.ts";
import { SPANISH_INJECTION } from "../words/spanish/injection.ts";
import { SPANISH_INTENTS } from "../words/spanish/intents.ts";
import { SPANISH_LAYOUT } from "../words/spanish/layout.ts";
import { SPANISH_LETTERS } from "../words/spanish/letters.ts";
import { SPANISH_QUESTIONS } from "../words/spanish/questions.ts";
import { SPANISH_REPLIES } from "../words/spanish/replies.ts";
import { SPANISH_REQUESTS } from "../words/spanish/requests.ts";
import { SPANISH_TROUBLES } from "../words/spanish/troubles.ts";
import { SPANISH_URGENCY } from "../words/spanish/urgency.ts";

/** Tables that are looked up by the words of a text, see `first_words_index.ts`. */
export const WORD_TABLES: Readonly<Record<string, string>> = {
  ANY_AUTOMATIC,
  ANY_INJECTION,
  ANY_PHRASES,
  ANY_URGENCY,
  ENGLISH_ADVERTS,
  ENGLISH_AUTOMATIC,
  ENGLISH_BUSINESS,
  ENGLISH_FEELINGS,
  ENGLISH_INJECTION,
  ENGLISH_INTENTS,
  ENGLISH_LETTERS,
  ENGLISH_QUESTIONS,
  ENGLISH_REPLIES,
  ENGLISH_REQUEST_SIGNS,
  ENGLISH_REQUESTS,
  ENGLISH_TROUBLES,
  ENGLISH_URGENCY,
  GERMAN_ADVERTS,
  GERMAN_AUTOMATIC,
  GERMAN_BUSINESS,
  GERMAN_FEELINGS,
  GERMAN_INJECTION,
  GERMAN_INTENTS,
  GERMAN_LETTERS,
  GERMAN_QUESTIONS,
  GERMAN_REPLIES,
  GERMAN_REQUESTS,
  GERMAN_TROUBLES,
  GERMAN_URGENCY,
  SPANISH_ADVERTS,
  SPANISH_AUTOMATIC,
  SPANISH_BUSINESS,
  SPANISH_FEELINGS,
  SPANISH_INJECTION,
  SPANISH_INTENTS,
  SPANISH_LETTERS,
  SPANISH_QUESTIONS,
  SPANISH_REPLIES,
  SPANISH_REQUESTS,
  SPANISH_TROUBLES,
  SPANISH_URGENCY,
};

/** Tables that are read as lists. */
export const WORD_LISTS: Readonly<Record<string, string>> = {
  ANY_LAYOUT,
  ENGLISH_LAYOUT,
  GERMAN_LAYOUT,
  SPANISH_LAYOUT,
};
