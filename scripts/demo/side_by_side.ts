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

function cut(lines: string[], maxLines: number): string[] {
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), "…"];
}
