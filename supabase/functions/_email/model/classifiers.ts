/** What do the nets state, by name? */
import { INTENTS } from "../reading.ts";

/**
 * The classifiers of an email and of each of its sentences, by what they state, in the order of the
 * nets' outputs: an output is a classifier.
 */
export const CLASSIFIERS = {
  sentence: ["action", "pain"],
  email: [
    ...INTENTS,
    "reply",
    // Something is expected of the reader, and that within two working days.
    "expected",
    "pressing",
    // Damage, danger or loss is under way.
    "grave",
    // It went to many who were not chosen one by one: newsletters, advertising, fraud.
    "mass",
  ],
} as const;

/** An email of so few sentences leaves the classifiers too little. */
export const SHORT_MAIL_SENTENCES = 2;
