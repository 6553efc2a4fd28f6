import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { makeAgent } from "./surface_cases.ts";
import type { Place } from "./place.ts";

/** Where the module is. */
export const PYTHON_FOLDER = fileURLToPath(new URL("../../python/", import.meta.url));

/** Every method of the Python client, against the API. Prints what it got as JSON. */
const SURFACE = `
import json, sys
from nightshift import Nightshift, NightshiftError
ping_token, agent, ours, theirs = sys.argv[1:]
client = Nightshift()
got = {}
row = client.create("email_sync", agent_name="py steps")
client.start(row["id"])
client.progress(row["id"], output_data={"a": 1})
client.heartbeat(row["id"])
got["failed"] = client.fail(row["id"], "no bread")["output_data"]
got["why"] = client.why("task", row["id"])
second = client.retry(row["id"])
got["cancelled"] = client.cancel(second["id"], "not now")["status"]
got["got"] = client.get(row["id"])["status"]
try:
    client.complete(row["id"])
except NightshiftError as error:
    got["error"] = [error.code, error.status, error.attempts, bool(error.request_id)]
try:
    client.create("email_sync", cost_estimate_usd=-1)
except NightshiftError as error:
    got["field"] = [error.code, [field["pointer"] for field in error.errors]]
batch = {"task_type": "email_sync", "status": "failed", "agent_name": "py batch", "cost_estimate_usd": 0.5}
results = client.create_many([batch, batch, batch, {**batch, "workspace_id": theirs}])
got["batch"] = [result["status"] for result in results]
got["all"] = len({task["id"] for task in client.find_all(agent_name="py batch", limit=2)})
got["failures"] = len(client.failures(agent_name="py batch", limit=2)["tasks"])
got["costs"] = client.costs(agent_name="py batch", days_back=1)["total"]
got["summary"] = client.summary(agent_name="py batch")[0]["failed_executions"]
got["timeline"] = client.timeline(limit=1)
got["watches"] = client.watches(agent_name="py batch")
got["health"] = client.health()["status"]
client.ping(ping_token, "start", agent_name="py ping")
ended = client.ping(ping_token, 3, agent_name="py ping", body="a\\n\\nb")
got["lines"] = [line["message"] for line in client.lines(ended["task_id"])]
got["ping"] = client.ping(ping_token, body={"agent_name": "py ping"})["status"]
[job] = client.enqueue(agent, [{"payload": {"file": "a.csv"}, "key": "py a"}])
got["exists"] = client.enqueue(agent, [{"key": "py a"}])[0]["outcome"]
got["payload"] = client.get_job(job["id"])["payload"]
got["jobs"] = job["id"] in [other["id"] for other in client.find_jobs(agent=agent)["jobs"]]
got["cancelled job"] = client.cancel_job(job["id"])["status"]
got["retried job"] = client.retry_job(job["id"])["status"]
got["requeued"] = client.requeue_jobs(agent, ours)
print(json.dumps(got))
`;

