import { deepEqual, ok } from "node:assert/strict";
import { listTypeScriptFiles } from "./list_files.ts";

Deno.test("files of a folder and of those below it are listed once, by path", async () => {
  const files = await listTypeScriptFiles(["scripts"]);
  ok(files.includes("scripts/ok.ts"));
  ok(files.includes("scripts/lib/list_files_test.ts"));
  ok(files.every((file) => file.endsWith(".ts")));
  deepEqual(files, [...new Set(files)].sort());
});
