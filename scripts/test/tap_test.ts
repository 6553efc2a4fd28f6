import { deepEqual, equal, match } from "node:assert/strict";
import { readTap } from "./testing/pgtap.ts";

Deno.test("each assertion is read, with its diagnostics when it failed", () => {
  const { assertions, problem } = readTap(`1..5
ok 1 - yes # not a directive
not ok 2 - one is two
# Failed test 2: "one is two"
#         have: 1
#         want: 2
ok 3 # SKIP no cron here
not ok 4 - unfinished # TODO later
ok 5
# Looks like you failed 1 test of 5
`);
  equal(problem, undefined);
  deepEqual(assertions, [
    { name: "yes # not a directive", isSkipped: false },
    { name: "one is two", isSkipped: false, failure: "one is two\nhave: 1\nwant: 2" },
    { name: "assertion 3", isSkipped: true },
    { name: "unfinished", isSkipped: true },
    { name: "assertion 5", isSkipped: false },
  ]);
});

Deno.test("a wrong plan, no plan and no assertion are problems of the file", () => {
  match(readTap("1..3\nok 1 - yes\n").problem ?? "", /planned 3 assertions and ran 1/);
  match(readTap("1..1\nok 1 - yes\nok 2 - more\n").problem ?? "", /planned 1 assertions and ran 2/);
  match(readTap("ok 1 - yes\n").problem ?? "", /planned 0 assertions and ran 1/);
  match(readTap("").problem ?? "", /ran 0/);
});
