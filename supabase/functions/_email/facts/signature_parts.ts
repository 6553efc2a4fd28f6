/** Which parts do the lines of a signature consist of? */
import {
  DEPARTMENT,
  isNameLine,
  isPostalAddress,
  ORGANISATION,
  ROLE,
} from "../text/signature/signature_words.ts";
import { readSignOff } from "../text/signature/sign_off.ts";
import { namesOwnDomain } from "./own_domain.ts";
import { latin } from "../text/latin.ts";

/** A line of a signature, or a part of one, and where it starts in the email. */
export interface SignaturePart {
  readonly text: string;
  readonly start: number;
}

// Where layouts put several things on one line: columns, bars, the label of the next thing.
const GAP = latin(
  String.raw`(\t+|\s{3,}|\s?[|•·]\s?|\s(?:at|bei|@)\s|\s(?=(?:tel|phone|ph|fax|fx|mobile?|cell|` +
    String.raw`e-?mail|web)\b\.?:?\s))`,
  "i",
);
const LETTER = latin(String.raw`\p{L}`);
const ONE_NAME = latin(String.raw`^\p{Lu}[\p{L}\d]*$`);
/** Longest `GmbH & Co. KG` or `CFA` behind a comma. */
const MAX_SUFFIX_UNITS = 8;

/** Cuts lines into parts, in order. Closing words and postal addresses are left out. */
export function splitSignature(
  lines: readonly SignaturePart[],
  domains: ReadonlySet<string>,
): SignaturePart[] {
  return lines.flatMap((line) => splitAtGaps(line)).flatMap((part) => splitAtComma(part, domains));
}

function splitAtGaps({ text, start }: SignaturePart): SignaturePart[] {
  if (isPostalAddress(text)) return [];
  const closing = readSignOff(text);
  let at = closing === null ? 0 : text.trimEnd().length - closing.rest.length;
  const parts: SignaturePart[] = [];
  for (const piece of text.slice(at).split(GAP.for(text))) {
    // "i. A. Jo Lund" signs for the firm.
    const trimmed = piece.trim()
      .replace(/^[-–—~*>_\s]{1,80}|^(?:i\. ?[AV]\.|ppa\.) |[*_\s]{1,80}$/g, "");
    if (LETTER.test(trimmed) && !/^(?:at|bei)$/.test(trimmed)) {
      parts.push({ text: trimmed, start: start + at + piece.indexOf(trimmed) });
    }
    at += piece.length;
  }
  return parts;
}

/**
 * `Senior Counsel, Harbour Bakery` and `Ana Ruiz, CFA` are two things, `Director, Client
 * Relations` is one.
 */
function splitAtComma(part: SignaturePart, domains: ReadonlySet<string>): SignaturePart[] {
  const comma = /,\s/.exec(part.text) ?? /\s[-–—]\s/.exec(part.text);
  if (comma === null) return [part];
  const before = part.text.slice(0, comma.index);
  const behind = part.text.slice(comma.index + comma[0].length).trim();
  if (behind === "" || !areTwo(before, behind, domains)) return [part];
  const second = {
    text: behind,
    start: part.start + part.text.indexOf(behind, comma.index + comma[0].length),
  };
  return [{ text: before, start: part.start }, ...splitAtComma(second, domains)];
}

function areTwo(before: string, behind: string, domains: ReadonlySet<string>): boolean {
  if (ORGANISATION.test(before)) return false;
  const hasSuffix = ORGANISATION.test(behind);
  if (ROLE.test(before)) {
    return hasSuffix && behind.length > MAX_SUFFIX_UNITS || namesOwnDomain(behind, domains) ||
      ONE_NAME.test(behind) && !DEPARTMENT.test(behind);
  }
  return isNameLine(before) && before.includes(" ") &&
    !(hasSuffix && behind.length <= MAX_SUFFIX_UNITS);
}
