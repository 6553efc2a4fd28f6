/** When was an email sent? */

import { toEnglishDate } from "./date_words.ts";

/** Earlier dates come from broken clocks: few people had business email. */
export const EARLIEST_EMAIL_MS = Date.UTC(1995, 0, 1);

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Hops that are read for a date. */
const MAX_RECEIVED = 20;

/** An offset, or what V8 reads as one. */
const KNOWN_ZONE = /(?:[+-]\d{2}:?\d{2}|\b(?:UTC?|GMT|[ECMP][SD]T)|\d\s?Z)\s{0,10}(?:\(|$)/i;

/**
 * Minutes from UTC, by the abbreviation of a zone. Those that stand for several zones (`IST`,
 * `BST` outside of British emails, `AST`) are not listed, unless one is much more common.
 */
const ZONES: Readonly<Record<string, number>> = {
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  SAST: 120,
  CAT: 120,
  EEST: 180,
  MSK: 180,
  EAT: 180,
  TRT: 180,
  MSD: 240,
  GST: 240,
  PKT: 300,
  WIB: 420,
  ICT: 420,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  WITA: 480,
  PHT: 480,
  JST: 540,
  KST: 540,
  WIT: 540,
  ACST: 570,
  AEST: 600,
  ACDT: 630,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NDT: -150,
  NST: -210,
  BRT: -180,
  ART: -180,
  ADT: -180,
  AKDT: -480,
  AKST: -540,
  HST: -600,
};
/** A zone that is named behind the time, or between time and year as `date` prints it. */
const NAMED_ZONE = /(\d:\d{2}(?::\d{2})?(?:\s?[ap]m)?)\s{1,5}\(?([A-Z]{3,5})\)?(?=\s|$)/i;

/** A date without a time of day is no date of an email; V8 reads one into almost any digit. */
const TIME_OF_DAY = /\d{1,2}:\d{2}/;

/**
 * The time an email was sent, ISO 8601 in UTC: its Date field when that is a date from 1995 to one
 * day after `now`, else the time when a server received it, else `now`. A date without a zone is
 * taken as UTC, unless a server received it within a day.
 * @param received the Received fields, the last server's first.
 */
export function readReceivedAt(
  dateField: string | undefined,
  now: Date,
  received: readonly string[] = [],
): string {
  const sent = readDate(dateField ?? "");
  const isPlausible = isPlausibleTime(sent.ms, now);
  if (isPlausible && sent.hasZone) return new Date(sent.ms).toISOString();
  const hops = received.slice(0, MAX_RECEIVED)
    .map((field) => readDate(field.slice(field.lastIndexOf(";") + 1)))
    .filter(({ ms, hasZone }) => hasZone && isPlausibleTime(ms, now));
  // The first server's clock is the nearest to the sender.
  const arrived = isPlausible ? hops.at(-1)?.ms : hops[0]?.ms;
  if (arrived !== undefined && !(isPlausible && Math.abs(arrived - sent.ms) > DAY_MS)) {
    return new Date(arrived).toISOString();
  }
  return (isPlausible ? new Date(sent.ms) : now).toISOString();
}

interface WrittenDate {
  /** Milliseconds since 1970; NaN where it is no date. */
  readonly ms: number;
  readonly hasZone: boolean;
}

const NO_DATE: WrittenDate = { ms: NaN, hasZone: false };
/** `10.00.00` behind a year. */
const DOTTED_TIME = /(?<=\d{4}\s{1,3})(\d{1,2})\.(\d{2})\.(\d{2})(?=\s|$)/;
/** `Europe/Berlin`: which offset that is depends on the day. */
const PLACE = /\s{1,3}[A-Z]\w{1,20}\/[A-Z][\w/]{1,30}$/;
const DOTTED = /^\D{0,16}\d{1,2}\.\d{1,2}\.\d{4}\b/;

function readDate(field: string): WrittenDate {
  const written = field.slice(0, 200).trim().replace(DOTTED_TIME, "$1:$2:$3");
  if (!TIME_OF_DAY.test(written)) return NO_DATE;
  // V8 reads 12.11. as the eleventh of December.
  const read = DOTTED.test(written) ? NO_DATE : readWritten(written);
  const english = Number.isNaN(read.ms) ? toEnglishDate(written) : null;
  return english === null ? read : readWritten(english);
}

function readWritten(written: string): WrittenDate {
  if (KNOWN_ZONE.test(written)) {
    const ms = Date.parse(written);
    if (!Number.isNaN(ms)) return { ms, hasZone: true };
  }
  const zone = NAMED_ZONE.exec(written);
  const offset = ZONES[(zone?.[2] ?? "").toUpperCase()];
  const bare = (zone === null || /^[ap]m$/i.test(zone[2] ?? ""))
    ? written
    : written.replace(zone[0], zone[1] ?? "");
  const ms = parseUtc(bare.replace(/\s*\([^()]*\)\s*$/, "").replace(PLACE, ""));
  return offset === undefined
    ? { ms, hasZone: false }
    : { ms: ms - offset * MINUTE_MS, hasZone: true };
}

function parseUtc(written: string): number {
  const ms = Date.parse(`${written} UTC`);
  // With an offset in the middle, as in `Tue Nov 24 10:00:00 +0100 2026`.
  return Number.isNaN(ms) ? Date.parse(written) : ms;
}

/** Whether an email may carry this time (milliseconds since 1970; NaN is never plausible). */
export function isPlausibleTime(timeMs: number, now: Date): boolean {
  return timeMs >= EARLIEST_EMAIL_MS && timeMs <= now.getTime() + DAY_MS;
}
