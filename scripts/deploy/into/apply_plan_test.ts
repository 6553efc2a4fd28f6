import { deepEqual, equal, rejects } from "node:assert/strict";
import { join } from "node:path";
import { createOwnFolder } from "../testing/own_folder.ts";
import { applyPlan } from "./apply_plan.ts";
import { planFolder } from "./folder_plan.ts";
import { markGenerated } from "../functions/generated_mark.ts";

const SOURCE = {
  migrations: [{ version: "20261122000100", name: "first", sql: "select 1;\n" }],
  functions: new Map([["one/index.js", markGenerated("one\n")]]),
};

Deno.test("what fails half-way is undone: files, folders, what was replaced, removed and appended", async () => {
  await using own = await createOwnFolder();
  const generated = "supabase/functions/hello/old.js";
  await Deno.writeTextFile(join(own.folder, generated), "old");
  const before = await own.readAll();
  const writes = [
    { path: "supabase/migrations/20270101000000_nightshift_first.sql", text: "select 1;" },
    { path: "supabase/functions/hello/index.ts", text: "replaced" },
    { path: "supabase/functions/new/deep/index.js", text: "new" },
    // A file is where a folder would have to be.
    { path: "supabase/functions/hello/index.ts/x.js", text: "never" },
  ];
  const plan = { writes, removals: [generated], addition: "\n[functions.new]\n" };
  await rejects(applyPlan(own.folder, plan), /ENOTDIR|EEXIST|not a directory/i);
  deepEqual(await own.readAll(), before);

  await applyPlan(own.folder, { ...plan, writes: writes.slice(0, 3) });
  const after = await own.readAll();
  equal(after.get("supabase/functions/new/deep/index.js"), "new");
  equal(after.has(generated), false);
  deepEqual([...after.keys()].filter((path) => path.includes("nightshift-new")), []);
});

Deno.test("line ends of Windows are no change, and an appended section has those of its file", async () => {
  await using own = await createOwnFolder();
  const config = join(own.folder, "supabase/config.toml");
  const toWindows = async (path: string) => {
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, text.replaceAll(/\r?\n/g, "\r\n"));
  };
  await toWindows(config);
  await applyPlan(own.folder, await planFolder(own.folder, SOURCE, ["one"]));
  equal(/[^\r]\n/.test(await Deno.readTextFile(config)), false);

  const files = await own.readAll();
  for (const path of files.keys()) {
    await toWindows(join(own.folder, path));
  }
  deepEqual(await planFolder(own.folder, SOURCE, ["one"]), {
    writes: [],
    removals: [],
    addition: "",
  });
});

Deno.test("a file where the folder of a function would be is named", async () => {
  await using own = await createOwnFolder();
  await Deno.writeTextFile(join(own.folder, "supabase/functions/one"), "mine");
  await rejects(
    planFolder(own.folder, SOURCE, ["one"]),
    /yours, or were edited: supabase\/functions\/one\./,
  );
});

Deno.test("a run that is stopped half-way leaves nothing, and what a killed one left is removed", async () => {
  await using own = await createOwnFolder();
  const before = await own.readAll();
  const plan = await planFolder(own.folder, SOURCE, ["one"]);
  const controller = new AbortController();
  const stopping = {
    ...plan,
    writes: plan.writes.map(({ path, text }) => ({
      path,
      get text() {
        controller.abort(new Error("Stopped."));
        return text;
      },
    })),
  };
  await rejects(applyPlan(own.folder, stopping, controller.signal), /Stopped\./);
  deepEqual(await own.readAll(), before);

  const left = "supabase/migrations/20270101000000_nightshift_first.sql.nightshift-new";
  await Deno.writeTextFile(join(own.folder, left), "half");
  await applyPlan(own.folder, plan);
  deepEqual([...(await own.readAll()).keys()].filter((path) => path.endsWith("-new")), []);
});

Deno.test("a config.toml that is a link stays one, and the file keeps its permissions", async () => {
  await using own = await createOwnFolder();
  const config = join(own.folder, "supabase/config.toml");
  const real = join(own.folder, "real.toml");
  await Deno.rename(config, real);
  await Deno.chmod(real, 0o600);
  await Deno.symlink(real, config);
  await applyPlan(own.folder, await planFolder(own.folder, SOURCE, ["one"]));
  equal((await Deno.lstat(config)).isSymlink, true);
  equal(((await Deno.stat(real)).mode ?? 0) & 0o777, 0o600);
  equal((await Deno.readTextFile(real)).includes("[functions.one]"), true);
});
