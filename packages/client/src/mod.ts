/** Logs tasks to Nightshift, reads them back and asks agents to do jobs. */
export { createClient, type NightshiftClient } from "./client.ts";
export { type ErrorCode, type FieldError, isNightshiftError, NightshiftError } from "./errors.ts";
export type { JobMethods } from "./job_methods.ts";
export type { ReadMethods } from "./read_methods.ts";
export type { ClientOptions } from "./request.ts";
export type {
  BatchResult,
  Completion,
  CostFilter,
  Costs,
  Failure,
  FailureFilter,
  Health,
  Job,
  JobFilter,
  JobPage,
  JobResult,
  Line,
  ListedTask,
  NewJob,
  NewTask,
  Ping,
  Progress,
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
export type { RunningTask, TaskStart, WorkMethods } from "./with_task.ts";
export type { Keyed, PingReport, WriteMethods } from "./write_methods.ts";
