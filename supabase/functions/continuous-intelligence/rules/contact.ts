/** How can the sender be reached, by their own signature? */
import type { ContactFacts, Fact } from "../analyzer.ts";
import { findLegalNotices } from "../text/legal_notice.ts";
import type { ReadableMail } from "../text/readable_mail.ts";
import { isProgramLine } from "../text/signature_lines.ts";
import { readContactLines } from "./contact_lines.ts";
import { findPhones } from "./phones.ts";
import type { SignaturePart } from "./signature_parts.ts";

/** Of each kind; a signature with more is a list of people. */
const MAX_FACTS = 5;

const MAIL_ADDRESS = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const WEB_ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"'()\[\]]{3,200}/giu;
/** Lines of mailing lists and web mailers tell how to reach them, not the sender. */
const FOOTER_LINE =
  /unsubscribe|subscription|mailing list|mailman|listinfo|abmelden|darse de baja|promo\.|\bdownload\b|privacy policy/i;

/**
 * Name, organisation, position, numbers and addresses out of the signature, exactly as written. Null
 * when the mail has no signature or it says nothing. Linear in the signature.
 */
export function readContact({ mail, texts, zones }: ReadableMail): ContactFacts | null {
  if (zones.signature === null) return null;
  const lines = cutLines(zones.signature);
  const sender = { name: mail.fromName, email: mail.fromEmail };
  const toFact = (start: number, text: string): Fact => ({
    source: "body_text",
    text: texts.body.slice(start, start + text.length),
    start,
    end: start + text.length,
  });
  const find = (finder: (line: string) => readonly { text: string; at: number }[]): Fact[] => {
    const found = new Map<string, Fact>();
    for (const { text: line, start } of lines) {
      for (const { text, at } of finder(line)) {
        const key = text.toLowerCase();
        if (found.size < MAX_FACTS && !found.has(key)) found.set(key, toFact(start + at, text));
      }
    }
    return [...found.values()];
  };
  const emails = find((line) => matchesOf(line, MAIL_ADDRESS));
  const { name, organisation, position } = readContactLines(
    lines,
    sender,
    emails.map(({ text }) => text),
  );
  const contact: ContactFacts = {
    name: name && toFact(name.start, name.text),
    organisation: organisation && toFact(organisation.start, organisation.text),
    position: position && toFact(position.start, position.text),
    phones: find(findPhones),
    emails,
    urls: find((line) => matchesOf(line, WEB_ADDRESS)),
  };
  return Object.values(contact).some((facts) =>
      Array.isArray(facts) ? facts.length > 0 : facts !== null
    )
    ? contact
    : null;
}

/** The filled lines of a signature that its sender is responsible for. */
function cutLines(signature: string): SignaturePart[] {
  const lines = signature.split("\n");
  const legal = findLegalNotices(lines);
  const kept: SignaturePart[] = [];
  let start = 0;
  for (const [at, text] of lines.entries()) {
    if (text.trim() !== "" && !legal[at] && !isProgramLine(text) && !FOOTER_LINE.test(text)) {
      kept.push({ text, start });
    }
    start += text.length + 1;
  }
  return kept;
}

function matchesOf(line: string, pattern: RegExp): { text: string; at: number }[] {
  return Array.from(line.matchAll(pattern), ({ 0: match, index }) => ({
    text: match.replace(/[.,;:!?)'-]{1,5}$/, ""),
    at: index,
  }));
}
