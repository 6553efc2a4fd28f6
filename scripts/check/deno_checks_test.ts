import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./check.ts";
import { findIdleExceptions, parseFormat, parseTypes } from "./deno_checks.ts";

Deno.test("each type error becomes a finding with its file and line", () => {
  const url = pathToFileURL(join(ROOT, "scripts/x.ts"));
  const output = `TS2322 [ERROR]: Type 'string' is not assignable to type 'number'.
const x: number = "a";
      ^
    at ${url}:3:7

TS2769 [ERROR]: No overload matches this call.
  Overload 1 of 2 gave an error.
f(1);
    at ${url}:9:1

Found 2 errors.
error: Type checking failed.
`;
  deepEqual(parseTypes(output), [
    {
      file: "scripts/x.ts",
      line: 3,
      message: "Type 'string' is not assignable to type 'number'. (TS2322)",
    },
    { file: "scripts/x.ts", line: 9, message: "No overload matches this call. (TS2769)" },
  ]);
});

Deno.test("a failure without places is one finding with all the words", () => {
  deepEqual(parseTypes("error: Module not found\n"), [
    { file: ".", message: "error: Module not found" },
  ]);
});

Deno.test("each unformatted file becomes a finding", () => {
  const output = `\nfrom ${
    join(ROOT, "README.md")
  }:\n3 | -a\n3 | +b\n\nerror: Found 1 not formatted\n`;
  deepEqual(parseFormat(output), [
    { file: "README.md", message: "not formatted; run `deno task ok --write`" },
  ]);
});

Deno.test("an exception from a rule that is switched off is found, one from a rule that is on is not", () => {
  const comment = (rule: string) =>
    `const a = 1;\n  // deno-lint-${"ignore"} ${rule} -- a reason\n`;
  const rules = new Set(["no-console"]);
  deepEqual(findIdleExceptions("a.ts", comment("no-console"), rules), []);
  deepEqual(findIdleExceptions("a.ts", comment("no-await-in-loop"), rules), [
    { file: "a.ts", line: 2, message: "no-await-in-loop is switched off; leave the comment out" },
  ]);
});
