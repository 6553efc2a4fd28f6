/** Times of day. */
import { readNumberWords } from "../numbers.ts";
import {
  type Found,
  isAttached,
  isLabelled,
  isNumberAt,
  remember,
  skipWords,
  type Source,
  textAt,
} from "../tokens.ts";
import { readHalf } from "./halves.ts";

/** A time of day as written. */
export interface Clock {
  /**
   * Since midnight, as the writer most likely means it: hours 1 to 6 without more are afternoon.
   */
  readonly second: number;
  /** The same with the hour as written. */
  readonly plain: number;
  /** Says am or pm, or is written like a time of day. */
  readonly isSure: boolean;
  readonly hasMeridiem: boolean;
  /** The hour as written. */
  readonly hour: number;
}

const HOUR = 3_600;

/** `9:30`, `9.30 am`, `9pm`, `14 Uhr`, `15h30`, `half past eight`, `noon`. */
export const readClock = remember((source: Source, at: number): Found<Clock> | null => {
  const from = skipWords(source, at, 1, source.words.circa);
  if (isLabelled(source, from)) return null;
  return readPastHour(source, from) ?? readHour(source, from);
});

function readHour(source: Source, at: number): Found<Clock> | null {
  const { words } = source;
  const fixed = words.fixedTimes.get(textAt(source, at));
  if (fixed !== undefined) return toClock(at + 1, fixed * HOUR, fixed);
  const hour = readSmall(source, at, 24);
  if (hour === null) return null;
  const isDigits = isNumberAt(source, at);
  let { to } = hour;
  const parts = [0, 0];
  let isSure = false;
  for (let part = 0; part < 2; part++) {
    const separator = textAt(source, to);
    const isSeparator = separator === ":" || part === 0 && /^[.hu]$/.test(separator) && isDigits;
    const minutes = isSeparator && isAttached(source, to) && isAttached(source, to + 1)
      ? readTwoDigits(source, to + 1)
      : null;
    if (minutes === null) break;
    // 9.30 is a time only with more around it.
    if (separator !== ".") isSure = true;
    parts[part] = minutes;
    to += 2;
  }
  const hasMinutes = to > hour.to;
  if (!isDigits && !hasMinutes) {
    const minutes = readNumberWords(source, to);
    if (minutes !== null && minutes.value >= 10 && minutes.value < 60) {
      parts[0] = minutes.value;
      to = minutes.to;
    }
  }
  const [minute = 0, second = 0] = parts;
  const rest = minute * 60 + second;
  const half = readHalf(source, at, to, hasMinutes);
  if (half !== null && hour.value <= 12) {
    const hours = hour.value % 12 + half.value;
    return toClock(half.to, hours * HOUR + rest, hours);
  }
  if (hour.value === 24 && minute > 0) return null;
  const clock = readClockWord(source, to);
  const more = readMinutesBehind(source, clock?.to ?? to);
  const end = more?.to ?? clock?.to ?? to;
  const guess = guessHour(source, at, hour.value, hasMinutes, clock !== null && textAt(source, to));
  const added = rest + 60 * ((clock?.value ?? 0) + (more?.value ?? 0));
  return {
    to: end,
    value: {
      second: guess * HOUR + added,
      plain: hour.value * HOUR + added,
      isSure: isSure || clock !== null || more !== null,
      hasMeridiem: false,
      hour: hour.value,
    },
  };
}

/** `Uhr`, `heures`, and the minutes behind: `14 Uhr 30`, `14 h 30`. */
function readClockWord(source: Source, at: number): Found<number> | null {
  const { words } = source;
  if (!words.clock.has(textAt(source, at))) return null;
  const minutes = readTwoDigits(source, at + 1);
  const isOther = minutes !== null && /^[a-zß-ɏ]/.test(textAt(source, at + 2)) &&
    !isFree(source, at + 2) && words.clockUnits.get(textAt(source, at + 2)) !== 60;
  return minutes === null || isOther ? { to: at + 1, value: 0 } : { to: at + 2, value: minutes };
}

/** `et demie`, `e un quarto`, `et vingt minutes`. */
function readMinutesBehind(source: Source, at: number): Found<number> | null {
  const { words } = source;
  const named = words.behindHour.get(textAt(source, at));
  if (named !== undefined) return { to: at + 1, value: named };
  const minutes = words.and.has(textAt(source, at)) ? readSmall(source, at + 1, 59) : null;
  return minutes !== null && words.clockUnits.get(textAt(source, minutes.to)) === 60
    ? { to: minutes.to + 1, value: minutes.value }
    : null;
}

