import assert from "node:assert/strict";
import { join } from "node:path";
import { CommandError } from "../lib/command.ts";
import {
  prepareStacksFolder,
  readRunningStacks,
  type StackFacts,
  writeStackFile,
} from "./stack_files.ts";

const FACTS: StackFacts = {
  url: "http://127.0.0.1:54321",
  aliasUrl: null,
  publishableKey: "sb_publishable_x",
  secretKey: "sb_secret_x",
  cronSecret: "secret",
  databaseUrl: null,
  workspaces: [{ id: "00000000-0000-4000-8000-000000000001", name: "Local workspace" }],
  account: { email: "owner@nightshift.example", password: "nightshift" },
  providers: { anthropic: null, openaiCompatible: null },
};

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Leaves the file of another process, as a stack there would. */
async function writeForeignFile(folder: string, pid: number, url: string, startedAt: string) {
  const process = { pid, startTime: null };
  const text = JSON.stringify({ process, startedAt, facts: { ...FACTS, url } });
  await Deno.writeTextFile(join(folder, `${pid}.json`), text);
}

Deno.test("the stack file is for this user alone and goes with the stack", async () => {
  await withFolder(async (folder) => {
    const remove = await writeStackFile(FACTS, folder);
    assert.deepEqual(await readRunningStacks(folder), [FACTS]);
    const { mode } = await Deno.stat(join(folder, `${Deno.pid}.json`));
    if (Deno.build.os !== "windows") assert.equal((mode ?? 0) & 0o777, 0o600);
    remove();
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});

Deno.test("of two stacks the first is found again when the second has stopped", async () => {
  await withFolder(async (folder) => {
    await writeForeignFile(folder, Deno.ppid, "http://127.0.0.1:1", "2026-01-01T00:00:00Z");
    const stopSecond = await writeStackFile(FACTS, folder);
    assert.deepEqual((await readRunningStacks(folder)).map(({ url }) => url), [
      FACTS.url,
      "http://127.0.0.1:1",
    ]);
    stopSecond();
    assert.deepEqual((await readRunningStacks(folder)).map(({ url }) => url), [
      "http://127.0.0.1:1",
    ]);
  });
});

Deno.test("a stack that was killed is not found, the one beside it is", async () => {
  await withFolder(async (folder) => {
    const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" })
      .spawn();
    await child.status;
    await writeStackFile(FACTS, folder);
    await writeForeignFile(folder, child.pid, "http://127.0.0.1:2", "2999-01-01T00:00:00Z");
    assert.deepEqual(await readRunningStacks(folder), [FACTS]);
  });
});

Deno.test("without a folder no stack runs", async () => {
  assert.deepEqual(await readRunningStacks("/no/such/folder"), []);
});

Deno.test("a damaged stack file is named, with what to do", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "7.json"), "{");
    await assert.rejects(
      readRunningStacks(folder),
      /7\.json is damaged.*deno@2\.9\.6 task start/,
    );
  });
});

Deno.test("a folder that cannot be written is refused with a sentence and exit code 1", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "");
    await assert.rejects(prepareStacksFolder(join(file, "stacks")), (error) => {
      assert.ok(error instanceof CommandError);
      assert.equal(error.exitCode, 1);
      assert.match(error.message, /cannot be written: .+\. Run the command in a copy/);
      return true;
    });
    await prepareStacksFolder(join(folder, "new", "stacks"));
    assert.deepEqual([...Deno.readDirSync(join(folder, "new", "stacks"))], []);
  });
});