/** What work may return or raise, and what a decorated function does. */
const WORK = `
import asyncio, datetime, os
import nightshift
from nightshift import Nightshift, task
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
    with task("email_sync", agent_name="py " + name, input_data={"given": output}) as log:
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

@task("email_sync", agent_name="py decorated")
def add(a, b):
    nightshift.current_task().add_cost(0.25)
    nightshift.current_task().progress(half=1)
    nightshift.current_task().heartbeat()
    if b == 0:
        raise ValueError("no bread")
    return {"sum": a + b}
assert add(1, b=2) == {"sum": 3} and add.__name__ == "add" and nightshift.current_task() is None
try:
    add(1, 0)
except ValueError:
    pass

@task("email_sync", agent_name="py async")
async def add_later(a, b):
    await asyncio.sleep(0)
    nightshift.current_task().mark_partial("half of it")
    return {"sum": a + b}
assert asyncio.run(add_later(1, 2)) == {"sum": 3}

try:
    with task("email_sync", agent_name="py exit"):
        raise SystemExit(0)
except SystemExit:
    pass
with task("email_sync", agent_name='py "quotes"\\n' + "x" * 300) as log:
    pass

url, lines = os.environ["NIGHTSHIFT_URL"], []
late = Nightshift("http://127.0.0.1:1/nothing", max_retries=0, on_warning=lines.append)
with late.task("email_sync", agent_name="py late") as log:
    late.url = url
    log.output = {"rows": 1}
assert len(lines) == 1 and "The start of task" in lines[0], lines
with late.task("email_sync", agent_name="py gone") as log:
    late.url = "http://127.0.0.1:1/nothing"
assert len(lines) == 2 and "was not logged: unreachable" in lines[1], lines
stranger = Nightshift(url, "nst_" + "0" * 64)
try:
    with stranger.task("email_sync"):
        print("BEGUN")
except nightshift.NightshiftError as error:
    assert error.code == "unauthorized", error
print("all done")
`;