/**
 * Twelve hours later where a lone small hour hardly means the night. 08 and 14 mean themselves,
 * and outside of English 3:30 and 3h do as well.
 */
function guessHour(
  { tokens, words }: Source,
  at: number,
  hour: number,
  hasMinutes: boolean,
  clockWord: string | false,
): number {
  const token = tokens[at];
  const isPadded = token !== undefined && token.number !== null && token.end - token.start > 1;
  if (isPadded || hour < 1 || hour > 6) return hour;
  const isPlain = !words.isEnglish && (hasMinutes || clockWord === "h" ||
    clockWord !== false && !words.isTwelveHour);
  return isPlain ? hour : hour + 12;
}

/** `half past eight`, `halb drei`, `kwart over drie`, `ten past nine`. */
function readPastHour(source: Source, at: number): Found<Clock> | null {
  const offset = source.words.beforeHour.get(textAt(source, at));
  const shift = offset === undefined ? readMinutesPast(source, at) : { to: at + 1, value: offset };
  if (shift === null) return null;
  const hour = readHour(source, shift.to);
  if (hour === null || hour.value.hour > 12 && !hour.value.hasMeridiem) return null;
  const { second, plain } = hour.value;
  const moved = { second: second + shift.value * 60, plain: plain + shift.value * 60 };
  return moved.second < 0
    ? null
    : { to: hour.to, value: { ...hour.value, ...moved, isSure: true } };
}

/** `20 past`, `ten minutes to`; `5 to 6` is a stretch. */
function readMinutesPast(source: Source, at: number): Found<number> | null {
  if (!source.words.isEnglish) return null;
  const minutes = readSmall(source, at, 59);
  if (minutes === null) return null;
  const hasUnit = /^min(?:ute)?s?$/.test(textAt(source, minutes.to));
  const link = hasUnit ? minutes.to + 1 : minutes.to;
  if (textAt(source, link) === "past") return { to: link + 1, value: minutes.value };
  const isTo = hasUnit && textAt(source, link) === "to";
  return isTo ? { to: link + 1, value: -minutes.value } : null;
}

/** Whether what follows a plain number lets it be an hour: nothing is counted. */
export function isFree(source: Source, at: number): boolean {
  const { words } = source;
  const next = textAt(source, at);
  // The figures go on.
  const isPart = /^[-/.:,]$/.test(next) && isAttached(source, at) && isAttached(source, at + 1) &&
    isNumberAt(source, at + 1);
  if (isPart || words.of.has(next) && words.months.has(textAt(source, at + 1))) return false;
  return next === "" || /^[^a-z0-9ß-ɏ]$/.test(next) && !/^[%/°€$£]$/.test(next) ||
    words.goesOn.has(next) || words.dayParts.has(next) || words.weekdays.has(next) ||
    words.dayWords.has(next) || words.relations.has(next) || words.every.has(next) ||
    [words.on, words.at, words.and, words.from, words.to, words.between].some((set) =>
        set.has(next)
      ) &&
      !/^[-–—~]$/.test(next);
}

function readSmall(source: Source, at: number, most: number): Found<number> | null {
  const token = source.tokens[at];
  if (token === undefined) return null;
  if (token.number !== null) {
    return token.end - token.start <= 2 && token.number <= most
      ? { to: at + 1, value: token.number }
      : null;
  }
  const words = ARTICLE.test(token.text) ? null : readNumberWords(source, at);
  return words !== null && words.value <= most ? words : null;
}

/** One of something. */
const ARTICLE = /^(?:an?|une?|un'|eine?[nmr]?|uno|uma?|een)$/;

function readTwoDigits({ tokens }: Source, at: number): number | null {
  const token = tokens[at];
  if (
    (token === undefined || token.number === null) || token.end - token.start !== 2 ||
    token.number > 59
  ) return null;
  return token.number;
}

/** A time that says its half of the day. */
function toClock(to: number, second: number, hour: number): Found<Clock> {
  return { to, value: { second, plain: second, isSure: true, hasMeridiem: true, hour } };
}
