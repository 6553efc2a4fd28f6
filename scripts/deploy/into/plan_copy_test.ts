import { deepEqual, equal } from "node:assert/strict";
import { arrangeFunctions, type CopySource, planCopy } from "./plan_copy.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const SOURCE: CopySource = {
  chapters: [
    { version: "20261122000100", name: "first", sql: "select 1;" },
    { version: "20261122000200", name: "second", sql: "select 2;" },
  ],
  modules: new Map([
    ["_shared/db.ts", 'import { z } from "zod";\n'],
    ["one/index.ts", 'import { db } from "../_shared/db.ts";\nimport { a } from "./a.ts";\n'],
    ["one/routes/b.ts", 'import type { C } from "../../_shared/c.ts";\nimport "hono/cors";\n'],
  ]),
  imports: { hono: "npm:hono@4.0.0", zod: "npm:zod@4.0.0", croner: "npm:croner@11.0.0" },
};
const EMPTY = { migrations: new Map<string, string>(), files: new Map<string, string>() };

Deno.test("shared modules get a folder of their own, imports follow, packages come with their versions", () => {
  const files = new Map(arrangeFunctions(SOURCE).map(({ path, text }) => [path, text]));
  deepEqual([...files.keys()], [
    "supabase/functions/_nightshift/db.ts",
    "supabase/functions/one/index.ts",
    "supabase/functions/one/routes/b.ts",
    "supabase/functions/_nightshift/deno.json",
  ]);
  equal(
    files.get("supabase/functions/one/index.ts"),
    'import { db } from "../_nightshift/db.ts";\nimport { a } from "./a.ts";\n',
  );
  equal(
    files.get("supabase/functions/one/routes/b.ts"),
    'import type { C } from "../../_nightshift/c.ts";\nimport "hono/cors";\n',
  );
  deepEqual(JSON.parse(files.get("supabase/functions/_nightshift/deno.json") ?? ""), {
    imports: { hono: "npm:hono@4.0.0", zod: "npm:zod@4.0.0" },
  });
});

Deno.test("a first copy writes every chapter in order, a second one nothing", () => {
  const first = planCopy(SOURCE, EMPTY, NOW);
  deepEqual(first.conflicts, []);
  deepEqual(first.writes.slice(0, 2), [
    { path: "supabase/migrations/20260301100000_nightshift_first.sql", text: "select 1;" },
    { path: "supabase/migrations/20260301100001_nightshift_second.sql", text: "select 2;" },
  ]);
  const written = first.writes.map(({ path, text }) => [path, text] as const);
  const migrations = new Map(
    written.slice(0, 2).map(([path, text]) => [path.split("/").at(-1) ?? "", text]),
  );
  const files = new Map(written.slice(2));
  deepEqual(planCopy(SOURCE, { migrations, files }, NOW), { writes: [], conflicts: [] });
});

Deno.test("a chapter of a later release comes after all there is, and what differs is never overwritten", () => {
  const migrations = new Map([
    ["20260201000000_nightshift_first.sql", "select 1; -- edited"],
    ["20260401000000_mine.sql", ""],
  ]);
  const files = new Map([["supabase/functions/one/index.ts", "mine"]]);
  const plan = planCopy(SOURCE, { migrations, files }, NOW);
  deepEqual(plan.conflicts, [
    "supabase/migrations/20260201000000_nightshift_first.sql",
    "supabase/functions/one/index.ts",
  ]);
  equal(plan.writes[0]?.path, "supabase/migrations/20260401000001_nightshift_second.sql");
});
