import { deepEqual, equal } from "node:assert/strict";
import { isGenerated } from "../functions/generated_mark.ts";
import { collectModules, listImports, readAgentSources } from "./agent_sources.ts";

Deno.test("imports are found whether static, re-exported, for types or dynamic", () => {
  const text = `import { a } from "hono";
import type { B } from "../_shared/b.ts";
import {
  c,
} from "./c.ts";
export { d } from "./d.ts";
import "./e.ts";
const f = await import("./f.ts");`;
  deepEqual(listImports(text), ["hono", "../_shared/b.ts", "./c.ts", "./d.ts", "./e.ts", "./f.ts"]);
});

Deno.test("modules that import each other are collected once, and others are not", async () => {
  const texts: Record<string, string> = {
    "one/index.ts": 'import "../_shared/x.ts"; import "zod";',
    "_shared/x.ts": 'import "./y.ts";',
    "_shared/y.ts": 'import "./x.ts";',
    "_shared/x_test.ts": 'import "./x.ts";',
  };
  const found = await collectModules(["one/index.ts"], (path) => {
    const text = texts[path];
    return text === undefined ? Promise.reject(new Error(path)) : Promise.resolve(text);
  });
  deepEqual([...found.keys()], ["_shared/x.ts", "_shared/y.ts", "one/index.ts"]);
});

Deno.test("what agents import has a folder of its own and names every package with its version", async () => {
  const texts: Record<string, string> = {
    "_shared/agent.ts":
      'import { z } from "zod";\nimport { cors } from "hono/cors";\nimport "./x.ts";\n',
    "_shared/with_task.ts": 'import { hash } from "node:crypto";\n',
    "_shared/x.ts": "",
  };
  const sources = await readAgentSources(
    (path) => Promise.resolve(texts[path] ?? ""),
    { hono: "npm:hono@4.0.0", zod: "npm:zod@4.0.0" },
  );
  deepEqual([...sources.keys()], [
    "_nightshift/agent.ts",
    "_nightshift/with_task.ts",
    "_nightshift/x.ts",
  ]);
  const agent = sources.get("_nightshift/agent.ts") ?? "";
  equal(isGenerated(agent), true);
  equal(
    agent.slice(agent.indexOf("\n") + 1),
    'import { z } from "npm:zod@4.0.0";\nimport { cors } from "npm:hono@4.0.0/cors";\nimport "./x.ts";\n',
  );
  equal(sources.get("_nightshift/with_task.ts")?.includes('"node:crypto"'), true);
});
