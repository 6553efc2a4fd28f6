import { deepEqual, equal } from "node:assert/strict";
import { TapReader } from "./tap.ts";

function read(text: string, files: readonly string[]): [string, string, string | undefined][] {
  const reader = new TapReader(files);
  for (const line of text.split("\n")) reader.read(line);
  return reader.finish().map(({ file, name, state, detail }) => [`${file} ${name}`, state, detail]);
}

Deno.test("each assertion is one outcome, with its diagnostics when it failed", () => {
  const text = `bad.test.sql .... 
1..5
ok 1 - yes # not a directive
not ok 2 - one is two
# Failed test 2: "one is two"
#         have: 1
#         want: 2
ok 3 # SKIP no cron here
not ok 4 - unfinished # TODO later
ok 5
# Looks like you failed 1 test of 5
Failed 1/5 subtests 
`;
  deepEqual(read(text, ["bad.test.sql"]), [
    ["bad.test.sql yes # not a directive", "passed", undefined],
    ["bad.test.sql one is two", "failed", "have: 1\nwant: 2"],
    ["bad.test.sql assertion", "skipped", "no cron here"],
    ["bad.test.sql unfinished", "skipped", "later"],
    ["bad.test.sql assertion", "passed", undefined],
  ]);
});

Deno.test("a file that dies keeps its assertions and fails with the words of psql", () => {
  const text = `a.test.sql .. 
1..3
ok 1 - yes
psql:a.test.sql:1: ERROR:  function nonsense() does not exist
Dubious, test returned 3 (wstat 768, 0x300)
Failed 2/3 subtests 
b.test.sql .. 
1..1
ok 1 - still read
ok
`;
  deepEqual(read(text, ["a.test.sql", "b.test.sql"]), [
    ["a.test.sql yes", "passed", undefined],
    [
      "a.test.sql ended early",
      "failed",
      "psql:a.test.sql:1: ERROR:  function nonsense() does not exist\n" +
      "Dubious, test returned 3 (wstat 768, 0x300)",
    ],
    ["b.test.sql still read", "passed", undefined],
  ]);
});

Deno.test("a wrong plan, an empty file and a file that never came are failures", () => {
  const text = `plan.test.sql ... 
1..3
ok 1 - yes
# Looks like you planned 3 tests but ran 1
Failed 2/3 subtests 
empty.test.sql .. 
No subtests run 
`;
  const outcomes = read(text, ["plan.test.sql", "empty.test.sql", "lost.test.sql"]);
  deepEqual(outcomes.map(([name, state]) => [name, state]), [
    ["plan.test.sql yes", "passed"],
    ["plan.test.sql ended early", "failed"],
    ["empty.test.sql ended early", "failed"],
    ["lost.test.sql ended early", "failed"],
  ]);
});

Deno.test("the end of a file gives its outcomes at once", () => {
  const reader = new TapReader(["a.test.sql"]);
  equal(reader.read("a.test.sql .. "), undefined);
  equal(reader.read("ok 1 - yes"), undefined);
  equal(reader.read("ok")?.length, 1);
});
