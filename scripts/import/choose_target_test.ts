import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type StackFacts, writeStackFile } from "../start/stack_files.ts";
import { chooseTarget, type TargetFlags } from "./choose_target.ts";

const STACK: StackFacts = {
  url: "http://127.0.0.1:54321",
  aliasUrl: null,
  publishableKey: "sb_publishable_local",
  databaseUrl: null,
  account: { email: "owner@nightshift.example", password: "nightshift" },
  providers: { anthropic: null, openaiCompatible: null },
  cronSecret: "local-secret",
  secretKey: "sb_secret_local",
  workspaces: [{ id: "first-workspace", name: "Bakery" }, { id: "second", name: "Solar" }],
};

/** Chooses where this stack runs, or none. */
async function choose(
  flags: TargetFlags,
  stack: StackFacts | null,
  variables: Record<string, string> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-choose-target-"));
  try {
    if (stack !== null) await writeStackFile(stack, folder);
    return await chooseTarget(flags, { stacksFolder: folder, variables });
  } finally {
    await rm(folder, { recursive: true });
  }
}

Deno.test("the running local stack gives url, secret and its first workspace", async () => {
  assert.deepEqual(await choose({}, STACK, { CRON_SECRET: "from-env" }), {
    url: STACK.url,
    secret: "local-secret",
    workspaceId: "first-workspace",
  });
});

Deno.test("flags come before everything else", async () => {
  const flags = { url: "https://project.example", secret: "mine", workspace: "chosen" };
  assert.deepEqual(await choose(flags, STACK), {
    url: "https://project.example",
    secret: "mine",
    workspaceId: "chosen",
  });
});

Deno.test("the local secret and workspace never go to another url", async () => {
  const flags = { url: "https://project.example" };
  await assert.rejects(choose(flags, STACK), /no secret for .*--secret SECRET/);
  await assert.rejects(
    choose({ ...flags, secret: "mine" }, STACK),
    /no workspace is known.*--workspace ID/,
  );
});

Deno.test("without a stack the environment gives url and secret", async () => {
  const variables = { NIGHTSHIFT_URL: "https://project.example", CRON_SECRET: "from-env" };
  assert.deepEqual(await choose({ workspace: "chosen" }, null, variables), {
    url: "https://project.example",
    secret: "from-env",
    workspaceId: "chosen",
  });
});

Deno.test("with nothing known the error says what to do", async () => {
  await assert.rejects(
    choose({}, null),
    /Run `npx -y deno@2\.9\.6 task start` first, or give --url URL/,
  );
});

Deno.test("a url of another kind is rejected", async () => {
  const flags = { url: "project.example", secret: "mine", workspace: "chosen" };
  await assert.rejects(choose(flags, null), /project\.example is not a URL/);
});
