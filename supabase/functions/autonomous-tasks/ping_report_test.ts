import assert from "node:assert/strict";
import { readReport } from "./ping_report.ts";

const read = (signal: string, text: string) =>
  readReport(signal, new TextEncoder().encode(text)).p_report;

Deno.test("numbers of a ping keep every digit, as text where JavaScript cannot hold them", () => {
  assert.deepEqual(
    read("success", '{"output_data":{"id":9007199254740993},"cost_estimate_usd":0.5}'),
    {
      output_data: { id: "9007199254740993" },
      cost_estimate_usd: 0.5,
    },
  );
  assert.deepEqual(read("success", '{"n":[1e400,1e-400,-0.5]}'), {
    output_data: { n: ["1e400", "1e-400", -0.5] },
  });
});

Deno.test("what does not fit its column stays in output_data", () => {
  assert.deepEqual(read("fail", '{"error_message":"disk full","cost_estimate_usd":"0.5"}'), {
    output_data: { cost_estimate_usd: "0.5" },
    error_message: "disk full",
  });
  assert.deepEqual(read("success", '{"cost_estimate_usd":-1}'), {
    output_data: { cost_estimate_usd: -1 },
  });
  assert.deepEqual(read("success", '{"cost_estimate_usd":1e-41}'), { cost_estimate_usd: 0 });
});

Deno.test("a ping with text has its lines as log lines, a JSON object has none", () => {
  const token = `nst_${"0".repeat(64)}`;
  assert.deepEqual(
    read("success", `backing up\r\n\n  10 %\r 20 %\ncurl ${token}\u0000 end\n`).lines,
    [
      "backing up",
      "  10 %",
      " 20 %",
      "curl nst_…\ufffd end",
    ],
  );
  assert.deepEqual(read("fail", "1").lines, ["1"]);
  assert.equal(read("success", '{"message":"a"}').lines, undefined);
  assert.equal(read("success", " \n ").lines, undefined);
});

Deno.test("of a long text the first and the last lines are kept, and one that says how many are not", () => {
  const { lines = [] } = read(
    "success",
    Array.from({ length: 1_000 }, (_, n) => `line ${n}`).join("\n"),
  );
  assert.deepEqual([lines.length, lines[59], lines[60], lines[61], lines[180]], [
    181,
    "line 59",
    "820 lines were left out here.",
    "line 880",
    "line 999",
  ]);
  const [wide = ""] = read("success", "x".repeat(90_000)).lines ?? [];
  assert.equal(wide.length, 2_000);
});

Deno.test("a ping says which job it is, in its address or in JSON", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const name = (body: string, inAddress?: string) =>
    readReport("start", bytes(body), inAddress).p_report.agent_name;
  assert.equal(name('{"agent_name": "backup"}'), "backup");
  assert.equal(name('{"agent_name": "backup"}', "import"), "import");
  assert.equal(name("agent_name: backup"), undefined);
  assert.equal(name("", ""), undefined);
  assert.equal(name("", "x".repeat(300))?.length, 200);
  assert.equal(name("", "nul\0"), "nul\ufffd");
  // What is no name stays, so that nothing is lost.
  const { agent_name, output_data } = readReport("start", bytes('{"agent_name": 7}')).p_report;
  assert.deepEqual([agent_name, output_data], [undefined, { agent_name: 7 }]);
  const named = readReport("start", bytes('{"agent_name": "a", "output_data": 1}')).p_report;
  assert.deepEqual([named.agent_name, named.output_data], ["a", 1]);
});

const LARGE: readonly (readonly [what: string, body: string])[] = [
  ["40,000 small numbers", `{"a":[${Array(40_000).fill("1").join()}]}`],
  ["12,000 numbers of 309 digits", `{"a":[${Array(12_000).fill("1e308").join()}]}`],
  ["12,000 numbers with 300 decimals", `{"a":[${Array(12_000).fill("1e-300").join()}]}`],
];

for (const [what, body] of LARGE) {
  Deno.test(`a ping with ${what} is cut to what the database can hold`, () => {
    const { output_data } = read("success", body);
    assert.partialDeepStrictEqual(output_data, { truncated: true });
  });
}
