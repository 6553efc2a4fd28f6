/** Which paragraphs are legal notices of the sender's company? */
import { quick } from "../quick.ts";
import { layoutSource, LayoutWords, layoutWords } from "../layout_words.ts";
import { listWords } from "../letters.ts";
import { isBlank } from "../quotes/quote_marks.ts";

const SIGNS = [
  ...["secret", "recipient", "duty", "mistake", "ban", "danger"].map((sign) =>
    layoutWords(`legal_${sign}`)
  ),
  // Plural endings may follow, as in "the messages".
  new LayoutWords(
    "legal_this",
    (source) => quick(String.raw`\b${source} ${layoutSource("legal_email")}`, "i"),
  ),
];
const SIGNS_NEEDED = 3;

/**
 * Tells of a line that is not blank whether it is part of a paragraph that is a legal notice. Each
 * paragraph is read when the first of its lines is asked for: few lines ever are.
 */
export function createLegalNoticeReader(lines: readonly string[]): (at: number) => boolean {
  const legal: (boolean | undefined)[] = [];
  return (at) => {
    const known = legal[at];
    if (known !== undefined) return known;
    let start = at;
    while (start > 0 && !isBlank(lines[start - 1] ?? "")) start--;
    let end = at + 1;
    while (end < lines.length && !isBlank(lines[end] ?? "")) end++;
    const isLegal = isLegalNotice(lines.slice(start, end));
    for (let line = start; line < end; line++) legal[line] = isLegal;
    return isLegal;
  };
}

function isLegalNotice(paragraph: readonly string[]): boolean {
  const signs = signsByWord ??= readSigns();
  // The words of the paragraph tell most paragraphs apart, without any expression.
  let possible = signs.get("") ?? 0;
  for (const line of paragraph) {
    for (const word of listWords(line.toLowerCase())) possible |= signs.get(word) ?? 0;
  }
  const asked = SIGNS.filter((_, at) => (possible & 1 << at) !== 0);
  return asked.length >= SIGNS_NEEDED &&
    asked.filter((sign) => paragraph.some((line) => sign.test(line))).length >= SIGNS_NEEDED;
}

/** The signs that a word may belong to, a bit each; of no word those that need none. */
let signsByWord: ReadonlyMap<string, number> | null = null;

function readSigns(): ReadonlyMap<string, number> {
  const signs = new Map<string, number>();
  for (const [at, sign] of SIGNS.entries()) {
    for (const word of sign.needed ?? [""]) signs.set(word, (signs.get(word) ?? 0) | 1 << at);
  }
  return signs;
}
