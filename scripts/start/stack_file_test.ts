import assert from "node:assert/strict";
import { join } from "node:path";
import { type StackFacts, writeStackFile } from "./stack_file.ts";

const FACTS: StackFacts = {
  url: "http://127.0.0.1:54321",
  aliasUrl: null,
  publishableKey: "sb_publishable_x",
  secretKey: "sb_secret_x",
  cronSecret: "secret",
  databaseUrl: null,
  workspaces: [{ id: "00000000-0000-4000-8000-000000000001", name: "Local workspace" }],
};

Deno.test("the stack file is for this user alone and goes with the stack", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "sub/stack.json");
  try {
    const remove = await writeStackFile(FACTS, file);
    assert.deepEqual(JSON.parse(await Deno.readTextFile(file)), FACTS);
    const { mode } = await Deno.stat(file);
    if (Deno.build.os !== "windows") assert.equal((mode ?? 0) & 0o777, 0o600);
    remove();
    assert.deepEqual([...Deno.readDirSync(join(folder, "sub"))], []);
    remove();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a stack that ends leaves the file of a later stack alone", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "stack.json");
  try {
    const removeFirst = await writeStackFile(FACTS, file);
    const later = { ...FACTS, url: "http://127.0.0.1:5000" };
    await writeStackFile(later, file);
    removeFirst();
    assert.deepEqual(JSON.parse(await Deno.readTextFile(file)), later);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
