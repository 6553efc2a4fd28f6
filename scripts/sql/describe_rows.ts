import { alignLine, measureColumns } from "../lib/columns.ts";

/** Longer values are cut, so that a row stays readable; `--json` prints all of them. */
const MOST_CHARACTERS = 80;

/** Rows as a table, with the number of rows below it; columns in the order of the first row. */
export function describeRows(rows: readonly unknown[]): string {
  const records = rows.map((row) => (typeof row === "object" && row !== null ? row : { row }));
  const count = `(${rows.length} ${rows.length === 1 ? "row" : "rows"})`;
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (columns.length === 0) return count;
  const cells = records.map((record) => {
    const values = new Map<string, unknown>(Object.entries(record));
    return columns.map((column) => describeValue(values.get(column)));
  });
  const widths = measureColumns([columns, ...cells]);
  return [
    alignLine(columns, widths, " | "),
    widths.map((width) => "-".repeat(width)).join("-+-"),
    ...cells.map((line) => alignLine(line, widths, " | ")),
    count,
  ].join("\n");
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, " ");
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}
