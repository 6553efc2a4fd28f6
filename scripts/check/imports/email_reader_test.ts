import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import plugin from "./boundaries_plugin.ts";
import { ROOT } from "../check.ts";

const FILE = "supabase/functions/_email/text/letters.ts";

function lint(file: string, source: string): string[] {
  return Deno.lint.runPlugin(plugin, join(ROOT, file), source).map(({ message }) => message);
}

Deno.test("the email reader uses no clock, network, machine, chance or local time", () => {
  const impure = [
    "const at = Date.now();",
    "const at = new Date();",
    "const at = Date();",
    "const draw = Math.random();",
    "const { now } = Date;",
    "const { random } = Math;",
    "const page = await fetch(address);",
    "const key = Deno.env.get(name);",
    "const home = process.env.HOME;",
    "const id = crypto.randomUUID();",
    "const bytes = globalThis.crypto.getRandomValues(room);",
    "const start = performance.now();",
    "const hour = date.getHours();",
    "const offset = date.getTimezoneOffset();",
    "setTimeout(stop, 10);",
    "const tools = { fetch };",
    "console.log(text);",
  ];
  for (const source of impure) {
    match(lint(FILE, source).join("\n"), /the email reader is pure/, source);
    deepEqual(lint("supabase/functions/_email/text/language_test.ts", source), [], source);
  }
  const pure = [
    "const at = new Date(ms).toISOString();",
    "const day = date.getUTCDay();",
    "const at = Date.parse(text);",
    "const words = { process: 1, fetch: 2 }.process;",
    "interface Shop { readonly performance: string }",
  ];
  for (const source of pure) deepEqual(lint(FILE, source), [], source);
});

Deno.test("the email reader imports pure packages only, and of Node the hash alone", () => {
  const allowed = [
    'import PostalMime from "postal-mime";',
    'import { Parser } from "htmlparser2";',
    'import { createHash } from "node:crypto";',
    'import * as z from "zod";',
  ];
  for (const source of allowed) deepEqual(lint(FILE, source), [], source);
  const refused = [
    'import { readFileSync } from "node:fs";',
    'import { randomBytes } from "node:crypto";',
    'import { createHash, randomBytes } from "node:crypto";',
    'import crypto from "node:crypto";',
    'import * as crypto from "node:crypto";',
    'const crypto = await import("node:crypto");',
    'import { Hono } from "hono";',
    'import { createClient } from "@supabase/supabase-js";',
  ];
  for (const source of refused) {
    match(lint(FILE, source).join(), /the email reader is pure/, source);
  }
});

Deno.test("only tests, measures and training look behind the email reader's doors", () => {
  const source = (steps: string) => `import { fold } from "${steps}_email/text/cues.ts";`;
  const refused: Record<string, string> = {
    "supabase/functions/inbound-email/store.ts": "../",
    "supabase/functions/continuous-intelligence/analyzers/rules.ts": "../../",
    "scripts/import/mbox_file.ts": "../../supabase/functions/",
    "scripts/demo/evidence.ts": "../../supabase/functions/",
  };
  for (const [file, steps] of Object.entries(refused)) {
    match(lint(file, source(steps)).join(), /behind the email reader's doors/, file);
    equal(lint(file, `import { readEmail } from "${steps}_email/mod.ts";`).length, 0, file);
  }
  const allowed: Record<string, string> = {
    "supabase/functions/inbound-email/store_test.ts": "../",
    "supabase/functions/inbound-email/testing/store_in_memory.ts": "../../",
    "scripts/eval/measures/records/gold.ts": "../../../../supabase/functions/",
    "scripts/train/fit.ts": "../../supabase/functions/",
    "supabase/functions/_email/facts/dates.ts": "../../",
  };
  for (const [file, steps] of Object.entries(allowed)) {
    deepEqual(lint(file, source(steps)), [], file);
  }
});
