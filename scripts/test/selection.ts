import { join, matchesGlob } from "node:path";
import { CHECKS } from "../check/run_checks.ts";
import { listFiles, ROOT } from "../lib/list_files.ts";

/** Runs the checks of `deno task ok` as tests. */
const GATE = "scripts/check/gate_test.ts";
/** Runs the pgTAP files as tests. */
const PGTAP = "scripts/test/pgtap_test.ts";

/** What one run does; paths are from the repository's root. */
export interface Selection {
  /** Names of checks of the gate. */
  readonly checks: readonly string[];
  readonly denoFiles: readonly string[];
  readonly pgtapFiles: readonly string[];
}

/**
 * Takes what matches any of the filters: the name of a part (`ok`, `deno`, `pgtap`) is all of it,
 * the name of a check is that check, anything else is a piece of a path. No filter takes
 * everything.
 */
export function select(everything: Selection, filters: readonly string[]): Selection {
  const takes = (part: string, name: string) =>
    filters.length === 0 ||
    filters.some((filter) =>
      filter === part || (part === "ok" ? filter === name : name.includes(filter))
    );
  return {
    checks: everything.checks.filter((name) => takes("ok", name)),
    denoFiles: everything.denoFiles.filter((file) => takes("deno", file)),
    pgtapFiles: everything.pgtapFiles.filter((file) => takes("pgtap", file)),
  };
}

/** Finds every check and every test file of the repository. */
export async function findTests(): Promise<Selection> {
  const files = await listFiles();
  return {
    checks: CHECKS.map(({ name }) => name),
    denoFiles: files.filter((file) => file.endsWith("_test.ts") && file !== GATE && file !== PGTAP),
    pgtapFiles: files.filter((file) => matchesGlob(file, "supabase/tests/**/*.test.sql")),
  };
}

/** Modules that give a test a real PostgreSQL. */
const GIVES_POSTGRES = /\/(postgres_install|test_database|harness)\.ts"/;

/** The pgTAP files, and the Deno tests that ask for a real PostgreSQL themselves. */
export async function selectDatabaseTests(everything: Selection): Promise<Selection> {
  const denoFiles: string[] = [];
  for (const file of everything.denoFiles) {
    if (GIVES_POSTGRES.test(await Deno.readTextFile(join(ROOT, file)))) denoFiles.push(file);
  }
  return { checks: [], denoFiles, pgtapFiles: everything.pgtapFiles };
}

/**
 * What `deno test` is given to run a selection: groups of files, each for a process of its own, and
 * variables that narrow two of the files.
 */
export interface DenoTestRun {
  readonly groups: readonly (readonly string[])[];
  readonly env: Readonly<Record<string, string>>;
}

const CHECKS_VARIABLE = "NIGHTSHIFT_CHECKS";
const PGTAP_VARIABLE = "NIGHTSHIFT_PGTAP_FILES";

/** Tests that work or wait for a quarter of a minute and more. */
export const LONG_FILES: readonly string[] = [
  PGTAP,
  GATE,
  "dashboard/tests/browser_test.ts",
  "scripts/deploy_test.ts",
  "supabase/tests/adversary/adversary_test.ts",
  "scripts/local/postgres/postgres_stack_test.ts",
  "supabase/tests/documents/shell_blocks_test.ts",
  "supabase/tests/steps/agents_test.ts",
  "supabase/tests/faults/answers_test.ts",
  "scripts/demo_test.ts",
  "scripts/local/process/lifecycle_test.ts",
];

/**
 * Long files begin at once and run beside the others, as otherwise one of them runs alone at the
 * end. They are a group of their own, because `deno test` begins with the deepest folder, in
 * whatever order it is given the files.
 */
export function planRun({ checks, denoFiles, pgtapFiles }: Selection): DenoTestRun {
  const files = [
    ...pgtapFiles.length > 0 ? [PGTAP] : [],
    ...checks.length > 0 ? [GATE] : [],
    ...denoFiles,
  ];
  const isLong = (file: string) => LONG_FILES.includes(file);
  return {
    groups: [files.filter(isLong), files.filter((file) => !isLong(file))]
      .filter((group) => group.length > 0),
    env: { [CHECKS_VARIABLE]: checks.join(","), [PGTAP_VARIABLE]: pgtapFiles.join(",") },
  };
}

/**
 * The checks that this run of the gate is for; all of them when `deno test` was called directly.
 */
export function takeSelectedChecks(all: readonly string[]): readonly string[] {
  return readList(CHECKS_VARIABLE) ?? all;
}

/** The pgTAP files that this run is for; all of them when `deno test` was called directly. */
export async function takeSelectedPgtapFiles(): Promise<readonly string[]> {
  return readList(PGTAP_VARIABLE) ?? (await findTests()).pgtapFiles;
}

function readList(variable: string): string[] | undefined {
  const text = Deno.env.get(variable);
  return text === undefined ? undefined : text.split(",").filter((item) => item !== "");
}
