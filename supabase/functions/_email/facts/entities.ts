/** Which people, organizations and addresses does the text name? */
import { quick } from "../text/quick.ts";
import type { Fact } from "../reading.ts";
import { toPartFact } from "../text/facts.ts";
import { latin } from "../text/latin.ts";
import type { Sentence } from "../text/sentences.ts";
import { domainNames, findAddresses, spells } from "./names/addresses.ts";
import { findAttributed, findHeaderNames, readHeaderLine } from "./names/header_names.ts";
import { blank, type Match, wordsOfName } from "./names/match.ts";
import { nameWordsOf } from "./names/name_words.ts";
import { findOrganizations } from "./names/organizations.ts";
import { findPeople } from "./names/people.ts";
import type { TextContext } from "./names/text_context.ts";

const MAX_ENTITIES = 20;
/** Found of each kind before parts of longer names are dropped. */
const MAX_CANDIDATES = 60;

/** Whom an email greets is its reader, whom nobody needs to be told. */
const GREETING = quick(
  String.raw`^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|sehr geehrte[rs]?|` +
    String.raw`liebe[rs]?|hallo|guten (?:tag|morgen|abend)|moin|servus|estimad[oa]s?|` +
    String.raw`querid[oa]s?|hola|buen[oa]s (?:días|tardes)|bonjour|bonsoir|salut|ch[eè]re?s?|` +
    String.raw`ciao|buongiorno|buonasera|gentile|gentilissim[oa]|egregi[oa]|car[oaie]s?|beste|` +
    String.raw`geachte|hoi|goede(?:morgen|middag|navond)|olá|oi|bom dia|boa (?:tarde|noite)|` +
    String.raw`prezad[oa]s?)(?=[\s,!:.]|$)(?! (?:gr[uü]|saluti|groet|wensen))`,
);
/** Up to its comma; the whole sentence where it has none. */
const GREETED = /^[^,!:?]{0,60}(?:[,!:]|$)/;

const SMALL_WORD = latin(String.raw`(?<![\p{L}\p{N}])\p{Ll}{3,}`, "g");

/** What was found so far, each text once. */
interface Found {
  readonly people: Map<string, Fact>;
  readonly organizations: Map<string, Fact>;
  readonly addresses: Map<string, Fact>;
  /** Addresses of header lines, which need no second name. */
  readonly ofHeaders: Set<string>;
}

/**
 * People, organizations and email addresses as written, in order of kind and place, at most 20,
 * each once. Linear in the text.
 * @param known people whom quoted emails name: mentions of them are recognized
 * @example findEntities(splitSentences("Ana Ruiz of Calderon Ltd called."), "en")
 */
export function findEntities(
  sentences: readonly Sentence[],
  language: string | null,
  known: readonly string[] = [],
): Fact[] {
  const found: Found = {
    people: new Map(),
    organizations: new Map(),
    addresses: new Map(),
    ofHeaders: new Set(),
  };
  const pieces = sentences.flatMap(splitLines);
  const prose = pieces.filter((piece) => piece.kind === "prose");
  for (const piece of pieces) readAddresses(piece, found);
  for (const piece of pieces) {
    if (piece.kind === "people") keep(found.people, piece, findHeaderNames(piece.text));
  }
  const context = toContext(prose, language, known, found);
  for (const piece of prose) readProse(piece, context, found);
  return choose(found);
}

/** A sentence, or a line of one that has header lines in it. */
interface Piece {
  readonly sentence: Sentence;
  readonly text: string;
  /** Where it starts in the sentence. */
  readonly at: number;
  readonly kind: "prose" | "people" | "other";
}

function splitLines(sentence: Sentence): Piece[] {
  if (GREETING.test(sentence.folded)) return splitGreeting(sentence);
  const { text } = sentence;
  if (!text.includes(":")) return [{ sentence, text, at: 0, kind: "prose" }];
  const lines = text.split("\n");
  const kinds = lines.map(readHeaderLine);
  if (kinds.every((kind) => kind === null)) return [{ sentence, text, at: 0, kind: "prose" }];
  let at = 0;
  return lines.map((line, place) => {
    const piece: Piece = { sentence, text: line, at, kind: kinds[place] ?? "prose" };
    at += line.length + 1;
    return piece;
  });
}

