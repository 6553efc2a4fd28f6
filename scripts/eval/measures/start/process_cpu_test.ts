import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { processCpuMs } from "./process_cpu.ts";

test("a thread that ends while the CPU is read counts nothing and stops no benchmark", () => {
  const ended = "999999999";
  assert.ok(processCpuMs([...readdirSync("/proc/self/task"), ended]) > 0);
  assert.equal(processCpuMs([ended]), 0);
});
