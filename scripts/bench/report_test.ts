import { strictEqual } from "node:assert/strict";
import { describeFigures, describeGoals } from "./report.ts";

Deno.test("describeFigures() puts a flat group on one line and shows three digits of a fraction", () => {
  const text = describeFigures({
    rows: 1_000_000,
    intent: { accuracy: 0.9636363636363636, n: 55 },
    disk: { one_mail: { gb_per_day: 0.0000123456 } },
  });
  strictEqual(
    text,
    [
      "  rows                         1,000,000",
      "  intent                       accuracy 0.964   n 55",
      "  disk",
      "    one_mail                     gb_per_day 0.0000123",
    ].join("\n"),
  );
});

Deno.test("describeGoals() marks what does not hold", () => {
  const goals = [
    { name: "cpu_ms", goal: "<= 150", value: 175.912345, holds: false },
    { name: "share", goal: ">= 0.9", value: 1, holds: true },
  ];
  const [failed = "", held = ""] = describeGoals(goals).split("\n");
  strictEqual(/^ {2}FAILS {2}cpu_ms +<= 150 +measured 175\.912$/.test(failed), true);
  strictEqual(/^ {2}holds {2}share +>= 0\.9 +measured 1$/.test(held), true);
});
