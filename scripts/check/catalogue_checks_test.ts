import { deepEqual } from "node:assert/strict";
import { compareEnv, compareErrors, compareSettings, listSqlCodes } from "./catalogue_checks.ts";

Deno.test("codes and sections that match give no finding", () => {
  const page = "# Errors\n\n## How to read this\n\n### `body_too_large`\n\n## unauthorized\n";
  deepEqual(compareErrors(["body_too_large", "unauthorized"], page), []);
});

Deno.test("a code without a section and a section without a code are found", () => {
  deepEqual(compareErrors(["unauthorized"], "# Errors\n\n## `gone_long_ago`\n"), [
    {
      file: "docs/reference/errors.md",
      line: 3,
      message: "no problem has the code gone_long_ago; remove the section or add the code",
    },
    {
      file: "docs/reference/errors.md",
      message: 'the code unauthorized has no section "## unauthorized"',
    },
  ]);
});

Deno.test("variables of the platform need no line, our own need one, set or commented out", () => {
  const names = ["SUPABASE_URL", "CRON_SECRET", "RUN_MAX_EMAILS"];
  deepEqual(compareEnv(names, "# The secret.\nCRON_SECRET=\n# RUN_MAX_EMAILS=200\n"), []);
});

Deno.test("a variable that one side lacks is found", () => {
  deepEqual(compareEnv(["CRON_SECRET"], "OLD_NAME=1\n"), [
    {
      file: ".env.example",
      line: 1,
      message: "supabase/functions/_shared/platform/env.ts does not read OLD_NAME",
    },
    {
      file: ".env.example",
      message: "CRON_SECRET is missing; supabase/functions/_shared/platform/env.ts reads it",
    },
  ]);
});

Deno.test("the codes of SQL are the first words of its exceptions", () => {
  const sql =
    "raise exception 'task_time_invalid: %', now(); raise exception\n  'schedule_not_found: no';";
  deepEqual(listSqlCodes(sql), ["task_time_invalid", "schedule_not_found"]);
  deepEqual(
    listSqlCodes("raise exception 'Nightshift needs the extension %.'; raise notice 'a_b: c';"),
    [],
  );
});

Deno.test("a setting that the page lacks, or has too much, is found", () => {
  const page = "| name | default |\n| --- | --- |\n| `CRON_SECRET` | |\n| `OLD_NAME` | |\n";
  deepEqual(compareSettings("CRON_SECRET=\nRUN_MAX_EMAILS=200\n", page), [
    { file: "docs/reference/settings.md", message: "RUN_MAX_EMAILS of .env.example is missing" },
    { file: "docs/reference/settings.md", message: ".env.example has no OLD_NAME" },
  ]);
});
