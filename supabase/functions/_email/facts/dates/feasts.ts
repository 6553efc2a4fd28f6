/** Feasts as dates: Christmas, Easter Monday, Thanksgiving. */
import { dateOfDay, type Day, dayOfDate, easterSunday, weekdayOf } from "./calendar.ts";
import { nearestDate, readYearBehind } from "./nearest_date.ts";
import { type Found, type Source, textAt } from "./tokens.ts";

/** Feasts: a word or two of the calendar. */
export function readHoliday(source: Source, at: number): Found<Day> | null {
  const { words } = source;
  const text = textAt(source, at);
  const next = textAt(source, at + 1);
  const fixed = words.fixedDays.get(text);
  if (fixed !== undefined) {
    const isEve = next === "eve";
    const isDay = next === "day";
    const to = isEve || isDay ? at + 2 : at + 1;
    return onDate(source, to, fixed[0], isEve ? fixed[1] - 1 : fixed[1]);
  }
  if (text === "new" && /^years?$/.test(next)) {
    const to = /^['’]$/.test(textAt(source, at + 2)) ? at + 4 : at + 2;
    if (textAt(source, to) === "eve") return onDate(source, to + 1, 12, 31);
    return textAt(source, to) === "day" ? onDate(source, to + 1, 1, 1) : null;
  }
  const floating = FLOATING.get(`${text} ${next}`) ?? FLOATING.get(text);
  if (floating !== undefined) {
    return onFloating(source, FLOATING.has(text) ? at + 1 : at + 2, floating);
  }
  if (text === "boxing" && next === "day") return onDate(source, at + 2, 12, 26);
  const shift = words.feasts.get(text);
  return shift === undefined ? null : onEaster(source, at + 1, shift);
}

function onEaster(source: Source, to: number, shift: number): Found<Day> | null {
  const given = readYearBehind(source, to);
  if (given !== null) return { to: given.to, value: easterSunday(given.value) + shift };
  const { year } = dateOfDay(source.today);
  const days = [year - 1, year, year + 1].map((each) => easterSunday(each) + shift);
  const day = source.isPast
    ? days.findLast((each) => each <= source.today)
    : days.find((each) => each >= source.today);
  return day === undefined ? null : { to, value: day };
}

interface Floating {
  readonly month: number;
  readonly weekday: number;
  /** Which one of the month; -1 is the last. */
  readonly place: number;
  readonly shift?: number;
}

const FLOATING: ReadonlyMap<string, Floating> = new Map([
  ["thanksgiving", { month: 11, weekday: 4, place: 4 }],
  ["black friday", { month: 11, weekday: 4, place: 4, shift: 1 }],
  ["labor day", { month: 9, weekday: 1, place: 1 }],
  ["memorial day", { month: 5, weekday: 1, place: -1 }],
]);

function onFloating(source: Source, at: number, floating: Floating): Found<Day> | null {
  const to = textAt(source, at) === "day" ? at + 1 : at;
  const given = readYearBehind(source, to);
  if (given !== null) return { to: given.to, value: dayOfFloating(given.value, floating) };
  const { year } = dateOfDay(source.today);
  const days = [year - 1, year, year + 1].map((each) => dayOfFloating(each, floating));
  const day = source.isPast
    ? days.findLast((each) => each <= source.today)
    : days.find((each) => each >= source.today);
  return day === undefined ? null : { to, value: day };
}

function dayOfFloating(year: number, { month, weekday, place, shift = 0 }: Floating): Day {
  const first = dayOfDate(year, month, 1) ?? 0;
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (place === -1 ? 3 : place - 1);
  const isLater = place === -1 && dateOfDay(day + 7).month === month;
  return day + (isLater ? 7 : 0) + shift;
}

function onDate(source: Source, to: number, month: number, date: number): Found<Day> | null {
  const year = readYearBehind(source, to);
  const day = year === null ? nearestDate(source, month, date) : dayOfDate(year.value, month, date);
  return day === null ? null : { to: year?.to ?? to, value: day };
}
