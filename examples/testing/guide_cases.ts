import assert from "node:assert/strict";
import { chmod, copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "nightshift-client";
import type { Place } from "../../packages/tests/testing/place.ts";
import { PYTHON_FOLDER } from "../../packages/tests/testing/python_cases.ts";
import { readBlocks } from "../../supabase/tests/documents/document_blocks.ts";

const PAGE = "docs/guides/external-jobs.md";
const MARK = "tested=packages/tests/clients_test.ts";
const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/** The short examples of the page on external jobs, as they are on the page. */
export function registerGuideCases(place: Place, ignore: boolean): void {
  Deno.test({
    name: "the short examples of the page on external jobs log what they say, as they are there",
    ignore,
    fn: async () => {
      const blocks = readBlocks(PAGE);
      const find = (language: string) =>
        blocks.filter((block) =>
          block.language === language && (block.mark === MARK || language === "python")
        ).map(({ text }) => text);
      const commands = find("sh");
      assert.deepEqual([commands.length, find("python").length, find("ts").length], [3, 1, 1]);
      const folder = await mkdtemp(join(tmpdir(), "nightshift-guide-"));
      try {
        await copyFile(join(PYTHON_FOLDER, "nightshift.py"), join(folder, "nightshift.py"));
        for (const [name, script] of [["backup.sh", 'echo "$@"'], ["job", "exit 3"]] as const) {
          await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
          await chmod(join(folder, name), 0o755);
        }
        const { pingToken } = await place.world();
        const options = {
          cwd: folder,
          env: { PING_TOKEN: pingToken, PYTHONDONTWRITEBYTECODE: "1" },
        };
        for (const command of commands) {
          await place.run("sh", ["-c", command], options);
        }
        const script = `import nightshift\nimport_rows = lambda: 42\n${find("python").join("")}`;
        await place.run("python3", ["-c", script], options);
      } finally {
        await rm(folder, { recursive: true });
      }
      const code = find("ts").join("").replace(" as const", "");
      const run = new AsyncFunction("nightshift", "importRows", code);
      await run(createClient(await place.target()), () => Promise.resolve(42));

      const [backup] = await place.readTasks("nightly-backup");
      const { output } = backup?.["output_data"] as { output: string };
      assert.deepEqual([backup?.["status"], output], ["completed", "--all\n"]);
      const imports = await place.readTasks("nightly-import");
      assert.deepEqual(imports.map(({ output_data }) => output_data), [{ rows: 42 }, { rows: 42 }]);
      const pings = (await place.readTasks("ping")).slice(0, 2);
      assert.deepEqual(pings.map(({ status }) => status), ["failed", "failed"]);
      assert.ok(pings.some(({ output_data: data }) => JSON.stringify(data) === '{"exit_code":3}'));
    },
  });
}
