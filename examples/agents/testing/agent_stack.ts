import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Stack, startStack } from "../../../scripts/local/stack.ts";

const PATIENCE_MS = 60_000;
const ENDS = ["completed", "failed", "cancelled"];

/** A row of the log. */
export interface TaskRow extends Record<string, unknown> {
  readonly id: string;
  readonly status: string;
  readonly output_data: unknown;
  readonly error_message: string | null;
  readonly workspace_id: string | null;
}

/** A local project with example agents. */
export interface AgentStack extends AsyncDisposable {
  readonly stack: Stack;
  /** The latest tasks of an agent by their start, once all of them have ended. */
  whenEnded(agent: string, count: number): Promise<readonly TaskRow[]>;
  /** As if what waits for later were due, and the minute over. */
  letTimeCome(): Promise<void>;
  /** The answer, once there is one. */
  poll<Found>(look: () => Promise<Found | undefined>, what: string): Promise<Found>;
}

/** Copies example agents beside `_shared`, as their page says, and starts a project with them. */
export async function startAgents(
  names: readonly string[],
  { env = {}, migration, written = {} }: {
    /** Agents that a page shows, by name; each gets the types of `csv-import`. */
    readonly written?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
    /** A table of the agents' own, made after ours: REST knows what is there when it starts. */
    readonly migration?: string;
  } = {},
): Promise<AgentStack> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-agents-"));
  const copy = (from: string, to: string) =>
    cp(fileURLToPath(new URL(from, import.meta.url)), join(folder, to), { recursive: true });
  await Promise.all([
    copy("../../../supabase/functions/_shared", "_shared"),
    copy("../../../supabase/migrations", "migrations"),
    ...names.map((name) => copy(`../${name}`, name)),
  ]);
  for (const [name, source] of Object.entries(written)) {
    await copy("../csv-import/database.ts", `${name}/database.ts`);
    await writeFile(join(folder, name, "index.ts"), source);
  }
  const migrationsFolder = join(folder, "migrations");
  if (migration !== undefined) await copy(`../${migration}`, "migrations/20991231000000_own.sql");
  const stack = await startStack({
    functionsFolder: folder,
    functions: [...names, ...Object.keys(written)],
    migrationsFolder,
    env,
  });

  async function poll<Found>(look: () => Promise<Found | undefined>, what: string) {
    const givesUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > givesUpAt) throw new Error(`${what} did not come.`);
      await wait(50);
    }
  }

  return {
    stack,
    poll,
    async letTimeCome() {
      await stack.database.exec(
        `update nightshift.jobs j set run_at = clock_timestamp()
         where j.state = 'later' and j.attempt > 0;
         update nightshift.job_turns t set due_at = clock_timestamp() where t.due_at is not null;`,
      );
      await stack.database.query("select nightshift.reconcile()");
    },
    whenEnded: (agent, count) =>
      poll(async () => {
        const tasks = await stack.database.query<TaskRow>(
          `select t.id::text, t.status, t.output_data, t.error_message, t.workspace_id::text
           from public.autonomous_tasks t
           where t.agent_name = $1 and coalesce(t.output_data ->> 'jobs_completed', '') = ''
           order by t.created_at desc, t.id desc limit $2`,
          [agent, count],
        );
        const isDone = tasks.length === count && tasks.every(({ status }) => ENDS.includes(status));
        return isDone ? tasks : undefined;
      }, `${count} ended tasks of ${agent}`),
    async [Symbol.asyncDispose]() {
      await stack.stop();
      await rm(folder, { recursive: true });
    },
  };
}
