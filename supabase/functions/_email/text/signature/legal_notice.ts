/** Which paragraphs are legal notices of the sender's company? */
import { layoutSource, LayoutWords, layoutWords } from "../layout_words.ts";
import { wordsOf } from "../letters.ts";
import { isBlank } from "../quotes/quote_marks.ts";

const SIGNS = [
  ...["secret", "recipient", "duty", "mistake", "ban", "danger"].map((sign) =>
    layoutWords(`legal_${sign}`)
  ),
  // Plural endings may follow, as in "the messages".
  new LayoutWords(
    "legal_this",
    (source) => new RegExp(String.raw`\b${source} ${layoutSource("legal_email")}`, "i"),
  ),
];
const SIGNS_NEEDED = 3;

/** For each line whether it is part of a paragraph that is a legal notice. Linear in the text. */
export function findLegalNotices(lines: readonly string[]): boolean[] {
  const legal = lines.map(() => false);
  for (let start = 0; start < lines.length; start++) {
    if (isBlank(lines[start] ?? "")) continue;
    let end = start + 1;
    while (end < lines.length && !isBlank(lines[end] ?? "")) end++;
    if (isLegalNotice(lines.slice(start, end))) legal.fill(true, start, end);
    start = end;
  }
  return legal;
}

function isLegalNotice(paragraph: readonly string[]): boolean {
  // The words of the paragraph tell most paragraphs apart, without any expression.
  const words = wordsOf(paragraph.join("\n").toLowerCase());
  const signs = SIGNS.filter((sign) => sign.isFree || sign.mayBeIn(words));
  if (signs.length < SIGNS_NEEDED) return false;
  const found = signs.filter((sign) => paragraph.some((line) => sign.test(line)));
  return found.length >= SIGNS_NEEDED;
}
