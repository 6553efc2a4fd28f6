/** Whom does running text name, and which organizations beside them? */
import { latin } from "../../text/latin.ts";
import {
  endsWithPhrase,
  lastWord,
  PARTICLES,
  readRuns,
  type Run,
  toMatch,
  type Word,
} from "./capital_runs.ts";
import { findEmployer } from "./employers.ts";
import type { Match } from "./match.ts";
import {
  cutAtCommon,
  dropCommonBefore,
  GERMAN_NOUN,
  isGermanNoun,
  isHeadline,
  isTitle,
} from "./name_checks.ts";
import { isGivenName, isPlace, isRole, type NameWords } from "./name_words.ts";
import type { TextContext } from "./text_context.ts";

/** What running text names. */
export interface NamedInText {
  readonly people: Match[];
  readonly organizations: Match[];
}

const MAX_NAME_WORDS = 5;
const ALL_CAPITALS = latin(String.raw`^[\p{Lu}'’.-]{2,}$`);
const INITIAL = latin(String.raw`^\p{Lu}\.?$`);
const JOINS = /^\s{0,2}(?:,|,? ?(?:and|und|et|y|e|en|&|sowie|o|or|oder))\s{1,2}$/;
/** Before places and things. */
const NO_PERSON_BEFORE = new Set(
  "in à nach aus en em nel nella near via toward towards the a an this these our your my their"
    .split(" "),
);
/** Whom people call by the given name alone. */
const FAMILY = new RegExp(
  "^(?:son|daughter|mother|father|brother|sister|wife|husband|mum|mom|dad|hij[oa]|marido|mujer|" +
    "esposa|madre|padre|herman[oa]|fils|fille|mari|femme|mère|père|frère|sœur|figli[oa]|marito|" +
    "moglie|fratello|sorella|zoon|dochter|vrouw|man|moeder|vader|broer|zus|filh[oa]|mãe|pai|" +
    "irmão|irmã|mann|sohn|tochter|mutter|vater|bruder|schwester|oma|opa|onkel|tante|" +
    "colleague|colega|collègue|collega|compañer[oa])$",
);
/** Languages that write only names with a capital. */
const PLAIN_LANGUAGES: ReadonlySet<string> = new Set(["en", "es", "fr", "it", "nl", "pt"]);

/** The people of a text, and organizations named as theirs: `Ana Ruiz of Calderon`. */
export function findPeople(text: string, context: TextContext): NamedInText {
  const people: Match[] = [];
  const organizations: Match[] = [];
  let lastPersonEnd = -1;
  for (const run of readRuns(text, context.words)) {
    const start = run.words[0]?.at ?? 0;
    const between = lastPersonEnd < 0 ? null : text.slice(lastPersonEnd, start);
    const organization = findEmployer(run, between, context);
    if (organization !== null) {
      organizations.push(organization);
      lastPersonEnd = -1;
      continue;
    }
    const isJoined = between !== null && JOINS.test(between);
    const person = findPerson(run, { isJoined, text }, context);
    if (person === null) continue;
    people.push(person);
    lastPersonEnd = person.at + person.text.length;
  }
  return { people, organizations };
}

interface Around {
  readonly isJoined: boolean;
  /** All of the text. */
  readonly text: string;
}

function findPerson(run: Run, around: Around, context: TextContext): Match | null {
  const { words } = context;
  const led = PARTICLES.has(run.last) ? findLed(run, words) : null;
  if (led !== null) return led;
  if (run.words.length === 1) return findLoneName(run, context);
  const { all, isLabeled, isTitled } = dropLabels(run, words);
  const name = cutToGerman(cutAtCommon(dropCommonBefore(all, words), words), context);
  const first = name[0];
  if (first === undefined || name.length > MAX_NAME_WORDS) return null;
  const lower = Array.from(name, (word) => word.lower);
  if (isTitled) return isGermanNoun(lower, context) ? null : toMatch(run, name);
  const isKnown = context.knownNames.has(lower.join(" "));
  if (isKnown) return toMatch(run, name);
  if (name.length === 1) {
    return (all.length === 1 || first !== all[0]) && isMention(run, first, context)
      ? toMatch(run, name)
      : null;
  }
  const isGiven = isGivenName(first.lower) && first.text.length > 1;
  if (INITIAL.test(name.at(-1)?.text ?? "")) return isGiven ? toMatch(run, name) : null;
  if (isPlace(lower)) return null;
  if (isGiven) return isShouted(name, around) ? null : toMatch(run, name);
  if (name.every(({ text }) => ALL_CAPITALS.test(text))) return null;
  if (isGermanNoun(lower, context)) return null;
  const hasReason = isLabeled || around.isJoined ||
    endsWithPhrase(run.before, words.introductions) ||
    hasRoleBefore(run.before, words);
  if (hasReason) return toMatch(run, name);
  return isBareName(run, name, around, context) ? toMatch(run, name) : null;
}

