import assert from "node:assert/strict";
import type { Place } from "../../packages/tests/testing/place.ts";
import { type Contexts, runAction, type StepResult } from "./composite_action.ts";

const FOLDER = new URL("../github-action/", import.meta.url);
const RUNNER = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "ada/bakery",
  GITHUB_RUN_ID: "17",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_JOB: "bake",
  GITHUB_SHA: "0000",
};

/** The GitHub Action, step by step as a runner runs it. */
export function registerActionCases(place: Place, ignore: boolean): void {
  async function use(
    inputs: Record<string, string>,
    contexts: Contexts = {},
  ): Promise<StepResult> {
    const { url, token } = await place.target();
    const github = { workflow: "bakery" };
    const results = await runAction(FOLDER, { url, token, ...inputs }, {
      github,
      job: { status: "success" },
      matrix: null,
      ...contexts,
    }, RUNNER);
    assert.equal(results.length, 1);
    const [result] = results;
    assert.ok(result);
    return result;
  }

  Deno.test({
    name:
      "the action logs each job of a matrix, in a workflow with quotes in its name, as it ended",
    ignore,
    fn: async () => {
      const workflow = `Nightly "prod" \\ Größe $(touch x) 'a'`;
      await Promise.all(["success", "failure", "cancelled"].map(async (status, shard) => {
        const contexts = { github: { workflow }, job: { status }, matrix: { shard } };
        const { code, stdout } = await use({}, contexts);
        assert.deepEqual([code, stdout], [0, ""]);
      }));
      const rows = await place.readTasks(workflow);
      const byShard = rows.map(({ status, error_message, input_data }) => {
        const { matrix, ...input } = input_data as { matrix: { shard: number } };
        return { shard: matrix.shard, status, error_message, input };
      }).sort((a, b) => a.shard - b.shard);
      const run = "https://github.com/ada/bakery/actions/runs/17";
      const input = { run, attempt: 2, job: "bake", commit: "0000" };
      assert.deepEqual(byShard, [
        { shard: 0, status: "completed", error_message: null, input },
        { shard: 1, status: "failed", error_message: `The job bake failed: ${run}`, input },
        { shard: 2, status: "cancelled", error_message: null, input },
      ]);
    },
  });

  Deno.test({
    name: "the action runs a command, ends as it ends, and logs its output",
    ignore,
    fn: async () => {
      const [good, bad] = await Promise.all([
        use({ name: `action "good"`, run: `echo "it's $((6 * 7))"\nfalse | true || echo piped` }),
        use({ name: "action bad", run: "echo before\nexit 6", "task-type": "email_sync" }),
      ]);
      assert.deepEqual([good.code, good.stdout], [0, "it's 42\npiped\n"]);
      assert.deepEqual([bad.code, bad.stdout], [6, "before\n"]);
      const [completed] = await place.readTasks(`action "good"`);
      assert.equal(completed?.["status"], "completed");
      const [failed] = await place.readTasks("action bad");
      assert.deepEqual([failed?.["status"], failed?.["task_type"]], ["failed", "email_sync"]);
      assert.match(`${failed?.["error_message"]}`, /exit code 6\. before$/);
    },
  });

  Deno.test({
    name: "the action keeps a job green that cannot be logged, and says so",
    ignore,
    fn: async () => {
      for (const inputs of [{ url: "" }, { token: "nst_wrong" }]) {
        const { code, stdout } = await use({ name: "action lost", ...inputs });
        assert.equal(code, 0);
        assert.match(stdout, /^::warning::The run was not logged: .+\n$/);
      }
      const { code, stdout, stderr } = await use({ url: "", name: "action lost", run: "echo on" });
      assert.deepEqual([code, stdout], [0, "on\n"]);
      assert.match(stderr, /was not logged/);
      assert.deepEqual(await place.readTasks("action lost"), []);
    },
  });
}
