/** Which line breaks did a program put into a text, and which did its writer? */
import { quick } from "../quick.ts";
import { latin } from "../latin.ts";

/** A line at least this long was probably broken by the email program, not by its writer. */
const WRAPPED_LINE_UNITS = 50;
/** The same where the next line goes on with a small letter. */
const SMALL_WRAPPED_UNITS = 30;
/** What most programs put on a line. */
const FULL_LINE_UNITS = 72;
/** Longer lines were not broken, and say nothing of where others were. */
const MAX_WIDTH = 100;
/** Room on a line in which the next word would have been, had a program broken the line. */
const LOOSE_UNITS = 12;

const SMALL_FIRST = latin(String.raw`^\p{Ll}`);
/** `Amount: 40`, `Request ID   : 4`. */
const LABELLED = latin(String.raw`^\s{0,8}\p{Lu}[\p{L}\p{N} /.()&-]{1,30}:(?:\s|$)`);
/** Columns. */
const COLUMNS = /\S(?: {3,}|\t+)\S/;
const MAX_ROW_UNITS = 200;
const ADDRESS_FIRST = /^\s{0,3}<?(?:https?:\/\/|www\.)/;
/** Words and a sign that no line ends with of itself. */
const WANTS_MORE = quick(
  String
    .raw`(?:,|\b(?:the|an?|of|to|and|or|in|for|with|by|der|die|das|den|dem|und|oder|zu|mit|von|` +
    String.raw`de|la|el|los|las|les|des|du|et|ou|di|il|del|van|het|een|met|um|uma|do|da))$`,
  "i",
);
const ENDS_SENTENCE = /[.!?:;]["')\]”]{0,2}\s*$/;

/** Lines with text, one below the other. */
interface Paragraph {
  /** The longest of them that a program may have broken. */
  readonly width: number;
  /** Most of them end long before that: each is a line of its own. */
  readonly isList: boolean;
}

/**
 * Turns soft line breaks into spaces, one for one, so that offsets stay those of the text. Linear.
 * @param isItem whether a line begins a list's item
 */
export function joinWrappedLines(text: string, isItem: (line: string) => boolean): string {
  const lines = text.split("\n");
  let joined = lines[0] ?? "";
  let paragraph: Paragraph | null = null;
  let wasSoft = false;
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1] ?? "";
    const line = lines[at] ?? "";
    if (before.trim() === "" || line.trim() === "") {
      paragraph = null;
      wasSoft = false;
    } else {
      paragraph ??= readParagraph(lines, at - 1);
      wasSoft = !isItem(line) && isSoftBreak(before, line, paragraph, wasSoft);
    }
    joined += (wasSoft ? " " : "\n") + line;
  }
  return joined;
}

function readParagraph(lines: readonly string[], start: number): Paragraph {
  let end = start;
  let width = 0;
  while (end < lines.length && (lines[end] ?? "").trim() !== "") {
    const { length } = (lines[end] ?? "").trimEnd();
    if (length <= MAX_WIDTH) width = Math.max(width, length);
    end++;
  }
  let loose = 0;
  for (let at = start + 1; at < end; at++) {
    if (isLoose(lines[at - 1] ?? "", lines[at] ?? "", width)) loose++;
  }
  return { width, isList: loose * 2 > end - start - 1 };
}

/** Whether the next line's first word had room on the line. */
function isLoose(before: string, after: string, width: number): boolean {
  const word = /^\s*(\S+)/.exec(after)?.[1] ?? "";
  return before.trimEnd().length + 1 + word.length <= width - LOOSE_UNITS;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isSoftBreak(
  before: string,
  after: string,
  { width, isList }: Paragraph,
  wasSoft: boolean,
): boolean {
  const said = before.trimEnd();
  if (said.endsWith(":")) return false;
  if (said.length <= MAX_ROW_UNITS && COLUMNS.test(said) && COLUMNS.test(after)) return false;
  if (LABELLED.test(said) && LABELLED.test(after)) return false;
  // An address that had no room on the line.
  if (ADDRESS_FIRST.test(after) && said.length + after.trim().length >= FULL_LINE_UNITS) {
    return !ENDS_SENTENCE.test(said);
  }
  if (SMALL_FIRST.test(after.trimStart()) && indentOf(after) <= indentOf(before) + 3) {
    // Two programs broke the text: "for the next 2" is all that the second left on a line.
    return said.trimStart().length >= SMALL_WRAPPED_UNITS ||
      wasSoft && SMALL_FIRST.test(said) && !ENDS_SENTENCE.test(said);
  }
  if (before.length < WRAPPED_LINE_UNITS) return false;
  return WANTS_MORE.test(said) || !isList && !isLoose(before, after, width);
}
