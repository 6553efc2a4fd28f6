import { deepEqual } from "node:assert/strict";
import { joinMarks, joinReport } from "./join_report.ts";

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

Deno.test("a report that nobody reads yet does not wait", async () => {
  const written: number[] = [];
  const report = joinReport(ReadableStream.from(async function* () {
    for (let line = 0; line < 1_000; line++) {
      yield new TextEncoder().encode(`line ${line}\n`);
      written.push(line);
    }
  }()));
  while (written.length < 1_000) await new Promise((resolve) => setTimeout(resolve, 1));
  deepEqual((await Array.fromAsync(report)).at(-1), "line 999");
});
