import assert from "node:assert/strict";
import type { AgentStack } from "./agent_stack.ts";

/** The agent that the page on agents shows for steps stores what it has read. */
export async function tryPage(project: AgentStack): Promise<void> {
  const { database } = project.stack;
  const contacts = [{ email: "grace@client.example", name: "Grace" }];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => Response.json(contacts),
  );
  await database.exec(
    "insert into public.task_schedules (name, task_type, target) values ('import', 'email_sync', 'import')",
  );
  await database.query("select public.enqueue_jobs('import', $1::jsonb)", [
    JSON.stringify([{ payload: { url: `http://127.0.0.1:${server.addr.port}/` } }]),
  ]);
  const [task] = await project.whenEnded("import", 1);
  assert.deepEqual([task?.status, task?.output_data], ["completed", { rows: 1 }]);
  const stored = await database.query(
    "select c.email, c.name from public.imported_contacts c where c.name = 'Grace'",
  );
  assert.deepEqual(stored, contacts);
}
