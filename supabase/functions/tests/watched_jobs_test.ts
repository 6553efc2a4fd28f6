import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import { readProgram } from "../../../scripts/lib/run_program.ts";
import { readBlocks } from "../../tests/documents/document_blocks.ts";
import { withStack } from "./testing/with_stack.ts";
import { createWorld, type World } from "./testing/world.ts";

const stack = withStack({ functions: ["autonomous-tasks"] });
const GUIDE = "docs/guides/watch-jobs.md";

let made: Promise<World> | undefined;
const world = () => made ??= createWorld(stack());

/** A client in the name of somebody, as an app uses it. */
async function connectAs(name: "owner" | "member" | "viewer") {
  const { headers } = await world();
  return createClient(stack().url, stack().publishableKey, {
    auth: { persistSession: false },
    global: { headers: { ...headers[name] } },
  });
}

/** Runs commands of the guide beside a `backup.sh` that ends with an exit code. */
async function runShell(text: string, exitCode: number): Promise<void> {
  const { url, pingToken } = await world();
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/backup.sh`, `#!/bin/sh\nexit ${exitCode}\n`, {
      mode: 0o755,
    });
    await readProgram("sh", ["-c", text], {
      cwd: folder,
      env: { NIGHTSHIFT_URL: url, PING_TOKEN: pingToken, PING: `${url}/ping/${pingToken}` },
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** One pass of reconcile at a time, such as `now()`. Returns what has been told so far. */
async function reconcile(at: string): Promise<string[]> {
  await stack().database.query(
    `select nightshift.judge_watches(${at}), nightshift.raise_alerts(${at})`,
  );
  const rows = await stack().database.query<{ event: string }>(
    "select event from nightshift.alerts where source like 'watch %' order by created_at, id",
  );
  return rows.map(({ event }) => event);
}

Deno.test("a job of the guide is watched from its first ping to its recovery", async (test) => {
  const { ours, url, pingToken } = await world();
  const [lines, crontab] = readBlocks(GUIDE).filter(({ language }) => language === "sh");
  assert.ok(lines && crontab);
  await stack().database.query(
    `insert into nightshift.alert_rules (name, webhook_url, cool_down)
     values ('ops', 'http://127.0.0.1:9/alerts', '0')`,
  );

  await test.step("an owner expects it, and nobody else may", async () => {
    const watch = {
      workspace_id: ours,
      agent_name: "nightly-backup",
      cron_expression: "30 2 * * *",
      time_zone: "Europe/Berlin",
      grace: "20 minutes",
      max_runtime: "2 hours",
    };
    for (const name of ["member", "viewer"] as const) {
      const refused = await (await connectAs(name)).from("job_watches").insert(watch);
      assert.equal(refused.error?.code, "42501");
    }
    const { error } = await (await connectAs("owner")).from("job_watches").insert(watch);
    assert.equal(error, null);
  });

  await test.step("its exit code is told", async () => {
    await runShell(lines.text, 3);
    assert.deepEqual(await reconcile("now()"), ["failed"]);
    const [task] = await stack().database.query(
      "select agent_name, status, error_message from public.autonomous_tasks",
    );
    assert.deepEqual(task, {
      agent_name: "nightly-backup",
      status: "failed",
      error_message: "The job ended with exit code 3.",
    });
  });

  await test.step("and that it works again", async () => {
    await runShell(crontab.text, 0);
    assert.deepEqual(await reconcile("now()"), ["failed", "recovered"]);
  });

  await test.step("an end after max_runtime gets 200, and is kept beside the watch", async () => {
    const ping = async (event: string) => {
      const response = await fetch(`${url}/ping/${pingToken}/${event}`, {
        method: "POST",
        body: '{"agent_name": "nightly-backup"}',
      });
      return [response.status, (await response.json()).status];
    };
    assert.deepEqual(await ping("start"), [200, "running"]);
    await reconcile("now()");
    const told = await reconcile("now() + interval '2 hours 1 minute'");
    assert.equal(told.at(2), "failed");
    assert.deepEqual(await ping("success"), [200, "failed"]);
    assert.equal((await reconcile("now() + interval '2 hours 2 minutes'")).at(-1), "recovered");
    const { data } = await (await connectAs("viewer")).from("job_watch_states")
      .select("agent_name, status, late_status");
    assert.deepEqual(data, [{
      agent_name: "nightly-backup",
      status: "ok",
      late_status: "completed",
    }]);
  });
});
