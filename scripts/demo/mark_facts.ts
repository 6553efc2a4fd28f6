/** Marks in a text where the facts stand that were extracted. */

/** A fact's place, in characters (not UTF-16 units) from 0, the end excluded. */
export interface MarkedFact {
  /** What people call the field. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How a marked piece looks. */
export type Mark = (text: string, names: readonly string[]) => string;

/** `[the words]{question, to do}`: for files, logs and NO_COLOR. */
export const markInBrackets: Mark = (text, names) => `[${text}]{${names.join(", ")}}`;

interface Range {
  readonly names: string[];
  readonly start: number;
  readonly end: number;
}

/** The text with every fact marked; a fact inside another is marked inside it. */
export function markFacts(text: string, facts: readonly MarkedFact[], mark: Mark): string {
  const characters = Array.from(text);
  return markRange(characters, 0, characters.length, nest(facts), mark);
}

/**
 * Facts of one place are one range; of two that only overlap the later one begins where the first
 * ends.
 */
function nest(facts: readonly MarkedFact[]): Range[] {
  const ranges: Range[] = [];
  const sorted = facts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const { name, start, end } of sorted) {
    const same = ranges.find((range) => range.start === start && range.end === end);
    if (same !== undefined) {
      if (!same.names.includes(name)) same.names.push(name);
      continue;
    }
    const cut = ranges.findLast((range) => start < range.end && range.end < end);
    ranges.push({ names: [name], start: cut?.end ?? start, end });
  }
  return ranges;
}

function markRange(
  characters: readonly string[],
  from: number,
  to: number,
  ranges: readonly Range[],
  mark: Mark,
): string {
  let marked = "";
  let at = from;
  for (const [index, { names, start, end }] of ranges.entries()) {
    if (start < at || end > to) continue;
    const inner = ranges.slice(index + 1).filter((range) =>
      range.start >= start && range.end <= end
    );
    marked += characters.slice(at, start).join("");
    marked += mark(markRange(characters, start, end, inner, mark), names);
    at = end;
  }
  return marked + characters.slice(at, to).join("");
}
