import type { Outcome } from "./outcome.ts";

const CASE = /<testcase name="([^"]*)" classname="([^"]*)"[^>]*>([\s\S]*?)<\/testcase>/g;

/**
 * Reads the report that `deno test --junit-path` writes. A file of `files` that the report does not
 * mention was never run or broke while loading, and counts as one failure.
 */
export function readJunit(xml: string, files: readonly string[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const [, name = "", classname = "", body = ""] of xml.matchAll(CASE)) {
    const file = decode(classname).replace(/^\.\//, "");
    outcomes.push({ part: "deno", file, name: decode(name), ...readState(body) });
  }
  const mentioned = new Set(outcomes.map(({ file }) => file));
  for (const file of files) {
    if (mentioned.has(file)) continue;
    const detail = "its error is further up";
    outcomes.push({ part: "deno", file, name: "ran no test", state: "failed", detail });
  }
  return outcomes;
}

function readState(body: string): Pick<Outcome, "state" | "detail"> {
  const trouble = /<(?:failure|error) message="([^"]*)"/.exec(body);
  if (trouble !== null) return { state: "failed", detail: decode(trouble[1] ?? "") };
  return { state: body.includes("<skipped") ? "skipped" : "passed" };
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });
}
