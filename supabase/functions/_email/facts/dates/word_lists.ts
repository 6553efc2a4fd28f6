/** What a language must say about its dates, and how its lists are written down. */
import { type Unit } from "./calendar.ts";

/** What the words of one language mean. Keys are lower case, one token each. */
export interface DateWords {
  /** In a date like 3/4/2026 the month comes first. */
  readonly monthFirst: boolean;
  readonly months: ReadonlyMap<string, number>;
  /** 0 for Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Units of less than a day, in seconds. */
  readonly clockUnits: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** `today` and its like, as days from the email's date. */
  readonly dayWords: ReadonlyMap<string, number>;
  /** `next` is 1, `this` 0, `last` -1. */
  readonly relations: ReadonlyMap<string, number>;
  /** The same behind the noun. */
  readonly trailingRelations: ReadonlyMap<string, number>;
  /** Parts of the day: first and last hour. */
  readonly dayParts: ReadonlyMap<string, readonly [number, number]>;
  /** Which part of a period: 0 beginning, 1 middle, 2 end. */
  readonly edges: ReadonlyMap<string, number>;
  readonly fixedDays: ReadonlyMap<string, readonly [month: number, date: number]>;
  readonly of: ReadonlySet<string>;
  readonly article: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
  readonly at: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** `in` of `in three weeks`. */
  readonly inTime: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
  readonly ago: ReadonlySet<string>;
  /** `ago` in front of the number. */
  readonly leadingAgo: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** Words after which a lone year or month is a date. */
  readonly dateContext: ReadonlySet<string>;
  readonly every: ReadonlySet<string>;
  /** `o'clock`, `Uhr`. */
  readonly clock: ReadonlySet<string>;
  readonly weekNumber: ReadonlySet<string>;
}

/** Words with a space between. */
export const set = (words: string) => new Set(words.split(" "));

/** `a b=1 c=2` → a and b are 1, c is 2. */
export function numbered(text: string): Map<string, number> {
  const map = new Map<string, number>();
  let waiting: string[] = [];
  for (const piece of text.split(" ")) {
    const [word = "", value] = piece.split("=");
    waiting.push(word);
    if (value === undefined) continue;
    for (const each of waiting) map.set(each, Number(value));
    waiting = [];
  }
  return map;
}

/** Words in a row, counted from `first`; alternatives are joined by `|`. */
export function counted(text: string, first: number): Map<string, number> {
  return new Map(
    text.split(" ").flatMap((words, at) => words.split("|").map((word) => [word, first + at])),
  );
}

/** Each unit with its words. */
export function unitsOf(words: Readonly<Record<Unit, string>>): Map<string, Unit> {
  return new Map(
    (Object.keys(words) as Unit[]).flatMap((unit) =>
      words[unit].split(" ").map((word) => [word, unit] as const)
    ),
  );
}
