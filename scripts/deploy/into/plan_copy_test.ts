import { deepEqual, equal } from "node:assert/strict";
import { markGenerated } from "../functions/generated_mark.ts";
import { type CopySource, planCopy } from "./plan_copy.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const SOURCE: CopySource = {
  migrations: [
    { version: "20261122000100", name: "first", sql: "select 1;" },
    { version: "20261122000200", name: "second", sql: "select 2;" },
  ],
  functions: new Map([
    ["_nightshift/agent.ts", markGenerated("agent")],
    ["one/index.js", markGenerated("one")],
    ["one/chunk_1.js", markGenerated("chunk")],
  ]),
};
const EMPTY = { migrations: new Map<string, string>(), functions: new Map<string, string>() };

Deno.test("a first copy writes every migration in order and every function, a second one nothing", () => {
  const first = planCopy(SOURCE, EMPTY, NOW);
  deepEqual(first.conflicts, []);
  deepEqual(first.removals, []);
  deepEqual(first.writes.map(({ path }) => path), [
    "supabase/migrations/20260301100000_nightshift_first.sql",
    "supabase/migrations/20260301100001_nightshift_second.sql",
    "supabase/functions/_nightshift/agent.ts",
    "supabase/functions/one/index.js",
    "supabase/functions/one/chunk_1.js",
  ]);
  const written = new Map(
    first.writes.slice(0, 2).map(({ path, text }) => [path.split("/").at(-1) ?? "", text]),
  );
  deepEqual(planCopy(SOURCE, { migrations: written, functions: SOURCE.functions }, NOW), {
    writes: [],
    removals: [],
    conflicts: [],
  });
});

Deno.test("a later release replaces what an earlier one generated and removes what it needs no more", () => {
  const functions = new Map(SOURCE.functions)
    .set("one/index.js", markGenerated("one of the release before"))
    .set("one/chunk_0.js", markGenerated("chunk of the release before"))
    .set("one/notes.md", "mine");
  const { writes, removals, conflicts } = planCopy(
    { ...SOURCE, migrations: [] },
    { ...EMPTY, functions },
    NOW,
  );
  deepEqual(writes, [{ path: "supabase/functions/one/index.js", text: markGenerated("one") }]);
  deepEqual(removals, ["supabase/functions/one/chunk_0.js"]);
  deepEqual(conflicts, []);
});

Deno.test("a migration of a later release comes after all there is, and what somebody changed is never overwritten", () => {
  const migrations = new Map([
    ["20260201000000_nightshift_first.sql", "select 1; -- edited"],
    ["20260401000000_mine.sql", ""],
  ]);
  const functions = new Map([
    ["one/index.js", "mine"],
    ["one/chunk_1.js", `${markGenerated("chunk")}// edited`],
    ["one/chunk_0.js", `${markGenerated("chunk")}// edited`],
  ]);
  const plan = planCopy(SOURCE, { migrations, functions }, NOW);
  deepEqual(plan.conflicts, [
    "supabase/migrations/20260201000000_nightshift_first.sql",
    "supabase/functions/one/index.js",
    "supabase/functions/one/chunk_1.js",
  ]);
  deepEqual(plan.removals, []);
  equal(plan.writes[0]?.path, "supabase/migrations/20260401000001_nightshift_second.sql");
});

Deno.test("several migrations go into one file, a later release adds what is new in another", () => {
  const single = { single: true };
  const [first] = SOURCE.migrations;
  if (first === undefined) throw new Error("The source has no migrations.");
  const { writes } = planCopy({ ...SOURCE, migrations: [first] }, EMPTY, NOW, single);
  const [{ path, text } = { path: "", text: "" }] = writes;
  equal(path, "supabase/migrations/20260301100000_nightshift.sql");
  const there = new Map([["20260301100000_nightshift.sql", text]]);
  const functions = SOURCE.functions;

  const later = planCopy(SOURCE, { migrations: there, functions }, NOW, single);
  deepEqual(later.conflicts, []);
  deepEqual(later.writes.map((file) => file.path), [
    "supabase/migrations/20260301100001_nightshift.sql",
  ]);
  there.set("20260301100001_nightshift.sql", later.writes[0]?.text ?? "");
  for (const options of [single, {}]) {
    deepEqual(planCopy(SOURCE, { migrations: there, functions }, NOW, options).writes, []);
  }

  there.set("20260301100000_nightshift.sql", text.replace("select 1", "select 3"));
  const edited = planCopy(SOURCE, { migrations: there, functions }, NOW, single);
  deepEqual(edited.conflicts, ["supabase/migrations/20260301100000_nightshift.sql"]);
});

Deno.test("a function of the user's with the name of one of ours is a conflict, whatever its files", () => {
  const functions = new Map([["one/index.ts", "mine"], ["one/deno.json", "{}"]]);
  const plan = planCopy({ ...SOURCE, migrations: [] }, { ...EMPTY, functions }, NOW);
  deepEqual(plan.conflicts, ["supabase/functions/one"]);
});
