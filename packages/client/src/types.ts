import type { components, operations } from "./api_types.ts";

type Schemas = components["schemas"];
type Query<Name extends keyof operations> = NonNullable<operations[Name]["parameters"]["query"]>;

/** A task to log. Only `task_type` is required. `status` is `pending` by default. */
export type NewTask = Schemas["NewTask"];
/** A row of the log. Times are ISO 8601, `duration_ms` milliseconds, costs US dollars. */
export type Task = Schemas["Task"];
/** A task in a list: without `input_data` and `output_data`. */
export type ListedTask = Schemas["ListedTask"];
/** What `progress` changes. */
export type Progress = Schemas["Progress"];
/** What `complete` adds to a task. */
export type Completion = Schemas["Complete"];
/** What `fail` adds to a task. */
export type Failure = Schemas["Fail"];
/** One of a batch: the task, or why it was rejected. */
export type BatchResult = Schemas["BatchResults"]["results"][number];
/** Which tasks to list. Times are ISO 8601, `limit` is 1 to 200. */
export type TaskFilter = Query<"listTasks">;
/** Which failures to list: as `TaskFilter`, without a status. */
export type FailureFilter = Query<"listFailures">;
/** A page of tasks. `next_cursor` is null on the last. */
export type TaskPage = Schemas["TaskPage"];
/** A log line of a task. */
export type Line = Schemas["Lines"]["lines"][number];
/** How a task type went. */
export type TypeSummary = Schemas["Summary"]["summary"][number];
/** Costs in US dollars, highest first. Days are in UTC. */
export type Costs = Schemas["Costs"];
/** A scheduled time and what happened to it. */
export type TimelineEntry = Schemas["Timeline"]["timeline"][number];
/** A watched job and how it is. */
export type Watch = Schemas["Watches"]["watches"][number];
/** The task that a ping logged or ended. */
export type Ping = Schemas["Ping"];
/** A job to do. `payload` is any JSON of at most 64 kB. */
export type NewJob = Schemas["NewJob"];
/** One of the jobs asked for: its id, or why it was rejected. */
export type JobResult = Schemas["JobResults"]["results"][number];
/** A job with its result, finished steps and log lines. */
export type Job = Schemas["Job"];
/** Which jobs to list. */
export type JobFilter = Query<"listJobs">;
/** A page of jobs. `next_cursor` is null on the last. */
export type JobPage = Schemas["JobPage"];
/** That the API reaches its database. */
export type Health = Schemas["Health"];
/** The period of a summary, its workspace and its type. */
export type SummaryFilter = Query<"summarizeTasks">;
/** The period of the costs, their workspace and their agent. */
export type CostFilter = Query<"reportCosts">;
/** Which scheduled times to list. */
export type TimelineFilter = Query<"listTimeline">;
/** Which watches to list. */
export type WatchFilter = Query<"listWatches">;
/** What `why` is asked. */
export type Question = Query<"explain">;
