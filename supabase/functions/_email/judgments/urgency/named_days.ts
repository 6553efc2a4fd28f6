/** How near are the days to come that an email names, and where does it name them? */
import { countWorkingDays, dayOf } from "../../facts/deadlines.ts";
import { fold } from "../../text/cues.ts";
import { liesIn } from "../../text/facts.ts";
import type { Sentence } from "../../text/sentences.ts";
import { URGENCY_CUES } from "./cues.ts";
import type { UrgencyContext } from "./context.ts";

const NEXT_DAY = 1;
/** Before a date, where the word is that makes it a deadline. */
const LEAD_UNITS = 40;

/** By working days; later days are all the same. */
const DISTANCES = ["today", "next_day", "second_day", "later"] as const;
/** In a sentence that asks for something, behind "by" and the like, or in another sentence. */
const PLACES = ["asked", "due", "told"] as const;
export type NamedDay = `${(typeof DISTANCES)[number]}_${(typeof PLACES)[number]}`;

/** Every way to name a day, in a fixed order. */
export const NAMED_DAYS: readonly NamedDay[] = PLACES.flatMap((place) =>
  DISTANCES.map((distance) => `${distance}_${place}` as const)
);

/** The ways in which an email names days to come. */
export function listNamedDays(
  sentences: readonly Sentence[],
  { dates, asking, language, receivedAt }: UrgencyContext,
): ReadonlySet<NamedDay> {
  const due = URGENCY_CUES.due.in(language);
  const named = new Set<NamedDay>();
  for (const date of dates) {
    const day = lastDayOf(date.value, receivedAt);
    const days = day === null ? -1 : countWorkingDays(receivedAt, day);
    const sentence = sentences.find((one) => liesIn(date, one));
    if (sentence === undefined || days < 0) continue;
    const distance = DISTANCES[days] ?? "later";
    named.add(`${distance}_${asking.includes(sentence) ? "asked" : "told"}`);
    if (due.test(readLead(sentence, date.start - sentence.start))) named.add(`${distance}_due`);
  }
  return named;
}

/** What is before a place in a sentence, folded. */
export function readLead({ text }: Sentence, at: number): string {
  return fold(text.slice(Math.max(0, at - LEAD_UNITS), at));
}

/** The end of a period of days: "next week" is not over on its Monday. */
export function lastDayOf(value: string | null, receivedAt: string): string | null {
  const [start = "", end = start] = (value ?? "").split("/");
  return dayOf(end.includes("T") ? start : end, receivedAt);
}

/** Whether a date of the email is today or later. */
export function namesDayToCome(
  { dates, receivedAt }: Pick<UrgencyContext, "dates" | "receivedAt">,
): boolean {
  return dates.some(({ value }) => {
    const day = lastDayOf(value, receivedAt);
    return day !== null && countWorkingDays(receivedAt, day) >= 0;
  });
}

/** Whether a date of the email, or of one sentence, is today or on the next working day. */
export function namesNextDay(
  { dates, receivedAt }: UrgencyContext,
  sentence: Sentence | null = null,
): boolean {
  return dates.some((date) => {
    const day = dayOf(date.value, receivedAt);
    const isMeant = sentence === null || liesIn(date, sentence);
    return isMeant && day !== null && countWorkingDays(receivedAt, day) <= NEXT_DAY;
  });
}
