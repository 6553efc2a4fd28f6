import assert from "node:assert/strict";
import type { Row } from "../../../../scripts/local/database.ts";
import type { Stack } from "../../../../scripts/local/stack.ts";

/** The answer of a function, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Posts to a function of the stack with `CRON_SECRET`, unless `headers` say otherwise. */
export async function callFunction(
  stack: Stack,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  return await request(`${stack.url}/functions/v1/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${stack.cronSecret}`, "content-type": "application/json" },
    ...init,
  });
}

/** Sends one request and reads the answer. */
export async function request(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Offers one email as JSON and returns what `inbound-email` answered with 200 or 201. */
export async function sendMail(
  stack: Stack,
  workspaceId: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly id: string; readonly duplicate: boolean }> {
  const mail = { workspace_id: workspaceId, from: "ada@example.com", ...fields };
  const answer = await callFunction(stack, "inbound-email", { body: JSON.stringify(mail) });
  assert.ok(answer.status === 200 || answer.status === 201, answer.text);
  return JSON.parse(answer.text);
}

/** A new workspace without members. */
export async function createWorkspace(stack: Stack, name: string): Promise<string> {
  const [workspace] = await stack.database.query<{ id: string }>(
    "insert into public.workspaces (name) values ($1) returning id",
    [name],
  );
  assert.ok(workspace);
  return workspace.id;
}

/** How many rows there are in everything that a run or an email touches. */
export async function countRows(stack: Stack): Promise<Row> {
  const [counts] = await stack.database.query(`
    select
      (select count(*)::integer from public.autonomous_tasks) as tasks,
      (select count(*)::integer from public.task_dispatches) as dispatches,
      (select count(*)::integer from public.client_emails) as mails,
      (select count(*)::integer from public.email_intelligence) as records,
      (select count(*)::integer from nightshift.email_queue where lease_token is null) as waiting
  `);
  assert.ok(counts);
  return counts;
}

/** Checks that an answer is a problem with this status and code, told in a sentence. */
export function assertProblem(answer: Answer, status: number, code: string): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
  const problem = JSON.parse(answer.text);
  assert.equal(problem.code, code);
  assert.match(problem.detail, /\w+ \w+/);
}
