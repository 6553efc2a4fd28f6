import assert from "node:assert/strict";
import { join } from "node:path";
import { FunctionHost, listFunctions } from "./function_host.ts";
import { Lifecycle, StackStopping } from "../process/lifecycle.ts";

const ANSWERS = "export default { fetch: () => new Response() };";

Deno.test("functions are the folders with an index.ts, without shared ones", async () => {
  await using project = await makeProject({
    "b/index.ts": "",
    "a/index.ts": "",
    "_shared/index.ts": "",
    "tests/x.ts": "",
  });
  assert.deepEqual(await listFunctions(project.folder), ["a", "b"]);
});

Deno.test("a function that cannot start is reported in its own words", async () => {
  await using project = await makeProject({
    "broken/index.ts": 'throw new Error("no luck today");\nexport default {};',
  });
  await assert.rejects(
    FunctionHost.start({
      lifecycle: project.lifecycle,
      names: ["broken"],
      folder: project.folder,
      env: {},
      isVerbose: false,
    }),
    /Function broken ended with code 1:[\s\S]*no luck today/,
  );
});

Deno.test("an import that does not exist is reported before any function starts", async () => {
  await using project = await makeProject({ "lost/index.ts": 'import "./nowhere.ts";' });
  await assert.rejects(
    FunctionHost.start({
      lifecycle: project.lifecycle,
      names: ["lost"],
      folder: project.folder,
      env: {},
      isVerbose: false,
    }),
    /packages could not be loaded:[\s\S]*nowhere\.ts/,
  );
});

Deno.test("a function whose folder is new answers without a restart, where files are watched", async () => {
  await using project = await makeProject({ "a/index.ts": ANSWERS });
  const options = {
    lifecycle: project.lifecycle,
    names: ["a"],
    folder: project.folder,
    importMap: null,
    env: {},
    isVerbose: false,
  };
  const fixed = await FunctionHost.start(options);
  const watching = await FunctionHost.start({ ...options, reload: true });
  assert.equal((await watching.resolve("late")).kind, "unknown");

  await Deno.mkdir(join(project.folder, "late"));
  await Deno.writeTextFile(join(project.folder, "late/index.ts"), ANSWERS);
  assert.equal((await watching.resolve("late")).kind, "running");
  assert.deepEqual(watching.names, ["a", "late"]);
  assert.equal((await fixed.resolve("late")).kind, "unknown");
});

Deno.test("nothing is started for a stack that is being stopped", async () => {
  await using project = await makeProject({ "a/index.ts": "export default {};" });
  await project.lifecycle.stop();
  await assert.rejects(
    FunctionHost.start({
      lifecycle: project.lifecycle,
      names: ["a"],
      folder: project.folder,
      env: {},
      isVerbose: false,
    }),
    StackStopping,
  );
});

async function makeProject(files: Record<string, string>) {
  const folder = await Deno.makeTempDir();
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  }
  const lifecycle = new Lifecycle();
  return {
    folder,
    lifecycle,
    async [Symbol.asyncDispose]() {
      await lifecycle.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
