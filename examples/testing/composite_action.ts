import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The parts of an action's file that are used here. */
interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly required?: boolean; readonly default?: string }>
  >;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Step {
  readonly if?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

/** How a step ended. */
export interface StepResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The contexts that expressions may name, such as `{ github: { workflow: "nightly" } }`. */
export type Contexts = Readonly<Record<string, unknown>>;

/**
 * Runs the steps of a composite action as GitHub's runner does: inputs with their defaults,
 * conditions, variables, and each script in a file of its own, which bash runs as on the runner.
 * @param given the inputs of the step that uses the action
 * @param env the runner's own variables
 * @throws {Error} for a missing input, and for an expression that is not known here
 */
export async function runAction(
  folder: URL,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
  env: Readonly<Record<string, string>>,
): Promise<StepResult[]> {
  const action: Action = parse(await Deno.readTextFile(new URL("action.yml", folder)));
  if (action.runs.using !== "composite") throw new Error("The action is not composite.");
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`There is no input ${unknown.join()}.`);
  const inputs: Record<string, string> = {};
  for (const [name, { required, default: fallback }] of Object.entries(action.inputs)) {
    if (required && given[name] === undefined) throw new Error(`The input ${name} is missing.`);
    inputs[name] = given[name] ?? fill(fallback ?? "", contexts);
  }
  const all = { ...contexts, inputs };
  const results: StepResult[] = [];
  for (const step of action.runs.steps) {
    if (step.if !== undefined && !holds(step.if, all)) continue;
    if (step.shell !== "bash") throw new Error(`${step.shell} is not known here.`);
    const variables = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => [name, fill(value, all)]),
    );
    results.push(
      await runScript(fill(step.run, all), {
        ...env,
        ...variables,
        GITHUB_ACTION_PATH: fileURLToPath(folder).replace(/\/$/, ""),
      }),
    );
  }
  return results;
}

async function runScript(script: string, env: Record<string, string>): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-action-"));
  const file = join(folder, "step.sh");
  await writeFile(file, script);
  try {
    return await new Promise((resolve) => {
      execFile(
        "bash",
        ["--noprofile", "--norc", "-e", "-o", "pipefail", file],
        { cwd: folder, env: { PATH: Deno.env.get("PATH") ?? "", HOME: folder, ...env } },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
          resolve({ code, stdout, stderr });
        },
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function fill(text: string, contexts: Contexts): string {
  return String(text).replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const json = /^toJSON\(([\w.-]+)\)$/.exec(expression)?.[1];
    if (json !== undefined) return JSON.stringify(look(json, contexts), null, 2);
    return String(look(expression, contexts));
  });
}

/** `inputs.name != ''` and the like. */
function holds(condition: string, contexts: Contexts): boolean {
  const [, path = "", operator, value] = /^([\w.-]+) ([!=])= '(.*)'$/.exec(condition) ?? [];
  if (operator === undefined) throw new Error(`The condition ${condition} is not known here.`);
  return (look(path, contexts) === value) === (operator === "=");
}

function look(path: string, contexts: Contexts): unknown {
  let found: unknown = contexts;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null || !(name in found)) {
      throw new Error(`The expression ${path} is not known here.`);
    }
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}
