import { deepEqual, equal } from "node:assert/strict";
import { DenoReportReader } from "./deno_report.ts";

const report = `\x1b[0m\x1b[38;5;245mrunning 2 tests from ./scripts/a_test.ts\x1b[0m
holds ... \x1b[0m\x1b[32mok\x1b[0m \x1b[0m(1ms)\x1b[0m
has steps ...
  step one ... ok (0ms)
------- output -------
words of a test
----- output end -----
has steps ... ok (2ms)
Uncaught error from ./scripts/b_test.ts FAILED
running 1 test from ./scripts/c_test.ts
late ... ok (1ms)
Uncaught error from ./scripts/c_test.ts \x1b[31mFAILED\x1b[0m
`;

function readReport(): DenoReportReader {
  const reader = new DenoReportReader();
  for (const line of report.split("\n")) reader.read(line);
  return reader;
}

Deno.test("a test is known by its file, a step by that of its test", () => {
  const reader = readReport();
  equal(reader.findFile("holds"), "scripts/a_test.ts");
  equal(reader.findFile("has steps > step one"), "scripts/a_test.ts");
  equal(reader.findFile("late"), "scripts/c_test.ts");
  equal(reader.findFile("step one"), undefined);
});

Deno.test("files that break outside a test and files without a test are broken", () => {
  const files = ["a", "b", "c", "empty"].map((name) => `scripts/${name}_test.ts`);
  deepEqual(readReport().listBroken(files), [
    "scripts/b_test.ts",
    "scripts/c_test.ts",
    "scripts/empty_test.ts",
  ]);
});
