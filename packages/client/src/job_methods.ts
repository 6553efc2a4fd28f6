import type { Send } from "./request.ts";
import type { Job, JobFilter, JobPage, JobResult, NewJob } from "./types.ts";
import type { Keyed } from "./write_methods.ts";

/** What asks agents to do jobs. Every method rejects with a `NightshiftError`. */
export interface JobMethods {
  /**
   * Asks an agent to do 1 to 500 jobs, if the `enqueue_policy` of its schedule lets you.
   * @returns one result for each job in their order: `{ status, outcome, id }`, or `{ status,
   * problem }` when it was rejected. `exists`: its `key` names a job already
   * @throws `agent_not_found`, `forbidden`, `invalid_request`, `daily_quota_exceeded`
   * @example
   * const [job] = await nightshift.enqueue("import-contacts", [{ payload: { file: "a.csv" } }]);
   */
  enqueue(agent: string, jobs: readonly NewJob[], keyed?: Keyed): Promise<JobResult[]>;

  /**
   * Gets a job with its result, finished steps and log lines.
   * @throws `task_not_found`
   * @example const { status, attempt, last_error } = await nightshift.getJob(id);
   */
  getJob(id: string): Promise<Job>;

  /**
   * Lists a page of jobs, latest first, 1 to 200 of them.
   * @example const { jobs } = await nightshift.findJobs({ agent: "import-contacts" });
   */
  findJobs(filter?: JobFilter): Promise<JobPage>;

  /**
   * Cancels a job. One that runs is told to stop.
   * @throws `task_not_found`, `task_already_finished`
   * @example await nightshift.cancelJob(id);
   */
  cancelJob(id: string): Promise<Job>;

  /**
   * Does a job again that failed or was cancelled. Repeated, it is the same new job.
   * @throws `task_not_found`, `task_not_retryable`
   * @example const { id: next } = await nightshift.retryJob(id);
   */
  retryJob(id: string): Promise<Job>;

  /**
   * Does all failed jobs of an agent again, up to 10,000 at once.
   * @param workspaceId only the project's own keys may leave it out, which means all
   * @returns how many
   * @throws `agent_not_found`, `workspace_not_found`, `forbidden`
   * @example const count = await nightshift.requeueJobs("import-contacts", workspaceId);
   */
  requeueJobs(agent: string, workspaceId?: string): Promise<number>;
}

/** The methods of a client that are about jobs. */
export function createJobMethods(send: Send): JobMethods {
  return {
    enqueue: async (agent, jobs, { idempotencyKey = crypto.randomUUID() } = {}) =>
      (await send("post", "/jobs", { body: { agent, jobs }, idempotencyKey })).results,
    getJob: (id) => send("get", "/jobs/{id}", { path: { id } }),
    findJobs: (query = {}) => send("get", "/jobs", { query }),
    cancelJob: (id) => send("post", "/jobs/{id}/cancel", { path: { id } }),
    retryJob: (id) => send("post", "/jobs/{id}/retry", { path: { id } }),
    requeueJobs: async (agent, workspaceId) => {
      const body = { agent, ...(workspaceId === undefined ? {} : { workspace_id: workspaceId }) };
      return (await send("post", "/jobs/requeue", { body })).requeued;
    },
  };
}
