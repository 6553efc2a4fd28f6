/** Which organizations does a text name by their legal form or kind? */
import { quick } from "../../text/quick.ts";
import { findMatches, latin } from "../../text/latin.ts";
import { KINDS, LEGAL_FORM_SIGNS, LEGAL_FORMS } from "../../words/any/facts/organizations.ts";
import type { Match } from "./match.ts";
import { isGivenName, isRole, type NameWords } from "./name_words.ts";

const WORD = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}&'’.-]{0,30}";
const JOINS = "&|y|und|and|et|e|en|of|de|di|da|do|van|der|für";

/** `Smith Ltd`, `Brot & Söhne GmbH & Co. KG`, `Acme, Inc.` */
const WITH_FORM = latin(
  `(?<![\\p{L}\\p{N}])(?:${WORD}[ \\n](?:(?:${JOINS}) )?){0,4}` +
    `${WORD}(?:,(?= (?:Inc|L[LT]|Ltda?|Lda|Corp|PLC|S\\.|S[AL])))?[ \\n]` +
    `(?:${LEGAL_FORMS.join("|")})(?![\\p{L}\\p{N}])`,
  "g",
);
const WITH_KIND = latin(
  `(?<![\\p{L}\\p{N}])(?:${KINDS.join("|")})[ \\n]` +
    `(?:(?:of|de|de la|del|di|da|do|della|des|du|van|der|für)[ \\n])?${WORD}` +
    `(?:[ \\n]${WORD}){0,2}(?![\\p{L}\\p{N}])`,
  "g",
);
/** `Van Dijk Bouw B.V.`: a capital inside of a sentence. */
const LED = /^(?:Van|De|Di|Da|La|Le)$/;
const MAY_HOLD_FORM = quick(LEGAL_FORM_SIGNS.join("|"));
const MAY_HOLD_KIND = quick(KINDS.join("|"));

const JOIN = /^(?:and|und|y|et|e|en|of|de|di|da|do|van|der|für)$/;
const AND = /^(?:and|und|y|et|e|en)$/;
const KIND = /^(?:ban[ckq]|universi)/;
const SENTENCE_END = latin(String.raw`\p{L}{3}\.$`);
/** A full stop that ends the sentence, not the abbreviation. */
const LAST_STOP = /(?<=Ltd|Inc|Corp|Lda|Ltda|SA|SL|SARL|BV|NV|Srl|SpA)\.$/;

/** Names with a legal form or a kind, without what a sentence has before them. */
export function findOrganizations(text: string, words: NameWords): Match[] {
  const found: Match[] = [];
  if (MAY_HOLD_FORM.test(text)) {
    for (const { 0: run, index } of findMatches(WITH_FORM.for(text), text)) {
      const cut = cutBefore(run, words, index > 0);
      const isLast = index + run.length === text.length;
      const name = run.slice(cut).replace(isLast ? LAST_STOP : /$/, "");
      if (name !== "") found.push({ text: name, at: index + cut });
    }
  }
  if (MAY_HOLD_KIND.test(text)) {
    for (const { 0: run, index } of findMatches(WITH_KIND.for(text), text)) {
      const last = run.replace(/[.,]$/, "");
      const isNew = found.every(({ text: other, at }) =>
        index + last.length <= at || at + other.length <= index
      );
      if (isNew && !endsInCommonWord(last, words)) found.push({ text: last, at: index });
    }
  }
  return found;
}

function endsInCommonWord(run: string, { no }: NameWords): boolean {
  return no.has(run.slice(run.lastIndexOf(" ") + 1).toLowerCase());
}

/** Two words and two more behind `and`. */
function namesTwo(parts: readonly { readonly lower: string }[]): boolean {
  const and = parts.findIndex(({ lower }) => AND.test(lower));
  return and >= 2 && parts.length - and > 2;
}

/** Where the name starts; the run's length when nothing but the form is left. */
function cutBefore(run: string, words: NameWords, isInside: boolean): number {
  const parts = Array.from(run.matchAll(/\S+/g), ({ 0: word, index }) => ({
    index,
    lower: word.toLowerCase(),
    isLed: LED.test(word) && (isInside || index > 0),
    isEnd: SENTENCE_END.test(word),
  }));
  const lowerAt = (at: number) => parts[at]?.lower ?? "";
  let from = 0;
  for (let at = 0; at < parts.length - 1; at++) {
    const lower = lowerAt(at);
    const isJoin = JOIN.test(lower) && at > from;
    const isOutside = !isJoin && parts[at]?.isLed === false &&
      (words.no.has(lower) || words.companies.has(lower));
    const isEnd = parts[at]?.isEnd === true && at < parts.length - 2;
    const isPerson = isJoin && at - from >= 2 && isGivenName(lowerAt(from)) ||
      isJoin && AND.test(lower) && isGivenName(lowerAt(at + 1)) && at + 2 < parts.length - 1;
    // `Ana Ruiz and Tom Lind of Calderon Ltd`, `Ana Ruiz de Ruiz S.A.`
    const isOwn = isJoin && !AND.test(lower) && at - from >= 2 &&
      (lowerAt(at - 1) === lowerAt(at + 1) || namesTwo(parts.slice(from, at)));
    // `Rechnung der Müller AG`
    const isThing = isJoin && !AND.test(lower) && words.common.has(lowerAt(from));
    const isPost = isRole(lower, words) && at < parts.length - 2 ||
      isJoin && at > 0 && isRole(lowerAt(at - 1), words);
    // `Banca di Verona e Impianti Nord Srl`
    const isBank = isJoin && AND.test(lower) && KIND.test(lowerAt(from));
    if (isBank || isPost || isOutside || isEnd || isPerson || isOwn || isThing) from = at + 1;
  }
  return from >= parts.length - 1 ? run.length : parts[from]?.index ?? run.length;
}
