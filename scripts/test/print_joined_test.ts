import { deepEqual } from "node:assert/strict";
import { joinMarks } from "./print_joined.ts";

async function join(lines: readonly string[]): Promise<string[]> {
  async function* report() {
    yield* lines;
  }
  return await Array.fromAsync(joinMarks(report()));
}

Deno.test("the marks of tests stand side by side, and every other line stays", async () => {
  deepEqual(await join(["Check a.ts", ".", ".", "!", ",", "", "FAILURES", "."]), [
    "Check a.ts",
    "..!,",
    "",
    "FAILURES",
    ".",
  ]);
});

Deno.test("a line holds a hundred marks", async () => {
  deepEqual(await join(Array.from({ length: 150 }, () => ".")), [".".repeat(100), ".".repeat(50)]);
});
