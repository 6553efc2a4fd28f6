/** Dates as programs write them that speak their user's language. */

/** Months by their first letters, four where three are not enough. */
const MONTHS: Readonly<Record<string, string>> = {
  ene: "Jan",
  gen: "Jan",
  jän: "Jan",
  fév: "Feb",
  fev: "Feb",
  mär: "Mar",
  mrt: "Mar",
  maa: "Mar",
  avr: "Apr",
  abr: "Apr",
  mai: "May",
  maj: "May",
  mei: "May",
  mag: "May",
  juin: "Jun",
  giu: "Jun",
  juil: "Jul",
  lug: "Jul",
  aoû: "Aug",
  ago: "Aug",
  set: "Sep",
  okt: "Oct",
  ott: "Oct",
  out: "Oct",
  dez: "Dec",
  déc: "Dec",
  dic: "Dec",
};
const WRITTEN =
  /^(?:\p{L}{2,12}\.?,?\s{1,3})?(\d{1,2})\.?\s(?:de\s)?(\p{L}{3,12})\.?\s(?:de\s)?(\d{4})\b/u;
const DOTTED = /^(?:\p{L}{2,12}\.?,?\s{1,3})?(\d{1,2})\.(\d{1,2})\.(\d{4})\b,?/u;

/**
 * The same in English; null where the date is written in no way that is known.
 * @example toEnglishDate("mié, 11 dic 2024 09:00:00 +0100") // "11 Dec 2024 09:00:00 +0100"
 */
export function toEnglishDate(written: string): string | null {
  const dotted = DOTTED.exec(written);
  if (dotted !== null) {
    const [all, day = "", month = "", year] = dotted;
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${written.slice(all.length)}`;
  }
  const [all, day, month = "", year] = WRITTEN.exec(written) ?? [];
  if (all === undefined) return null;
  const name = month.toLowerCase();
  const english = MONTHS[name.slice(0, 4)] ?? MONTHS[name.slice(0, 3)] ?? month;
  return `${day} ${english} ${year}${written.slice(all.length)}`;
}
