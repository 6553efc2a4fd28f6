import assert from "node:assert/strict";
import {
  type Answer,
  assertProblem,
  callFunction,
  countRows,
  createWorkspace,
  request,
  sendMail,
} from "./testing/stack_calls.ts";
import { withStack } from "./testing/with_stack.ts";

const SEED_BODY = '{"batchSizePerWorkspace": 5, "maxWorkspaces": 10}';
const UNKNOWN_WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";

/** As the seed prints it. */
const SEED_QUERY = `
  -- Verify task was logged
  SELECT
    task_type,
    status,
    output_data,
    executed_at
  FROM autonomous_tasks
  WHERE task_type = 'continuous_intelligence_update'
  ORDER BY executed_at DESC
  LIMIT 1;
`;

const stack = withStack({
  functions: ["continuous-intelligence", "inbound-email"],
  aliasPort: 0,
});

/** The seed's curl: its path, headers and body. */
function callAsSeed(headers?: Readonly<Record<string, string>>): Promise<Answer> {
  return request(`${stack().aliasUrl}/api/agents/continuous-intelligence`, {
    method: "POST",
    headers: {
      ...(headers ?? { "Authorization": `Bearer ${stack().cronSecret}` }),
      "Content-Type": "application/json",
    },
    body: SEED_BODY,
  });
}

Deno.test("on an empty database the seed's curl answers the seed's JSON, and its query finds the row", async () => {
  const { database } = stack();
  assert.deepEqual(await countRows(stack()), {
    tasks: 0,
    dispatches: 0,
    mails: 0,
    records: 0,
    waiting: 0,
  });
  const answer = await callAsSeed();
  assert.equal(answer.status, 200);
  assert.match(
    answer.text,
    /^\{"success":true,"workspaces_processed":0,"total_emails_processed":0,"total_emails_failed":0,"results":\[\],"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"\}$/,
  );

  const rows = await database.query<{ executed_at: string }>(SEED_QUERY);
  const { executed_at: executedAt, ...row } = rows[0] ?? { executed_at: "" };
  assert.deepEqual(row, {
    task_type: "continuous_intelligence_update",
    status: "completed",
    output_data: JSON.parse(answer.text),
  });
  assert.ok(Date.parse(executedAt) <= Date.parse(JSON.parse(answer.text).timestamp));

  const tasks = await database.query(
    "select workspace_id, triggered_by, agent_name, error_message, duration_ms >= 0 as took_time from public.autonomous_tasks",
  );
  assert.deepEqual(tasks, [{
    workspace_id: null,
    triggered_by: "api",
    agent_name: "continuous-intelligence",
    error_message: null,
    took_time: true,
  }]);
});

const NO_CREDENTIALS: readonly (readonly [what: string, headers: Record<string, string>])[] = [
  ["no secret", {}],
  ["an empty secret", { authorization: "Bearer " }],
  ["a wrong secret", { authorization: "Bearer a-wrong-secret-of-some-length" }],
  ["the word undefined", { authorization: "Bearer undefined" }],
];

for (const [what, headers] of NO_CREDENTIALS) {
  Deno.test(`${what} is answered with 401; nothing is run, imported or logged`, async () => {
    const workspaceId = await createWorkspace(stack(), what);
    await sendMail(stack(), workspaceId, { text: `Is anybody there? ${what}` });
    const before = await countRows(stack());
    assertProblem(await callAsSeed(headers), 401, "unauthorized");
    for (const name of ["continuous-intelligence", "inbound-email"]) {
      assertProblem(
        await callFunction(stack(), name, { headers, body: "{}" }),
        401,
        "unauthorized",
      );
    }
    assert.deepEqual(await countRows(stack()), before);
  });
}

Deno.test("a caller without a right who sends megabytes gets the 401, not a broken connection", async () => {
  const headers = { authorization: "Bearer a-wrong-secret-of-some-length" };
  const body = "x".repeat(5_000_000);
  const answer = await callFunction(stack(), "inbound-email", { headers, body });
  assertProblem(answer, 401, "unauthorized");
});

Deno.test("the publishable key starts nothing and takes nothing in", async () => {
  const before = await countRows(stack());
  const { publishableKey } = stack();
  const headers = { apikey: publishableKey, authorization: `Bearer ${publishableKey}` };
  for (const name of ["continuous-intelligence", "inbound-email"]) {
    assertProblem(await callFunction(stack(), name, { headers, body: "{}" }), 401, "unauthorized");
  }
  assert.deepEqual(await countRows(stack()), before);
});

