/** Which capitalized words are next to each other in a text, and what is before them? */
import { findMatches, latin } from "../../text/latin.ts";
import type { Match } from "./match.ts";
import { isGivenName, type NameWords } from "./name_words.ts";

/** What is read before a name, in UTF-16 units. */
const BEFORE_UNITS = 60;

const PARTICLE = "van|von|der|den|de|del|della|di|da|do|dos|das|du|la|le|el|ten|ter|zu|zum|bin|al";
const CAPITAL = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)?|[dDO]['’]\\p{Lu}[\\p{L}-]{1,30}|" +
  "\\p{Lu}[\\p{L}\\p{M}'’-]{0,30})";
const RUN = latin(
  `(?<![\\p{L}\\p{N}#@._/-])${CAPITAL}(?:[ \\n](?:(?:${PARTICLE})[ \\n]){0,2}${CAPITAL}){0,7}`,
  "g",
);
export const PARTICLES = new Set(PARTICLE.split("|"));
const LETTER = latin(String.raw`\p{L}`);
const ONE_LINK = latin(String.raw`^(?:de|di|da|do|van|von)\s\p{Lu}`);
/** An Italian or French article: `L'ingegner`. */
const ELIDED = latin(String.raw`^(?:[LD]|Dell|All|Nell|Sull|Un|Qu)['’]\p{Ll}`);
const WRITTEN = /\S+/g;
const APOSTROPHE = /['’]/;
const OWN = /['’]s$/;

/** A word of a run; `at` counts from the start of the text. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly at: number;
}

/** Capitalized words in a row, and what is around them. */
export interface Run {
  /** From the first word to the last, as written. */
  readonly text: string;
  readonly at: number;
  readonly words: readonly Word[];
  readonly before: string;
  /** The word right before it, in lower case without its full stop; empty after other marks. */
  readonly last: string;
}

/** The runs of a text, cut at words that are in no name. */
export function readRuns(text: string, { no }: NameWords): Run[] {
  const runs: Run[] = [];
  for (const { 0: found, index } of findMatches(RUN.for(text), text)) {
    let words: Word[] = [];
    for (const { 0: written, index: at } of findMatches(WRITTEN, found)) {
      const hasApostrophe = APOSTROPHE.test(written);
      const isOwn = hasApostrophe && OWN.test(written);
      // `d'Émilie`
      const isLinked = hasApostrophe && /^[dl]['’]/.test(written) &&
        isGivenName(written.slice(2).toLowerCase());
      const from = isLinked ? 2 : 0;
      const bare = written.slice(from, isOwn ? -2 : undefined);
      const lower = bare.toLowerCase();
      const isPart = PARTICLES.has(lower) && (words.length > 0 || isInside(text, index + at));
      const isIdle = hasApostrophe && ELIDED.test(written) ||
        no.has(lower) && !isPart && !isGivenName(lower);
      const isEnd = words.length > 0 && endsName(words, found.slice(at));
      if ((isIdle || isEnd) && words.length > 0) {
        runs.push(toRun(text, words));
        words = [];
      }
      if (isIdle || isEnd) continue;
      words.push({ text: bare, lower, at: index + at + from });
      if (isOwn) {
        runs.push(toRun(text, words));
        words = [];
      }
    }
    if (words.length > 0) runs.push(toRun(text, words));
  }
  return runs;
}

/** Behind a word of the same sentence: `mevrouw De Groot`, but not `De factuur`. */
function isInside(text: string, at: number): boolean {
  return at > 1 && LETTER.test(text.charAt(at - 2));
}

/**
 * `Ana Ruiz de Calderon`: one `de` behind given name and surname leads to an organization;
 * `Recuerdos de Ana Ruiz`: one before a given name leads to a person.
 */
function endsName(words: readonly Word[], rest: string): boolean {
  if (!ONE_LINK.test(rest) || /^de L[ao]s? /.test(rest)) return false;
  if (words.length > 1) return !words.every(({ lower }) => isGivenName(lower));
  const next = rest.split(/\s/, 2)[1] ?? "";
  return isGivenName(next.toLowerCase()) && !isGivenName(words[0]?.lower ?? "");
}

function toRun(text: string, found: readonly Word[]): Run {
  const from = found.findIndex(({ text: word }) => !PARTICLES.has(word));
  const to = found.findLastIndex(({ text: word }) => !PARTICLES.has(word)) + 1;
  const words = found.slice(Math.max(from, 0), to);
  const at = words[0]?.at ?? 0;
  const last = words.at(-1);
  const end = last === undefined ? at : last.at + last.text.length;
  const before = text.slice(Math.max(0, at - BEFORE_UNITS), at);
  return { text: text.slice(at, end), at, words, before, last: lastWord(before) };
}

const UNEVEN = /[^\S ]| {2}/;

/** The text before a name ends in a phrase such as `my name is`. */
export function endsWithPhrase(before: string, phrases: readonly string[]): boolean {
  const lower = before.toLowerCase();
  // Most spaces are single.
  const text = (UNEVEN.test(lower) ? lower.replace(/\s+/g, " ") : lower).trimEnd();
  return text !== "" &&
    phrases.some((phrase) =>
      text.endsWith(phrase) && !LETTER.test(text.charAt(text.length - phrase.length - 1))
    );
}

/** The word right before a name, see `Run.last`. */
export function lastWord(before: string): string {
  const text = before.trimEnd();
  if (text.length === before.length) return "";
  const word = text.slice(Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n")) + 1);
  if (/[,;:!?)]$/.test(word)) return "";
  return word.replace(/^(?:["'(]|[LlDd]['’])|\.$/g, "").toLowerCase();
}

/** From the first word to the last, as written. */
export function toMatch(run: Run, words: readonly Word[]): Match {
  const at = words[0]?.at ?? 0;
  const last = words.at(-1);
  const end = last === undefined ? at : last.at + last.text.length;
  return { text: run.text.slice(at - run.at, end - run.at), at };
}
