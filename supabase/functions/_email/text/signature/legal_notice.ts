/** Which paragraphs are legal notices of the sender's company? */
import { layoutSource, layoutWords, LazyExpression } from "../layout_words.ts";
import { isBlank } from "../quotes/quote_marks.ts";

const SIGNS = [
  ...["secret", "recipient", "duty", "mistake", "ban", "danger"].map((sign) =>
    layoutWords(`legal_${sign}`)
  ),
  // Plural endings may follow, as in "the messages".
  new LazyExpression(() =>
    new RegExp(String.raw`\b${layoutSource("legal_this")} ${layoutSource("legal_email")}`, "i")
  ),
];
const SIGNS_NEEDED = 3;

/** For each line whether it is part of a paragraph that is a legal notice. Linear in the text. */
export function findLegalNotices(lines: readonly string[]): boolean[] {
  const legal = lines.map(() => false);
  for (let start = 0; start < lines.length; start++) {
    if (isBlank(lines[start] ?? "")) continue;
    let end = start;
    const found = new Set<number>();
    while (end < lines.length && !isBlank(lines[end] ?? "")) {
      for (const [index, sign] of SIGNS.entries()) {
        if (!found.has(index) && sign.test(lines[end] ?? "")) found.add(index);
      }
      end++;
    }
    if (found.size >= SIGNS_NEEDED) legal.fill(true, start, end);
    start = end;
  }
  return legal;
}
