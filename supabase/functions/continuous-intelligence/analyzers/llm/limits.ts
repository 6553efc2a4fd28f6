/**
 * How much goes into one call, and how often it is made; what an email may cost at most follows.
 */
import type { ReasoningEffort } from "../../../_shared/platform/variable_shapes.ts";

/**
 * Emails that share the instructions of one call; more would save little and risk more at once.
 */
export const MAX_MAILS_PER_CALL = 10;
/**
 * UTF-8 bytes that one email adds to a prompt, numbers included; the sentences beyond are not sent.
 * A tokenizer that works on bytes makes at most one token of each, so this bounds the tokens as
 * well.
 */
export const MAX_MAIL_BYTES = 6_000;
/** UTF-8 bytes of all emails of a call. */
export const MAX_CALL_BYTES = 24_000;
/** UTF-8 bytes of one line: a sentence, or the subject. */
export const MAX_LINE_BYTES = 800;
/** Around a line: its number of up to four digits, a space, a line end. */
export const BYTES_AROUND_LINE = 6;

/** Tokens that the answer for one email may take; one with every list full takes about 150. */
export const MAX_OUTPUT_TOKENS_PER_EMAIL = 250;
/**
 * Tokens that a provider adds to our texts: its chat format, and for a Claude model without
 * structured outputs the words around the tool that stands in for them (up to 530 by Anthropic's
 * documentation).
 */
export const MAX_PROVIDER_TOKENS = 600;
/** Tokens that a model may think before it answers, by the effort it is asked for. */
export const THINKING_TOKENS: Readonly<Record<ReasoningEffort, number>> = {
  none: 0,
  minimal: 500,
  low: 2_000,
  medium: 8_000,
  high: 16_000,
};

/** Calls under way at once in one run. */
export const MAX_CALLS_AT_ONCE = 4;
/** Requests for one call: the first, and those after an answer that says "later". */
export const MAX_TRIES = 3;
/** The wait before the second request; doubles, and is drawn from its upper half. */
export const RETRY_BASE_SECONDS = 1;
/** A provider that asks for a longer wait is asked again in the email's next attempt. */
export const MAX_RETRY_AFTER_SECONDS = 15;

/** Bounds of lists, as the record and the prompt have them. */
export const MAX_TOPICS = 3;
export const MAX_TOPIC_UNITS = 60;
export const MAX_NAMES = 10;
export const MAX_SECONDARY_INTENTS = 2;
export const MAX_SENTENCES_PER_FIELD = 10;
