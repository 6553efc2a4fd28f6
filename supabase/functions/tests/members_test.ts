import assert from "node:assert/strict";
import { type Answer, callFunction, request, sendMail } from "./testing/stack_calls.ts";
import { withStack } from "./testing/with_stack.ts";

const stack = withStack({ functions: ["continuous-intelligence", "inbound-email"] });

/** A user with a workspace in which one email was analyzed. */
interface Persona {
  readonly workspaceId: string;
  readonly emailId: string;
  readonly headers: Readonly<Record<string, string>>;
}

const TABLES = [
  "workspaces",
  "workspace_members",
  "client_emails",
  "email_intelligence",
  "autonomous_tasks",
];

let personas: Promise<readonly [ada: Persona, bo: Persona]> | undefined;

/** Two users who know nothing of each other, and one run over the email of both. */
function meetPersonas(): Promise<readonly [Persona, Persona]> {
  return personas ??= (async () => {
    const both = [await createPersona("ada"), await createPersona("bo")] as const;
    const run = await callFunction(stack(), "continuous-intelligence");
    assert.equal(JSON.parse(run.text).workspaces_processed, 2, run.text);
    return both;
  })();
}

async function createPersona(name: string): Promise<Persona> {
  const { url, publishableKey } = stack();
  const json = { apikey: publishableKey, "content-type": "application/json" };
  const signedUp = await request(`${url}/auth/v1/signup`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ email: `${name}@example.com`, password: "correct horse battery 1" }),
  });
  assert.equal(signedUp.status, 200, signedUp.text);
  const headers = { ...json, authorization: `Bearer ${JSON.parse(signedUp.text).access_token}` };
  const created = await request(`${url}/rest/v1/rpc/create_workspace`, {
    method: "POST",
    headers,
    body: JSON.stringify({ p_name: `Workspace of ${name}` }),
  });
  assert.equal(created.status, 200, created.text);
  const workspaceId: string = JSON.parse(created.text);
  const { id } = await sendMail(stack(), workspaceId, { text: `A question for ${name}?` });
  return { workspaceId, emailId: id, headers };
}

