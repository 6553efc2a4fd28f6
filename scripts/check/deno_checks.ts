import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Check, type Finding, ROOT } from "./check.ts";
import { runDeno } from "../lib/run_program.ts";
import tools from "../../deno.json" with { type: "json" };
import { listFiles, listTypeScriptFiles } from "../lib/list_files.ts";

/** Formatting as `deno fmt` does it. */
export const formatCheck: Check = {
  name: "fmt",
  promise: "files are formatted",
  run: async () => {
    const { success, stdout, stderr } = await runDeno(["fmt", "--check"]);
    return success ? [] : parseFormat(stdout + stderr);
  },
  write: async () => {
    const { success, stderr } = await runDeno(["fmt"]);
    if (!success) throw new Error(`deno fmt failed: ${stderr.trim()}`);
  },
};

/** The linter's own rules, as `deno.json` selects them, and exceptions from these only. */
export const lintCheck: Check = {
  name: "lint",
  promise: "the linter has nothing to say, and nothing is an exception from a rule that is off",
  run: async () => {
    const [report, listing] = await Promise.all([
      runDeno(["lint", "--json"]),
      runDeno(["lint", "--rules", "--json"]),
    ]);
    const recommended = ruleList.parse(JSON.parse(listing.stdout)).rules
      .filter(({ tags }) => tags.includes("recommended")).map(({ code }) => code);
    const rules = new Set([...recommended, ...tools.lint.rules.include]);
    const files = (await listFiles()).filter((file) => /\.tsx?$/.test(file));
    const idle = files.map(async (file) =>
      findIdleExceptions(file, await Deno.readTextFile(join(ROOT, file)), rules)
    );
    return [...parseLint(report.stdout), ...(await Promise.all(idle)).flat()];
  },
};

/** Every folder with TypeScript of ours. */
export const FOLDERS = ["scripts", "supabase", "examples", "packages", "dashboard"];

/** Import direction and platform access; the rules are in boundaries.ts. */
export const boundariesCheck: Check = {
  name: "boundaries",
  promise: "imports point the right way and platform access stays in its files",
  run: async () => {
    const config = "scripts/check/imports/boundaries.lint.json";
    // `deno lint --config` passes over the folder that holds the configuration, so it gets files.
    const files = await listTypeScriptFiles(FOLDERS);
    return parseLint((await runDeno(["lint", "--json", "--config", config, ...files])).stdout);
  },
};

/** Types of everything, tests included. */
export const typesCheck: Check = {
  name: "types",
  promise: "types hold",
  run: async () => {
    const { success, stderr } = await runDeno(["check", "--quiet", "."]);
    return success ? [] : parseTypes(stderr);
  },
};

const ruleList = z.object({
  rules: z.array(z.object({ code: z.string(), tags: z.array(z.string()) })),
});

const lintReport = z.object({
  diagnostics: z.array(z.object({
    filename: z.string(),
    range: z.object({ start: z.object({ line: z.number() }) }),
    message: z.string(),
    code: z.string(),
  })),
  errors: z.array(z.object({ file_path: z.string(), message: z.string() })),
});

/** One finding for each comment that excepts code from a rule which is not switched on. */
export function findIdleExceptions(
  file: string,
  text: string,
  rules: ReadonlySet<string>,
): Finding[] {
  return text.split("\n").flatMap((line, index) => {
    const [, rule] = /^\s*\/\/ deno-lint-ignore(?:-\w+)? ([\w/-]+)/.exec(line) ?? [];
    if (rule === undefined || rules.has(rule)) return [];
    return [{ file, line: index + 1, message: `${rule} is switched off; leave the comment out` }];
  });
}

/** Reads findings from what `deno lint --json` prints. */
export function parseLint(json: string): Finding[] {
  const { diagnostics, errors } = lintReport.parse(JSON.parse(json));
  return [
    ...diagnostics.map(({ filename, range, message, code }) => ({
      file: shorten(filename),
      line: range.start.line,
      message: `${message} (${code})`,
    })),
    ...errors.map(({ file_path, message }) => ({ file: shorten(file_path), message })),
  ];
}

/**
 * Reads the files from what `deno fmt --check` prints; one finding on everything when it has none.
 */
export function parseFormat(output: string): Finding[] {
  const files = [...output.matchAll(/^from (.+):$/gm)].map((match) => match[1] ?? "");
  const message = "not formatted; run `deno task ok --write`";
  if (files.length > 0) return files.map((file) => ({ file: shorten(file), message }));
  return [{ file: ".", message: output.trim() }];
}

/**
 * Reads errors and places from what `deno check` prints; one finding on everything when it has
 * none.
 */
export function parseTypes(output: string): Finding[] {
  const pattern = /^(TS\d+) \[ERROR\]: (.+)\n(?:(?!^TS\d+ ).*\n)*?\s+at (file:\S+):(\d+):\d+/gm;
  const findings = [...output.matchAll(pattern)].map(([, code, message, file, line]) => ({
    file: shorten(file ?? ""),
    line: Number(line),
    message: `${message} (${code})`,
  }));
  return findings.length > 0 ? findings : [{ file: ".", message: output.trim() }];
}

function shorten(file: string): string {
  return relative(ROOT, file.startsWith("file:") ? fileURLToPath(file) : file);
}
