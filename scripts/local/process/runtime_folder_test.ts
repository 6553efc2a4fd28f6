import assert from "node:assert/strict";
import { join } from "node:path";
import { createRuntimeFolder, removeLeftoverFolders } from "./runtime_folder.ts";

Deno.test("only folders of processes that have died are removed", async () => {
  const parent = await Deno.makeTempDir();
  try {
    const own = createRuntimeFolder(parent);
    const dead = join(parent, "nightshift-dead");
    const reused = join(parent, "nightshift-reused");
    const beginning = join(parent, "nightshift-beginning");
    const foreign = join(parent, "somebody-else");
    for (const folder of [dead, reused, beginning, foreign]) await Deno.mkdir(folder);
    await Deno.writeTextFile(join(dead, "pid"), `${await findDeadPid()}\n`);
    // Our own process id, but of a process that began at another time.
    await Deno.writeTextFile(join(reused, "pid"), `${Deno.pid}\n1\n`);

    const removed = removeLeftoverFolders(parent);

    const expected = Deno.build.os === "linux" ? [dead, reused] : [dead];
    assert.deepEqual(removed.sort(), expected);
    const kept = [...Deno.readDirSync(parent)].map(({ name }) => join(parent, name));
    for (const folder of [own, beginning, foreign]) assert.ok(kept.includes(folder), folder);
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});

async function findDeadPid(): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
  await child.status;
  return child.pid;
}
