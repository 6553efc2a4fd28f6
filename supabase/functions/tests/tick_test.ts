import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { type Load, loadExamples } from "../../../scripts/demo/load.ts";
import { runTick, type Tick } from "../../../scripts/demo/tick.ts";
import { deriveTargetKey } from "../_shared/http/credentials.ts";
import {
  callFunction,
  countRows,
  createWorkspace,
  request,
  sendMail,
} from "./testing/stack_calls.ts";
import { withStack } from "./testing/with_stack.ts";

const stack = withStack({ functions: ["continuous-intelligence", "inbound-email"] });

interface Ticked {
  readonly loads: readonly Load[];
  readonly tick: Tick;
}

let ticked: Promise<Ticked> | undefined;

/** The example email and the one tick that this stack's half hour has; the same for every test. */
function tickOnce(): Promise<Ticked> {
  return ticked ??= (async () => {
    const loads = await loadExamples(stack());
    return { loads, tick: await runTick(stack()) };
  })();
}

interface QueuedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a dispatch leaves in the request queue, seen before it commits; then rolled back. */
async function lookIntoQueue(): Promise<readonly QueuedRequest[]> {
  const work = stack().database.exec(`
    do $$
    begin
      delete from public.task_dispatches; -- the slot may have had its tick already
      perform nightshift.dispatch('continuous-intelligence');
      raise exception '%', (
        select jsonb_agg(to_jsonb(q) || jsonb_build_object('body', convert_from(q.body, 'UTF8')))
        from net.http_request_queue q
      );
    end
    $$
  `);
  const error = await work.then(() => assert.fail("it was not rolled back"), (thrown) => thrown);
  return JSON.parse(error.message);
}

Deno.test("an email goes in as JSON and raw, once each, however often it is sent", async () => {
  const workspaceId = await createWorkspace(stack(), "Mail in");
  const raw = [
    "From: Ada Example <ada@example.com>",
    "To: orders@bakery.example",
    "Subject: =?utf-8?q?Br=C3=B6tchen?=",
    "Date: Mon, 16 Nov 2026 08:30:00 +0100",
    "Message-ID: <raw-1@example.com>",
    "",
    "Can you deliver on Friday?",
  ].join("\r\n");
  const sendRaw = () =>
    callFunction(stack(), `inbound-email?workspace_id=${workspaceId}`, {
      headers: { apikey: stack().secretKey, "content-type": "message/rfc822" },
      body: raw,
    });
  const [first, second] = [await sendRaw(), await sendRaw()];
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.deepEqual(JSON.parse(second.text), { ...JSON.parse(first.text), duplicate: true });

  const fields = { message_id: "<json-1@example.com>", subject: "Invoice", text: "Please pay." };
  const created = await sendMail(stack(), workspaceId, fields);
  const repeated = await sendMail(stack(), workspaceId, fields);
  assert.deepEqual(repeated, { ...created, duplicate: true });

  const mails = await stack().database.query(
    `select provider_message_id, from_email, subject, body_text, direction
     from public.client_emails where workspace_id = $1 order by provider_message_id desc`,
    [workspaceId],
  );
  assert.deepEqual(mails, [
    {
      provider_message_id: "raw-1@example.com",
      from_email: "ada@example.com",
      subject: "Brötchen",
      body_text: "Can you deliver on Friday?",
      direction: "inbound",
    },
    {
      provider_message_id: "json-1@example.com",
      from_email: "ada@example.com",
      subject: "Invoice",
      body_text: "Please pay.",
      direction: "inbound",
    },
  ]);
  const elsewhere = await createWorkspace(stack(), "Mail in, too");
  assert.equal((await sendMail(stack(), elsewhere, fields)).duplicate, false);
});

Deno.test("no secret waits in the request queue: what is sent is signed", async () => {
  const before = await countRows(stack());
  const [queued, ...others] = await lookIntoQueue();
  assert.ok(queued);
  assert.equal(others.length, 0);
  assert.equal(queued.method, "POST");
  assert.equal(queued.url, `${stack().url}/functions/v1/continuous-intelligence`);
  assert.deepEqual(Object.keys(queued.headers).sort(), [
    "Content-Type",
    "Prefer",
    "webhook-id",
    "webhook-signature",
    "webhook-timestamp",
  ]);
  const key = deriveTargetKey(stack().cronSecret, "continuous-intelligence");
  new Webhook(key, { format: "raw" }).verify(queued.body, queued.headers);
  const body = JSON.parse(queued.body);
  assert.deepEqual(body, {
    batchSizePerWorkspace: 10,
    maxWorkspaces: 50,
    task_id: queued.headers["webhook-id"],
  });
  for (const secret of [stack().cronSecret, stack().secretKey]) {
    assert.ok(!JSON.stringify(queued).includes(secret), "a secret stands in the queue");
  }
  assert.deepEqual(await countRows(stack()), before);
});

Deno.test("one tick goes from cron through dispatch, net and function to the rows", async () => {
  const { loads, tick } = await tickOnce();
  assert.equal(loads.length, 3);
  for (const { intake } of loads) {
    assert.deepEqual(intake, { ...intake, taken_in: intake.offered, duplicates: 0, refusals: [] });
  }
  assert.deepEqual([tick.cronStatus, tick.cronMessage], ["succeeded", "1 row"]);
  assert.equal(tick.httpStatus, 202);
  assert.deepEqual(tick.furtherRunIds, []);

  const dispatches = await stack().database.query(
    `select d.kind, d.seq, d.task_id, d.request_id from public.task_dispatches d
     join public.task_schedules s on s.id = d.schedule_id where s.name = 'continuous-intelligence'`,
  );
  assert.deepEqual(dispatches, [
    { kind: "tick", seq: 0, task_id: tick.taskId, request_id: tick.requestId },
  ]);
});