Deno.test("GET tells how much waits and processes nothing", async () => {
  const workspaceId = await createWorkspace(stack(), "Asked by GET");
  await sendMail(stack(), workspaceId, { text: "Do not read me yet." });
  const before = await countRows(stack());
  const answer = await callFunction(stack(), "continuous-intelligence", {
    method: "GET",
    headers: { apikey: stack().secretKey },
  });
  assert.equal(answer.status, 200);
  const status = JSON.parse(answer.text);
  assert.equal(status.backlog.waiting, before["waiting"]);
  assert.deepEqual(Object.keys(status).sort(), [
    "backlog",
    "enabled",
    "latest_runs",
    "latest_slot",
    "latest_tick",
    "next_slot",
    "seconds_late",
  ]);
  assert.deepEqual(await countRows(stack()), before);
});

const BAD_REQUESTS: readonly (readonly [
  what: string,
  path: string,
  init: { readonly body: BodyInit; readonly type?: string },
  status: number,
  code: string,
])[] = [
  ["malformed JSON", "continuous-intelligence", { body: "{" }, 400, "malformed_json"],
  [
    "a negative batch size",
    "continuous-intelligence",
    { body: '{"batchSizePerWorkspace": -5}' },
    400,
    "invalid_request",
  ],
  [
    "an oversized body",
    "continuous-intelligence",
    { body: JSON.stringify({ padding: "x".repeat(2_000_000) }) },
    413,
    "body_too_large",
  ],
  ["mail as malformed JSON", "inbound-email", { body: "{" }, 400, "malformed_json"],
  [
    "mail for an unknown workspace",
    "inbound-email",
    { body: JSON.stringify({ workspace_id: UNKNOWN_WORKSPACE, from: "ada@example.com" }) },
    404,
    "workspace_not_found",
  ],
  [
    "binary rubbish as mail",
    `inbound-email?workspace_id=${UNKNOWN_WORKSPACE}`,
    { body: new Uint8Array(4_096).fill(0x9c), type: "message/rfc822" },
    422,
    "mail_unreadable",
  ],
  [
    "a mail over the limit",
    `inbound-email?workspace_id=${UNKNOWN_WORKSPACE}`,
    { body: `From: ada@example.com\r\n\r\n${"x".repeat(2_097_152)}`, type: "message/rfc822" },
    413,
    "mail_too_large",
  ],
];

for (const [what, path, { body, type = "application/json" }, status, code] of BAD_REQUESTS) {
  Deno.test(`${what} is answered with ${status} ${code}, starts nothing, and the next request works`, async () => {
    const before = await countRows(stack());
    const headers = { authorization: `Bearer ${stack().cronSecret}`, "content-type": type };
    assertProblem(await callFunction(stack(), path, { headers, body }), status, code);
    assert.deepEqual(await countRows(stack()), before);
    if (path === "continuous-intelligence") {
      assert.equal((await callFunction(stack(), path)).status, 200);
      return;
    }
    const workspaceId = await createWorkspace(stack(), what);
    assert.equal((await sendMail(stack(), workspaceId, { text: "Hello." })).duplicate, false);
  });
}

Deno.test("an async run is accepted at once; its Location is the row that tells how it went", async () => {
  const workspaceId = await createWorkspace(stack(), "Asynchronous");
  const { id } = await sendMail(stack(), workspaceId, { text: "Could you send a quote?" });
  const accepted = await callFunction(stack(), "continuous-intelligence", {
    headers: { authorization: `Bearer ${stack().cronSecret}`, prefer: "respond-async" },
  });
  assert.equal(accepted.status, 202);
  const location = accepted.headers.get("location") ?? "";
  const [row] = await waitForEnd(location);
  assert.equal(row?.id, JSON.parse(accepted.text).task_id);
  assert.equal(row?.status, "completed");
  const records = await stack().database.query(
    "select extraction_model from public.email_intelligence where email_id = $1",
    [id],
  );
  assert.equal(records.length, 1);
  assert.match(String(records[0]?.["extraction_model"]), /^rules@\d+$/);
});

async function waitForEnd(location: string): Promise<readonly { id: string; status: string }[]> {
  const givesUpAt = performance.now() + 10_000;
  for (;;) {
    const answer = await request(location, { headers: { apikey: stack().secretKey } });
    assert.equal(answer.status, 200, answer.text);
    const rows: readonly { id: string; status: string }[] = JSON.parse(answer.text);
    if (rows[0]?.status !== "running") return rows;
    assert.ok(performance.now() < givesUpAt, "the run did not end in 10 s");
  }
}
