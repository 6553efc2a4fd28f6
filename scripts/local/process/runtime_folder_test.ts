import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { createRuntimeFolder, removeLeftoverFolders } from "./runtime_folder.ts";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");

Deno.test("only folders with our marker, of processes that have died, are removed", async () => {
  const parent = await Deno.makeTempDir();
  try {
    const own = createRuntimeFolder(parent);
    const dead = await copyMarker(own, join(parent, "nightshift-dead"), {
      pid: await findDeadPid(),
    });
    // Our own process id, but of a process that began at another time.
    const reused = await copyMarker(own, join(parent, "nightshift-reused"), { startTime: "1" });

    const removed = removeLeftoverFolders(parent);

    assert.deepEqual(removed.sort(), Deno.build.os === "linux" ? [dead, reused] : [dead]);
    assert.ok([...Deno.readDirSync(parent)].some(({ name }) => name === basename(own)));
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});

Deno.test("a folder of somebody else is kept, however old it is and whatever its name", async () => {
  const parent = await Deno.makeTempDir();
  try {
    const own = createRuntimeFolder(parent);
    const deadPid = await findDeadPid();
    const clone = await makeFolder(parent, "nightshift-main", { "README.md": "a clone" });
    const empty = await makeFolder(parent, "nightshift-empty", {});
    const pidFile = await makeFolder(parent, "nightshift-daemon", { pid: `${deadPid}\n` });
    const broken = await makeFolder(parent, "nightshift-broken", {
      "nightshift-runtime.json": "{",
      "precious": "",
    });
    const foreign = await makeFolder(parent, "somebody-else", {});
    const copy = await copyMarker(own, join(parent, "nightshift-copy"), {
      folder: "nightshift-original",
      pid: deadPid,
    });
    const noPid = await copyMarker(own, join(parent, "nightshift-no-pid"), { pid: null });
    const folders = [own, clone, empty, pidFile, broken, foreign, copy, noPid];
    for (const folder of folders) await Deno.utime(folder, LONG_AGO, LONG_AGO);

    assert.deepEqual(removeLeftoverFolders(parent), []);
    const kept = Array.from(Deno.readDirSync(parent), ({ name }) => join(parent, name));
    assert.deepEqual(kept.sort(), folders.sort());
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});

async function makeFolder(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(parent, name);
  await Deno.mkdir(folder);
  for (const [file, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder, file), text);
  }
  return folder;
}

/** Makes a folder with a marker like that of `own`, but for its name and `changes`. */
async function copyMarker(
  own: string,
  folder: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<string> {
  const file = "nightshift-runtime.json";
  const marker = JSON.parse(await Deno.readTextFile(join(own, file)));
  const text = JSON.stringify({ ...marker, folder: basename(folder), ...changes });
  await Deno.mkdir(folder);
  await Deno.writeTextFile(join(folder, file), text);
  return folder;
}

async function findDeadPid(): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
  await child.status;
  return child.pid;
}
