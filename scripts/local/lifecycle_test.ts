import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { removeLeftoverFolders } from "./runtime_folder.ts";

const START_STACK = fileURLToPath(new URL("./fixtures/start_stack.ts", import.meta.url));
const WATCH_LAUNCHERS = fileURLToPath(new URL("./fixtures/watch_launchers.ts", import.meta.url));

/** A start takes about this long on a quiet machine; signals come somewhere within. */
const START_MS = 3_000;
/** How long children may outlive a parent that was killed outright. */
const ORPHAN_LIMIT_MS = 5_000;

Deno.test("a signal at any moment of the start leaves no process and no folder", async () => {
  const expected = [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const;
  await Promise.all(expected.map(async ([signal, code]) => {
    await using sandbox = await makeSandbox();
    const delayMs = Math.random() * START_MS;
    const moment = `${signal} after ${Math.round(delayMs)} ms`;
    const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK]);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    stack.kill(signal);
    const status = await stack.status;
    // Before our first line runs, the default action ends a process that has done nothing yet.
    assert.ok(status.code === code || status.signal === signal, `${moment}: ${status.code}`);
    assert.deepEqual(sandbox.folders(), [], moment);
    assert.deepEqual(sandbox.processes(), [], moment);
  }));
});

Deno.test("SIGTERM to a stack that is up leaves no process and no folder", async () => {
  await using sandbox = await makeSandbox();
  const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK]);
  await readLine(stack);
  assert.equal(sandbox.folders().length, 1);
  stack.kill("SIGTERM");
  assert.equal((await stack.status).code, 143);
  assert.deepEqual(sandbox.folders(), []);
  assert.deepEqual(sandbox.processes(), []);
});

Deno.test("after SIGKILL the children end by themselves and the next start clears the rest", async () => {
  await using sandbox = await makeSandbox();
  const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK]);
  await readLine(stack);
  assert.notDeepEqual(sandbox.processes(), []);
  stack.kill("SIGKILL");
  await stack.status;
  await until(() => sandbox.processes().length === 0, ORPHAN_LIMIT_MS, "children still run");
  const leftovers = sandbox.folders();
  assert.equal(leftovers.length, 1);
  removeLeftoverFolders(sandbox.folder);
  assert.deepEqual(sandbox.folders(), []);
});

Deno.test("a stack whose npx is killed ends in order, though no signal reaches it", async () => {
  await using sandbox = await makeSandbox();
  const npx = sandbox.spawn("npx", ["-y", "deno@2.9.6", "run", "-A", WATCH_LAUNCHERS]);
  await readLine(npx);
  assert.equal(sandbox.folders().length, 1);
  npx.kill("SIGKILL");
  await npx.status;
  await until(() => sandbox.processes().length === 0, ORPHAN_LIMIT_MS, "the stack still runs");
  assert.deepEqual(sandbox.folders(), []);
});

/** A temporary folder of its own, by which everything that a test starts can be told. */
async function makeSandbox() {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "sandbox-" }));
  const children: Deno.ChildProcess[] = [];
  return {
    folder,
    spawn(command: string, args: string[]): Deno.ChildProcess {
      const child = new Deno.Command(command, {
        args,
        env: { TMPDIR: folder },
        stdin: "null",
        stdout: "piped",
        stderr: "null",
      }).spawn();
      children.push(child);
      return child;
    },
    folders: (): string[] =>
      [...Deno.readDirSync(folder)].map(({ name }) => name)
        .filter((name) => name.startsWith("nightshift-")),
    processes: (): string[] => findProcesses(folder),
    async [Symbol.asyncDispose]() {
      for (const child of children) {
        if (!child.stdout.locked) await child.stdout.cancel();
      }
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Command lines of the processes that were given `marker` as an argument or in a variable. */
function findProcesses(marker: string): string[] {
  if (Deno.build.os !== "linux") {
    const { stdout } = new Deno.Command("ps", { args: ["-Aww", "-o", "command="] }).outputSync();
    return new TextDecoder().decode(stdout).split("\n").filter((line) => line.includes(marker));
  }
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8");
      return `${commandLine}${environment}`.includes(marker) ? [commandLine] : [];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

async function readLine(child: Deno.ChildProcess): Promise<string> {
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { value, done } = await reader.read();
    assert.equal(done, false, "it ended before it was ready");
    text += value;
  }
  await reader.cancel();
  return text;
}

async function until(isDone: () => boolean, limitMs: number, complaint: string): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!isDone()) {
    assert.ok(performance.now() < deadline, `${complaint} after ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
