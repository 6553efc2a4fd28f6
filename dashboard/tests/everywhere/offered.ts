/** Seven callers: what the pages offer to each is what the database lets them do. */
import assert from "node:assert/strict";
import { type Act, ACTS, CALLERS, type Context, MADE, PAGES } from "../testing/acts.ts";
import type { Who } from "../testing/project.ts";
import { readSession } from "../testing/session.ts";
import { keepingSchedules } from "../testing/schedules.ts";
import { type Visit, visit } from "../testing/with_dashboard.ts";

for (const [name, { as, may }] of Object.entries(CALLERS)) {
  visit(
    `${name} is offered what succeeds, and nothing else`,
    as ? { as } : {},
    (visit) =>
      keepingSchedules(visit, () =>
        keepingRows(visit, as, async (context) => {
          const offered = await listOffered(visit, as, context);
          const succeeds: string[] = [];
          for (const [act, spec] of Object.entries(ACTS)) {
            if (await tryAct(visit, as, spec, context)) succeeds.push(act);
          }
          const inOrder = Object.keys(ACTS).filter((act) => may.includes(act));
          assert.deepEqual(offered, inOrder);
          assert.deepEqual(succeeds, inOrder);
        })),
  );
}

/** Makes what the acts need; afterwards all is as it was. */
async function keepingRows(
  { stack: { database }, project }: Visit,
  as: Who | undefined,
  act: (context: Context) => Promise<void>,
): Promise<void> {
  const { ours } = project;
  await database.query(
    `insert into public.autonomous_tasks (id, workspace_id, task_type, status, agent_name)
     values ($2, $1, 'email_sync', 'failed', 'offered-failed'),
       ($3, $1, 'email_sync', 'pending', 'offered-open')`,
    [ours, MADE.failed, MADE.pending],
  );
  await database.query(
    `insert into nightshift.ingest_tokens (id, workspace_id, name, token_hash, scopes, requests_per_minute, created_by)
     values ($2, $1, 'Offered token', encode(sha256('offered'), 'hex'), '{tasks}', 600, $3)`,
    [ours, MADE.token, project.userIds.owner],
  );
  const [found] = await database.query<{ email: string; mailbox: string }>(
    `select (select e.id from public.client_emails e where e.workspace_id = $1
         and e.subject = 'The cake was sour') as email,
       (select m.id from public.mailboxes m where m.workspace_id = $1 and m.address = 'orders@bakery.example') as mailbox`,
    [ours],
  );
  const member = [ours, as === undefined ? null : project.userIds[as]];
  const [before] = await database.query<{ role: string }>(
    "select role from public.workspace_members where workspace_id = $1 and user_id = $2",
    member,
  );
  try {
    await act({
      ...project,
      emailId: found?.email ?? "",
      mailboxId: found?.mailbox ?? "",
      callerId: as === undefined ? "" : project.userIds[as],
    });
  } finally {
    if (before) {
      await database.query(
        `insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, $3)
         on conflict (workspace_id, user_id) do nothing`,
        [...member, before.role],
      );
    }
    await database.query(
      `delete from public.autonomous_tasks where workspace_id = $1 and agent_name like 'offered-%'`,
      [ours],
    );
    await database.query("delete from nightshift.ingest_tokens where id = $1", [MADE.token]);
    await database.query(
      `update nightshift.email_queue q set failed_at = now(), attempts = 5
       from public.client_emails e where e.id = q.email_id and e.provider_message_id = 'given-up'`,
    );
    await database.query("update public.mailboxes set state = 'live' where id = $1", [
      found?.mailbox,
    ]);
  }
}

async function listOffered(
  { page, url }: Visit,
  as: Who | undefined,
  { emailId }: Context,
): Promise<string[]> {
  const names = new Map<string, readonly string[]>();
  const isIn = as !== undefined && as !== "stranger";
  for (const [name, [at, whole]] of Object.entries(PAGES)) {
    await page.goto(`${url}/${name === "email" ? `${at}/${emailId}` : at}`);
    const mark = isIn ? whole : as === undefined ? "Sign in" : /belong to no workspace/;
    await page.getByText(mark).first().waitFor();
    const found = await page.getByRole("button").or(page.getByRole("link")).evaluateAll(
      (found: readonly Element[]) =>
        found.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? ""),
    );
    names.set(name, found);
  }
  return Object.entries(ACTS).flatMap(([act, { at, offered }]) =>
    names.get(at)?.some((name) => offered.test(name.trim())) ? [act] : []
  );
}

async function tryAct(
  { stack, project }: Visit,
  as: Who | undefined,
  { rpc, body, says }: Act,
  context: Context,
): Promise<boolean> {
  const session = as && await readSession(stack, project, as);
  const stored = session?.origins[0]?.localStorage[0]?.value;
  const token = stored ? JSON.parse(stored).access_token : stack.publishableKey;
  const response = await fetch(`${stack.url}/rest/v1/rpc/${rpc}`, {
    method: "POST",
    headers: {
      apikey: stack.publishableKey,
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body(context)),
  });
  const text = await response.text();
  return says ? says.test(text) : response.ok;
}
