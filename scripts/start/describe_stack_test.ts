import assert from "node:assert/strict";
import { describeStack } from "./describe_stack.ts";
import type { StackFacts } from "./stack_files.ts";

const FACTS: StackFacts = {
  url: "http://127.0.0.1:54321",
  aliasUrl: "http://127.0.0.1:3008",
  publishableKey: "sb_publishable_x",
  secretKey: "sb_secret_x",
  cronSecret: "the-cron-secret",
  databaseUrl: null,
  workspaces: [{ id: "00000000-0000-4000-8000-000000000001", name: "Local workspace" }],
  account: { email: "owner@nightshift.example", password: "nightshift" },
  providers: { anthropic: null, openaiCompatible: null },
};

Deno.test("a person sees URLs, keys, the workspace and the seed's call ready to paste", () => {
  const text = describeStack(FACTS, false);
  for (
    const part of [
      "Dashboard: http://127.0.0.1:54321 (sign in as owner@nightshift.example",
      "http://127.0.0.1:54321/functions/v1",
      "sb_publishable_x",
      "sb_secret_x",
      'export CRON_SECRET="the-cron-secret"',
      "00000000-0000-4000-8000-000000000001 (Local workspace)",
      "curl -X POST http://127.0.0.1:3008/api/agents/continuous-intelligence",
    ]
  ) assert.ok(text.includes(part), part);
});

Deno.test("with the alias port taken, the call goes to the function and nothing is said", () => {
  const text = describeStack({ ...FACTS, aliasUrl: null }, false);
  assert.doesNotMatch(text, /3008|taken|\/api\/agents/);
  assert.ok(
    text.includes("curl -X POST http://127.0.0.1:54321/functions/v1/continuous-intelligence"),
  );
});

Deno.test("a person is told whether the data stays", () => {
  assert.match(
    describeStack(FACTS, false),
    /Ctrl-C stops it and deletes its data\. Start with --keep to keep the data/,
  );
  assert.match(describeStack(FACTS, true), /The next `start --keep` continues with its data/);
});

Deno.test("the database is asked by one command, and a real one also by psql", () => {
  const url = "postgresql://postgres:secret@127.0.0.1:5432/postgres";
  const real = describeStack({ ...FACTS, databaseUrl: url }, false);
  const embedded = describeStack(FACTS, false);
  for (const text of [real, embedded]) assert.match(text, /task sql "select task_type/);
  assert.ok(real.includes(`psql "${url}"`));
  assert.ok(!embedded.includes("psql"));
});
