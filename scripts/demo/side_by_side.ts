/** Wraps text at words to lines of at most `width` characters; longer words are cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/\s+/)) {
      if (line && line.length + 1 + word.length > width) {
        lines.push(line);
        line = "";
      }
      line = line ? `${line} ${word}` : word;
      while (line.length > width) {
        lines.push(line.slice(0, width));
        line = line.slice(width);
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Two texts beside each other, each `width` characters wide, at most `maxLines` high. */
export function placeSideBySide(
  left: string,
  right: string,
  { width, maxLines }: { width: number; maxLines: number },
): string {
  const columns = [left, right].map((text) => cut(wrapText(text, width), maxLines));
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => {
    const [leftLine = "", rightLine = ""] = columns.map((column) => column[row] ?? "");
    return `  ${leftLine.padEnd(width)} │ ${rightLine}`.trimEnd();
  }).join("\n");
}

/** The line below two such texts, its tee under the line between them. */
export function drawRule(width: number): string {
  return `  ${"─".repeat(width + 1)}┴${"─".repeat(width + 1)}`;
}

/** The margin of two, and the line between the texts with a space on either side. */
const FRAME = 5;

/**
 * How wide each of the two texts may be: 24 to 50 characters.
 * @param columns of the terminal; null where there is none
 */
export function chooseWidth(columns: number | null): number {
  if (columns === null) return 50;
  return Math.min(50, Math.max(24, Math.floor((columns - FRAME) / 2)));
}

function cut(lines: string[], maxLines: number): string[] {
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), "…"];
}
