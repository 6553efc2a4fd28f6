/** Days named by their number alone: Friday the 13th, the 18th, `am 17.` */
import { dateOfDay, type Day, weekdayOf } from "./calendar.ts";
import { isFree } from "./clock/clock.ts";
import { readDayNumber, readOrdinal } from "./numbers.ts";
import { type Found, isAttached, isNumberAt, skipWords, type Source, textAt } from "./tokens.ts";

/** `Friday the 13th`, `the 18th`: the next day, or the one before, that it fits. */
export function readDayOfMonth(source: Source, at: number): Found<Day> | null {
  const { words, today } = source;
  const weekday = words.weekdays.get(textAt(source, at));
  const link = weekday === undefined ? at : skipDayWord(source, at + 1);
  // `Montag ab 8` names an hour.
  const intro = weekday !== undefined && words.compounds.size > 0 ? words.on : words.dayIntro;
  const from = skipWords(source, link, 2, words.article, words.on, intro);
  const isIntroduced = weekday === undefined && isDayIntro(source, at);
  const date = readOrdinal(source, from) ??
    (weekday === undefined && !isOnThe(source, at) && !isIntroduced
      ? null
      : readLonelyNumber(source, from));
  if (date === null || date.value < 1 || date.value > 31) return null;
  if (weekday === undefined && !isIntroduced) {
    // `the first` and `the 3rd floor` are no dates.
    const isDigits = source.tokens[from]?.number !== null;
    if (
      from === at || !isDigits || words.dayIntro.has(textAt(source, at)) ||
      /^[a-z]/.test(textAt(source, date.to)) && !isBehindDate(source, date.to)
    ) {
      return null;
    }
  }
  const step = source.isPast ? -1 : 1;
  for (let day = today, left = 800; left > 0; day += step, left--) {
    if (dateOfDay(day).date !== date.value) continue;
    if (weekday === undefined || weekdayOf(day) === weekday) return { to: date.to, value: day };
  }
  return null;
}

/** The place behind `, dia` of `sexta, dia 20`, or the same. */
export function skipDayWord(source: Source, at: number): number {
  const { words } = source;
  const word = textAt(source, at) === "," ? at + 1 : at;
  const isDay = words.units.get(textAt(source, word)) === "day" ||
    words.dayIntro.has(textAt(source, word));
  return isDay && isNumberAt(source, word + 1) ? word + 1 : at;
}

/** `le 17`, `dia 17`, `am 17.` with nothing counted behind it. */
function isDayIntro(source: Source, at: number): boolean {
  if (!source.words.dayIntro.has(textAt(source, at)) || !isNumberAt(source, at + 1)) return false;
  const ordinal = readOrdinal(source, at + 1);
  const next = ordinal?.to ?? at + 2;
  if (isAttached(source, next) && isAttached(source, next + 1)) return false;
  // `ab 8` is an hour in German.
  if (ordinal === null && source.words.compounds.size > 0) return false;
  if (ordinal === null || textAt(source, next - 1) !== ".") return isFree(source, next);
  // `am 2. und 3. Tag`
  const last = skipListed(source, next);
  return last >= source.tokens.length || source.tokens[last]?.isCapital !== true &&
      !isNumberAt(source, last);
}

/** The place behind the ordinals that go on with a list. */
function skipListed(source: Source, at: number): number {
  let to = at;
  for (let left = 8; left > 0; left--) {
    const link = skipWords(source, to, 2, LIST_LINKS, source.words.and);
    const item = link > to ? readOrdinal(source, link) : null;
    if (item === null) break;
    to = item.to;
  }
  return to;
}

/** Between the days of a list. */
export const LIST_LINKS: ReadonlySet<string> = new Set(
  [",", "&", "or", "oder", "bzw", "o", "u", "ou", "of", "oppure"],
);

/** `on the 17`. */
function isOnThe(source: Source, at: number): boolean {
  return source.words.article.has(textAt(source, at)) &&
    source.words.on.has(textAt(source, at - 1));
}

/** `Monday 21` with nothing counted behind it. */
function readLonelyNumber(source: Source, at: number): Found<number> | null {
  if (!isNumberAt(source, at) || textAt(source, at - 1) === ",") return null;
  const next = textAt(source, at + 1);
  // "Freitag 8-12 Uhr" names hours.
  if (/^[-–]$/.test(next) && isNumberAt(source, at + 2)) return null;
  const isLonely = next === "" || /^[!?.,;)]$/.test(next) && !isAttached(source, at + 2) ||
    /^(?:from|between|at|until|till)$/.test(next) ||
    // Without am and pm a plain number behind a weekday is no time.
    !source.words.isEnglish && !/^[:.h]$/.test(next) && !source.words.clock.has(next) &&
      !source.words.units.has(next) && !source.words.clockUnits.has(next);
  return isLonely ? readDayNumber(source, at) : null;
}

/** What goes on behind a day, rather than with it: `the 18th works`, not `the 18th floor`. */
const GOES_ON =
  /^(?:if|i[st]?|works?|when|please|with|or|so|but|um|in|we|you|they|he|she|are|be|would|can)$/;

/** Whether a word may come behind a day that is named by its number alone. */
export function isBehindDate({ words, tokens }: Source, at: number): boolean {
  const text = tokens[at]?.text ?? "";
  return [words.at, words.from, words.between, words.and, words.to].some((set) => set.has(text)) ||
    GOES_ON.test(text);
}
