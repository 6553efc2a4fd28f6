import { parse } from "acorn";

/** Licenses stay, as their terms ask. */
const LICENSE = /^!|@license|@preserve|@copyright|copyright/i;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves out block comments and indentation, which are a quarter of a bundle. The bundler keeps
 * them, and the platform counts them. Lines stay lines, and line comments stay, since they tell
 * which source a line is from.
 * @param text a JavaScript module
 * @throws {SyntaxError} for text that is not a module
 * @example shrinkModule("/** one *\/ export const a = 1;") // "export const a = 1;"
 */
export function shrinkModule(text: string): string {
  const kept: Span[] = [];
  parse(text, {
    ecmaVersion: "latest",
    sourceType: "module",
    allowHashBang: true,
    onToken: (token) => kept.push({ start: token.start, end: token.end }),
    onComment(isBlock, comment, start, end) {
      if (!isBlock || LICENSE.test(comment)) kept.push({ start, end });
    },
  });
  const pieces: string[] = [];
  let end = 0;
  for (const span of kept.toSorted((one, other) => one.start - other.start)) {
    pieces.push(
      shrinkGap(text.slice(end, span.start), end === 0),
      text.slice(span.start, span.end),
    );
    end = span.end;
  }
  return pieces.join("");
}

/** What is between two tokens. A line break may be what ends a statement, so it stays. */
function shrinkGap(gap: string, isFirst: boolean): string {
  if (gap === "" || isFirst) return "";
  return gap.includes("\n") ? "\n" : " ";
}
