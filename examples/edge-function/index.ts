/**
 * An Edge Function of yours that logs what it does, in the name of whoever calls it: the user, or a
 * system with an ingest token. The import map says where the client is.
 */
import { createClient, isNightshiftError } from "nightshift-client";

const url = `${Deno.env.get("SUPABASE_URL")}/functions/v1/autonomous-tasks`;

export default {
  async fetch(request: Request): Promise<Response> {
    const token = (request.headers.get("authorization") ?? "").replace(/^Bearer /i, "");
    const { workspace_id, numbers } = await request.json();
    const start = {
      task_type: "daily_analytics_rollup",
      agent_name: "sum",
      ...(workspace_id === undefined ? {} : { workspace_id }),
    } as const;
    try {
      const sum = await createClient({ url, token }).withTask(start, () => ({ sum: add(numbers) }));
      return Response.json(sum);
    } catch (error) {
      const status = isNightshiftError(error) ? error.status ?? 503 : 422;
      const message = error instanceof Error ? error.message : "It failed.";
      return Response.json({ error: message }, { status });
    }
  },
};

/** @throws {TypeError} when something is no number */
function add(numbers: readonly unknown[]): number {
  return numbers.reduce((sum: number, number) => {
    if (typeof number !== "number") throw new TypeError(`${JSON.stringify(number)} is no number.`);
    return sum + number;
  }, 0);
}
