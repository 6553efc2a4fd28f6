import { readLines } from "../lib/read_lines.ts";

/** What the dot reporter says of one test: passed, failed or ignored. */
const MARKS: readonly string[] = [".", "!", ","];
const MARKS_IN_A_LINE = 100;

/**
 * Passes a report on and puts the marks of its tests side by side: to anything but a terminal, the
 * dot reporter writes each on a line of its own.
 */
export async function* joinMarks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let marks = "";
  for await (const line of lines) {
    if (MARKS.includes(line)) {
      marks += line;
      if (marks.length < MARKS_IN_A_LINE) continue;
      yield marks;
    } else {
      if (marks !== "") yield marks;
      yield line;
    }
    marks = "";
  }
  if (marks !== "") yield marks;
}

/** Prints a report as it comes. */
export async function printJoined(report: AsyncIterable<Uint8Array>): Promise<void> {
  // deno-lint-ignore no-console -- a command's output is for its user
  for await (const line of joinMarks(readLines(report))) console.log(line);
}
