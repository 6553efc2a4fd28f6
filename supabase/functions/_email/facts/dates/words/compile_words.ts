/** Makes what dates are read with of a language's lists. */
import { type Unit } from "../calendar.ts";
import { splitWords } from "./split_words.ts";
import {
  type DateLists,
  type DateWords,
  type NumberedWords,
  type Phrase,
  type WordSets,
} from "./word_lists.ts";

const SETS: readonly (keyof WordSets<string>)[] = [
  ...["doubtful", "suffixes", "lateDays", "earlyDays", "partMarks", "nearRelations"] as const,
  ...["ends", "of", "article", "on", "at", "hourIntro", "dayIntro", "from", "between"] as const,
  ...["to", "and", "inTime", "within", "ago", "leadingAgo", "later", "after"] as const,
  ...["before", "circa", "dateContext", "due", "every", "clock", "weekNumber"] as const,
  ...[
    "weekOf",
    "labels",
    "goesOn",
    "past",
    "ahead",
    "auxiliaries",
    "goneWith",
    "since",
    "maybeSince",
    "aimed",
    "askedFor",
    "clauses",
    "beginnings",
  ] as const,
];

const NUMBERED: readonly (keyof NumberedWords<string>)[] = [
  ...["clockUnits", "numbers", "ordinals", "dayWords", "relations"] as const,
  ...["trailingRelations", "edges", "feasts", "fixedTimes", "beforeHour", "behindHour"] as const,
];

/** Compiles the lists of a language. */
export function compileWords(lists: DateLists, isEnglish: boolean): DateWords {
  const sets = Object.fromEntries(SETS.map((name) => [name, toSet(lists[name])]));
  const numbered = Object.fromEntries(
    NUMBERED.map((name) => [name, toNumbered(lists[name], Number)]),
  );
  const months = toCounted(lists.months, 1);
  const weekdays = toCounted(lists.weekdays, 0);
  const units = toUnits(lists.units ?? {});
  const dayParts = toNumbered(lists.dayParts, toPair);
  const fixedDays = toNumbered(lists.fixedDays, toPair);
  const parts = [...Object.values({ ...sets, ...numbered }), months, weekdays];
  return {
    ...sets as unknown as WordSets<ReadonlySet<string>>,
    ...numbered as unknown as NumberedWords<ReadonlyMap<string, number>>,
    isEnglish,
    isTwelveHour: lists.isTwelveHour ?? false,
    months,
    weekdays,
    units,
    dayParts,
    fixedDays,
    aheadEnding: toExpression(lists.aheadEnding),
    pastEnding: toExpression(lists.pastEnding),
    participle: toExpression(lists.participle),
    gone: toExpression(lists.gone),
    phrases: toPhrases([...parts, units, dayParts, fixedDays].flatMap((part) => [...part.keys()])),
    compounds: lists.hasCompounds === true ? toCompounds(weekdays, dayParts) : new Map(),
  };
}

function toExpression(source: string | undefined): RegExp | null {
  return source === undefined ? null : new RegExp(source);
}

/** Words with a space between. */
function toSet(list: string | undefined): Set<string> {
  return new Set(list === undefined || list === "" ? [] : list.split(" ").map(toKey));
}

function toKey(word: string): string {
  return word.replaceAll("_", " ");
}

/** `a b=1 c=2` → a and b are 1, c is 2. */
function toNumbered<Value>(
  list: string | undefined,
  read: (written: string) => Value,
): Map<string, Value> {
  const map = new Map<string, Value>();
  let waiting: string[] = [];
  for (const piece of (list ?? "").split(" ")) {
    const [word = "", value] = piece.split("=");
    waiting.push(toKey(word));
    if (value === undefined) continue;
    for (const each of waiting) map.set(each, read(value));
    waiting = [];
  }
  return map;
}

function toPair(written: string): readonly [number, number] {
  const [first = "", second = ""] = written.split("-");
  return [Number(first), Number(second)];
}

function toCounted(list: string | undefined, first: number): Map<string, number> {
  return new Map(
    (list ?? "").split(" ").filter((words) => words !== "").flatMap((words, at) =>
      words.split("|").map((word) => [toKey(word), first + at] as const)
    ),
  );
}

function toUnits(lists: Readonly<Partial<Record<Unit, string>>>): Map<string, Unit> {
  return new Map(
    (Object.keys(lists) as Unit[]).flatMap((unit) =>
      [...toSet(lists[unit])].map((word) => [word, unit] as const)
    ),
  );
}

function toPhrases(keys: readonly string[]): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const text of new Set(keys)) {
    const tokens = splitWords(text);
    const [first] = tokens;
    if (first === undefined || tokens.length === 1) continue;
    phrases.set(first, [...phrases.get(first) ?? [], { text, tokens }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return phrases;
}

function toCompounds(
  weekdays: ReadonlyMap<string, number>,
  dayParts: ReadonlyMap<string, unknown>,
): Map<string, number> {
  const days = [...weekdays.keys()].filter((day) => day.length > 4);
  return new Map(
    days.flatMap((day) => [...dayParts.keys()].map((part) => [day + part, day.length] as const)),
  );
}
