/** What of an email is shown to a provider? */
import type { ClaimedEmail } from "../../analyzer.ts";
import {
  fold,
  hasForeignText,
  makeReadable,
  type ReadableEmail,
  type Sentence,
  splitSentences,
} from "../../../../_email/mod.ts";
import { BYTES_AROUND_LINE, MAX_LINE_BYTES, MAX_MAIL_BYTES } from "../limits.ts";

/** One line of a prompt: a sentence and the form in which it is sent. */
export interface Line {
  readonly sentence: Sentence;
  /** Single spaces, no angle brackets, at most {@link MAX_LINE_BYTES}. */
  readonly sent: string;
}

/** An email as it goes into a prompt. */
export interface Excerpt {
  readonly email: ClaimedEmail;
  readonly readable: ReadableEmail;
  /**
   * The subject, then sentences of the newest text from the start, at most {@link MAX_MAIL_BYTES}.
   */
  readonly lines: readonly Line[];
  /** UTF-8 bytes of the lines and their numbers. */
  readonly bytes: number;
  /** Equal for emails whose lines read the same. */
  readonly key: string;
  /**
   * Some of it speaks to software: the email shares no call with others, and its closed fields are
   * the rules'.
   */
  readonly isSuspect: boolean;
}

/** Takes the lines of an email; null when there is nothing to read. */
export function makeExcerpt(
  email: ClaimedEmail,
  readable: ReadableEmail = makeReadable(email),
): Excerpt | null {
  const { zones } = readable;
  const { lines, bytes } = takeLines([
    readSubject(email.subject),
    ...splitSentences(zones.newest),
  ]);
  if (lines.every(({ sent }) => sent === "")) return null;
  return {
    email,
    readable,
    lines,
    bytes,
    key: lines.map(({ sent }) => sent).join("\n"),
    isSuspect: hasForeignText(readable),
  };
}

function readSubject(text: string): Sentence {
  return { source: "subject", text, start: 0, folded: fold(text), paragraph: 0 };
}

function takeLines(sentences: readonly Sentence[]): Pick<Excerpt, "lines" | "bytes"> {
  const lines: Line[] = [];
  let bytes = 0;
  for (const sentence of sentences) {
    const sent = escapeLine(truncate(sentence.text.replace(/\s+/g, " ").trim(), MAX_LINE_BYTES));
    const added = new TextEncoder().encode(sent).length + BYTES_AROUND_LINE;
    if (bytes + added > MAX_MAIL_BYTES) break;
    bytes += added;
    lines.push({ sentence, sent });
  }
  return { lines, bytes };
}

/** A line that cannot form a delimiter; byte for byte, so that what was truncated stays as long. */
function escapeLine(text: string): string {
  return text.replaceAll("<", "[").replaceAll(">", "]");
}

function truncate(text: string, maxBytes: number): string {
  // A UTF-16 unit is at least one byte; encodeInto stops before a character that does not fit.
  const head = text.slice(0, maxBytes).toWellFormed();
  const { read } = new TextEncoder().encodeInto(head, new Uint8Array(maxBytes));
  return head.slice(0, read);
}
