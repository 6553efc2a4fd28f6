import type { World } from "../../../supabase/functions/tests/testing/world.ts";
import { fuzzApi, type FuzzReport } from "./fuzz.ts";
import type { ApiDocument } from "./requests.ts";

/** Fuzzes the function of a running stack, with the document that it serves. */
export async function fuzzWorld(world: World, count: number, seed: number): Promise<FuzzReport> {
  const answer = await fetch(`${world.url}/openapi.json`);
  const document: ApiDocument = await answer.json();
  const ids = { workspaces: [world.ours, world.theirs], tasks: await logTasks(world) };
  return await fuzzApi({
    document,
    targets: { callers: Object.values(world.headers), ids, tokens: [world.pingToken] },
    count,
    seed,
    send: ({ method, path, headers, body }) =>
      fetch(`${world.url}${path}`, { method, headers, ...(body === null ? {} : { body }) }),
  });
}

/** A task of ours in every state, for requests to be about something. */
async function logTasks({ url, ours, headers }: World): Promise<string[]> {
  const statuses = ["pending", "running", "completed", "failed", "partial_failure", "cancelled"];
  const tasks = statuses.map((status) => ({ workspace_id: ours, task_type: "email_sync", status }));
  const response = await fetch(`${url}/tasks`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers["secret key"] },
    body: JSON.stringify({ tasks }),
  });
  const { results }: { results: { task: { id: string } }[] } = await response.json();
  return results.map(({ task }) => task.id);
}
