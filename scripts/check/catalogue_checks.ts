import { join } from "node:path";
import { PROBLEMS } from "../../supabase/functions/_shared/http/problem.ts";
import { VARIABLE_NAMES } from "../../supabase/functions/_shared/platform/env.ts";
import { FAILURE_CODES } from "../../supabase/functions/continuous-intelligence/analyzers/llm/calls/failure.ts";
import { DEPLOY_CODES } from "../deploy/deploy_error.ts";
import { type Check, type Finding, ROOT } from "./check.ts";
import { readSqlFiles } from "./sql_files.ts";

const ERRORS_PAGE = "docs/reference/errors.md";
const ENV_READER = "supabase/functions/_shared/platform/env.ts";
const ENV_EXAMPLE = ".env.example";
const SETTINGS_PAGE = "docs/reference/settings.md";

/**
 * Every code of the functions, an email, SQL and the deploy has its section in the page, and vice
 * versa.
 */
export const errorsCheck: Check = {
  name: "errors",
  promise: `every problem code is explained in ${ERRORS_PAGE}`,
  run: async () => {
    const migrations = await readSqlFiles(["supabase/migrations"]);
    const codes = [
      ...Object.keys(PROBLEMS),
      ...FAILURE_CODES,
      ...migrations.flatMap(({ text }) => listSqlCodes(text)),
      ...DEPLOY_CODES,
    ];
    return compareErrors([...new Set(codes)], await readText(ERRORS_PAGE));
  },
};

/**
 * The example and the page of settings have the variables that the functions read, by the same
 * names.
 */
export const envCheck: Check = {
  name: "env",
  promise: `${ENV_EXAMPLE} and ${SETTINGS_PAGE} list the variables that the functions read`,
  run: async () => {
    const [example, page] = await Promise.all([ENV_EXAMPLE, SETTINGS_PAGE].map(readText));
    return [
      ...compareEnv(VARIABLE_NAMES, example ?? ""),
      ...compareSettings(example ?? "", page ?? ""),
    ];
  },
};

/**
 * Compares codes with the headings of a Markdown page whose text is one code, plain or in
 * backticks.
 */
export function compareErrors(codes: readonly string[], page: string): Finding[] {
  const findings: Finding[] = [];
  const sections = new Set<string>();
  for (const [index, text] of page.split("\n").entries()) {
    const code = /^#{2,4} `?([a-z]+(?:_[a-z0-9]+)*)`?\s*$/.exec(text)?.[1];
    if (code === undefined) continue;
    sections.add(code);
    if (codes.includes(code)) continue;
    const message = `no problem has the code ${code}; remove the section or add the code`;
    findings.push({ file: ERRORS_PAGE, line: index + 1, message });
  }
  for (const code of codes) {
    if (sections.has(code)) continue;
    findings.push({ file: ERRORS_PAGE, message: `the code ${code} has no section "## ${code}"` });
  }
  return findings;
}

/** The codes that SQL raises: the first word of a message, with a colon. */
export function listSqlCodes(sql: string): string[] {
  return [...sql.matchAll(/raise exception\s+'([a-z]+(?:_[a-z0-9]+)*):/g)].map(([, code]) =>
    code ?? ""
  );
}

/** Compares the names of variables with the example's. The platform sets `SUPABASE_…` itself. */
export function compareEnv(names: readonly string[], example: string): Finding[] {
  const read = new Set(names.filter((name) => !/^(SUPABASE|SB|DENO)_/.test(name)));
  const findings: Finding[] = [];
  const listed = new Set<string>();
  for (const [index, text] of example.split("\n").entries()) {
    const name = /^#? ?([A-Z][A-Z0-9_]*)=/.exec(text)?.[1];
    if (name === undefined) continue;
    listed.add(name);
    if (read.has(name)) continue;
    findings.push({
      file: ENV_EXAMPLE,
      line: index + 1,
      message: `${ENV_READER} does not read ${name}`,
    });
  }
  for (const name of read) {
    if (!listed.has(name)) {
      findings.push({ file: ENV_EXAMPLE, message: `${name} is missing; ${ENV_READER} reads it` });
    }
  }
  return findings;
}

/** Compares the names of the example with those in the tables of the page. */
export function compareSettings(example: string, page: string): Finding[] {
  const listed = new Set(
    Array.from(example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm), ([, name = ""]) => name),
  );
  const explained = new Set(
    Array.from(page.matchAll(/^\| `([A-Z][A-Z0-9_]*)`/gm), ([, name = ""]) => name),
  );
  return [
    ...[...listed].filter((name) => !explained.has(name))
      .map((name) => ({ file: SETTINGS_PAGE, message: `${name} of ${ENV_EXAMPLE} is missing` })),
    ...[...explained].filter((name) => !listed.has(name))
      .map((name) => ({ file: SETTINGS_PAGE, message: `${ENV_EXAMPLE} has no ${name}` })),
  ];
}

async function readText(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(join(ROOT, path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