/** What a sentence says behind its greeting: `Hi Ana, this is Tom Lind.` */
function splitGreeting(sentence: Sentence): Piece[] {
  const at = GREETED.exec(sentence.text)?.[0].length ?? 0;
  const text = sentence.text.slice(at);
  return text.trim() === "" ? [] : [{ sentence, text, at, kind: "prose" }];
}

function readAddresses(piece: Piece, { addresses, ofHeaders }: Found): void {
  const matches = findAddresses(piece.text);
  keep(addresses, piece, matches);
  if (piece.kind !== "prose") { for (const { text } of matches) ofHeaders.add(text); }
}

function readProse(piece: Piece, context: TextContext, found: Found): void {
  const own = findAddresses(piece.text);
  const text = blank(piece.text, own);
  const organizations = findOrganizations(text, context.words);
  keep(found.organizations, piece, organizations);
  const rest = blank(text, organizations);
  if (/:\s{0,3}$/.test(rest)) keep(found.people, piece, findAttributed(rest));
  const named = findPeople(rest, context);
  keep(found.people, piece, named.people);
  keep(found.organizations, piece, named.organizations);
}

function keep(kind: Map<string, Fact>, { sentence, at }: Piece, matches: readonly Match[]): void {
  for (const match of matches) {
    if (kind.size >= MAX_CANDIDATES) return;
    if (!kind.has(match.text)) {
      kind.set(match.text, toPartFact(sentence, at + match.at, match.text));
    }
  }
}

function toContext(
  prose: readonly Piece[],
  language: string | null,
  known: readonly string[],
  { addresses, people }: Found,
): TextContext {
  let small: ReadonlySet<string> | null = null;
  const readSmall = () => {
    const whole = prose.map(({ text }) => text).join("\n");
    return new Set(whole.match(SMALL_WORD.for(whole)));
  };
  return {
    language,
    words: nameWordsOf(language),
    isWrittenSmall: (word) => (small ??= readSmall()).has(word),
    knownNames: new Set([...known, ...people.keys()].flatMap(formsOf)),
    knownWords: new Set(known.flatMap(wordsOfName).filter((word) => word.length >= 3)),
    domains: domainNames([...addresses.keys()]),
  };
}

/** `Dorland, Chris` is also `chris dorland`. */
function formsOf(name: string): string[] {
  const [last = "", first = ""] = name.toLowerCase().split(/,\s{0,3}/);
  return first === "" ? [last] : [`${first} ${last}`, `${last} ${first}`];
}

/**
 * Parts of longer names are left out. Of more than 20, the first names of each person come first,
 * then organizations, then addresses, then other forms of the same names.
 */
function choose(found: Found): Fact[] {
  const nameWords = new Set([...found.people.keys()].flatMap(wordsOfName));
  const addresses = [...found.addresses.values()].filter(({ text }) =>
    !found.ofHeaders.has(text) || !spells(text, nameWords)
  );
  const all = [...addresses, ...found.organizations.values(), ...found.people.values()];
  const whole = all.filter(({ text }) => !all.some((other) => isPart(text, other.text)));
  const seen = new Set<string>();
  const isAgain = ({ text }: Fact) => {
    const key = wordsOfName(text).filter((word) => word.length > 2).sort().join(" ");
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  };
  const again = new Set(whole.filter(isAgain));
  const rank = (fact: Fact) =>
    again.has(fact) ? 3 : found.people.has(fact.text) ? 0 : found.addresses.has(fact.text) ? 2 : 1;
  const chosen = new Set(
    whole.map((fact, place) => ({ fact, place, rank: rank(fact) }))
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .slice(0, MAX_ENTITIES).map(({ fact }) => fact),
  );
  return whole.filter((fact) => chosen.has(fact));
}

function isPart(entity: string, other: string): boolean {
  return entity.length < other.length && other.includes(entity);
}
