import assert from "node:assert/strict";
import { splitFragment } from "../../data/address.ts";
import { NO_FILTER, tasksAddress, toQuestion } from "./address.ts";
import { describeRetries } from "./task_words.ts";

function parse(fragment: string) {
  const { path, query } = splitFragment(fragment);
  return tasksAddress.parse(path, query);
}

Deno.test("the address of tasks leads back to every filter", () => {
  const filter = {
    ...NO_FILTER,
    since: "7d",
    status: "failed",
    type: "email_sync",
    agent: "n8n & friends/#1",
    trigger: "api",
    words: "50 % off?",
    id: "01a219bd-3916-75a6-ab6c-c6698dde74ae",
  } as const;
  assert.deepEqual(parse(tasksAddress.format(filter)), filter);
  const range = { ...NO_FILTER, from: "2026-03-01T10:00:00Z", to: "2026-03-01T11:00:00Z" };
  assert.deepEqual(parse(tasksAddress.format(range)), range);
});

Deno.test("what is no range and no time says nothing", () => {
  assert.deepEqual(parse("#/tasks?since=forever&from=x&to=y"), NO_FILTER);
});

Deno.test("the address of one task is not an address of the list", () => {
  assert.equal(parse("#/tasks/01a219bd-3916-75a6-ab6c-c6698dde74ae"), null);
});

Deno.test("a question has only what was said, and a range begins before now", () => {
  assert.deepEqual(toQuestion({ ...NO_FILTER, since: "24h", words: "host" }, 86_400_000), {
    from: "1970-01-01T00:00:00.000Z",
    error_text: "host",
  });
});

Deno.test("retries say how many there are, and why others are not", () => {
  const retried = { id: "a", outcome: "ok", retry_id: "b" };
  const refused = { id: "c", outcome: "runner_task", retry_id: null };
  assert.equal(describeRetries({ outcome: "ok", results: [retried] }), "1 task is retried.");
  assert.equal(
    describeRetries({ outcome: "ok", results: [retried, retried, refused] }),
    "2 tasks are retried. 1 task not: its emails wait in the queue.",
  );
  assert.match(describeRetries({ outcome: "rate_limited" }), /too many requests/);
});
