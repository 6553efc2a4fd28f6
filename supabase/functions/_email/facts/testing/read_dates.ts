/** Dates of a text for tests, received on a Wednesday. */
import { splitSentences } from "../../text/sentences.ts";
import { findDates } from "../dates.ts";
import { NO_SIGNALS, type OrderSignals } from "../dates/signs/date_order.ts";

/** When the texts of the tests were received: Wednesday, 18 November 2026. */
export const RECEIVED_AT = "2026-11-18T09:30:00Z";

/** Each date as `written = value`. */
export function readDates(
  text: string,
  language: string | null = "en",
  signals: Partial<OrderSignals> = {},
): string[] {
  return findDates(splitSentences(text), language, RECEIVED_AT, { ...NO_SIGNALS, ...signals })
    .map(({ text: written, value }) => `${written} = ${value}`);
}

/** A text in a language and the dates in it. */
export type DateCase = readonly [language: string, text: string, ...dates: string[]];
