/** Numbers, times and states as people read them. */
import { getSettings } from "./data/settings.ts";
import type { SlotState } from "./data/shapes.ts";

/** A state of a slot in words. */
export const STATE_WORDS: Readonly<Record<SlotState, string>> = {
  on_time: "on time",
  late: "late",
  retried: "done after a retry",
  partial: "done in part",
  failed: "failed",
  missed: "missed",
  skipped: "skipped",
  running: "running",
};

/** What an attempt's verdict means. */
const VERDICTS: Readonly<Record<string, string>> = {
  sent: "no answer yet",
  accepted: "accepted",
  not_configured: "not sent: secrets are missing in Vault",
  not_sent: "could not be sent",
  skipped: "skipped: the run before it was unfinished",
  missed: "missed: no tick came",
  refused: "the function refused it",
  server_error: "the function failed",
  resource_limit: "the function ran out of CPU or memory",
  timed_out: "no answer in time",
  unreachable: "the function could not be reached",
  lost: "the answer was lost",
  ignored: "answered, but nothing ran",
  stalled: "began, then gave no sign of life",
};

export function describeVerdict(verdict: string): string {
  return VERDICTS[verdict] ?? verdict.replaceAll("_", " ");
}

/** `3 emails`, `1 email`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  const shown = amount >= 1_000 ? "1,000 or more" : amount.toLocaleString("en-US");
  return `${shown} ${amount === 1 ? one : many}`;
}

/** A number of the pulse, which counts to 1,000: `12`, `1,000+`. */
export function countFigure(amount: number): string {
  return amount >= 1_000 ? "1,000+" : amount.toLocaleString("en-US");
}

/** `64 s`, `12 min`, `3 h`, `9 days`. */
export function duration(seconds: number): string {
  const rounded = Math.abs(seconds);
  if (rounded < 1) return `${Math.round(rounded * 1_000)} ms`;
  if (rounded < 120) return `${Math.round(rounded)} s`;
  if (rounded < 7_200) return `${Math.round(rounded / 60)} min`;
  if (rounded < 172_800) return `${Math.round(rounded / 3_600)} h`;
  return `${Math.round(rounded / 86_400)} days`;
}

/** `3 min ago`, `in 2 h`. */
export function relative(at: string, now: number): string {
  const seconds = (now - Date.parse(at)) / 1_000;
  if (Math.abs(seconds) < 10) return "just now";
  return seconds >= 0 ? `${duration(seconds)} ago` : `in ${duration(seconds)}`;
}

/** Clock times are shown by the zone that was chosen. */
function zone(): { timeZone?: string } {
  return getSettings().zone === "utc" ? { timeZone: "UTC" } : {};
}

/** `11:30` */
export function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB", {
    ...zone(),
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** `Fri 09:00`, for hours of two days. */
export function hourName(at: string): string {
  const weekday = new Date(at).toLocaleDateString("en-GB", { ...zone(), weekday: "short" });
  return `${weekday} ${clockTime(at)}`;
}

/** `12:04:31`. @param at milliseconds */
export function exactClock(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB", { ...zone(), hourCycle: "h23" });
}

/** An exact time with its zone. */
export function exactTime(at: string): string {
  return new Date(at).toLocaleString("en-GB", {
    ...zone(),
    dateStyle: "medium",
    timeStyle: "long",
  });
}

/** `26 Nov 2026`. @param at a time, or a day such as `2026-11-26`, which is the same everywhere */
export function dayName(at: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(at);
  return new Date(at).toLocaleDateString("en-GB", {
    ...isDay ? { timeZone: "UTC" } : zone(),
    dateStyle: "medium",
  });
}

/** The zone of clock times, such as `UTC` or `Europe/Berlin`. */
export function zoneName(): string {
  return new Intl.DateTimeFormat("en-GB", zone()).resolvedOptions().timeZone;
}

/** A period of a budget, as in "$6.00 today". */
export function describePeriod(period: string): string {
  return period === "day" ? "today" : `this ${period}`;
}

export function money(usd: number): string {
  return usd.toLocaleString("en-US", {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: usd < 1 ? 4 : 2,
  });
}

/** `no answer` as `No answer`. */
export function capitalize(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** `email_sync` as `email sync`. */
export function plain(name: string): string {
  return name.replaceAll("_", " ");
}
