import assert from "node:assert/strict";
import type { Place } from "../../packages/tests/testing/place.ts";
import workflow from "../n8n/workflow.json" with { type: "json" };
import { runWorkflow, type Workflow, type WorkflowSetting } from "./n8n_workflow.ts";

/** The workflow for n8n: each of its requests is sent as its node says. */
export function registerN8nCases(place: Place): void {
  async function run(name: string, setting: Partial<WorkflowSetting> = {}) {
    const { url, token } = await place.target();
    return await runWorkflow({ ...workflow, name } as unknown as Workflow, {
      credential: ["Authorization", `Bearer ${token}`],
      settings: { url },
      executionId: name,
      ...setting,
    });
  }
  const read = async (name: string) => {
    const rows = await place.readTasks(name);
    return rows.map(({ status, error_message, output_data, input_data }) => ({
      status,
      error_message,
      output_data,
      input_data,
    }));
  };

  Deno.test("the n8n workflow logs its work, once for each execution", async () => {
    const name = 'n8n "good"';
    const ran = await run(name);
    assert.deepEqual(ran, ["Every night", "Settings", "Log start", "The work", "Log success"]);
    await run(name);
    assert.deepEqual(await read(name), [{
      status: "completed",
      error_message: null,
      output_data: { rows: 42 },
      input_data: { execution: name },
    }]);
  });

  Deno.test("the n8n workflow logs a failure with its message, and its execution fails", async () => {
    const work = () => {
      throw new Error('no "bread"\ntoday');
    };
    await assert.rejects(run("n8n bad", { work }), /The work failed/);
    const [task] = await read("n8n bad");
    assert.deepEqual([task?.status, task?.error_message], ["failed", 'no "bread"\ntoday']);
  });

  Deno.test("the n8n workflow does its work when it cannot be logged", async () => {
    const ran = await run("n8n lost", { settings: { url: "http://127.0.0.1:1" } });
    assert.ok(ran.includes("The work"));
    assert.deepEqual(await read("n8n lost"), []);
  });

  Deno.test("every node of the n8n workflow is connected, and none has a credential of ours", () => {
    const { connections } = workflow as unknown as Workflow;
    const reached = Object.values(connections).flatMap(({ main }) => main.flat());
    const names = workflow.nodes.map(({ name }) => name);
    assert.deepEqual(reached.map(({ node }) => node).sort(), names.slice(1).sort());
    assert.doesNotMatch(JSON.stringify(workflow), /nst_|supabase\.co(?!\/functions)/);
  });
}
