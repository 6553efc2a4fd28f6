import { deepEqual } from "node:assert/strict";
import { readJunit } from "./junit.ts";

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="4" failures="1" errors="1" time="0.2">
  <testsuite name="./scripts/a_test.ts" tests="4" disabled="1" errors="1" failures="1">
    <testcase name="holds" classname="./scripts/a_test.ts" time="0.001" line="1" col="6">
    </testcase>
    <testcase name="is &lt;not&gt; &quot;equal&quot;" classname="./scripts/a_test.ts" time="0.0">
      <failure message="Uncaught Error: 1 &amp; 2">Error: 1 &amp; 2
at &lt;/testcase&gt;</failure>
    </testcase>
    <testcase name="waits" classname="./scripts/a_test.ts" time="0.000" line="3" col="6">
      <skipped/>
    </testcase>
    <testcase name="never came" classname="./scripts/a_test.ts" time="0.000" line="4" col="6">
      <error message="Cancelled"/>
    </testcase>
  </testsuite>
</testsuites>`;

Deno.test("every test case of the report becomes one outcome", () => {
  const common = { part: "deno", file: "scripts/a_test.ts" };
  deepEqual(readJunit(xml), [
    { ...common, name: "holds", state: "passed" },
    { ...common, name: 'is <not> "equal"', state: "failed", detail: "Uncaught Error: 1 & 2" },
    { ...common, name: "waits", state: "skipped" },
    { ...common, name: "never came", state: "failed", detail: "Cancelled" },
  ]);
});

Deno.test("a report that was never written has no cases", () => {
  deepEqual(readJunit(""), []);
});
