import assert from "node:assert/strict";
import { join } from "node:path";
import { Lifecycle } from "../process/lifecycle.ts";
import { FunctionHost } from "./function_host.ts";

const RELOAD_LIMIT_MS = 30_000;

const answer = (text: string) =>
  `export default { fetch: () => new Response(${JSON.stringify(text)}) };\n`;

Deno.test("functions answer with the new code soon after a file of theirs has changed", async (t) => {
  const folder = await Deno.makeTempDir();
  const lifecycle = new Lifecycle();
  const write = async (path: string, text: string) => {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  };
  await write("_shared/word.ts", 'export const WORD = "first";\n');
  await write(
    "speaker/index.ts",
    'import { WORD } from "../_shared/word.ts";\n' +
      "export default { fetch: () => new Response(WORD) };\n",
  );
  const host = await FunctionHost.start({
    lifecycle,
    names: ["speaker"],
    folder,
    env: {},
    isVerbose: false,
    reload: true,
  });
  const say = async () => {
    const target = await host.resolve("speaker");
    if (target.kind !== "running") return target.kind;
    return await fetch(target.url).then((response) => response.text(), () => "gone");
  };
  const hears = async (word: string) => {
    let said = await say();
    const deadline = performance.now() + RELOAD_LIMIT_MS;
    while (said !== word && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      said = await say();
    }
    assert.equal(said, word);
  };
  try {
    await hears("first");
    await t.step("a file that several functions share", async () => {
      await write("_shared/word.ts", 'export const WORD = "second";\n');
      await hears("second");
    });
    await t.step("a mistake takes the function down, its correction brings it back", async () => {
      await write("speaker/index.ts", "export default {;\n");
      await hears("down");
      await write("speaker/index.ts", answer("third"));
      await hears("third");
    });
    await t.step("a function that was taken down on purpose stays down", async () => {
      await host.kill("speaker");
      await write("speaker/index.ts", answer("fourth"));
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal((await host.resolve("speaker")).kind, "down");
      await host.restart("speaker");
      await hears("fourth");
    });
  } finally {
    await lifecycle.stop();
    await Deno.remove(folder, { recursive: true });
  }
});
