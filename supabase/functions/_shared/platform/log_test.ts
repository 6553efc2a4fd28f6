// deno-lint-ignore-file no-console -- what reaches the console is under test
import assert from "node:assert/strict";
import { consoleLog, describeError } from "./log.ts";

Deno.test("an error is told with its causes, outermost first, in one line", () => {
  const inner = new TypeError("fetch failed", { cause: "connection refused" });
  assert.equal(
    describeError(new Error("no answer", { cause: inner })),
    "Error: no answer <- TypeError: fetch failed <- connection refused",
  );
});

Deno.test("what is no error is told as text", () => {
  assert.equal(describeError("boom"), "boom");
  assert.equal(describeError(null), "null");
});

Deno.test("a chain that bites its tail ends after five, and nothing is longer than 2,000 characters", () => {
  const tail = new Error("again");
  tail.cause = tail;
  assert.equal(describeError(tail), Array(5).fill("Error: again").join(" <- "));
  assert.equal(describeError(new Error("x".repeat(5_000))).length, 2_000);
});

Deno.test("a log entry is one line of JSON on the console method of its level", () => {
  const lines: string[] = [];
  const original = console.warn;
  console.warn = (line: string) => lines.push(line);
  try {
    consoleLog("warn", "two\nlines", { run_id: "r-1", count: 2, code: undefined });
  } finally {
    console.warn = original;
  }
  assert.deepEqual(lines, ['{"level":"warn","message":"two\\nlines","run_id":"r-1","count":2}']);
});