Deno.test("a run is one system row and one row for each workspace, with its own numbers only", async () => {
  const { loads, tick } = await tickOnce();
  const { database } = stack();
  const [root] = await database.query<{ output_data: Record<string, unknown> }>(
    `select workspace_id, status, triggered_by, error_message, duration_ms > 0 as took_time, output_data
     from public.autonomous_tasks where id = $1`,
    [tick.taskId],
  );
  const rows = await database.query<{ workspace_id: string; mails: number }>(
    `select t.workspace_id, t.status, t.triggered_by, t.agent_name, t.duration_ms > 0 as took_time, t.output_data,
       (select count(*)::integer from public.client_emails e where e.workspace_id = t.workspace_id) as mails
     from public.autonomous_tasks t where t.input_data ->> 'run_id' = $1 order by t.workspace_id`,
    [tick.taskId],
  );
  const loaded = new Map(loads.map((load) => [load.workspaceId, load.intake.taken_in]));
  const found = new Map(rows.map((row) => [row.workspace_id, row.mails]));
  for (const [workspaceId, takenIn] of loaded) assert.equal(found.get(workspaceId), takenIn);
  for (const row of rows) {
    assert.deepEqual(row, {
      workspace_id: row.workspace_id,
      status: "completed",
      triggered_by: "cron",
      agent_name: "continuous-intelligence",
      took_time: true,
      output_data: { emails_processed: row.mails, emails_failed: 0 },
      mails: row.mails,
    });
  }
  assert.ok(root);
  const { output_data: report, ...system } = root;
  assert.deepEqual(system, {
    workspace_id: null,
    status: "completed",
    triggered_by: "cron",
    error_message: null,
    took_time: true,
  });
  assert.deepEqual(report, {
    success: true,
    workspaces_processed: rows.length,
    total_emails_processed: rows.reduce((sum, { mails }) => sum + mails, 0),
    total_emails_failed: 0,
    results: rows.map((row) => ({
      workspace_id: row.workspace_id,
      emails_processed: row.mails,
      emails_failed: 0,
    })),
    timestamp: report["timestamp"],
  });
});

Deno.test("every example email is analysed exactly once and none is left or given up", async () => {
  const { loads } = await tickOnce();
  for (const { workspaceId, intake } of loads) {
    const [counts] = await stack().database.query(
      `select
         count(*)::integer as mails,
         count(*) filter (where e.intelligence_analyzed and e.analyzed_at = i.extracted_at)::integer as analysed,
         count(distinct i.id)::integer as records,
         count(q.email_id)::integer as queued
       from public.client_emails e
       left join public.email_intelligence i on i.email_id = e.id and i.workspace_id = e.workspace_id
       left join nightshift.email_queue q on q.email_id = e.id
       where e.workspace_id = $1`,
      [workspaceId],
    );
    const mails = intake.offered;
    assert.deepEqual(counts, { mails, analysed: mails, records: mails, queued: 0 });
  }
});

Deno.test("what pg_net keeps of the answer is the task's id, nothing else", async () => {
  const { tick } = await tickOnce();
  const responses = await stack().database.adminQuery(
    "select status_code, content, timed_out, error_msg from net._http_response where id = $1",
    [tick.requestId],
  );
  assert.deepEqual(responses, [{
    status_code: 202,
    content: JSON.stringify({ task_id: tick.taskId }),
    timed_out: false,
    error_msg: null,
  }]);
});

Deno.test("the same signed request, delivered again, is accepted and does nothing", async () => {
  const { tick } = await tickOnce();
  const { database, url, cronSecret } = stack();
  const workspaceId = await createWorkspace(stack(), "After the tick");
  await sendMail(stack(), workspaceId, { text: "Wait for the next tick." });
  const [again] = await database.query<{ body: string; headers: Record<string, string> }>(
    `with request as (
       select d.task_id, d.dispatched_at, (s.payload || jsonb_build_object('task_id', d.task_id))::text as body
       from public.task_dispatches d join public.task_schedules s on s.id = d.schedule_id
       where d.task_id = $1
     )
     select body, nightshift.signed_headers(task_id::text, body,
       nightshift.target_key('continuous-intelligence', $2), dispatched_at) as headers from request`,
    [tick.taskId, cronSecret],
  );
  assert.ok(again);
  const before = [await countRows(stack()), await readTask(tick.taskId)];
  const answer = await request(`${url}/functions/v1/continuous-intelligence`, {
    method: "POST",
    ...again,
  });
  assert.equal(answer.status, 202);
  assert.deepEqual(JSON.parse(answer.text), { task_id: tick.taskId });
  assert.deepEqual([await countRows(stack()), await readTask(tick.taskId)], before);
});

Deno.test("a second tick of the same slot dispatches nothing", async () => {
  await tickOnce();
  const before = await countRows(stack());
  const [again] = await stack().database.query(
    `select nightshift.dispatch('continuous-intelligence', max(d.dispatched_at)) ->> 'outcome' as outcome
     from public.task_dispatches d`,
  );
  assert.deepEqual(again, { outcome: "already_dispatched" });
  await stack().net.idle();
  assert.deepEqual(await countRows(stack()), before);
});

async function readTask(id: string): Promise<unknown> {
  return await stack().database.query("select * from public.autonomous_tasks where id = $1", [id]);
}
