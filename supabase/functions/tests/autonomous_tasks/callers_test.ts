import assert from "node:assert/strict";
import { findPostgres } from "../../../../scripts/local/postgres/postgres_install.ts";
import { withStack } from "../testing/with_stack.ts";
import { type CallerName, CALLERS, createWorld, readBearer, type World } from "../testing/world.ts";

const { found } = await findPostgres();
const stack = withStack({
  functions: ["autonomous-tasks", "inbound-email"],
  database: found ? "postgres" : "pglite",
});
let made: Promise<World> | undefined;
const world = () => made ??= createWorld(stack());

interface Call {
  /** `autonomous-tasks` unless said otherwise. */
  readonly of?: "inbound-email";
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

// deno-lint-ignore no-explicit-any -- answers are looked into, field by field
type Json = any;

async function call(caller: CallerName, { of, method, path, body, headers }: Call) {
  const { url, headers: credentials } = await world();
  const target = of === undefined ? url : `${stack().url}/functions/v1/${of}`;
  const response = await fetch(`${target}${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { "content-type": "application/json", ...credentials[caller], ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: Json = JSON.parse(text);
  return { status: response.status, json, text, headers: response.headers };
}

async function log(workspaceId: string, fields: object = {}): Promise<string> {
  const task = { workspace_id: workspaceId, task_type: "email_sync", ...fields };
  const { status, json, text } = await call("cron secret", { path: "/tasks", body: task });
  assert.equal(status, 201, text);
  return json.id;
}

type Expected = Readonly<Record<CallerName, number>>;
const REFUSED = {
  "nobody": 401,
  "forged": 401,
  "mail token": 403,
  "ping token": 403,
  "revoked token": 401,
} as const;
const everybody = (status: number, others: Partial<Expected> = {}): Expected => ({
  "stranger": status,
  "viewer": status,
  "member": status,
  "owner": status,
  "token": status,
  "typed token": status,
  "token of theirs": status,
  "secret key": status,
  "cron secret": status,
  ...REFUSED,
  ...others,
});
const anybody = Object.fromEntries(CALLERS.map((caller) => [caller, 200])) as Expected;

/** On a task of ours: who is not in our workspace finds nothing, a viewer writes nothing. */
const writing = (status: number) =>
  everybody(status, { "stranger": 404, "viewer": 403, "typed token": 404, "token of theirs": 404 });
const reading = (status: number) =>
  everybody(status, { "stranger": 404, "typed token": 404, "token of theirs": 404 });

const mailFor = (workspaceId: string) => ({
  workspace_id: workspaceId,
  from: "ada@example.com",
  message_id: `${crypto.randomUUID()}@example.com`,
});

type Make = (ours: string) => Promise<Call> | Call;
const step = (name: string, body: object, status = "running"): Make => async (ours) => ({
  path: `/tasks/${await log(ours, { status })}/${name}`,
  body,
});

let agent: Promise<unknown> | undefined;
/** An agent that runs on demand, and that members may ask. */
const makeAgent = () =>
  agent ??= stack().database.query(`insert into public.task_schedules
    (name, task_type, target, enqueue_policy) values ('importer', 'email_sync', 'importer', 'members')`);
const asking = (ours: string) => ({ agent: "importer", jobs: [{ workspace_id: ours }] });
async function enqueue(ours: string, fields: object = {}): Promise<string> {
  const jobs = [{ workspace_id: ours, ...fields }];
  const { status, json, text } = await call("secret key", {
    path: "/jobs",
    body: { agent: "importer", jobs },
  });
  assert.equal(status, 200, text);
  return json.results[0].id;
}
const jobStep = (name: "cancel" | "retry"): Make => async (ours) => {
  const id = await enqueue(ours);
  if (name === "retry") await call("secret key", { method: "POST", path: `/jobs/${id}/cancel` });
  return { method: "POST", path: `/jobs/${id}/${name}` };
};

const MATRIX: readonly (readonly [route: string, make: Make, expected: Expected])[] = [
  [
    "POST /tasks",
    (ours) => ({ path: "/tasks", body: { workspace_id: ours, task_type: "email_sync" } }),
    everybody(201, { "stranger": 404, "viewer": 403, "typed token": 403, "token of theirs": 404 }),
  ],
  [
    "POST /tasks, a batch",
    (ours) => ({
      path: "/tasks",
      body: { tasks: [{ workspace_id: ours, task_type: "email_sync" }] },
    }),
    everybody(200),
  ],
  ["POST /tasks/{id}/start", step("start", {}, "pending"), writing(200)],
  ["POST /tasks/{id}/progress", step("progress", { output_data: { done: 1 } }), writing(200)],
  ["POST /tasks/{id}/complete", step("complete", { cost_estimate_usd: 0.1 }), writing(200)],
  ["POST /tasks/{id}/fail", step("fail", { error_message: "no" }), writing(200)],
  ["POST /tasks/{id}/cancel", step("cancel", {}), writing(200)],
  ["POST /tasks/{id}/retry", step("retry", {}, "failed"), writing(201)],
  ["GET /tasks", (ours) => ({ path: `/tasks?workspace_id=${ours}` }), everybody(200)],
  ["GET /tasks/{id}", async (ours) => ({ path: `/tasks/${await log(ours)}` }), reading(200)],
  [
    "GET /tasks/{id}/lines",
    async (ours) => ({ path: `/tasks/${await log(ours)}/lines` }),
    reading(200),
  ],
  [
    "POST /jobs",
    (ours) => ({ path: "/jobs", body: asking(ours) }),
    everybody(200, { "stranger": 404, "typed token": 403 }),
  ],
  ["GET /jobs", (ours) => ({ path: `/jobs?workspace_id=${ours}` }), everybody(200)],
  ["GET /jobs/{id}", async (ours) => ({ path: `/jobs/${await enqueue(ours)}` }), reading(200)],
  ["POST /jobs/{id}/cancel", jobStep("cancel"), writing(200)],
  ["POST /jobs/{id}/retry", jobStep("retry"), writing(201)],
  [
    "POST /jobs/requeue",
    (ours) => ({ path: "/jobs/requeue", body: { agent: "importer", workspace_id: ours } }),
    everybody(200, { "stranger": 404, "viewer": 403, "typed token": 403, "token of theirs": 404 }),
  ],
  ["GET /failures", () => ({ path: "/failures" }), everybody(200)],
  ["GET /summary", (ours) => ({ path: `/summary?workspace_id=${ours}` }), everybody(200)],
  ["GET /costs", () => ({ path: "/costs" }), everybody(200)],
  ["GET /timeline", () => ({ path: "/timeline" }), everybody(200)],
  ["GET /why", async (ours) => ({ path: `/why?what=task&ref=${await log(ours)}` }), everybody(200)],
  ["GET /watches", (ours) => ({ path: `/watches?workspace_id=${ours}` }), everybody(200)],
  ["GET /health", () => ({ path: "/health" }), anybody],
  ["GET /openapi.json", () => ({ path: "/openapi.json" }), anybody],
  [
    "inbound-email POST /",
    (ours) => ({ of: "inbound-email", path: "", body: mailFor(ours) }),
    {
      ...everybody(401),
      "token": 403,
      "typed token": 403,
      "token of theirs": 403,
      "mail token": 201,
      "secret key": 201,
      "cron secret": 201,
    },
  ],
];

for (const [route, make, expected] of MATRIX) {
  Deno.test(`${route} answers each of ${CALLERS.length} callers as the table says`, async () => {
    const { ours } = await world();
    await makeAgent();
    const found: Record<string, number> = {};
    for (const caller of CALLERS) {
      found[caller] = (await call(caller, await make(ours))).status;
    }
    assert.deepEqual(found, { ...expected });
  });
}

Deno.test("only a ping token pings, whatever else the caller sends; the log never shows it", async () => {
  const { pingToken, headers } = await world();
  const ping = (token: string, event: string) =>
    call("secret key", { method: "POST", path: `/ping/${token}/${event}` });
  const started = await ping(pingToken, "start");
  assert.deepEqual([started.status, started.json.status], [200, "running"]);
  const ended = await ping(pingToken, "success");
  assert.deepEqual(ended.json, { task_id: started.json.task_id, status: "completed" });
  assert.equal((await ping(pingToken, "fail")).json.status, "failed");
  const tasksToken = readBearer(headers["token"]);
  assert.equal((await ping(tasksToken, "start")).status, 403);
  assert.equal((await ping("nst_unknown", "start")).status, 401);
  assert.equal((await ping(pingToken, "dance")).status, 400);
  const lines = stack().functions.logs("autonomous-tasks").join("\n");
  assert.ok(lines.includes('"message":"request"'));
  assert.ok(!lines.includes("nst_"), lines);
});

Deno.test("a token of one workspace reads and writes nothing of the other by any way", async () => {
  const { ours, theirs } = await world();
  const secret = `secret-${crypto.randomUUID()}`;
  const fields = {
    error_message: secret,
    agent_name: secret,
    cost_estimate_usd: 7_654_321,
    status: "failed",
  };
  const failed = await log(ours, { ...fields, input_data: { secret } });
  await makeAgent();
  const job = await enqueue(ours, { key: secret, payload: { secret } });
  const before = await call("secret key", { path: `/tasks?workspace_id=${ours}&limit=200` });
  const at = encodeURIComponent(
    btoa(JSON.stringify(["2099-01-01T00:00:00Z", failed])).replaceAll("=", ""),
  );
  const reads = [
    "/tasks?limit=200",
    `/tasks?workspace_id=${ours}`,
    `/tasks?agent_name=${secret}`,
    `/tasks?error_text=${secret}`,
    "/tasks?status=failed&task_type=email_sync&triggered_by=api",
    `/tasks?cursor=${at}`,
    `/tasks?workspace_id=${ours}&cursor=${at}`,
    `/tasks/${failed}`,
    "/failures",
    `/failures?workspace_id=${ours}`,
    `/failures?error_text=${secret}`,
    "/summary",
    `/summary?workspace_id=${ours}`,
    "/costs",
    `/costs?workspace_id=${ours}`,
    "/timeline",
    "/jobs",
    `/jobs?workspace_id=${ours}`,
    `/jobs/${job}`,
    `/tasks/${failed}/lines`,
    `/why?what=task&ref=${failed}`,
    `/why?what=job&ref=${job}`,
  ];
  for (const path of reads) {
    const { text } = await call("token of theirs", { path });
    assert.ok(!text.includes(secret) && !text.includes("7654321"), `${path}: ${text}`);
    assert.ok(!text.includes(ours) && !text.includes(`"id":"${failed}"`), `${path}: ${text}`);
  }
  const foreign = { workspace_id: ours, task_type: "email_sync" };
  const batch = await call("token of theirs", {
    path: "/tasks",
    body: {
      tasks: [foreign, { id: failed, task_type: "email_sync" }, { task_type: "email_sync" }],
    },
  });
  assert.deepEqual(batch.json.results.map(({ status }: Json) => status), [404, 409, 201]);
  assert.equal(batch.json.results[2].task.workspace_id, theirs);
  for (const name of ["start", "progress", "complete", "fail", "cancel", "retry"]) {
    const { status } = await call("token of theirs", {
      path: `/tasks/${failed}/${name}`,
      body: name === "fail" ? { error_message: "x" } : {},
    });
    assert.equal(status, 404, name);
  }
  for (const name of ["cancel", "retry"]) {
    const { status } = await call("token of theirs", {
      method: "POST",
      path: `/jobs/${job}/${name}`,
    });
    assert.equal(status, 404, name);
  }
  const requested = await call("token of theirs", { path: "/jobs", body: asking(ours) });
  assert.equal(requested.json.results[0].status, 404);
  const after = await call("secret key", { path: `/tasks?workspace_id=${ours}&limit=200` });
  assert.deepEqual(after.json, before.json);
});

Deno.test("an email token sends to its workspace alone, at its rate, and its use is remembered", async () => {
  const { ours, theirs } = await world();
  const send = (body: object) =>
    call("mail token", { of: "inbound-email", path: "", body: { ...body } });
  const read = (query: string) => stack().database.query<Record<string, unknown>>(query, [ours]);
  const { workspace_id: _, ...mail } = mailFor(ours);
  const stored = await send(mail);
  assert.deepEqual([stored.status, stored.json.workspace_id], [201, ours], stored.text);
  const refused = await send(mailFor(theirs));
  assert.deepEqual([refused.status, refused.json.code], [404, "workspace_not_found"]);
  const ofToken = "workspace_id = $1 and scopes = array['mail']";
  const [used] = await read(
    `select last_used_at is not null as used from nightshift.ingest_tokens where ${ofToken}`,
  );
  assert.deepEqual(used, { used: true });
  const setRate = (requests: number) =>
    read(`update nightshift.ingest_tokens set requests_per_minute = ${requests} where ${ofToken}`);
  await setRate(1);
  await send(mailFor(ours));
  const limited = await send(mailFor(ours));
  await setRate(60_000);
  assert.deepEqual([limited.status, limited.json.code], [429, "rate_limited"], limited.text);
  assert.match(limited.headers.get("retry-after") ?? "", /^\d+$/);
  const counted = await stack().database.query(
    "select count(*)::integer as n from public.client_emails where workspace_id = $1",
    [theirs],
  );
  assert.deepEqual(counted, [{ n: 0 }]);
});

Deno.test("a repeated request is answered as the first was, whatever became of its tasks", async () => {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const body = {
    tasks: [{ task_type: "email_sync", input_data: { n: 1.50 } }, { task_type: "x" }],
  };
  const first = await call("token", { path: "/tasks", body, headers });
  const [{ task }, { problem }] = first.json.results;
  assert.deepEqual([first.status, task.status, problem.status], [200, "pending", 400]);
  await call("token", { path: `/tasks/${task.id}/start`, body: {} });
  const again = await call("token", { path: "/tasks", body, headers });
  assert.deepEqual([again.status, again.text], [first.status, first.text]);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  assert.notEqual(again.headers.get("x-request-id"), first.headers.get("x-request-id"));
  // Differs in nothing but the task that was rejected.
  const other = { tasks: [body.tasks[0], { task_type: "y" }] };
  const refused = await call("token", { path: "/tasks", body: other, headers });
  assert.deepEqual([refused.status, refused.json.code], [422, "idempotency_key_reused"]);
});

Deno.test("a repeated request for jobs is answered as the first was, and one job is done once", async () => {
  await makeAgent();
  const headers = { "idempotency-key": crypto.randomUUID() };
  const body = { agent: "importer", jobs: [{ payload: { n: 1.50 } }, { priority: "high" }] };
  const first = await call("token", { path: "/jobs", body, headers });
  const [{ id }, { problem }] = first.json.results;
  assert.deepEqual([first.status, problem.code], [200, "invalid_request"], first.text);
  await call("token", { method: "POST", path: `/jobs/${id}/cancel` });
  const again = await call("token", { path: "/jobs", body, headers });
  assert.deepEqual([again.status, again.text], [first.status, first.text]);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  const other = await call("token", {
    path: "/jobs",
    body: { ...body, jobs: [body.jobs[0], {}] },
    headers,
  });
  assert.deepEqual([other.status, other.json.code], [422, "idempotency_key_reused"]);
  const { json: job } = await call("token", { path: `/jobs/${id}` });
  assert.deepEqual([job.status, job.agent, job.payload, job.attempt], [
    "cancelled",
    "importer",
    { n: 1.5 },
    0,
  ]);
});

Deno.test("the text of a ping becomes the lines of its task, for whoever sees it", async () => {
  const { url, pingToken } = await world();
  const pinged = await fetch(`${url}/ping/${pingToken}/fail`, {
    method: "POST",
    body: "backing up\n\nthe disk is full",
  });
  const { task_id: id } = await pinged.json();
  const { status, json } = await call("viewer", { path: `/tasks/${id}/lines` });
  assert.equal(status, 200);
  assert.deepEqual(json.lines.map(({ message, fields }: Json) => [message, fields]), [
    ["backing up", null],
    ["the disk is full", null],
  ]);
  assert.equal((await call("token of theirs", { path: `/tasks/${id}/lines` })).status, 404);
});

Deno.test("50 creates at once with one Idempotency-Key are one row and equal answers", async () => {
  const key = crypto.randomUUID();
  const body = { task_type: "lead_scoring_batch", input_data: { key } };
  const create = (changed: object = {}) =>
    call("token", {
      path: "/tasks",
      body: { ...body, ...changed },
      headers: { "idempotency-key": key },
    });
  const answers = await Promise.all(Array.from({ length: 50 }, () => create()));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  const replayed = answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true");
  assert.equal(replayed.length, 49);
  const rows = await stack().database.query(
    "select id from public.autonomous_tasks where input_data ->> 'key' = $1",
    [key],
  );
  assert.deepEqual(rows, [{ id: answers[0]?.json.id }]);
  const other = await create({ agent_name: "other" });
  assert.deepEqual([other.status, other.json.code], [422, "idempotency_key_reused"]);
});

Deno.test("a walk by cursor meets every finished task once while others arrive", async () => {
  const { ours } = await world();
  const logMany = (count: number, agent: string) =>
    call("token", {
      path: "/tasks",
      body: {
        tasks: Array.from({ length: count }, () => ({
          task_type: "email_sync",
          status: "completed",
          agent_name: agent,
        })),
      },
    });
  const old = (await logMany(250, "walk")).json.results.map(({ task }: Json) => task.id);
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const path = `/tasks?workspace_id=${ours}&agent_name=walk&limit=20${
      cursor && `&cursor=${cursor}`
    }`;
    const { json } = await call("member", { path });
    seen.push(...json.tasks.map(({ id }: Json) => id));
    cursor = json.next_cursor;
    await logMany(5, "walk");
  }
  assert.equal(new Set(seen).size, seen.length, "none twice");
  const unseen = new Set<string>(old).difference(new Set(seen));
  assert.equal(unseen.size, 0, "every old one");
});

Deno.test("watched jobs are listed to whoever reads the workspace, and to nobody else", async () => {
  const { ours, theirs } = await world();
  await stack().database.query(
    `insert into public.job_watches (workspace_id, agent_name, task_type, expected_every)
     values ($1, 'any type', null, '1 hour'), ($1, 'of a type', 'email_sync', '1 hour'),
       ($2, 'theirs', null, '1 hour')`,
    [ours, theirs],
  );
  const list = async (caller: CallerName, query = "") => {
    const { status, json, text } = await call(caller, { path: `/watches${query}` });
    assert.equal(status, 200, text);
    return json.watches.map(({ agent_name }: Json) => agent_name);
  };
  assert.deepEqual(await list("stranger"), []);
  assert.deepEqual(await list("viewer"), ["any type", "of a type"]);
  assert.deepEqual(await list("token"), ["any type", "of a type"]);
  assert.deepEqual(await list("typed token"), ["any type"]);
  assert.deepEqual(await list("token of theirs"), ["theirs"]);
  assert.deepEqual(await list("token of theirs", `?workspace_id=${ours}`), []);
  assert.deepEqual(await list("secret key"), ["any type", "of a type", "theirs"]);
  assert.deepEqual(await list("owner", "?agent_name=any%20type"), ["any type"]);
  const { json } = await call("member", { path: "/watches" });
  const [watch] = json.watches;
  assert.deepEqual([watch.status, watch.expected_every_seconds, watch.grace_seconds], [
    "new",
    3_600,
    300,
  ]);
});