function rest(path: string, headers: Readonly<Record<string, string>>, body?: unknown) {
  return request(`${stack().url}/rest/v1/${path}`, {
    headers,
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
}

function rowsOf(answer: Answer): readonly Record<string, unknown>[] {
  assert.equal(answer.status, 200, answer.text);
  return JSON.parse(answer.text);
}

function assertRefused(answer: Answer, status: number, code: string) {
  assert.equal(answer.status, status, answer.text);
  assert.equal(JSON.parse(answer.text).code, code);
}

Deno.test("a member reads the rows of the own workspace and no system row", async () => {
  for (const { workspaceId, emailId, headers } of await meetPersonas()) {
    const [workspace, ...otherWorkspaces] = rowsOf(await rest("workspaces", headers));
    assert.deepEqual([workspace?.["id"], otherWorkspaces], [workspaceId, []]);

    const [task, ...otherTasks] = rowsOf(await rest("autonomous_tasks", headers));
    assert.deepEqual(otherTasks, []);
    assert.equal(task?.["workspace_id"], workspaceId);
    assert.equal(task?.["status"], "completed");
    assert.deepEqual(task?.["output_data"], { emails_processed: 1, emails_failed: 0 });

    const [email, ...otherEmails] = rowsOf(await rest("client_emails", headers));
    assert.deepEqual([email?.["id"], otherEmails], [emailId, []]);
    const [record, ...otherRecords] = rowsOf(await rest("email_intelligence", headers));
    assert.deepEqual([record?.["email_id"], otherRecords], [emailId, []]);
    assert.equal(record?.["primary_intent"], "question");
  }
});

Deno.test("asking for another workspace by its id finds nothing", async () => {
  const [ada, bo] = await meetPersonas();
  for (const table of TABLES) {
    const column = table === "workspaces" ? "id" : "workspace_id";
    const own = rowsOf(await rest(`${table}?${column}=eq.${ada.workspaceId}`, ada.headers));
    assert.equal(own.length, 1, `${table}: own rows`);
    const foreign = rowsOf(await rest(`${table}?${column}=eq.${bo.workspaceId}`, ada.headers));
    assert.deepEqual(foreign, [], `${table}: rows of another workspace`);
  }
  assert.deepEqual(rowsOf(await rest("autonomous_tasks?workspace_id=is.null", ada.headers)), []);
});

Deno.test("the summary answers for the caller's own workspace alone", async () => {
  const [ada, bo] = await meetPersonas();
  const summarize = (workspaceId: string) =>
    rest("rpc/get_autonomous_task_summary", ada.headers, { p_workspace_id: workspaceId });
  const [row] = rowsOf(await summarize(ada.workspaceId));
  assert.equal(row?.["task_type"], "continuous_intelligence_update");
  assert.equal(row?.["total_executions"], 1);
  assert.deepEqual(rowsOf(await summarize(bo.workspaceId)), []);
});

Deno.test("a member cannot log into another workspace, nor as the system", async () => {
  const [ada, bo] = await meetPersonas();
  const entry = (workspaceId: string | null) => ({
    workspace_id: workspaceId,
    task_type: "system_health_check",
    status: "completed",
  });
  assertRefused(await rest("autonomous_tasks", ada.headers, entry(bo.workspaceId)), 403, "42501");
  assertRefused(await rest("autonomous_tasks", ada.headers, entry(null)), 403, "42501");
});

Deno.test("anon reads no table, and neither does a forged token", async () => {
  const [ada] = await meetPersonas();
  const [header, , signature] = ada.headers["authorization"]?.split(".") ?? [];
  const claims = btoa(JSON.stringify({ role: "service_role", exp: 4_102_444_800 }))
    .replaceAll("=", "");
  const forged = { ...ada.headers, authorization: `${header}.${claims}.${signature}` };
  for (const table of [...TABLES, "task_schedules", "task_dispatches"]) {
    assertRefused(await rest(table, { apikey: stack().publishableKey }), 401, "42501");
    assertRefused(await rest(table, forged), 401, "PGRST301");
    assert.equal((await rest(table, {})).status, 401);
  }
});

Deno.test("neither anon nor a member may call what is made for the functions", async () => {
  const [ada] = await meetPersonas();
  const anon = { apikey: stack().publishableKey, "content-type": "application/json" };
  const id = crypto.randomUUID();
  const calls: readonly (readonly [name: string, body: Record<string, unknown>])[] = [
    ["start_run", {}],
    ["beat_run", { p_run_id: id, p_run_token: id, p_lease_seconds: 30 }],
    ["claim_emails", {
      p_run_id: id,
      p_run_token: id,
      p_batch_size_per_workspace: 1,
      p_max_workspaces: 1,
      p_limit: 1,
      p_lease_seconds: 1,
    }],
    ["settle_emails", { p_lease_token: id, p_results: [] }],
    ["finish_run", { p_run_id: id, p_run_token: id }],
    ["start_agent_run", { p_task_id: id, p_limit: 1, p_lease_seconds: 30 }],
    ["finish_agent_run", { p_run_id: id, p_run_token: id }],
    ["health", { p_schedule: "continuous-intelligence" }],
    ["runner_status", { p_schedule: "continuous-intelligence" }],
    ["ingest_email", { p_workspace_id: ada.workspaceId, p_email: {} }],
  ];
  for (const [name, body] of calls) {
    assertRefused(await rest(`rpc/${name}`, anon, body), 401, "42501");
    assertRefused(await rest(`rpc/${name}`, ada.headers, body), 403, "42501");
  }
});

Deno.test("a member's token starts no run and takes in no email", async () => {
  const [ada] = await meetPersonas();
  for (const name of ["continuous-intelligence", "inbound-email"]) {
    const answer = await callFunction(stack(), name, { headers: ada.headers, body: "{}" });
    assert.equal(answer.status, 401);
  }
});
