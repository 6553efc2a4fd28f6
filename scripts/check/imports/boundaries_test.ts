import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { judgeImport } from "./boundaries.ts";
import plugin from "./boundaries_plugin.ts";
import { ROOT } from "../check.ts";

const packages = {
  functions: ["hono", "@supabase/supabase-js"],
  dashboard: ["preact"],
  tools: ["fast-check", "hono"],
};

function judge(importer: string, specifier: string, isType = false): string | undefined {
  return judgeImport(join(ROOT, importer), specifier, packages, isType);
}

function lint(file: string, source: string): string[] {
  return Deno.lint.runPlugin(plugin, join(ROOT, file), source).map(({ message }) => message);
}

Deno.test("a function may import its own folder, _email, _shared, packages of deno.json and node:", () => {
  const app = "supabase/functions/inbound-email/routes/post.ts";
  for (
    const specifier of [
      "../store.ts",
      "../../_shared/platform/env.ts",
      "../../_email/take_reading.ts",
      "hono",
      "hono/http-exception",
      "@supabase/supabase-js",
      "node:crypto",
    ]
  ) equal(judge(app, specifier), undefined, specifier);
});

Deno.test("a function may import neither another function nor scripts", () => {
  const app = "supabase/functions/inbound-email/app.ts";
  for (
    const specifier of [
      "../continuous-intelligence/analyzer.ts",
      "../../../scripts/local/keys.ts",
      "../_shared.ts",
      "../inbound-email-other/app.ts",
    ]
  ) match(judge(app, specifier) ?? "", /may import from/, specifier);
});

Deno.test("what the hosted runtime does not parse is written in no function, and in tests at will", () => {
  for (const source of ["{ using a = b; }", "async () => { await using a = b; };"]) {
    const judged = (path: string) => lint(path, source)[0] ?? "";
    match(judged("supabase/functions/mailboxes/app.ts"), /does not parse "(?:await )?using"/);
    match(judged("supabase/functions/_shared/agent.ts"), /does not parse/);
    equal(judged("supabase/functions/mailboxes/app_test.ts"), "");
    equal(judged("supabase/functions/mailboxes/testing/x.ts"), "");
    equal(judged("scripts/demo.ts"), "");
  }
  deepEqual(lint("supabase/functions/mailboxes/app.ts", "const a = 1;"), []);
});

Deno.test("_shared imports no function", () => {
  const file = "supabase/functions/_shared/http/app.ts";
  equal(judge(file, "../platform/env.ts"), undefined);
  match(judge(file, "../../inbound-email/app.ts") ?? "", /_shared only/);
});

Deno.test("_email imports neither _shared nor a function", () => {
  const file = "supabase/functions/_email/text/letters.ts";
  equal(judge(file, "../reading.ts"), undefined);
  match(judge(file, "../../_shared/platform/env.ts") ?? "", /_email only/);
  match(judge(file, "../../inbound-email/app.ts") ?? "", /_email only/);
});

Deno.test("scripts and tests may import anything of the repository", () => {
  const target = "continuous-intelligence/app.ts";
  equal(judge("scripts/demo.ts", `../supabase/functions/${target}`), undefined);
  equal(judge("supabase/functions/inbound-email/app_test.ts", `../${target}`), undefined);
  equal(judge("supabase/functions/tests/http_test.ts", `../${target}`), undefined);
});

Deno.test("the dashboard takes types alone from elsewhere, and packages from its own deno.json", () => {
  const page = "dashboard/src/pages/access/access.tsx";
  const lists = "../../../../supabase/functions/_shared/database/task_lists.ts";
  equal(judge(page, "../../data/page.ts"), undefined);
  equal(judge(page, lists, true), undefined);
  match(judge(page, lists) ?? "", /types alone/);
  equal(judge(page, "preact"), undefined);
  match(judge(page, "hono") ?? "", /dashboard\/deno\.json/);
  equal(judge("dashboard/src/data/address_test.ts", lists), undefined);
  equal(judge("dashboard/tests/browser_test.ts", "fast-check"), undefined);
  const source = (kind: string) => `import ${kind}{ TASK_TYPES } from "${lists}";`;
  deepEqual(lint(page, source("type ")), []);
  match(lint(page, source("")).join(), /types alone/);
});

