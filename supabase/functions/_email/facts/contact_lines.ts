/** Which lines of a signature name the sender, their organization and their position? */
import { isRule } from "../text/quotes/quote_marks.ts";
import {
  countSenderWords,
  readSenderWords,
  type Sender,
  type SenderWords,
} from "../text/signature/sender_name.ts";
import { readSignOff } from "../text/signature/sign_off.ts";
import {
  ADDRESS,
  DEPARTMENT,
  isNameLine,
  isPostalAddress,
  ORGANISATION,
  ROLE,
} from "../text/signature/signature_words.ts";
import { isSharedMailbox, namesOwnDomain, readOwnDomains } from "./own_domain.ts";
import { findPhones } from "./phones.ts";
import { type SignaturePart, splitSignature } from "./signature_parts.ts";
import { latin } from "../text/latin.ts";

/** What the lines say; null for what they leave out. */
export interface ContactLines {
  readonly name: SignaturePart | null;
  readonly organisation: SignaturePart | null;
  readonly position: SignaturePart | null;
}

const MAX_ORGANISATION_UNITS = 70;
const WORDS = latin(String.raw`\p{L}+`, "g");
const SMALL_WORDS = latin(String.raw`(?<!\p{L})\p{Ll}{3}`, "g");
const SMALL_TITLE = latin(String.raw`^\p{Ll}{5,30}$`);
const INITIALS = latin(String.raw`^\p{Lu}{2,4}$`);
const CAPITAL_FIRST = latin(String.raw`^[\p{Lu}\d]`);

/** Reads name, organization and position; `addresses` are the signature's own email addresses. */
export function readContactLines(
  lines: readonly SignaturePart[],
  sender: Sender,
  addresses: readonly string[],
): ContactLines {
  const words = readSenderWords(sender);
  const domains = readOwnDomains([sender.email ?? "", ...addresses]);
  const parts = splitSignature(lines, domains);
  const nameAt = findName(parts, words);
  const named = parts[nameAt];
  const isOrganisation = named !== undefined && isSharedMailbox(sender.email) &&
    namesOwnDomain(named.text, domains);
  const name = named === undefined ? null : cutName(named, words);
  const others = parts.filter((part, at) =>
    at !== nameAt && isPlain(part.text) && !isOnlySender(part.text, words)
  );
  const position = others.find(({ text }) => isPosition(text)) ?? null;
  const organisation =
    others.find((part) => part !== position && namesOwnDomain(part.text, domains)) ??
      others.find((part) => part !== position && ORGANISATION.test(part.text)) ??
      findUnmarkedOrganisation(parts, nameAt, position);
  return isOrganisation
    ? { name: null, organisation: name, position }
    : { name, organisation, position };
}

/** The sender's name once more. */
function isOnlySender(text: string, words: SenderWords): boolean {
  return countSenderWords(text, words) >= (text.match(WORDS.for(text)) ?? []).length &&
    words.ofName.size > 0 && !ORGANISATION.test(text);
}

/** A known title, or one in small letters behind a name: `procuradora`. */
function isPosition(text: string): boolean {
  return ROLE.test(text) && !ORGANISATION.test(text) || SMALL_TITLE.test(text);
}

function findName(parts: readonly SignaturePart[], words: SenderWords): number {
  let best = -1;
  let bestCount = 0;
  for (const [at, { text }] of parts.entries()) {
    const count = countSenderWords(text, words);
    if (
      count > bestCount && (text.match(WORDS.for(text)) ?? []).length <= count + 3 &&
      !ADDRESS.test(text)
    ) {
      best = at;
      bestCount = count;
    }
  }
  if (best >= 0) return best;
  return parts.slice(0, 3).findIndex(({ text }) =>
    isNameLine(text) && !INITIALS.test(text) && !ROLE.test(text) &&
    !ORGANISATION.test(text) && !DEPARTMENT.test(text) &&
    !isPostalAddress(text)
  );
}

const BEHIND_NAME = latin(
  String.raw`,.{0,60}$|[\s.,!\p{Extended_Pictographic}\uFE0F]{1,9}$`,
  "g",
);

/** The name without what follows it on the line, such as an extension. */
function cutName(part: SignaturePart, words: SenderWords): SignaturePart | null {
  if (isNameLine(part.text)) {
    const bare = part.text.replace(BEHIND_NAME.for(part.text), "");
    return { text: bare, start: part.start };
  }
  const count = countSenderWords(part.text, words);
  const match = new RegExp(`^(?:[\\p{L}\\p{M}.'’-]+\\s*){${Math.max(count, 1)}}`, "u").exec(
    part.text,
  );
  return match === null ? null : { text: match[0].trim(), start: part.start };
}

/** No way to reach somebody, no street, no closing: words that may say who somebody is. */
function isPlain(text: string): boolean {
  return text.length <= MAX_ORGANISATION_UNITS && !ADDRESS.test(text) && !isPostalAddress(text) &&
    !isRule(text) && (text.match(SMALL_WORDS.for(text)) ?? []).length <= 2 &&
    findPhones(text).length === 0 && !/[?:;]$/.test(text) &&
    readSignOff(text) === null;
}

/**
 * The first plain line right below name and position is the organization, where nothing says so.
 */
function findUnmarkedOrganisation(
  parts: readonly SignaturePart[],
  nameAt: number,
  position: SignaturePart | null,
): SignaturePart | null {
  if (nameAt < 0) return null;
  const next = parts.slice(nameAt + 1).find((part) => part !== position);
  const fits = next !== undefined && isPlain(next.text) && CAPITAL_FIRST.test(next.text) &&
    !/\d{3}/.test(next.text) && !ROLE.test(next.text) && next.text.split(/\s+/).length <= 6 &&
    parts.length > nameAt + 2;
  return fits ? next : null;
}
