import { join } from "node:path";
import { listFiles, ROOT } from "../../lib/list_files.ts";
import type { Check, Finding } from "../check.ts";
import { isTest } from "./product_files.ts";

const MOST_COLUMNS = 100;

/** Long lines hide what differs; long lists of words are data, not expressions. */
export const linesCheck: Check = {
  name: "lines",
  promise: `no line of TypeScript is longer than ${MOST_COLUMNS} columns`,
  run: async () => {
    const files = (await listFiles()).filter((file) => /\.tsx?$/.test(file));
    const texts = await Promise.all(files.map((file) => Deno.readTextFile(join(ROOT, file))));
    return files.flatMap((file, index) => findLongLines(file, texts[index] ?? ""));
  },
};

/**
 * One finding for each long line. Import paths, URLs, generated files and, in tests, one long
 * string or expected expression on a line are exempt.
 */
export function findLongLines(file: string, text: string): Finding[] {
  if (/^\/\/ Generated /m.test(text.slice(0, 500))) return [];
  const findings: Finding[] = [];
  let isInTemplate = false;
  for (const [index, line] of text.split("\n").entries()) {
    const columns = [...line].length;
    const isString = isTest(file) && (isInTemplate || isOneString(line));
    if (columns > MOST_COLUMNS && !isString && !isExempt(line)) {
      const message = `has ${columns} columns, more than ${MOST_COLUMNS}`;
      findings.push({ file, line: index + 1, message });
    }
    if ((line.match(/(?<!\\)`/g) ?? []).length % 2 === 1) isInTemplate = !isInTemplate;
  }
  return findings;
}

const IMPORT_PATH = /^(?:import|(?:(?:import|export) [^"=]*|\} )from) "[^"]+"(?: with .*)?;$/;
const URL = /https?:\/\/\S+/g;

function isExempt(line: string): boolean {
  return IMPORT_PATH.test(line) || line.replaceAll(URL, "").length <= MOST_COLUMNS;
}

const STRING = new RegExp(
  [
    /"(?:[^"\\]|\\.)*"/,
    /'(?:[^'\\]|\\.)*'/,
    /`[^`]*`?/,
    /(?<=^\s*)\/.+\/[a-z]*(?=,?$)/,
  ].map(({ source }) => source).join("|"),
  "g",
);

/** Whether a line is long only because of the longest string in it. */
function isOneString(line: string): boolean {
  const longest = Math.max(0, ...(line.match(STRING) ?? []).map(({ length }) => length));
  return line.length - longest <= MOST_COLUMNS;
}
