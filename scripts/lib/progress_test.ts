import { deepEqual, equal, rejects } from "node:assert/strict";
import { showProgress } from "./progress.ts";

Deno.test("work that goes on is told about until it ends", async () => {
  const lines: string[] = [];
  const twice = Promise.withResolvers<string>();
  const say = (line: string) => {
    if (lines.push(line) === 2) twice.resolve("done");
  };
  equal(await showProgress(twice.promise, "still starting", say, 0.01), "done");
  deepEqual(lines, ["  still starting (0 s) …", "  still starting (0 s) …"]);
});

Deno.test("work that fails is not told about any longer", async () => {
  await rejects(showProgress(Promise.reject(new Error("no")), "still starting", () => {}), /no/);
});
