import type { Send } from "./request.ts";
import type {
  CostFilter,
  Costs,
  FailureFilter,
  Health,
  Line,
  ListedTask,
  Question,
  SummaryFilter,
  Task,
  TaskFilter,
  TaskPage,
  TimelineEntry,
  TimelineFilter,
  TypeSummary,
  Watch,
  WatchFilter,
} from "./types.ts";

/** What reads the log. Every method rejects with a `NightshiftError`. */
export interface ReadMethods {
  /**
   * Gets one task with its input and output.
   * @throws `task_not_found`
   * @example const { status, duration_ms } = await nightshift.get(id);
   */
  get(id: string): Promise<Task>;

  /**
   * Lists a page of tasks, latest start first, 1 to 200 of them.
   * @example const { tasks } = await nightshift.find({ agent_name: "nightly", limit: 10 });
   */
  find(filter?: TaskFilter): Promise<TaskPage>;

  /**
   * Lists all tasks, latest start first, page after page as you read on.
   * @example for await (const { id } of nightshift.findAll({ status: "failed" })) ids.push(id);
   */
  findAll(filter?: Omit<TaskFilter, "cursor">): AsyncGenerator<ListedTask, void, undefined>;

  /**
   * Lists a page of tasks that failed, wholly or in part, latest start first.
   * @example const { tasks } = await nightshift.failures({ error_text: "mailbox" });
   */
  failures(filter?: FailureFilter): Promise<TaskPage>;

  /**
   * Lists the log lines of a task, oldest first, at most 200.
   * @throws `task_not_found`
   * @example const lines = await nightshift.lines(id);
   */
  lines(id: string): Promise<Line[]>;

  /**
   * Summarizes a workspace by task type.
   * @param filter `hours_back` is 1 to 87,600, 24 by default. `workspace_id` is required without an
   * ingest token
   * @example const [first] = await nightshift.summary({ hours_back: 24 });
   */
  summary(filter?: SummaryFilter): Promise<TypeSummary[]>;

  /**
   * Reports costs in US dollars by type, agent, model and day.
   * @param filter `days_back` is 1 to 366, 30 by default
   * @example const { total } = await nightshift.costs({ days_back: 7 });
   */
  costs(filter?: CostFilter): Promise<Costs>;

  /**
   * Lists scheduled times and what happened to them, latest first, 1 to 200 of them.
   * @example const times = await nightshift.timeline({ schedule: "nightly-digest" });
   */
  timeline(filter?: TimelineFilter): Promise<TimelineEntry[]>;

  /**
   * Says in one sentence why something did or did not happen.
   * @param what what `ref` names
   * @param ref an id, or for `time` a time with or without the name of a schedule before it
   * @example const sentence = await nightshift.why("task", id);
   */
  why(what: Question["what"], ref: string): Promise<string>;

  /**
   * Lists up to 500 watched jobs, those with a problem first.
   * @example const [worst] = await nightshift.watches();
   */
  watches(filter?: WatchFilter): Promise<Watch[]>;

  /**
   * Checks that the API reaches its database.
   * @throws `store_unavailable`, `unreachable`
   * @example await nightshift.health();
   */
  health(): Promise<Health>;
}

/** The methods of a client that read. */
export function createReadMethods(send: Send): ReadMethods {
  const find = (query: TaskFilter = {}) => send("get", "/tasks", { query });
  return {
    get: (id) => send("get", "/tasks/{id}", { path: { id } }),
    find,
    findAll: async function* findAll(filter = {}) {
      let page = await find(filter);
      yield* page.tasks;
      while (page.next_cursor !== null) {
        page = await find({ ...filter, cursor: page.next_cursor });
        yield* page.tasks;
      }
    },
    failures: (query = {}) => send("get", "/failures", { query }),
    lines: async (id) => (await send("get", "/tasks/{id}/lines", { path: { id } })).lines,
    summary: async (query = {}) => (await send("get", "/summary", { query })).summary,
    costs: (query = {}) => send("get", "/costs", { query }),
    timeline: async (query = {}) => (await send("get", "/timeline", { query })).timeline,
    why: async (what, ref) => (await send("get", "/why", { query: { what, ref } })).why,
    watches: async (query = {}) => (await send("get", "/watches", { query })).watches,
    health: () => send("get", "/health"),
  };
}
