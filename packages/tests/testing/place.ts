import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { promisify } from "node:util";
import type { Stack } from "../../../scripts/local/stack.ts";
import { withStack } from "../../../supabase/functions/tests/testing/with_stack.ts";
import {
  createWorld,
  readBearer,
  type World,
} from "../../../supabase/functions/tests/testing/world.ts";

/** Where the clients and the examples are tried: one local project with an ingest token. */
export interface Place {
  stack(): Stack;
  world(): Promise<World>;
  /** What the clients are told: the URL of the API and an ingest token of the scope `tasks`. */
  target(): Promise<{ readonly url: string; readonly token: string }>;
  /** Runs a program with the variables that the examples read. @throws when it fails */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Output>;
  /** The tasks of an agent, latest first. */
  readTasks(agentName: string): Promise<Record<string, unknown>[]>;
}

/** How a program is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program printed. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the project before the first test of a file. */
export function openPlace(): Place {
  const stack = withStack({
    functions: ["autonomous-tasks", "inbound-email"],
    env: { CORS_ORIGINS: "*" },
  });
  let made: Promise<World> | undefined;
  const world = () => made ??= createWorld(stack());
  const target = async () => {
    const { url, headers } = await world();
    return { url, token: readBearer(headers["token"]) };
  };
  return {
    stack,
    world,
    target,
    run: async (program, args, { cwd, env = {} } = {}) => {
      const { url, token } = await target();
      return await promisify(execFile)(program, [...args], {
        ...(cwd === undefined ? {} : { cwd }),
        env: { ...Deno.env.toObject(), NIGHTSHIFT_URL: url, NIGHTSHIFT_TOKEN: token, ...env },
        maxBuffer: 2 ** 24,
      });
    },
    readTasks: (agentName) =>
      stack().database.query<Record<string, unknown>>(
        `select id, task_type, status, error_message, input_data, output_data,
           cost_estimate_usd::float as cost, duration_ms, duration_ms >= 0 as timed
         from public.autonomous_tasks where agent_name = $1 order by executed_at desc, id desc`,
        [agentName],
      ),
  };
}

/** Whether a program is there. */
export async function has(program: string): Promise<boolean> {
  return await promisify(execFile)(program, ["--version"]).then(() => true, () => false);
}

/** Puts the folder of Python itself first, so that a launcher of versions runs only once. */
export async function findPython(): Promise<boolean> {
  const script = "import os, sys; print(os.path.dirname(sys.executable))";
  try {
    const { stdout } = await promisify(execFile)("python3", ["-c", script]);
    Deno.env.set("PATH", `${stdout.trim()}${delimiter}${Deno.env.get("PATH") ?? ""}`);
    return true;
  } catch {
    return false;
  }
}
