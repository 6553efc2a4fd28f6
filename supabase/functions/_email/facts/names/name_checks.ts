/** Is a capitalized word a title, a German noun, a common word or part of a headline? */
import { latin } from "../../text/latin.ts";
import type { Word } from "./capital_runs.ts";
import { isGivenName, type NameWords } from "./name_words.ts";
import type { TextContext } from "./text_context.ts";

/** Ends of German nouns that are no surnames. */
export const GERMAN_NOUN = /(?:(?<!yo)ung|ungen|heit|keit|schaft|tion|tät|nis|ment|termin|anlage)$/;
const TITLE_ABBREVIATION = /\.$/;

/** German writes every noun with a capital. */
export function isGermanNoun(lower: readonly string[], { language }: TextContext): boolean {
  return (language === "de" || language === null) && lower.some((word) => GERMAN_NOUN.test(word));
}

/** `Mr` or `Mr.` */
export function isTitle({ text, lower }: Word, { titles }: NameWords): boolean {
  return titles.has(TITLE_ABBREVIATION.test(lower) ? lower.slice(0, -1) : lower) &&
    text.length > 1;
}

/** `Purchasing Ana Ruiz` */
export function dropCommonBefore(name: readonly Word[], { common }: NameWords): readonly Word[] {
  const from = name.findIndex(({ lower }) => !common.has(lower));
  return from > 0 ? name.slice(from) : name;
}

/** `Ana Ruiz Report`; a surname may be a common word where no other follows. */
export function cutAtCommon(name: readonly Word[], { common }: NameWords): readonly Word[] {
  const at = name.findIndex(({ lower }, place) => place > 0 && common.has(lower));
  if (at < 0) return name;
  if (at >= 2) return name.slice(0, at);
  return SURNAMES.has(name[at]?.lower ?? "") && isGivenName(name[0]?.lower ?? "")
    ? name.slice(0, 2)
    : [];
}

const SURNAMES = new Set(
  ("black white green hill park hall page price west lane small long short law field ford bell " +
    "north south east bridge read young king forest power house day banks gates street rose")
    .split(" "),
);

const WORDS = latin(String.raw`\p{L}{2,}`, "g");
const CAPITAL_FIRST = latin(String.raw`^\p{Lu}`);

/** Headlines and greetings in capitals would make every pair of words a name. */
export function isHeadline(text: string): boolean {
  const words = text.match(WORDS.for(text)) ?? [];
  const first = CAPITAL_FIRST.for(text);
  const capital = words.filter((word) => first.test(word)).length;
  return words.length >= 4 && capital / words.length > 0.6;
}
