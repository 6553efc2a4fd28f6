import type { Send } from "./request.ts";
import type { BatchResult, Completion, Failure, NewTask, Ping, Progress, Task } from "./types.ts";

/** How a request is told from a new one. */
export interface Keyed {
  /**
   * Names the request, 1 to 255 characters. A repeated one creates nothing for 24 hours. A random
   * key by default, so that the client's own retries create nothing twice.
   */
  readonly idempotencyKey?: string;
}

/** What a ping says besides its event. */
export interface PingReport {
  /** Which job it is, at most 200 characters. The name of the token by default. */
  readonly agentName?: string;
  /** Text, or an object, of at most 100 kB. */
  readonly body?: string | object;
}

/** What logs tasks and moves them on. Every method rejects with a `NightshiftError`. */
export interface WriteMethods {
  /**
   * Logs a task. With an `id` of your own it moves on the task that has this id.
   * @throws `invalid_request`, `workspace_not_found`, `task_id_taken`, `task_time_invalid`,
   * `task_invalid` (data of more than 256 kB), `daily_quota_exceeded`
   * @example
   * const { id } = await nightshift.create({ task_type: "email_sync", status: "running" });
   */
  create(task: NewTask, keyed?: Keyed): Promise<Task>;

  /**
   * Logs 1 to 500 tasks in one request, which counts as one for the rate limit.
   * @returns one result for each task in their order: `{ status: 201, task }`, or `{ status,
   * problem }` when it was rejected
   * @throws as `create`, for the whole request
   * @example
   * const task = { task_type: "email_sync", status: "completed" } as const;
   * await nightshift.createMany(boxes.map((agent_name) => ({ ...task, agent_name })));
   */
  createMany(tasks: readonly NewTask[], keyed?: Keyed): Promise<BatchResult[]>;

  /**
   * Starts a pending task. A running one stays as it is.
   * @param id of the task, a UUID
   * @param start `executed_at`, an ISO 8601 time, is now by default
   * @throws `task_not_found`, `task_already_finished`
   * @example await nightshift.start(id);
   */
  start(id: string, start?: { readonly executed_at?: string }): Promise<Task>;

  /**
   * Says how far a running task is. An object in `output_data` is merged into the stored one.
   * @throws `task_not_found`, `task_already_finished`, `task_transition_invalid`, `task_invalid`
   * @example await nightshift.progress(id, { output_data: { percent: 50 } });
   */
  progress(id: string, progress: Progress): Promise<Task>;

  /**
   * Says that a running task is alive: its `updated_at` becomes now.
   * @throws `task_not_found`, `task_already_finished`, `task_transition_invalid`
   * @example await nightshift.heartbeat(id);
   */
  heartbeat(id: string): Promise<Task>;

  /**
   * Completes a task, or with the status `partial_failure` a part of it.
   * @param end costs are US dollars from 0, data is JSON of at most 256 kB
   * @throws `task_not_found`, `task_already_finished`, `task_time_invalid`, `task_invalid`
   * @example await nightshift.complete(id, { output_data: { rows: 42 }, cost_estimate_usd: 0.01 });
   */
  complete(id: string, end?: Completion): Promise<Task>;

  /**
   * Marks a task as failed.
   * @param failure the message, 1 to 10,000 characters, or all that `POST /tasks/{id}/fail` takes
   * @throws `task_not_found`, `task_already_finished`, `task_time_invalid`, `task_invalid`
   * @example await nightshift.fail(id, "The mailbox did not answer.");
   */
  fail(id: string, failure: string | Failure): Promise<Task>;

  /**
   * Cancels a task that has not ended.
   * @param reason 1 to 10,000 characters, none by default
   * @throws `task_not_found`, `task_already_finished`
   * @example await nightshift.cancel(id, "No longer needed.");
   */
  cancel(id: string, reason?: string): Promise<Task>;

  /**
   * Logs a new pending task like one that failed or was cancelled. Repeated, it is the same one.
   * @throws `task_not_found`, `task_not_retryable`, `daily_quota_exceeded`
   * @example const { id: next } = await nightshift.retry(id);
   */
  retry(id: string): Promise<Task>;

  /**
   * Reports a job by a token of the scope `ping`, without a task id. A ping is sent again only when
   * its rate was limited: repeated, it would be another run.
   * @param token the ping token
   * @param event `start`, `success`, `fail`, or an exit code of 0 to 255; `success` by default
   * @throws `unauthorized`, `forbidden`, `daily_quota_exceeded`
   * @example await nightshift.ping(token, "fail", { body: "The disk is full." });
   */
  ping(
    token: string,
    event?: "start" | "success" | "fail" | number,
    report?: PingReport,
  ): Promise<Ping>;
}

/** The methods of a client that write. */
export function createWriteMethods(send: Send): WriteMethods {
  return {
    create: (task, { idempotencyKey } = {}) => {
      // A key would keep a task that has an id from moving on.
      const key = idempotencyKey ?? (task.id === undefined ? crypto.randomUUID() : undefined);
      const parts = key === undefined ? { body: task } : { body: task, idempotencyKey: key };
      return send("post", "/tasks", parts) as Promise<Task>;
    },
    createMany: async (tasks, { idempotencyKey = crypto.randomUUID() } = {}) => {
      const answer = await send("post", "/tasks", { body: { tasks }, idempotencyKey });
      return (answer as { results: BatchResult[] }).results;
    },
    start: (id, body = {}) => send("post", "/tasks/{id}/start", { path: { id }, body }),
    progress: (id, body) => send("post", "/tasks/{id}/progress", { path: { id }, body }),
    heartbeat: (id) => send("post", "/tasks/{id}/progress", { path: { id }, body: {} }),
    complete: (id, body = {}) => send("post", "/tasks/{id}/complete", { path: { id }, body }),
    fail: (id, failure) => {
      const body = typeof failure === "string" ? { error_message: failure } : failure;
      return send("post", "/tasks/{id}/fail", { path: { id }, body });
    },
    cancel: (id, reason) => {
      const body = reason === undefined ? {} : { error_message: reason };
      return send("post", "/tasks/{id}/cancel", { path: { id }, body });
    },
    retry: (id) => send("post", "/tasks/{id}/retry", { path: { id } }),
    ping: (token, event = "success", { agentName, body } = {}) =>
      send("post", "/ping/{token}/{event}", {
        path: { token, event: String(event) },
        query: { agent_name: agentName },
        ...(typeof body === "string" ? { text: body } : { body }),
        isRepeatable: false,
      }),
  };
}
