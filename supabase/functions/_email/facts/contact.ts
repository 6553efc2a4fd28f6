/** How can the sender be reached, by their own signature? */
import { quick } from "../text/quick.ts";
import { findMatches, latin, type LatinExpression } from "../text/latin.ts";
import type { ContactFacts, Fact } from "../reading.ts";
import { createLegalNoticeReader } from "../text/signature/legal_notice.ts";
import type { ReadableEmail } from "../text/readable_email.ts";
import { isProgramLine } from "../text/signature/signature_lines.ts";
import { readContactLines } from "./contact_lines.ts";
import { findPhones } from "./phones.ts";
import type { SignaturePart } from "./signature_parts.ts";

/** Of each kind; what holds more of one is a list, and tells nothing about its sender. */
const MAX_FACTS = 5;

const MAIL_ADDRESS = latin(
  String.raw`[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`,
  "g",
);
const WEB_ADDRESS = latin(String.raw`(?:https?:\/\/|\bwww\.)[^\s<>"'()\[\]]{3,200}`, "gi");
/** Lines of mailing lists and web mailers tell how to reach them, not the sender. */
const FOOTER_LINE = quick(
  String.raw`unsubscribe|subscription|mailing list|mailman|listinfo|abmelden|darse de baja|` +
    String.raw`promo\.|\bdownload\b|privacy policy`,
  "i",
);

/**
 * Name, organisation, position, numbers and addresses out of the signature, exactly as written.
 * Null when the email has no signature or it says nothing. Linear in the signature.
 */
export function readContact(
  { texts, zones, writer }: Pick<ReadableEmail, "texts" | "zones" | "writer">,
): ContactFacts | null {
  if (zones.signature === null) return null;
  const lines = cutLines(zones.signature);
  const toFact = (start: number, text: string): Fact => ({
    source: "body_text",
    // From the email itself: parts that were joined have a space where it breaks the line.
    text: texts.body.slice(start, start + text.length),
    start,
    end: start + text.length,
  });
  const find = (finder: Finder, parts: readonly SignaturePart[]): Fact[] => {
    const found = new Map<string, Fact>();
    for (const { text: line, start } of parts) {
      for (const { text, at } of finder(line)) {
        const key = text.toLowerCase();
        if (!found.has(key)) found.set(key, toFact(start + at, text));
      }
    }
    return found.size > MAX_FACTS ? [] : [...found.values()];
  };
  const own = lines.filter(({ isNearFooter }) => !isNearFooter);
  const emails = find((line) => matchesOf(line, MAIL_ADDRESS), own);
  const { name, organisation, position } = readContactLines(
    lines,
    writer,
    emails.map(({ text }) => text),
  );
  const contact: ContactFacts = {
    name: name && toFact(name.start, name.text),
    organisation: organisation && toFact(organisation.start, organisation.text),
    position: position && toFact(position.start, position.text),
    phones: find(findPhones, joinBrokenNumbers(lines)),
    emails,
    urls: find((line) => matchesOf(line, WEB_ADDRESS), own),
  };
  const facts = Object.values(contact).flat().filter((fact) => fact !== null);
  return facts.length > 0 ? contact : null;
}

/** A line of a signature; the addresses of one next to a footer are the footer's. */
interface OwnLine extends SignaturePart {
  readonly isNearFooter: boolean;
}

/** The filled lines of a signature that its sender is responsible for. */
function cutLines(signature: string): OwnLine[] {
  const lines = signature.split("\n");
  const isLegalNotice = createLegalNoticeReader(lines);
  const isFooter = lines.map((line) => FOOTER_LINE.test(line));
  const kept: OwnLine[] = [];
  let start = 0;
  for (const [at, text] of lines.entries()) {
    if (text.trim() !== "" && !isLegalNotice(at) && !isFooter[at] && !isProgramLine(text)) {
      const isNearFooter = isFooter[at - 1] === true || isFooter[at + 1] === true;
      kept.push({ text, start, isNearFooter });
    }
    start += text.length + 1;
  }
  return kept;
}

/** A line that ends with an area code goes on in the next one. */
function joinBrokenNumbers(lines: readonly SignaturePart[]): SignaturePart[] {
  return lines.map((line, at) => {
    const next = lines[at + 1];
    const isBroken = next !== undefined && next.start === line.start + line.text.length + 1 &&
      /\(\+?\d{2,5}\)\s{0,9}$/.test(line.text.slice(-20));
    return isBroken ? { text: `${line.text} ${next.text}`, start: line.start } : line;
  });
}

type Finder = (line: string) => readonly { readonly text: string; readonly at: number }[];

function matchesOf(line: string, pattern: LatinExpression): { text: string; at: number }[] {
  return findMatches(pattern.for(line), line).map(({ 0: match, index }) => ({
    text: match.replace(/[.,;:!?)'-]{1,5}$/, ""),
    at: index,
  }));
}
