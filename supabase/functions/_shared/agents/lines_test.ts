import assert from "node:assert/strict";
import { createLineBuffer } from "./lines.ts";
import { createHider } from "./secrets.ts";
import { SECRET_KEY, TEST_ENV } from "./testing/attempt.ts";
import { holdTime } from "./testing/fake_time.ts";
import { createMemoryStore, LEASE } from "./testing/memory_store.ts";

function createBuffer(clock: () => Date = () => new Date(0)) {
  const store = createMemoryStore();
  const sent: number[] = [];
  const { logLines } = store;
  store.logLines = (lease, lines) => {
    sent.push(lines.length);
    return logLines(lease, lines);
  };
  const logged: string[] = [];
  const lines = createLineBuffer({
    store,
    lease: LEASE,
    clock,
    log: (_level, message) => void logged.push(message),
    hide: createHider(TEST_ENV),
  });
  return { store, lines, sent, logged };
}

Deno.test("lines of two seconds are sent in one round trip, with their times", async () => {
  using time = holdTime(0);
  const { store, lines, sent } = createBuffer(time.clock);
  lines.add("a", "one", { rows: 10 });
  await time.pass(1_500);
  lines.add("b", "two");
  assert.deepEqual(sent, []);
  await time.pass(500);
  assert.deepEqual(sent, [2]);
  assert.deepEqual(store.lines, [
    { taskId: "a", at: new Date(0), message: "one", fields: { rows: 10 } },
    { taskId: "b", at: new Date(1_500), message: "two" },
  ]);
  await time.pass(10_000);
  assert.deepEqual(sent, [2]);
});

Deno.test("a task that logs a million lines sends 200: the first, the last, and how many are missing", async () => {
  const { store, lines } = createBuffer();
  for (let line = 0; line < 100_000; line++) lines.add("a", String(line));
  lines.add("b", "other");
  await lines.flush();
  const messages = store.lines.filter(({ taskId }) => taskId === "a").map(({ message }) => message);
  assert.equal(messages.length, 200);
  assert.deepEqual([messages[0], messages[49], messages[50], messages[51], messages[199]], [
    "0",
    "49",
    "99801 lines were left out here, because they came too fast.",
    "99851",
    "99999",
  ]);
  assert.equal(store.lines.length, 201);
});

Deno.test("no line has a secret of ours, in its message, its fields or their keys", async () => {
  const { store, lines } = createBuffer();
  const secrets = [
    SECRET_KEY,
    "the-cron-secret-of-the-test",
    "anthropic-key-of-the-test",
    "google-secret-of-the-test",
    "microsoft-secret-of-the-test",
    "resend-key-of-the-test",
    "mailgun-key-of-the-test",
    `nst_${"a".repeat(64)}`,
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLlsw",
    "sb_secret_of_another_project",
    "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.c2lnbmF0dXJlIG9mIHRoZSBrZXk",
    "postgresql://postgres:hunter2hunter2@",
  ];
  for (const secret of secrets) {
    lines.add("a", `with ${secret}!`, { deep: [{ [secret]: `x${secret}` }] });
  }
  await lines.flush();
  const text = JSON.stringify(store.lines);
  for (const secret of secrets) assert.equal(text.includes(secret), false, secret);
  assert.equal(store.lines[0]?.message, "with [secret]!");
});

Deno.test("lines that cannot be stored as they are become some that can", async () => {
  const { store, lines } = createBuffer();
  lines.add("a", "a\0b", { big: "x".repeat(10_000), none: undefined });
  lines.add("a", "x".repeat(5_000));
  lines.add("a", undefined as never, { at: new Date(0) });
  await lines.flush();
  const [first, second, third] = store.lines;
  assert.equal(first?.message, "a\uFFFDb");
  assert.equal(first?.fields?.["truncated"], true);
  assert.equal(second?.message.length, 2_000);
  assert.deepEqual([third?.message, third?.fields], ["undefined", {
    at: "1970-01-01T00:00:00.000Z",
  }]);
});

Deno.test("lines that the database does not take are lost with a warning, and nothing is thrown", async () => {
  const { store, lines, logged } = createBuffer();
  store.failures.push(new Error("no answer"));
  lines.add("a", "one");
  await lines.flush();
  assert.deepEqual(logged, ["lines lost"]);
});

Deno.test("a huge line that looks like tokens is cut before it is searched", () => {
  const hide = createHider(TEST_ENV);
  const startedAt = performance.now();
  hide("eyJ".repeat(5_000_000));
  hide("postgres://".repeat(1_000_000));
  assert.ok(performance.now() - startedAt < 2_000);
});