/** Most runs are one word: it is asked for less. */
function findLoneName(run: Run, context: TextContext): Match | null {
  const { words, knownNames } = context;
  const word = run.words[0];
  if (word === undefined) return null;
  const lower = [word.lower];
  const isTitled = words.titles.has(run.last) && !isTitle(word, words);
  const isName = isTitled
    ? !isGermanNoun(lower, context)
    : knownNames.has(word.lower) || isMention(run, word, context) ||
      FAMILY.test(run.last) && isBareName(run, run.words, { isJoined: false, text: "" }, context);
  return isName ? toMatch(run, run.words) : null;
}

const LED = new RegExp(`((?:(?:${[...PARTICLES].join("|")})\\s){1,3})$`);

/** `mevrouw van den Berg`, `la señora de la Fuente` */
function findLed({ before, text, at, words: own }: Run, words: NameWords): Match | null {
  const particles = own.length > 2 ? undefined : LED.exec(before)?.[1];
  if (particles === undefined) return null;
  const title = lastWord(before.slice(0, -particles.length));
  return words.titles.has(title) ? { text: particles + text, at: at - particles.length } : null;
}

/** `Tochter Lena` names Lena, `von der Heide Bescheid` one surname: German nouns have capitals. */
function cutToGerman(name: readonly Word[], { language }: TextContext): readonly Word[] {
  const [first, second] = name;
  if (language !== "de" || first === undefined || second === undefined) return name;
  if (PARTICLES.has(first.lower)) {
    return name.slice(0, name.findIndex(({ lower }) => !PARTICLES.has(lower)) + 1);
  }
  const isPerson = FAMILY.test(first.lower) || /[nt]in$/.test(first.lower);
  return isPerson && !isGivenName(first.lower) && isGivenName(second.lower) ? name.slice(1) : name;
}

/** The words of a run without title and role, and whether it had them. */
function dropLabels(run: Run, words: NameWords) {
  const titled = run.words.findLastIndex((word) => isTitle(word, words));
  const ranked = run.words.findLastIndex(({ lower }) => isRole(lower, words));
  const label = Math.max(titled, ranked);
  const isLabeled = label >= 0 && label < run.words.length - 1;
  const behind = isLabeled ? run.words.slice(label + 1) : run.words;
  return {
    // A role behind a name ends it: `Ana Ruiz Director`.
    all: !isLabeled && ranked > 0 ? behind.slice(0, ranked) : behind,
    isLabeled,
    isTitled: isLabeled && titled > ranked || titled < 0 && words.titles.has(run.last),
  };
}

/** One word inside a sentence that is a given name, or part of a name in a quoted email. */
function isMention({ last }: Run, { lower }: Word, context: TextContext): boolean {
  // `J'ai parlé à Karim`
  return last !== "" && (last === "à" || !NO_PERSON_BEFORE.has(last)) &&
    (context.knownWords.has(lower) || isGivenName(lower)) &&
    !context.words.common.has(lower) && !isPlace([lower]);
}

/** Two or more capitalized words that nothing else explains, where only names have capitals. */
function isBareName(
  run: Run,
  name: readonly Word[],
  { text: whole }: Around,
  { language, words, isWrittenSmall }: TextContext,
): boolean {
  if (language === null || !PLAIN_LANGUAGES.has(language)) return false;
  if (name.length !== run.words.length || name.length > 4) return false;
  if (NO_PERSON_BEFORE.has(run.last)) return false;
  return name.every(({ text, lower }) =>
    !words.common.has(lower) && !GERMAN_NOUN.test(lower) && !isWrittenSmall(lower) &&
      !isPlace([lower]) &&
      !ALL_CAPITALS.test(text) || INITIAL.test(text)
  ) && !isHeadline(whole);
}

/** A whole line in capitals, unless it is short. */
function isShouted(name: readonly Word[], { text: whole }: Around): boolean {
  return name.every(({ text }) => ALL_CAPITALS.test(text)) && isHeadline(whole);
}

/** `our finance director, `; not `our director in `. */
function hasRoleBefore(before: string, words: NameWords): boolean {
  return isRole(lastWord(before.replace(/,\s{1,3}$/, " ")), words);
}
