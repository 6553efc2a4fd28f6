import * as z from "zod";

/** What a caller may ask of a run; an empty body asks for the defaults. */
export const runRequestSchema = z.strictObject({
  /** Emails of one workspace in one round, 1–100. */
  batchSizePerWorkspace: z.int().min(1).max(100).default(10),
  /** Workspaces in one run, 1–500. */
  maxWorkspaces: z.int().min(1).max(500).default(50),
});

/** A dispatched run names its task: the system row that waits for it. */
export const dispatchedRunRequestSchema = runRequestSchema.extend({ task_id: z.guid() });

export type RunRequest = z.output<typeof runRequestSchema>;