/** The Python module logs, reads and asks as the client does. */
export function registerPythonCases(place: Place, ignore: boolean): void {
  const runScript = async (script: string, args: readonly string[] = []) =>
    await place.run("python3", ["-B", "-c", script, ...args], { cwd: PYTHON_FOLDER });

  Deno.test({
    name: "the Python client has every operation of the API",
    ignore,
    fn: async () => {
      const { pingToken, ours, theirs } = await place.world();
      const agent = await makeAgent(place);
      const { stdout } = await runScript(SURFACE, [pingToken, agent, ours, theirs]);
      const { why, ...got } = JSON.parse(stdout);
      assert.match(why, /no bread/);
      assert.deepEqual(got, {
        "failed": { a: 1 },
        "cancelled": "cancelled",
        "got": "failed",
        "error": ["task_already_finished", 409, 1, true],
        "field": ["invalid_request", ["/cost_estimate_usd"]],
        "batch": [201, 201, 201, 404],
        "all": 3,
        "failures": 2,
        "costs": 1.5,
        "summary": 3,
        "timeline": [],
        "watches": [],
        "health": "ok",
        "lines": ["a", "b"],
        "ping": "completed",
        "exists": "exists",
        "payload": { file: "a.csv" },
        "jobs": true,
        "cancelled job": "cancelled",
        "retried job": "pending",
        "requeued": 0,
      });
    },
  });

  Deno.test({
    name:
      "work in Python gets its end whatever it returns or raises, and good work is never harmed",
    ignore,
    fn: async () => {
      assert.equal((await runScript(WORK)).stdout, "all done\n");
      const read = async (name: string) => {
        const [row] = await place.readTasks(`py ${name}`);
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
      const decorated = await place.readTasks("py decorated");
      assert.deepEqual(
        decorated.map(({ status, error_message, output_data, cost }) => [
          status,
          error_message,
          output_data,
          cost,
        ]),
        [["failed", "no bread", { half: 1 }, 0.25], ["completed", null, { sum: 3 }, 0.25]],
      );
      const [partly] = await place.readTasks("py async");
      assert.deepEqual(
        [partly?.["status"], partly?.["error_message"], partly?.["output_data"]],
        ["partial_failure", "half of it", { sum: 3 }],
      );
      assert.deepEqual(await read("exit"), ["completed", null]);
      assert.deepEqual(await read(`"quotes"\n${"x".repeat(188)}`), ["completed", null]);
      assert.deepEqual(await read("late"), ["completed", { rows: 1 }]);
      assert.deepEqual(await read("gone"), ["running", null]);
    },
  });

  Deno.test({
    name: "a failing block in Python is failed, and its own error reaches the caller, log or not",
    ignore,
    fn: async () => {
      const script = (place: string) =>
        `from nightshift import task\nimport os\nwith task('email_sync', agent_name='py bad'):\n    ${place}\n    raise ValueError('no bread')`;
      await assert.rejects(runScript(script("pass")), /ValueError: no bread\s*$/);
      const [task] = await place.readTasks("py bad");
      assert.deepEqual([task?.["status"], task?.["error_message"]], ["failed", "no bread"]);
    },
  });

  Deno.test({
    name:
      "the Python client repeats what failed for a while, with one key, and goes where it is told",
    ignore,
    fn: async () => {
      const seen: { path: string; key: string | null; token: string | null }[] = [];
      const refuse = (status: number, code: string, headers: Record<string, string> = {}) =>
        Response.json({ code, detail: "So it is." }, { status, headers });
      const server = Deno.serve(
        { hostname: "127.0.0.1", port: 0, onListen: () => {} },
        (request) => {
          const { pathname } = new URL(request.url);
          const token = request.headers.get("authorization");
          seen.push({ path: pathname, key: request.headers.get("idempotency-key"), token });
          const count = seen.filter(({ path }) => path === pathname).length;
          if (pathname === "/ok/tasks") {
            if (count === 1) return refuse(503, "store_unavailable");
            if (count === 2) return refuse(429, "rate_limited", { "retry-after": "0" });
            return Response.json({ id: "1" }, { status: 201 });
          }
          if (pathname === "/quota/tasks") return refuse(429, "daily_quota_exceeded");
          if (pathname === "/page/tasks") return new Response("<html>nst_abc", { status: 200 });
          if (pathname === "/away/tasks") {
            return new Response(null, { status: 302, headers: { location: "/stolen" } });
          }
          return refuse(503, "store_unavailable");
        },
      );
      const script = `
import json, sys, nightshift
nightshift.FIRST_WAIT_SECONDS = 0.01
codes = []
for place in ("ok", "quota", "page", "away", "down"):
    client = nightshift.Nightshift(sys.argv[1] + place)
    try:
        if place == "down":
            client.ping("nst_1", "start")
        codes.append(client.create("email_sync")["id"])
    except nightshift.NightshiftError as error:
        codes.append([error.code, error.status, error.attempts])
print(json.dumps(codes))
`;
      try {
        const { stdout } = await runScript(script, [`http://127.0.0.1:${server.addr.port}/`]);
        assert.deepEqual(JSON.parse(stdout), [
          "1",
          ["daily_quota_exceeded", 429, 1],
          ["unknown_response", 502, 4],
          ["unknown_response", 302, 1],
          ["store_unavailable", 503, 1],
        ]);
      } finally {
        await server.shutdown();
      }
      const keys = seen.filter(({ path }) => path === "/ok/tasks").map(({ key }) => key);
      assert.equal(keys.length, 3);
      assert.equal(new Set(keys).size, 1);
      assert.match(keys[0] ?? "", /^[0-9a-f-]{36}$/);
      assert.ok(!seen.some(({ path }) => path === "/stolen"));
    },
  });

  Deno.test({
    name: "the Python module is Python 3.9 with the standard library alone, and both clients agree",
    ignore,
    fn: async () => {
      const script = `
import ast, json, sys
tree = ast.parse(open("nightshift.py", encoding="utf-8").read(), feature_version=(3, 9))
imported = {name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
imported |= {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
import nightshift
methods = [name for name in vars(nightshift.Nightshift) if not name.startswith("_")]
undocumented = [name for name in methods if ">>>" not in getattr(nightshift.Nightshift, name).__doc__]
print(json.dumps([sorted(imported - set(sys.stdlib_module_names)), undocumented, sorted(methods)]))
`;
      const { stdout } = await runScript(script);
      const [foreign, undocumented, methods] = JSON.parse(stdout);
      assert.deepEqual([foreign, undocumented], [[], []]);
      const { createClient } = await import("nightshift-client");
      const ours = Object.keys(createClient({ url: "http://127.0.0.1" }))
        .map((name) => name === "withTask" ? "task" : name)
        .map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      assert.deepEqual(methods, ours.sort());
    },
  });
}
