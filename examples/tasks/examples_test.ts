import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { withStack } from "../../supabase/functions/tests/testing/with_stack.ts";
import { createWorld, type World } from "../../supabase/functions/tests/testing/world.ts";

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

Deno.test({
  name:
    "the Python example: odd outputs and errors leave a row that has ended, and good work stands",
  ignore: ignorePython,
  fn: async () => {
    const script = `
import datetime, log_task
from log_task import task
circle = {}
circle["self"] = circle
class Mute:
    def __str__(self):
        raise RuntimeError("mute")
outputs = {
    "NaN": {"n": float("nan"), "i": float("-inf")},
    "dates": {"at": datetime.datetime(2026, 1, 2, 3, 4, 5), "set": {1}, "key": {1: 2}},
    "NUL": {"text": "a\\0b"},
    "half": {"text": "\\ud83d", "whole": "\\ud83d\\ude00"},
    "large": {"text": "x" * 300_000},
    "integer": {"n": 2**60},
    "circle": circle,
    "mute": {"object": Mute()},
}
for name, output in outputs.items():
    with task("email_sync", agent_name="py " + name, input_data={"given": output} if name != "large" else {}) as log:
        log.output = output
        log.cost_usd = float("nan")
for name, error in {
    "empty": ValueError(),
    "NUL": ValueError("a\\0\\ud83d"),
    "emoji": ValueError("x" + "😀" * 9_999),
}.items():
    try:
        with task("email_sync", agent_name="py error " + name):
            raise error
    except ValueError:
        pass
import os
with task("email_sync", agent_name="py gone") as log:
    os.environ["NIGHTSHIFT_URL"] = "http://127.0.0.1:1"
print("all done")
`;
    assert.match(await run("python3", ["-B", "-c", script]), /all done\s*$/);
    const read = async (name: string) => {
      const [row] = await readTasks(`py ${name}`);
      return [row?.["status"], row?.["output_data"] ?? row?.["error_message"]];
    };
    assert.deepEqual(await read("NaN"), ["completed", { n: "nan", i: "-inf" }]);
    assert.deepEqual(await read("dates"), ["completed", {
      at: "2026-01-02T03:04:05",
      set: [1],
      key: { 1: 2 },
    }]);
    assert.deepEqual(await read("NUL"), ["completed", { text: "a\ufffdb" }]);
    assert.deepEqual(await read("half"), ["completed", { text: "\ufffd", whole: "😀" }]);
    const [, large] = await read("large");
    assert.match((large as { note: string }).note, /^The output has 30\d+ bytes, too many/);
    assert.deepEqual(await read("integer"), ["completed", { n: "1152921504606846976" }]);
    assert.deepEqual(await read("circle"), ["completed", { self: "…" }]);
    assert.deepEqual(await read("mute"), ["completed", { object: "Mute" }]);
    assert.deepEqual(await read("error empty"), ["failed", "ValueError"]);
    assert.deepEqual(await read("error NUL"), ["failed", "a\ufffd\ufffd"]);
    assert.deepEqual(await read("error emoji"), ["failed", `x${"😀".repeat(4_999)}`]);
  },
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
  name: "the curl example logs a row of its own each time, and never fails the job that it ends",
  ignore: ignoreCurl,
  fn: async () => {
    const count = async () => (await readTasks("log_task.sh")).length;
    const before = await count();
    await run("sh", ["log_task.sh"], { RUN_ID: "" });
    await run("sh", ["log_task.sh"], { RUN_ID: "" });
    assert.equal(await count(), before + 2);
    await run("sh", ["log_task.sh"], { NIGHTSHIFT_URL: "http://127.0.0.1:1" });
    await run("sh", ["log_task.sh"], { NIGHTSHIFT_TOKEN: "nst_wrong" });
    assert.equal(await count(), before + 2);
  },
});

/** Runs the step of the GitHub Actions example as a runner would, in one job of a matrix. */
async function runStep(workflow: string, shard: number, env: Record<string, string> = {}) {
  const text = await Deno.readTextFile(`${FOLDER}github_actions.yml`);
  const [, variables = "", step = ""] = /env:\n([\s\S]*?)\s{8}run: \|\n([\s\S]*)/.exec(text) ??
    [];
  const values: Record<string, string> = {
    "toJSON(github.workflow)": JSON.stringify(workflow),
    "toJSON(github.job)": JSON.stringify("nightly"),
    "toJSON(matrix)": JSON.stringify({ shard }, null, 2),
  };
  const filled = Array.from(
    variables.matchAll(/^ {10}(\w+): \$\{\{ (toJSON.+) \}\}$/gm),
    ([, name = "", expression = ""]) => [name, values[expression] ?? ""] as const,
  );
  assert.deepEqual(filled.map(([name]) => name), ["WORKFLOW", "JOB", "MATRIX"]);
  return await run("bash", ["-e", "-o", "pipefail", "-c", step], {
    ...Object.fromEntries(filled),
    STATUS: "failed",
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_JOB: "nightly",
    GITHUB_SHA: "0000",
    ...env,
  });
}

Deno.test({
  name: "three jobs of a matrix, in a workflow with quotes in its name, are three rows",
  ignore: ignoreCurl,
  fn: async () => {
    const workflow = 'Nightly "prod" \\ Größe';
    await Promise.all([1, 2, 3].map((shard) => runStep(workflow, shard)));
    const rows = await stack().database.query<Record<string, unknown>>(
      `select status, input_data from public.autonomous_tasks
       where agent_name = $1 order by input_data -> 'matrix' ->> 'shard'`,
      [workflow],
    );
    assert.deepEqual(
      rows,
      [1, 2, 3].map((shard) => ({
        status: "failed",
        input_data: { run: "1", commit: "0000", job: "nightly", matrix: { shard } },
      })),
    );
  },
});

Deno.test({
  name: "a job stays green when its run cannot be logged",
  ignore: ignoreCurl,
  fn: async () => {
    for (
      const env of [
        { NIGHTSHIFT_URL: "http://127.0.0.1:1" },
        { NIGHTSHIFT_URL: "" },
        { NIGHTSHIFT_TOKEN: "nst_wrong" },
      ]
    ) assert.match(await runStep("not logged", 1, env), /::warning::The run was not logged/);
    assert.deepEqual(await readTasks("not logged"), []);
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
