/**
 * How wide each column must be, in characters, for its longest cell.
 * @param lines the cells of each line; all lines have as many
 * @example measureColumns([["name", "n"], ["ab", "100"]]) // [4, 3]
 */
export function measureColumns(lines: readonly (readonly string[])[]): number[] {
  return (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0))
  );
}

/**
 * Puts the cells of a line below those of the other lines, without spaces at its end.
 * @example alignLine(["ab", "1"], [4, 3], " | ") // "ab   | 1"
 */
export function alignLine(
  line: readonly string[],
  widths: readonly number[],
  separator: string,
): string {
  return line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(separator).trimEnd();
}
