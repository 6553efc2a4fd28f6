/**
 * What a language must say about its dates. The lists are in `words/<language>/dates.ts`, and are
 * compiled (`compile_words.ts`) when a text in that language first comes. Words are in lower case
 * with a space between; `_` is a space inside of a phrase (`day_after_tomorrow`).
 */
import { type Unit } from "../calendar.ts";

/** Plain lists of words. */
export interface WordSets<List> {
  /** Months and weekdays whose words mean something else as well: `may`, `segunda`. */
  readonly doubtful: List;
  /** What makes a figure an ordinal, right behind it: `th`. */
  readonly suffixes: List;
  /** Day words that mean an evening or a morning: `tonight`. */
  readonly lateDays: List;
  readonly earlyDays: List;
  /** Words before which a day word is a part of the day: `am Morgen`. */
  readonly partMarks: List;
  /** Relations that mean the nearest weekday to come: `coming`. */
  readonly nearRelations: List;
  /** Edges that mean the last day: `end`. */
  readonly ends: List;
  readonly of: List;
  readonly article: List;
  readonly on: List;
  readonly at: List;
  /** Words behind which a plain number is an hour: `alle 15`. */
  readonly hourIntro: List;
  /** Words behind which a plain number is a day of a month: `le 15`. */
  readonly dayIntro: List;
  readonly from: List;
  readonly between: List;
  readonly to: List;
  readonly and: List;
  /** `in` of `in three weeks`. */
  readonly inTime: List;
  readonly within: List;
  readonly ago: List;
  /** `ago` in front of the number. */
  readonly leadingAgo: List;
  readonly later: List;
  readonly after: List;
  readonly before: List;
  readonly circa: List;
  /** Words after which a lone year or month is a date. */
  readonly dateContext: List;
  /** Words before figures such as 3/4 that make them a date, not a fraction. */
  readonly due: List;
  readonly every: List;
  /** `o'clock`, `Uhr`. */
  readonly clock: List;
  readonly weekNumber: List;
  /** `of` in `the week of 4 May`. */
  readonly weekOf: List;
  /** Words behind which a number is no date or time: `section`. */
  readonly labels: List;
  /** Words that can follow an hour, because they are not counted: `or`. */
  readonly goesOn: List;
  /** Verbs that tell of what was, and of what is or will be. */
  readonly past: List;
  readonly ahead: List;
  /** Verbs that tell of the past with a participle: `ai` of `ai appelé`. */
  readonly auxiliaries: List;
  /** Those of them with which only what came or went is past: `est` of `est venu`. */
  readonly goneWith: List;
  /** Words before a day that make it past: `since`; and those that mostly do. */
  readonly since: List;
  readonly maybeSince: List;
  /** Words before a weekday to come: `moved to`. */
  readonly aimed: List;
  /** Verbs behind which another one is still to come: `asked him to call`. */
  readonly askedFor: List;
  /** What begins another clause: `that`. */
  readonly clauses: List;
  /** What else a date can begin with. */
  readonly beginnings: List;
}

/** Words with a number, written `a b=1 c=2`, where a and b are 1. */
export interface NumberedWords<List> {
  /** Units of less than a day, in seconds. */
  readonly clockUnits: List;
  readonly numbers: List;
  readonly ordinals: List;
  /** `today` and its like, as days from the email's date. */
  readonly dayWords: List;
  /** `next` is 1, `this` 0, `last` -1. */
  readonly relations: List;
  /** The same behind the noun. */
  readonly trailingRelations: List;
  /** Which part of a period: 0 beginning, 1 middle, 2 end. */
  readonly edges: List;
  /** Feasts as days from Easter Sunday. */
  readonly feasts: List;
  /** `noon=12`. */
  readonly fixedTimes: List;
  /** Minutes from the hour that is named behind: `quarter_to=-15`. */
  readonly beforeHour: List;
  /** Minutes from the hour in front: `et_demie=30`. */
  readonly behindHour: List;
}

/** The lists of a language; it need not have all of them. */
export interface DateLists extends Partial<WordSets<string>>, Partial<NumberedWords<string>> {
  /** Counted from 1; alternatives are joined by `|`. */
  readonly months?: string;
  /** Counted from 0 for Sunday. */
  readonly weekdays?: string;
  readonly units?: Readonly<Partial<Record<Unit, string>>>;
  /** Parts of the day with first and last hour: `morning=8-12`. */
  readonly dayParts?: string;
  /** `christmas=12-25`. */
  readonly fixedDays?: string;
  /** How verbs of the future end; an expression. */
  readonly aheadEnding?: string;
  /** How verbs of the past end; an expression. */
  readonly pastEnding?: string;
  /** What participles look like; an expression. */
  readonly participle?: string;
  /** Participles of what came, went or happened; an expression. */
  readonly gone?: string;
  /** A lone hour from 1 to 6 means the afternoon, also with a word for the hour behind it. */
  readonly isTwelveHour?: boolean;
  /** Weekdays and parts of the day are written as one word: `Freitagabend`. */
  readonly hasCompounds?: boolean;
}

/** Several tokens that are read as one. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly string[];
}

type NumberMap = ReadonlyMap<string, number>;
type PairMap = ReadonlyMap<string, readonly [number, number]>;

/** What the words of one language mean. Keys are one token or phrase each. */
export interface DateWords extends WordSets<ReadonlySet<string>>, NumberedWords<NumberMap> {
  /** English turns of phrase are read. */
  readonly isEnglish: boolean;
  readonly isTwelveHour: boolean;
  readonly months: NumberMap;
  readonly weekdays: NumberMap;
  readonly units: ReadonlyMap<string, Unit>;
  readonly dayParts: PairMap;
  readonly fixedDays: PairMap;
  readonly aheadEnding: RegExp | null;
  readonly pastEnding: RegExp | null;
  readonly participle: RegExp | null;
  readonly gone: RegExp | null;
  /** By their first token, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Where the second word of a word such as `Freitagabend` begins. */
  readonly compounds: NumberMap;
}