Deno.test("nobody imports URLs, registries by prefix, or packages that deno.json lacks", () => {
  for (
    const specifier of [
      "https://example.com/mod.ts",
      "jsr:@std/assert",
      "npm:zod@4.0.0",
      "file:///tmp/x.ts",
      "/tmp/x.ts",
      "lodash",
      "honolulu",
      "@supabase/other",
    ]
  ) match(judge("scripts/demo.ts", specifier) ?? "", /deno\.json/, specifier);
});

Deno.test("functions take packages from their own deno.json, their tests from the root's too", () => {
  const folder = "supabase/functions/inbound-email";
  match(judge(`${folder}/app.ts`, "fast-check") ?? "", /supabase\/functions\/deno\.json/);
  equal(judge(`${folder}/app_test.ts`, "fast-check"), undefined);
  equal(judge(`${folder}/app_test.ts`, "@supabase/supabase-js"), undefined);
  match(judge("scripts/demo.ts", "@supabase/supabase-js") ?? "", /imports of deno\.json/);
});

Deno.test("functions import zod whole, so that a bundle takes only what is used", () => {
  const file = "supabase/functions/inbound-email/store.ts";
  match(lint(file, 'import { z } from "zod";')[0] ?? "", /import \* as z/);
  deepEqual(lint(file, 'import type { z } from "zod";'), []);
  deepEqual(lint(file, 'import * as z from "zod";'), []);
});

Deno.test("agents alone bring all of supabase-js along", () => {
  const source = 'import { createClient } from "@supabase/supabase-js";';
  match(lint("supabase/functions/inbound-email/store.ts", source)[0] ?? "", /createServiceClient/);
  deepEqual(lint("supabase/functions/_shared/agents/agent_client.ts", source), []);
  const types = source.replace("import", "import type");
  deepEqual(lint("supabase/functions/inbound-email/store.ts", types), []);
});

Deno.test("imports are found in every form they have", () => {
  const forms = [
    'import lodash from "lodash";',
    'import "lodash";',
    'import type { Dictionary } from "lodash";',
    'export { map } from "lodash";',
    'export * from "lodash";',
    'const lodash = await import("lodash");',
    'type Lodash = typeof import("lodash");',
    'type Dictionary = import("lodash").Dictionary;',
  ];
  for (const form of forms) equal(lint("scripts/demo.ts", form).length, 1, form);
  deepEqual(lint("scripts/demo.ts", 'const text = "import lodash"; // import "lodash"'), []);
});

Deno.test("environment, clock, ids and EdgeRuntime stay in their one file of _shared", () => {
  const uses: Record<string, string> = {
    "platform/env.ts": 'Deno.env.get("A");',
    "platform/clock.ts": "[new Date(), Date.now()].length;",
    "platform/ids.ts": "globalThis.crypto.randomUUID();",
    "platform/background.ts": "EdgeRuntime.waitUntil(work);",
  };
  for (const [home, source] of Object.entries(uses)) {
    deepEqual(lint(`supabase/functions/_shared/${home}`, source), [], home);
    const elsewhere = lint("supabase/functions/inbound-email/app.ts", source);
    equal(elsewhere.length >= 1, true, source);
    match(elsewhere[0] ?? "", new RegExp(`_shared/${home} alone`));
    deepEqual(lint("supabase/functions/inbound-email/app_test.ts", source), []);
    deepEqual(lint("scripts/demo.ts", source), []);
  }
});

Deno.test("a date made from a value needs no clock", () => {
  deepEqual(lint("supabase/functions/inbound-email/app.ts", "new Date(0); Date.parse(text);"), []);
});
