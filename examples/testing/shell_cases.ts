import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Place } from "../../packages/tests/testing/place.ts";
import { readBearer } from "../../supabase/functions/tests/testing/world.ts";

const FOLDER = fileURLToPath(new URL("../shell/", import.meta.url));

/** What a shell with curl does: the example, pings, and the command of the page on email in. */
export function registerShellCases(place: Place, ignore: boolean): void {
  const run = async (args: readonly string[], env: Record<string, string> = {}) =>
    (await place.run("sh", args, { cwd: FOLDER, env })).stdout;

  Deno.test({
    name: "the curl example logs once, however often it runs, and reads it back",
    ignore,
    fn: async () => {
      const first = await run(["log_task.sh"], { RUN_ID: "7" });
      const second = await run(["log_task.sh"], { RUN_ID: "7" });
      assert.equal(first, second);
      assert.match(first, /"next_cursor":null/);
      assert.equal((await place.readTasks("log_task.sh")).length, 1);
    },
  });

  Deno.test({
    name: "the curl example logs a row of its own each time, and never fails the job that it ends",
    ignore,
    fn: async () => {
      const count = async () => (await place.readTasks("log_task.sh")).length;
      const before = await count();
      await run(["log_task.sh"], { RUN_ID: "" });
      await run(["log_task.sh"], { RUN_ID: "" });
      assert.equal(await count(), before + 2);
      await run(["log_task.sh"], { NIGHTSHIFT_URL: "http://127.0.0.1:1" });
      await run(["log_task.sh"], { NIGHTSHIFT_TOKEN: "nst_wrong" });
      assert.equal(await count(), before + 2);
    },
  });

  Deno.test({
    name: "two pings of curl are a completed task",
    ignore,
    fn: async () => {
      const { pingToken } = await place.world();
      const ping = (event: string) =>
        run(["-c", `curl --silent -X POST "$NIGHTSHIFT_URL/ping/$PING_TOKEN/${event}"`], {
          PING_TOKEN: pingToken,
        });
      const started = JSON.parse(await ping("start"));
      assert.deepEqual(JSON.parse(await ping("success")), { ...started, status: "completed" });
    },
  });

  Deno.test({
    name:
      "the command of the page on email in, with a mail token, stores the message in its workspace",
    ignore,
    fn: async () => {
      const { ours, headers } = await place.world();
      const page = await Deno.readTextFile(`${FOLDER}../../docs/guides/email-in.md`);
      const command = /^curl "\$SUPABASE_URL\/functions\/v1\/inbound-email".*?@message\.eml$/ms
        .exec(page);
      const message = "../mail/harbour-bakery/question_only_allergens.eml";
      const answer = await run(["-c", (command?.[0] ?? "").replace("message.eml", message)], {
        SUPABASE_URL: place.stack().url,
        MAIL_TOKEN: readBearer(headers["mail token"]),
      });
      const { workspace_id: workspaceId, duplicate } = JSON.parse(answer);
      assert.deepEqual([workspaceId, duplicate], [ours, false]);
    },
  });
}
