import { loadExamples } from "../../demo/load.ts";
import type { Stack } from "../../local/stack.ts";
import { addAgents } from "./agents.ts";
import { addBrokenMailbox } from "./mailboxes.ts";
import { writeNight } from "./night.ts";
import { addPeople } from "./people.ts";
import { readSql } from "./read_sql.ts";

/** What the contacts, scores and numbers of a workspace come from, in this order. */
const DATABASE_RUNS = ["contact-enrichment", "lead-scoring-batch", "daily-analytics-rollup"];

/**
 * Fills a new stack: three companies with their email, which is really read, the day before with
 * one fault of each kind, and an account for each role.
 */
export async function fillDemo(stack: Stack): Promise<void> {
  const loads = await loadExamples(stack);
  const workspaceIds = loads.map(({ workspaceId }) => workspaceId);
  const [first = ""] = workspaceIds;
  // They have been customers for a while, so that their weeks and months are whole.
  await stack.database.query(
    "update public.workspaces set created_at = now() - interval '90 days' where id = any ($1)",
    [workspaceIds],
  );
  await addPeople(stack, workspaceIds);
  await writeNight(stack, workspaceIds);
  await addAgents(stack, first);
  await addBrokenMailbox(stack, first);
  await stack.database.query(
    `insert into public.workspace_settings (workspace_id, enabled_types)
     select w.id::uuid, '{contact_enrichment, lead_scoring_batch, weekly_report_generation}'
     from unnest($1::text[]) as w (id)
     on conflict (workspace_id) do update set enabled_types = excluded.enabled_types`,
    [workspaceIds],
  );
  await stack.database.query(
    "update public.task_schedules set enabled = true where name = any ($1::text[])",
    [[...DATABASE_RUNS, "weekly-report-generation"]],
  );
  await readEmails(stack);
  await stack.database.query(await readSql("spread.sql"));
  for (const name of DATABASE_RUNS) {
    await stack.database.query("select nightshift.run_now($1)", [name]);
    await stack.database.query("call nightshift.work()");
  }
  // A new workspace gets its first report next week; this is that of the week before this one.
  await stack.database.query(
    "select nightshift.write_due_reports($1::text[]::uuid[], 'weekly', now())",
    [workspaceIds],
  );
}

/** One run by hand that reads all emails, called as a program would. */
async function readEmails(stack: Stack): Promise<void> {
  const response = await fetch(`${stack.url}/functions/v1/continuous-intelligence`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${stack.cronSecret}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ batchSizePerWorkspace: 100, maxWorkspaces: 10 }),
  });
  if (!response.ok) throw new Error(`The emails were not read: ${await response.text()}`);
  await response.body?.cancel();
}
