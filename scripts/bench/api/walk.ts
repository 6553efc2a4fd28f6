import type { Stack } from "../../local/stack.ts";
import { sendToApi, type System } from "./client.ts";

/** What a walk through the list met. */
export interface Walk {
  readonly pages: number;
  readonly arrived: number;
  readonly old_tasks_missed: number;
  readonly tasks_met_twice: number;
}

interface Page {
  readonly tasks: readonly { readonly id: string }[];
  readonly next_cursor: string | null;
}

const AGENT = "bench walk";
const BATCH = 500;

/** Walks a list of `old` finished tasks by cursor while a tenth as many arrive. */
export async function walkList(stack: Stack, system: System, old: number): Promise<Walk> {
  const ask = sendToApi(stack);
  const rows = await stack.database.query<{ id: string }>(
    `insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name, executed_at)
     select $1, 'email_sync', 'completed', $2, now() - n * interval '1 second' - interval '1 day'
     from generate_series(1, $3::integer) n returning id`,
    [system.workspaceId, AGENT, old],
  );
  await stack.database.exec("analyze public.autonomous_tasks");
  const newcomers = Array.from({ length: BATCH }, () => ({
    task_type: "email_sync",
    status: "completed",
    agent_name: AGENT,
  }));
  const met = new Map<string, number>();
  const filter = `workspace_id=${system.workspaceId}&limit=200`;
  let pages = 0;
  let arrived = 0;
  for (let cursor: string | null = ""; cursor !== null;) {
    const path = `/tasks?${filter}${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const page = await ask(system, path) as Page;
    for (const { id } of page.tasks) met.set(id, (met.get(id) ?? 0) + 1);
    cursor = page.next_cursor;
    pages += 1;
    if (arrived < old / 10) {
      await ask(system, "/tasks", { tasks: newcomers });
      arrived += BATCH;
    }
  }
  return {
    pages,
    arrived,
    old_tasks_missed: rows.filter(({ id }) => !met.has(id)).length,
    tasks_met_twice: [...met.values()].filter((times) => times > 1).length,
  };
}
