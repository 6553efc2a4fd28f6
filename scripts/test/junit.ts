import type { Outcome } from "./outcome.ts";

const CASE = /<testcase name="([^"]*)" classname="([^"]*)"[^>]*>([\s\S]*?)<\/testcase>/g;

/**
 * Reads the report that `deno test --junit-path` writes; steps of a test are cases of their own.
 * A case's file is where its test was registered, which may be a helper.
 */
export function readJunit(xml: string): Outcome[] {
  return [...xml.matchAll(CASE)].map(([, name = "", classname = "", body = ""]) => {
    const file = decode(classname).replace(/^\.\//, "");
    return { part: "deno", file, name: decode(name), ...readState(body) };
  });
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
