/** Which comes first in figures such as 3/4/2026, day or month? The sender's signals say. */

/** What comes first. */
export type DateOrder = "day" | "month";

/** What an email says of its sender's ways. */
export interface OrderSignals {
  readonly fromEmail: string | null;
  /** The Date field as sent: its zone says where the sender is. */
  readonly dateField: string | null;
  /** The whole text, quotes included. */
  readonly thread: string;
}

/** Of an email about whose sender nothing is known. */
export const NO_SIGNALS: OrderSignals = { fromEmail: null, dateField: null, thread: "" };

/** Domains of countries that write the month first, or both. */
const MONTH_FIRST = new Set(["us", "gov", "mil", "edu", "ph", "pr", "gu"]);
const MIXED = new Set(["ca", "cn", "hk", "hu", "ir", "jp", "kr", "lt", "mn", "mo", "tw"]);
/** Sold to everybody: they say nothing about a country. */
const GENERIC = new Set(
  ("ac ag ai am app bz cc cd co cx dj fm gg gl gs hm im io je la ly me ms mu nu " +
    "pm pw sc sh so st su tk tm to tv vc vg vu wf ws").split(" "),
);
/** Languages in whose countries the day comes first. */
const DAY_FIRST = new Set(
  ("bg ca cs da de el es et fi fr he hr id it lv nl no nb nn pl pt ro ru sk sl sr sv th tr uk vi")
    .split(" "),
);
/** Text of a thread that is searched for other dates. */
const MAX_THREAD_UNITS = 100_000;
const FIGURES = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;

/**
 * The order in which a sender writes day and month; null when nothing tells. The other dates of
 * the text say most, then the country of the address, the language, the zone of the Date field,
 * and the dates that the thread quotes.
 * @param newest the text that the sender wrote
 * @param language ISO 639-1
 */
export function readOrder(
  newest: string,
  language: string | null,
  { fromEmail, dateField, thread }: OrderSignals,
): DateOrder | null {
  const own = findOrders(newest);
  if (own.size === 1) return [...own][0] ?? null;
  if (own.size > 1) return null;
  const country = readCountryOrder(fromEmail);
  if (country !== undefined) return country;
  if (language !== null && DAY_FIRST.has(language)) return "day";
  const zone = readZoneOrder(dateField);
  if (zone !== null) return zone === "month" && language !== "en" ? null : zone;
  const quoted = findOrders(thread.slice(0, MAX_THREAD_UNITS));
  return quoted.size === 1 ? [...quoted][0] ?? null : null;
}

/** The orders of dates that have only one. */
function findOrders(text: string): Set<DateOrder> {
  const orders = new Set<DateOrder>();
  if (!text.includes("/") && !text.includes("-")) return orders;
  for (const [, first = "", , second = ""] of text.matchAll(FIGURES)) {
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && a <= 31 && b <= 12) orders.add("day");
    if (b > 12 && b <= 31 && a <= 12) orders.add("month");
  }
  return orders;
}

/** By the domain; null where a country has no one order, undefined where it names no country. */
function readCountryOrder(address: string | null): DateOrder | null | undefined {
  const domain = /\.([a-z]{2,4})$/.exec(address?.toLowerCase() ?? "")?.[1];
  if (domain === undefined || GENERIC.has(domain)) return undefined;
  if (MONTH_FIRST.has(domain)) return "month";
  if (MIXED.has(domain)) return null;
  return domain.length === 2 || domain === "eu" ? "day" : undefined;
}

/** By the zone of a Date field. */
function readZoneOrder(dateField: string | null): DateOrder | null {
  const field = dateField ?? "";
  const [, sign, hours = "", minutes] = /([+-])(\d{2}):?(\d{2})\s*(?:\(|$)/.exec(field) ?? [];
  if (sign === undefined) {
    const name = /\b([ECMP][SD]T|BST|CES?T|MES?Z|WEST|EES?T)\b/.exec(field)?.[1];
    if (name === undefined) return null;
    return /^[ECMP][SD]T$/.test(name) && name !== "EET" ? "month" : "day";
  }
  const hour = Number(hours);
  if (sign === "-") {
    if (minutes === "00" && hour >= 4 && hour <= 10) return "month";
    return hour === 2 || hour === 3 && minutes === "00" ? "day" : null;
  }
  // Servers write +0000 wherever they are. East of India nearly all others write the year first.
  if (hour === 0 || hour === 9 || hour > 13) return null;
  return "day";
}
