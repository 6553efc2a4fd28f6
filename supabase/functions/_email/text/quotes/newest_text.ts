/** Which part of an email did its sender write just now, without quotes and signature? */
import { findArmor } from "./armor.ts";
import { findOlderLines } from "./older_text.ts";
import { readSenderWords, type Sender } from "../signature/sender_name.ts";
import { findSignatureLines } from "../signature/signature_zone.ts";

/** A capped plain text and the part of it that its sender wrote just now. */
export interface MailZones {
  /**
   * As long as the text, with quotes and signature blanked out line by line: what is left is
   * at the same place in the text.
   */
  readonly newest: string;
  /** The same for the signature; null when there is none. */
  readonly signature: string | null;
}

const UNKNOWN_SENDER: Sender = { name: null, email: null };

/**
 * Tells the newest message of a capped plain text from what is around it. Knowing the sender
 * helps to see where they sign. Linear in the text.
 */
export function splitZones(text: string, sender: Sender = UNKNOWN_SENDER): MailZones {
  const lines = text.split("\n");
  const armor = findArmor(lines);
  const isNew = findOlderLines(lines).map((isOlder, at) => !isOlder && armor?.[at] !== true);
  const signature = findSignatureLines(lines, isNew, readSenderWords(sender));
  const keep = (isKept: (at: number) => boolean) =>
    lines.map((line, at) => isKept(at) ? line : " ".repeat(line.length)).join("\n");
  return {
    newest: keep((at) => isNew[at] === true && signature[at] !== true),
    signature: signature.includes(true) ? keep((at) => signature[at] === true) : null,
  };
}

/**
 * The newest message alone: lines exactly as written, the gap left by a quote between them as an
 * empty line. Empty when the sender added nothing.
 */
export function findNewestText(text: string, sender: Sender = UNKNOWN_SENDER): string {
  return splitZones(text, sender).newest.replace(/^ +$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}
