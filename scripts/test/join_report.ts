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

/** The lines of a report, with its marks joined. What nobody has read yet is kept. */
export function joinReport(report: ReadableStream<Uint8Array>): ReadableStream<string> {
  const all = new CountQueuingStrategy({ highWaterMark: Infinity });
  return ReadableStream.from(joinMarks(readLines(report)))
    .pipeThrough(new TransformStream({}, undefined, all));
}
