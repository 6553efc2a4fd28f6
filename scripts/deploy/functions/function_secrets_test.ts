import { deepEqual, doesNotMatch, equal, match, rejects } from "node:assert/strict";
import { parseEnv } from "node:util";
import type { Cli } from "../cli.ts";
import { listDiffering, readSettings, setSecrets } from "./function_secrets.ts";
import { digestText } from "./secret_plan.ts";

Deno.test("settings that are empty or the same already are not set again", async () => {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, "# ours\nRUN_MAX_EMAILS=50\nCORS_ORIGINS=\nCRON_SECRET='x y'\n");
    const settings = await readSettings(file);
    deepEqual([...settings], [["RUN_MAX_EMAILS", "50"], ["CRON_SECRET", "x y"]]);
    deepEqual(listDiffering(settings, new Map([["RUN_MAX_EMAILS", digestText("50")]])), [
      "CRON_SECRET",
    ]);
  } finally {
    await Deno.remove(file);
  }
  await rejects(readSettings("/nowhere/.env"), /--settings \/nowhere\/\.env cannot be read/);
});

Deno.test("secrets reach the CLI by a file of this user that is gone afterwards, whatever is in them", async () => {
  const secrets = [
    ["PLAIN", "a b#c$d"],
    ["QUOTES", `it's "x"`],
    ["LINES", "it's\ntwo"],
    ["BACKSLASHES", "a\\n\\b's"],
    ["TWO_KINDS", "it's `x`"],
  ] as const;
  let read = "";
  let path = "";
  let mode = 0;
  const cli: Pick<Cli, "run"> = {
    run: async (args) => {
      path = args.at(-1) ?? "";
      read = await Deno.readTextFile(path);
      mode = (await Deno.stat(path)).mode ?? 0;
      return "";
    },
  };
  await setSecrets(cli, secrets);
  deepEqual(Object.entries(parseEnv(read)), secrets);
  equal(mode & 0o077, 0);
  await rejects(Deno.stat(path), Deno.errors.NotFound);
});

Deno.test("a value that no line can hold is rejected by its name, not its text", async () => {
  const cli: Pick<Cli, "run"> = { run: () => Promise.reject(new Error("was called")) };
  await rejects(setSecrets(cli, [["KEY", "hush ' ` \""]]), (error: Error) => {
    match(error.message, /^KEY has quotes of several kinds/);
    doesNotMatch(error.message, /hush/);
    return true;
  });
});
