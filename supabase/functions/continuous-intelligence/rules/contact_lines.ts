/** Which lines of a signature name the sender, their organisation and their position? */
import { isRule } from "../text/quote_marks.ts";
import {
  countSenderWords,
  readSenderWords,
  type Sender,
  type SenderWords,
} from "../text/sender_name.ts";
import { readSignOff } from "../text/sign_off.ts";
import {
  ADDRESS,
  DEPARTMENT,
  isNameLine,
  isPostalAddress,
  ORGANISATION,
  ROLE,
} from "../text/signature_words.ts";
import { findPhones } from "./phones.ts";

/** A line of a signature, or a part of one, and where it starts in the mail. */
export interface SignatureLine {
  readonly text: string;
  readonly start: number;
}

/** What the lines say; null for what they leave out. */
export interface ContactLines {
  readonly name: SignatureLine | null;
  readonly organisation: SignatureLine | null;
  readonly position: SignatureLine | null;
}

const MAX_ORGANISATION_UNITS = 70;
/** Providers whose domain says nothing about an organisation. */
const PUBLIC_DOMAIN =
  /^(?:g(?:oogle)?mail|yahoo|hotmail|outlook|live|msn|aol|icloud|gmx|web|t-online|proton(?:mail)?)$/;

/** Reads name, organisation and position; `addresses` are the signature's own e-mail addresses. */
export function readContactLines(
  lines: readonly SignatureLine[],
  sender: Sender,
  addresses: readonly string[],
): ContactLines {
  const words = readSenderWords(sender);
  const parts = lines.flatMap(splitParts);
  const nameAt = findName(parts, words);
  const namePart = parts[nameAt];
  const name = namePart === undefined ? null : cutName(namePart, words);
  const others = parts.filter((part, at) => at !== nameAt && isPlain(part.text));
  const position = others.find(({ text }) => ROLE.test(text) && !ORGANISATION.test(text)) ?? null;
  const domains = readDomains([sender.email ?? "", ...addresses]);
  const organisation =
    others.find((part) => part !== position && namesDomain(part.text, domains)) ??
      others.find((part) => part !== position && ORGANISATION.test(part.text)) ??
      findUnmarkedOrganisation(parts, nameAt, position);
  return { name, organisation, position };
}

// Where layouts put several things on one line: columns, bars, the label of the next thing.
const GAP =
  /(\t+|\s{3,}|\s?[|•·]\s?|\s(?:at|bei|@)\s|\s(?=(?:tel|phone|ph|fax|fx|mobile?|cell|e-?mail|web)\b\.?:?\s))/iu;

/** Cuts a line where layouts put several things side by side; a closing word is left out. */
function splitParts({ text, start }: SignatureLine): SignatureLine[] {
  if (isPostalAddress(text)) return [];
  const parts: SignatureLine[] = [];
  const closing = readSignOff(text);
  const from = closing === null
    ? 0
    : text.length - text.trimEnd().length === 0
    ? text.length - closing.rest.length
    : text.trimEnd().length - closing.rest.length;
  let at = from;
  for (const piece of text.slice(from).split(GAP)) {
    const trimmed = piece.trim().replace(/^[-–—~*>_\s]{1,80}|[*_\s]{1,80}$/g, "");
    if (trimmed !== "" && /\p{L}/u.test(trimmed) && !/^(?:at|bei)$/.test(trimmed)) {
      parts.push({ text: trimmed, start: start + at + piece.indexOf(trimmed) });
    }
    at += piece.length;
  }
  return parts.flatMap(splitAtComma);
}

/** `Senior Counsel, Harbour Bakery` and `Ana Ruiz, CFA` are two things, `Director, Client Relations` is one. */
function splitAtComma(part: SignatureLine): SignatureLine[] {
  const comma = /,\s/.exec(part.text) ?? /\s[-–—]\s/.exec(part.text);
  if (comma === null) return [part];
  const before = part.text.slice(0, comma.index);
  const behind = part.text.slice(comma.index + comma[0].length).trim();
  const isTwo = behind !== "" && isNameLine(before) && !ORGANISATION.test(before) && (
    ROLE.test(before)
      ? ORGANISATION.test(behind) && behind.length > 8 ||
        /^\p{Lu}[\p{L}\d]*$/u.test(behind) && !DEPARTMENT.test(behind)
      : before.includes(" ") && !(ORGANISATION.test(behind) && behind.length <= 8)
  );
  return !isTwo ? [part] : [
    { text: before, start: part.start },
    { text: behind, start: part.start + part.text.indexOf(behind, comma.index + comma[0].length) },
  ];
}

function findName(parts: readonly SignatureLine[], words: SenderWords): number {
  let best = -1;
  let bestCount = 0;
  for (const [at, { text }] of parts.entries()) {
    const count = countSenderWords(text, words);
    if (
      count > bestCount && (text.match(/\p{L}+/gu) ?? []).length <= count + 3 && !ADDRESS.test(text)
    ) {
      best = at;
      bestCount = count;
    }
  }
  if (best >= 0) return best;
  return parts.slice(0, 3).findIndex(({ text }) =>
    isNameLine(text) && !/^\p{Lu}{2,4}$/u.test(text) && !ROLE.test(text) &&
    !ORGANISATION.test(text) && !DEPARTMENT.test(text) &&
    !isPostalAddress(text)
  );
}

/** The name without what stands behind it on the line, such as an extension. */
function cutName(part: SignatureLine, words: SenderWords): SignatureLine | null {
  if (isNameLine(part.text)) {
    return { text: part.text.replace(/[\s.,!]{1,5}$/, ""), start: part.start };
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
    !isRule(text) && (text.match(/(?<!\p{L})\p{Ll}{3}/gu) ?? []).length <= 2 &&
    findPhones(text).length === 0 && !/[?:;]$/.test(text) &&
    readSignOff(text) === null;
}

/** The first plain line right below name and position is the organisation, where nothing says so. */
function findUnmarkedOrganisation(
  parts: readonly SignatureLine[],
  nameAt: number,
  position: SignatureLine | null,
): SignatureLine | null {
  if (nameAt < 0) return null;
  const next = parts.slice(nameAt + 1).find((part) => part !== position);
  const fits = next !== undefined && isPlain(next.text) && /^[\p{Lu}\d]/u.test(next.text) &&
    !/\d{3}/.test(next.text) && !ROLE.test(next.text) && next.text.split(/\s+/).length <= 6 &&
    parts.length > nameAt + 2;
  return fits ? next : null;
}

function readDomains(addresses: readonly string[]): ReadonlySet<string> {
  const names = addresses.map((address) =>
    address.toLowerCase().split("@")[1]?.split(".").at(-2) ?? ""
  );
  return new Set(names.filter((name) => name.length >= 3 && !PUBLIC_DOMAIN.test(name)));
}

function namesDomain(text: string, domains: ReadonlySet<string>): boolean {
  const folded = text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
  for (const domain of domains) {
    if (
      folded.startsWith(domain.replaceAll("-", "")) ||
      folded.length >= 4 && domain.replaceAll("-", "").startsWith(folded)
    ) return true;
  }
  return false;
}
