import { createJobMethods, type JobMethods } from "./job_methods.ts";
import { createReadMethods, type ReadMethods } from "./read_methods.ts";
import { type ClientOptions, createSend } from "./request.ts";
import { createWithTask, type WorkMethods } from "./with_task.ts";
import { createWriteMethods, type WriteMethods } from "./write_methods.ts";

/** A client of one project. */
export interface NightshiftClient extends WriteMethods, ReadMethods, JobMethods, WorkMethods {}

/**
 * Makes a client of the task API. It repeats requests that failed for a while: no response, 408,
 * 429 and 5xx, up to 3 times within 20 seconds. What creates something has an idempotency key, so
 * that nothing is created twice.
 * @throws {TypeError} when `url` is not an http(s) URL, or a header cannot hold the token
 * @example
 * const nightshift = createClient({
 *   url: "https://<project-ref>.supabase.co/functions/v1/autonomous-tasks",
 *   token: "nst_…",
 * });
 * await nightshift.create({ task_type: "email_sync", status: "completed" });
 */
export function createClient(options: ClientOptions): NightshiftClient {
  const send = createSend(options);
  const writes = createWriteMethods(send);
  // deno-lint-ignore no-console -- there is nobody else to tell
  const warn = options.onWarning ?? ((message: string) => console.warn(message));
  return {
    ...writes,
    ...createReadMethods(send),
    ...createJobMethods(send),
    withTask: createWithTask(writes, warn),
  };
}
