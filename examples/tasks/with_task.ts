/**
 * Logs a piece of work as a task: running, then completed or failed, with duration and cost.
 * Copy this file and `api_types.ts`; the one package is `openapi-fetch`.
 */
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api_types.ts";

export type TaskClient = Client<paths>;
type Task = components["schemas"]["Task"];

/** What is told about a task at its start. */
export type TaskStart = Pick<
  components["schemas"]["NewTask"],
  "task_type" | "workspace_id" | "input_data" | "agent_name" | "triggered_by"
>;

/** What the work gets. */
export interface RunningTask {
  readonly id: string;
  /** Adds up what the work costs, in US dollars. */
  addCost(usd: number): void;
  /** Tells how far the work is; the fields add up in `output_data`. */
  progress(output: Record<string, unknown>): Promise<void>;
}

/**
 * A typed client of the API.
 * @param url `https://PROJECT.supabase.co/functions/v1/autonomous-tasks`
 * @param token an ingest token of the scope `tasks`
 */
export function createTaskClient(url: string, token: string): TaskClient {
  return createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } });
}

/**
 * Does the work and logs it. What it returns becomes `output_data`; what it throws makes the task
 * failed and is thrown on. Work that has begun is never harmed by its log: what cannot be stored is
 * replaced, and an end that cannot be logged is a warning on the console.
 * @throws {Error} when the start cannot be logged; the work has not begun then
 */
export async function withTask<Output>(
  client: TaskClient,
  start: TaskStart,
  work: (task: RunningTask) => Promise<Output>,
): Promise<Output> {
  const body = { ...toStorable(start) as TaskStart, status: "running" as const };
  const { id } = read(await client.POST("/tasks", { body }));
  const params = { path: { id } };
  let cost: number | undefined;
  const costOf = () =>
    cost !== undefined && Number.isFinite(cost) && cost >= 0 ? { cost_estimate_usd: cost } : {};
  let output: Output;
  try {
    output = await work({
      id,
      addCost: (usd) => void (cost = (cost ?? 0) + usd),
      progress: (fields) =>
        log(id, (facts) => client.POST("/tasks/{id}/progress", { params, body: facts }), {
          ...limitOutput(fields),
          ...costOf(),
        }),
    });
  } catch (error) {
    const message = describeError(error).slice(0, 10_000).toWellFormed().replaceAll("\0", "\ufffd");
    await log(
      id,
      (facts) =>
        client.POST("/tasks/{id}/fail", { params, body: { error_message: message, ...facts } }),
      costOf(),
    );
    throw error;
  }
  await log(
    id,
    (facts) => client.POST("/tasks/{id}/complete", { params, body: facts }),
    { ...(output === undefined ? {} : limitOutput(output)), ...costOf() },
  );
  return output;
}

interface Facts {
  output_data?: unknown;
  cost_estimate_usd?: number;
}

type Answer = Promise<{ data?: unknown; error?: unknown }>;

/** Sends all that is known, else what went wrong; never throws. */
async function log(id: string, send: (facts: Facts) => Answer, facts: Facts): Promise<void> {
  try {
    read(await send(facts));
  } catch (problem) {
    const note = `The output could not be logged: ${describeError(problem)}`.slice(0, 1_000);
    try {
      read(await send({ output_data: { note: toStorable(note) } }));
    } catch (second) {
      // deno-lint-ignore no-console -- there is nobody else to tell
      console.warn(`Task ${id} was not logged: ${describeError(second)}`);
    }
  }
}

const MAX_OUTPUT_BYTES = 250_000;
const MAX_DEPTH = 24;

function limitOutput(output: unknown): Facts {
  const storable = toStorable(output);
  const size = new TextEncoder().encode(JSON.stringify(storable) ?? "").length;
  if (size <= MAX_OUTPUT_BYTES) return { output_data: storable };
  return { output_data: { note: `The output has ${size} bytes, too many to store.` } };
}

/** The value as JSON that the API takes: no NaN, NUL, half emoji or circle; dates as ISO 8601. */
function toStorable(value: unknown, parents: readonly unknown[] = []): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\ufffd");
  if (typeof value === "number") {
    return Number.isInteger(value) && !Number.isSafeInteger(value) || !Number.isFinite(value)
      ? String(value)
      : value;
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (parents.includes(value) || parents.length >= MAX_DEPTH) return "…";
  const path = [...parents, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return toStorable(describeError(value));
  if (value instanceof Map) return toStorable(Object.fromEntries(value), path);
  if (Array.isArray(value) || value instanceof Set) {
    return [...value].map((item) => toStorable(item, path));
  }
  const fields = Object.entries(value).map(([key, item]) => [
    toStorable(key),
    toStorable(item, path),
  ]);
  return Object.fromEntries(fields);
}

/** What was thrown, in words; objects without a message are shown as they are. */
function describeError(error: unknown): string {
  try {
    const message = error instanceof Object && "message" in error ? error.message : error;
    const text = typeof message === "string" ? message : JSON.stringify(toStorable(message));
    return text || "It failed without a message.";
  } catch {
    return "It failed with something that cannot be shown.";
  }
}

function read({ data, error }: { data?: unknown; error?: unknown }): Task {
  if (data !== undefined) return data as Task;
  throw new Error(`The task was not logged: ${JSON.stringify(error)}`);
}
