import { deepEqual, equal, throws } from "node:assert/strict";
import { countTests, formatTally } from "./junit.ts";

const report = (cases: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="4" failures="1" errors="1" time="0.2">
  <testsuite name="./scripts/a_test.ts" tests="4" disabled="1" errors="1" failures="1">
    ${cases}
  </testsuite>
</testsuites>`;

Deno.test("every test case of the report is counted by its outcome", () => {
  const xml = report(`<testcase name="holds" classname="./scripts/a_test.ts" time="0.001">
    </testcase>
    <testcase name="is &lt;not&gt; &quot;equal&quot;" classname="./scripts/a_test.ts">
      <failure message="Uncaught Error: 1 &amp; 2">Error: 1 &amp; 2
at &lt;/testcase&gt;</failure>
    </testcase>
    <testcase name="waits" classname="./scripts/a_test.ts" line="3" col="6"><skipped/></testcase>
    <testcase name="never came" classname="./scripts/a_test.ts"><error message="Cancelled"/>
    </testcase>`);
  deepEqual(countTests(xml), { passed: 1, failed: 2, skipped: 1 });
});

Deno.test("a test with steps counts as its steps", () => {
  const xml = report(`<testcase name="a" classname="x"></testcase>
    <testcase name="a &gt; b" classname="x"></testcase>
    <testcase name="a &gt; b &gt; c" classname="x"></testcase>
    <testcase name="a &gt; d" classname="x"><skipped/></testcase>
    <testcase name="ab" classname="x"></testcase>`);
  deepEqual(countTests(xml), { passed: 2, failed: 0, skipped: 1 });
});

Deno.test("a test that fails outside its steps is a failure beside them", () => {
  const steps = `<testcase name="a &gt; b" classname="x"></testcase>
    <testcase name="a &gt; c" classname="x"><failure message="Uncaught Error"/></testcase>`;
  const byItsStep = `<testcase name="a"><failure message="1 test step failed">1.</failure>
    </testcase>`;
  const byItself =
    `<testcase name="a"><failure message="Uncaught Error: no">no</failure></testcase>`;
  deepEqual(countTests(report(byItsStep + steps)), { passed: 1, failed: 1, skipped: 0 });
  deepEqual(countTests(report(byItself + steps)), { passed: 1, failed: 2, skipped: 0 });
});

Deno.test("a report with thousands of escaped characters is counted", () => {
  const cases = Array.from({ length: 5_000 }, (_, index) => `<testcase name="a &gt; ${index}"/>`);
  equal(countTests(report(cases.join(""))).passed, 5_000);
});

Deno.test("a report without tests counts nothing, and a broken one is an error", () => {
  deepEqual(countTests(report("")), { passed: 0, failed: 0, skipped: 0 });
  throws(() => countTests(""));
});

Deno.test("the last line has the form that other tools read", () => {
  equal(formatTally({ passed: 3, failed: 2, skipped: 1 }), "3 passed, 2 failed, 1 skipped");
});
