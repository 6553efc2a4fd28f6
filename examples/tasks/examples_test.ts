import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { withStack } from "../../supabase/functions/tests/testing/with_stack.ts";
import { createWorld, type World } from "../../supabase/functions/tests/testing/world.ts";
import { createTaskClient, withTask } from "./with_task.ts";

const FOLDER = fileURLToPath(new URL("./", import.meta.url));
const stack = withStack({ functions: ["autonomous-tasks", "inbound-email"] });
let made: Promise<World> | undefined;
const world = () => made ??= createWorld(stack());

async function target(): Promise<{ url: string; token: string }> {
  const { url, headers } = await world();
  return { url, token: (headers["token"]["authorization"] ?? "").replace("Bearer ", "") };
}

/** Runs a program in this folder with the variables that the examples read. */
async function run(program: string, args: readonly string[], env: Record<string, string> = {}) {
  const { url, token } = await target();
  const { stdout } = await promisify(execFile)(program, [...args], {
    cwd: FOLDER,
    env: { ...Deno.env.toObject(), NIGHTSHIFT_URL: url, NIGHTSHIFT_TOKEN: token, ...env },
  });
  return stdout;
}

async function has(program: string): Promise<boolean> {
  return await promisify(execFile)(program, ["--version"]).then(() => true, () => false);
}

async function readTasks(agentName: string) {
  return await stack().database.query<Record<string, unknown>>(
    `select status, error_message, output_data, cost_estimate_usd::float as cost, duration_ms >= 0 as timed
     from public.autonomous_tasks where agent_name = $1`,
    [agentName],
  );
}

const ignorePython = !await has("python3");
const ignoreCurl = !await has("curl");

Deno.test("withTask logs what the work returned, with its cost", async () => {
  const { url, token } = await target();
  const client = createTaskClient(url, token);
  const rows = await withTask(
    client,
    { task_type: "email_sync", agent_name: "ts good" },
    async (task) => {
      task.addCost(0.25);
      await task.progress({ percent: 50 });
      task.addCost(0.25);
      return { rows: 42 };
    },
  );
  assert.deepEqual(rows, { rows: 42 });
  assert.deepEqual(await readTasks("ts good"), [
    { status: "completed", error_message: null, output_data: { rows: 42 }, cost: 0.5, timed: true },
  ]);
});

Deno.test("withTask logs what the work threw, and throws it on", async () => {
  const { url, token } = await target();
  const work = withTask(
    createTaskClient(url, token),
    { task_type: "email_sync", agent_name: "ts bad" },
    (task) => {
      task.addCost(0.5);
      return Promise.reject(new Error("no bread"));
    },
  );
  await assert.rejects(work, /no bread/);
  assert.deepEqual(await readTasks("ts bad"), [
    { status: "failed", error_message: "no bread", output_data: null, cost: 0.5, timed: true },
  ]);
});

Deno.test("withTask says so when nobody lets it in", async () => {
  const { url } = await target();
  const client = createTaskClient(url, `nst_${"0".repeat(64)}`);
  const work = withTask(client, { task_type: "email_sync" }, () => Promise.resolve(1));
  await assert.rejects(work, /not logged: .*unauthorized/);
});

Deno.test({
  name: "the Python example logs a good end, and a failing block as failed",
  ignore: ignorePython,
  fn: async () => {
    await run("python3", ["log_task.py"]);
    assert.deepEqual(await readTasks("log_task.py"), [
      {
        status: "completed",
        error_message: null,
        output_data: { rows: 42 },
        cost: 0.0045,
        timed: true,
      },
    ]);
    const script =
      "from log_task import task\nwith task('email_sync', agent_name='py bad'):\n    raise ValueError('no bread')";
    await assert.rejects(run("python3", ["-B", "-c", script]), /no bread/);
    const [task] = await readTasks("py bad");
    assert.deepEqual([task?.["status"], task?.["error_message"]], ["failed", "no bread"]);
    const deaf = script.replace(
      "raise",
      "import os; os.environ['NIGHTSHIFT_URL'] = 'http://127.0.0.1:1'; raise",
    );
    await assert.rejects(run("python3", ["-B", "-c", deaf]), /ValueError: no bread\s*$/);
  },
});

Deno.test({
  name: "the curl example logs once, however often it runs, and reads it back",
  ignore: ignoreCurl,
  fn: async () => {
    const first = await run("sh", ["log_task.sh"], { RUN_ID: "7" });
    const second = await run("sh", ["log_task.sh"], { RUN_ID: "7" });
    assert.equal(first, second);
    assert.match(first, /"next_cursor":null/);
    assert.equal((await readTasks("log_task.sh")).length, 1);
  },
});

Deno.test({
  name: "the step of the GitHub Actions example logs how the job ended",
  ignore: ignoreCurl,
  fn: async () => {
    const workflow = await Deno.readTextFile(`${FOLDER}github_actions.yml`);
    const step = workflow.split("run: |\n")[1] ?? "";
    await run("bash", ["-c", step], {
      STATUS: "failed",
      GITHUB_RUN_ID: "1",
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_JOB: "nightly",
      GITHUB_WORKFLOW: "actions",
      GITHUB_SHA: "0000",
    });
    assert.deepEqual((await readTasks("actions")).map(({ status }) => status), ["failed"]);
  },
});

Deno.test({
  name: "two pings of curl are a completed task",
  ignore: ignoreCurl,
  fn: async () => {
    const { pingToken } = await world();
    const ping = (event: string) =>
      run("sh", ["-c", `curl --silent -X POST "$NIGHTSHIFT_URL/ping/$PING_TOKEN/${event}"`], {
        PING_TOKEN: pingToken,
      });
    const started = JSON.parse(await ping("start"));
    assert.deepEqual(JSON.parse(await ping("success")), { ...started, status: "completed" });
  },
});

Deno.test({
  name:
    "the command of the page on email in, with a mail token, stores the message in its workspace",
  ignore: ignoreCurl,
  fn: async () => {
    const { ours, headers } = await world();
    const page = await Deno.readTextFile(`${FOLDER}../../docs/guides/email-in.md`);
    const command = /^curl "\$SUPABASE_URL\/functions\/v1\/inbound-email".*?@message\.eml$/ms.exec(
      page,
    );
    const message = "../mail/harbour-bakery/question_only_allergens.eml";
    const answer = await run(
      "sh",
      ["-c", (command?.[0] ?? "").replace("message.eml", message)],
      {
        SUPABASE_URL: stack().url,
        MAIL_TOKEN: (headers["mail token"]["authorization"] ?? "").replace("Bearer ", ""),
      },
    );
    const { workspace_id: workspaceId, duplicate } = JSON.parse(answer);
    assert.deepEqual([workspaceId, duplicate], [ours, false]);
  },
});
