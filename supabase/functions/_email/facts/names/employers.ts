/** Which organization does a text name beside a person, a role or an address? */
import { latin } from "../../text/latin.ts";
import { isOfDomain } from "./addresses.ts";
import { endsWithPhrase, lastWord, type Run, toMatch } from "./capital_runs.ts";
import type { Match } from "./match.ts";
import { GERMAN_NOUN, isTitle } from "./name_checks.ts";
import { isGivenName, isPlace, isRole, type NameWords } from "./name_words.ts";
import type { TextContext } from "./text_context.ts";

/** Behind a person or a role and `of`, behind `company`, or by the domain of an address. */
export function findEmployer(run: Run, between: string | null, context: TextContext): Match | null {
  const { words } = context;
  const isLabeled = run.words.length > 1 && words.companies.has(run.words[0]?.lower ?? "");
  const own = run.words.slice(isLabeled ? 1 : 0, 5);
  const first = own[0];
  if (first === undefined) return null;
  const isCompany = isLabeled || words.companies.has(run.last);
  if (isGivenName(first.lower) && !isCompany) return null;
  const lower = Array.from(own, (word) => word.lower);
  if (isOfDomain(lower.join(""), context.domains)) return toMatch(run, own);
  if (words.common.has(first.lower)) return null;
  // What is before a name is quicker to look at than what it may be instead, and mostly decides.
  const isEmployer = isCompany || between !== null && isLink(between, words) ||
    isBehindRole(run, words) || endsWithPhrase(run.before, words.employers);
  if (
    !isEmployer || isRole(first.lower, words) || isTitle(first, words) ||
    isPlace(lower) || GERMAN_NOUN.test(first.lower)
  ) return null;
  return toMatch(run, own);
}

const LINK = latin(
  String.raw`^,?\s(\p{L}+['’]?)(?:\s(?:the|der|dem|la|der firma))?\s?$`,
  "i",
);

/** What is between a person and their organization. */
function isLink(between: string, { at }: NameWords): boolean {
  return between.length < 16 && at.has(LINK.exec(between)?.[1]?.toLowerCase() ?? "");
}

/** `CEO of Calderon` */
function isBehindRole({ before, last }: Run, words: NameWords): boolean {
  return OF.test(last) && isRole(lastWord(before.trimEnd().slice(0, -last.length)), words);
}

const OF = /^(?:of|at|bei|chez|de|di|van|bij|da|do)$/;
