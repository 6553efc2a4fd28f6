import { deepEqual, equal } from "node:assert/strict";
import { formatTimes, readFileTimes, splitPgtap } from "./times.ts";

const LINES = `{"file":"file:///clone/supabase/tests/steps/agents_test.ts","ms":6000}
{"file":"file:///clone/scripts/test/pgtap_test.ts","ms":5000}
{"file":"file:///clone/scripts/local/net/net_test.ts","ms":4000}
{"file":"file:///clone/scripts/local/gateway_test.ts","ms":2000}
{"file":"file:///clone/scripts/check/words_test.ts","ms":50}
`;
const REPORT = `<testsuites><testsuite>
  <testcase name="pgTAP" time="5.000"></testcase>
  <testcase name="pgTAP &gt; supabase/tests/steps/lines.test.sql" time="3.000"></testcase>
  <testcase name="pgTAP &gt; supabase/tests/steps/lines.test.sql &gt; holds" time="0.000"/>
  <testcase name="was still running"/>
</testsuite></testsuites>`;

Deno.test("the seconds of a run are told by folder, the longest first, and add up to it", () => {
  const times = splitPgtap(readFileTimes(LINES, "/clone"), REPORT);
  deepEqual(formatTimes(times, 10), [
    "Where 10 s went, by folder:",
    "    5.3 s  supabase/tests/steps",
    "    3.5 s  scripts/local",
    "    1.2 s  scripts/test",
    "    0.0 s  1 other folders",
  ]);
});

Deno.test("the pgTAP files have their part of the test that runs them", () => {
  const times = splitPgtap(readFileTimes(LINES, "/clone"), REPORT);
  equal(times.get("supabase/tests/steps/lines.test.sql"), 3_000);
  equal(times.get("scripts/test/pgtap_test.ts"), 2_000);
});
