// Generated from the OpenAPI document by `deno task ok --write`.
// deno-lint-ignore-file
export interface paths {
  "/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check that the API reaches its database
     * @description Public. The response is cached for 10 seconds.
     */
    get: operations["getHealth"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/ping/{token}/{event}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Report a job from a shell script
     * @description `start` logs a running task of the token's task type. `success` and `fail` end the latest running one, or log a finished one. An exit code is a success when it is 0, and a failure otherwise. Without an event it is `success`. Text in the body is kept in `output_data`, of a failure also in `error_message`, and its lines are the log lines of the task. From a JSON object `error_message`, `output_data` and `cost_estimate_usd` are kept in their columns. Up to 100 kB are kept. `agent_name`, here or in a JSON object, says which job it is; without it that is the name of the token. A second `start` of a job fails the run whose end was never reported. Only for tokens of the scope `ping`. The token is in the path, which Nightshift does not log.
     */
    get: operations["pingByGet"];
    put?: never;
    /**
     * Report a job from a shell script
     * @description `start` logs a running task of the token's task type. `success` and `fail` end the latest running one, or log a finished one. An exit code is a success when it is 0, and a failure otherwise. Without an event it is `success`. Text in the body is kept in `output_data`, of a failure also in `error_message`, and its lines are the log lines of the task. From a JSON object `error_message`, `output_data` and `cost_estimate_usd` are kept in their columns. Up to 100 kB are kept. `agent_name`, here or in a JSON object, says which job it is; without it that is the name of the token. A second `start` of a job fails the run whose end was never reported. Only for tokens of the scope `ping`. The token is in the path, which Nightshift does not log.
     */
    post: operations["ping"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/ping/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Report a job from a shell script
     * @description `start` logs a running task of the token's task type. `success` and `fail` end the latest running one, or log a finished one. An exit code is a success when it is 0, and a failure otherwise. Without an event it is `success`. Text in the body is kept in `output_data`, of a failure also in `error_message`, and its lines are the log lines of the task. From a JSON object `error_message`, `output_data` and `cost_estimate_usd` are kept in their columns. Up to 100 kB are kept. `agent_name`, here or in a JSON object, says which job it is; without it that is the name of the token. A second `start` of a job fails the run whose end was never reported. Only for tokens of the scope `ping`. The token is in the path, which Nightshift does not log.
     */
    get: operations["pingSuccessByGet"];
    put?: never;
    /**
     * Report a job from a shell script
     * @description `start` logs a running task of the token's task type. `success` and `fail` end the latest running one, or log a finished one. An exit code is a success when it is 0, and a failure otherwise. Without an event it is `success`. Text in the body is kept in `output_data`, of a failure also in `error_message`, and its lines are the log lines of the task. From a JSON object `error_message`, `output_data` and `cost_estimate_usd` are kept in their columns. Up to 100 kB are kept. `agent_name`, here or in a JSON object, says which job it is; without it that is the name of the token. A second `start` of a job fails the run whose end was never reported. Only for tokens of the scope `ping`. The token is in the path, which Nightshift does not log.
     */
    post: operations["pingSuccess"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/metrics": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the state of the project as Prometheus does
     * @description For `CRON_SECRET` or a secret key; users and ingest tokens are rejected. In the text format 0.0.4, about the whole project, without names of workspaces. The response is cached for 10 seconds (docs/guides/health.md).
     */
    get: operations["getMetrics"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List tasks, latest start first
     * @description The list is without `input_data` and `output_data`. With the cursor you get every finished task once, also when new tasks arrive meanwhile.
     */
    get: operations["listTasks"];
    put?: never;
    /**
     * Log a task, or up to 500 at once
     * @description Send an `Idempotency-Key` to make retries safe. For 24 hours, a repeated request returns the original response. After that, it returns the task's current state. Nothing is created twice. A request in which every task was rejected does not use up its key. In a batch each task has a result of its own with a status.
     */
    post: operations["logTasks"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/start": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a pending task
     * @description You can repeat a step safely: the response is the stored task. A step that contradicts it is rejected.
     */
    post: operations["startTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/progress": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report progress of a running task. An object in `output_data` is merged into the stored one
     * @description You can repeat a step safely: the response is the stored task. A step that contradicts it is rejected.
     */
    post: operations["progressTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/complete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Complete a running task, wholly or in part
     * @description You can repeat a step safely: the response is the stored task. A step that contradicts it is rejected.
     */
    post: operations["completeTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/fail": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark a task as failed
     * @description You can repeat a step safely: the response is the stored task. A step that contradicts it is rejected.
     */
    post: operations["failTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a task
     * @description You can repeat a step safely: the response is the stored task. A step that contradicts it is rejected.
     */
    post: operations["cancelTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log a new pending task like one that failed or was cancelled
     * @description `input_data.retry_of` is the id of the old task. If you repeat the request, the response is the same new task.
     */
    post: operations["retryTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/failures": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List tasks that failed, wholly or in part, latest start first */
    get: operations["listFailures"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one task with its input and output */
    get: operations["getTask"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/lines": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the log lines of a task, oldest first
     * @description At most 200 lines and 64 kB are kept. Where more were logged, the oldest of the middle are left out, and a line says how many.
     */
    get: operations["listTaskLines"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/summary": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Summarize a workspace by task type */
    get: operations["summarizeTasks"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/costs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Report costs by type, agent, model and day */
    get: operations["reportCosts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/timeline": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List scheduled times and what happened to them */
    get: operations["listTimeline"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/why": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Say in one sentence why something did or did not happen
     * @description Answered from the rows of your workspaces. What is elsewhere is not there
     */
    get: operations["explain"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/watches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List watched jobs and how they are
     * @description Up to 500, those with a problem first. Owners and admins write watches into the table `job_watches` (docs/guides/watch-jobs.md).
     */
    get: operations["listWatches"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List jobs, latest first
     * @description Jobs that wait or run, those that failed or were cancelled in the last 30 days, and completed ones with a `key` for a day. `GET /tasks?agent_name=…` lists all tasks of an agent. Between two attempts the status is `running`.
     */
    get: operations["listJobs"];
    put?: never;
    /**
     * Ask an agent to do up to 500 jobs
     * @description Each job makes a pending task, whose id is the id of the job. Whoever may do this is in `enqueue_policy` of the agent's schedule. Send an `Idempotency-Key` to make retries safe: for 24 hours, a repeated request returns the original response. A request in which every job was rejected does not use up its key. A `key` of a job does the same for one job.
     */
    post: operations["requestJobs"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/requeue": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do all failed jobs of an agent again
     * @description Those of one workspace, up to 10,000 at once. The project's own keys may leave the workspace out, which means all. A job that was done again before is left out.
     */
    post: operations["requeueJobs"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one job with its result, finished steps and log lines */
    get: operations["getJob"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a job
     * @description One that waits is cancelled at once. One that runs is told to stop, and is cancelled when its work has stopped: until then `cancel_requested_at` is set. You can repeat the request.
     */
    post: operations["cancelJob"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do a job again that failed or was cancelled
     * @description It becomes a new job with new attempts, within 30 days of its end. `retried_as` of the old job is its id. If you repeat the request, the response is the same new job.
     */
    post: operations["retryJob"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description A task to log. With an ingest token leave `workspace_id` out. Everybody else must give it. `status` is `pending` by default. With an `id` of your own you can repeat the request safely.
     * @example {
     *       "task_type": "email_sync",
     *       "status": "completed",
     *       "input_data": {
     *         "mailbox": "sales"
     *       },
     *       "output_data": {
     *         "synced": 25
     *       },
     *       "executed_at": "2026-11-12T08:00:00Z",
     *       "completed_at": "2026-11-12T08:00:04.2Z",
     *       "agent_name": "gmail-sync",
     *       "cost_estimate_usd": 0.0045
     *     }
     */
    NewTask: {
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      id?: string;
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id?: string;
      /** @enum {string} */
      task_type:
        | "continuous_intelligence_update"
        | "daily_analytics_rollup"
        | "weekly_report_generation"
        | "monthly_summary"
        | "email_sync"
        | "contact_enrichment"
        | "lead_scoring_batch"
        | "campaign_optimization"
        | "content_calendar_sync"
        | "social_media_posting"
        | "data_cleanup"
        | "system_health_check";
      /** @enum {string} */
      status?: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
      /** @description Any JSON of at most 256 kB */
      input_data?: unknown;
      /** @description Any JSON of at most 256 kB */
      output_data?: unknown;
      error_message?: string;
      /**
       * Format: date-time
       * @example 2026-11-12T08:00:00Z
       */
      executed_at?: string;
      /**
       * Format: date-time
       * @example 2026-11-12T08:00:00Z
       */
      completed_at?: string;
      /** @enum {string} */
      triggered_by?: "cron" | "user" | "api" | "system";
      agent_name?: string;
      /**
       * @description US dollars
       * @example 0.0045
       */
      cost_estimate_usd?: number;
    };
    /**
     * @example {
     *       "tasks": [
     *         {
     *           "task_type": "email_sync",
     *           "status": "completed",
     *           "input_data": {
     *             "mailbox": "sales"
     *           },
     *           "output_data": {
     *             "synced": 25
     *           },
     *           "executed_at": "2026-11-12T08:00:00Z",
     *           "completed_at": "2026-11-12T08:00:04.2Z",
     *           "agent_name": "gmail-sync",
     *           "cost_estimate_usd": 0.0045
     *         },
     *         {
     *           "task_type": "data_cleanup",
     *           "status": "running"
     *         }
     *       ]
     *     }
     */
    NewTaskBatch: {
      tasks: components["schemas"]["NewTask"][];
    };
    /**
     * @example {
     *       "executed_at": "2026-11-12T08:00:00Z"
     *     }
     */
    Start: {
      /**
       * Format: date-time
       * @example 2026-11-12T08:00:00Z
       */
      executed_at?: string;
    };
    /**
     * @example {
     *       "output_data": {
     *         "synced": 10
     *       }
     *     }
     */
    Progress: {
      /** @description Any JSON of at most 256 kB */
      output_data?: unknown;
      /**
       * @description US dollars
       * @example 0.0045
       */
      cost_estimate_usd?: number;
    };
    /**
     * @example {
     *       "output_data": {
     *         "synced": 25
     *       },
     *       "cost_estimate_usd": 0.0045
     *     }
     */
    Complete: {
      /** @enum {string} */
      status?: "completed" | "partial_failure";
      error_message?: string;
      /** @description Any JSON of at most 256 kB */
      output_data?: unknown;
      /**
       * @description US dollars
       * @example 0.0045
       */
      cost_estimate_usd?: number;
      /**
       * Format: date-time
       * @example 2026-11-12T08:00:00Z
       */
      completed_at?: string;
    };
    /**
     * @example {
     *       "error_message": "The mailbox did not answer."
     *     }
     */
    Fail: {
      error_message: string;
      /** @description Any JSON of at most 256 kB */
      output_data?: unknown;
      /**
       * @description US dollars
       * @example 0.0045
       */
      cost_estimate_usd?: number;
      /**
       * Format: date-time
       * @example 2026-11-12T08:00:00Z
       */
      completed_at?: string;
    };
    /**
     * @example {
     *       "error_message": "No longer needed."
     *     }
     */
    Cancel: {
      error_message?: string;
    };
    /**
     * @description A job to do. With an ingest token leave `workspace_id` out. Users must give it. The project's own keys may leave it out for a job that belongs to no workspace.
     * @example {
     *       "payload": {
     *         "file": "contacts-2026-11-12.csv"
     *       },
     *       "key": "contacts-2026-11-12.csv"
     *     }
     */
    NewJob: {
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id?: string;
      /** @description Any JSON of at most 64 kB. By default the payload of the agent */
      payload?: unknown;
      /**
       * Format: date-time
       * @description Not before this time. Now by default
       * @example 2026-11-12T08:00:00Z
       */
      run_at?: string;
      /** @description Names one job of the agent and the workspace, until 24 hours after its end */
      key?: string;
      /** @description Within a workspace, the highest comes first. 0 by default */
      priority?: number;
    };
    /**
     * @example {
     *       "agent": "import-contacts",
     *       "jobs": [
     *         {
     *           "payload": {
     *             "file": "contacts-2026-11-12.csv"
     *           },
     *           "key": "contacts-2026-11-12.csv"
     *         }
     *       ]
     *     }
     */
    NewJobs: {
      /** @example import-contacts */
      agent: string;
      jobs: components["schemas"]["NewJob"][];
    };
    /**
     * @example {
     *       "agent": "import-contacts",
     *       "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21"
     *     }
     */
    Requeue: {
      /** @example import-contacts */
      agent: string;
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id?: string;
    };
    /**
     * @example {
     *       "status": "ok",
     *       "checked_at": "2026-11-12T08:00:00.000Z",
     *       "version": "0.1.0",
     *       "database_version": "0.1.0"
     *     }
     */
    Health: {
      /** @enum {string} */
      status: "ok";
      checked_at: string;
      /** @description Release of the functions */
      version: string;
      /** @description Release of the database */
      database_version: string | null;
      /** @description What to do, where the two differ */
      version_problem?: string;
    };
    /**
     * @example {
     *       "type": "urn:nightshift:problem:task_not_found",
     *       "title": "No task that you may see has this id",
     *       "status": 404,
     *       "detail": "This credential reaches no task with this id.",
     *       "instance": "urn:nightshift:request:5a0c7d6e",
     *       "code": "task_not_found"
     *     }
     */
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      /** @description `urn:nightshift:request:` and the request id */
      instance: string;
      code: string;
      errors?: {
        pointer: string;
        message: string;
      }[];
    };
    /**
     * @example {
     *       "task_id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *       "status": "running"
     *     }
     */
    Ping: {
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      task_id: string;
      /** @enum {string} */
      status: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
    };
    /**
     * @description One result for each task, in their order
     * @example {
     *       "results": [
     *         {
     *           "status": 201,
     *           "task": {
     *             "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *             "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *             "task_type": "email_sync",
     *             "status": "completed",
     *             "error_message": null,
     *             "executed_at": "2026-11-12T08:00:00.000Z",
     *             "completed_at": "2026-11-12T08:00:04.200Z",
     *             "duration_ms": 4200,
     *             "triggered_by": "api",
     *             "agent_name": "gmail-sync",
     *             "cost_estimate_usd": 0.0045,
     *             "created_at": "2026-11-12T08:00:00.050Z",
     *             "updated_at": "2026-11-12T08:00:04.210Z",
     *             "input_data": {
     *               "mailbox": "sales"
     *             },
     *             "output_data": {
     *               "synced": 25
     *             }
     *           }
     *         }
     *       ]
     *     }
     */
    BatchResults: {
      results: ({
        /** @enum {number} */
        status: 201;
        task: components["schemas"]["Task"];
      } | {
        status: number;
        problem: components["schemas"]["Problem"];
      })[];
    };
    /**
     * @example {
     *       "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *       "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *       "task_type": "email_sync",
     *       "status": "completed",
     *       "error_message": null,
     *       "executed_at": "2026-11-12T08:00:00.000Z",
     *       "completed_at": "2026-11-12T08:00:04.200Z",
     *       "duration_ms": 4200,
     *       "triggered_by": "api",
     *       "agent_name": "gmail-sync",
     *       "cost_estimate_usd": 0.0045,
     *       "created_at": "2026-11-12T08:00:00.050Z",
     *       "updated_at": "2026-11-12T08:00:04.210Z",
     *       "input_data": {
     *         "mailbox": "sales"
     *       },
     *       "output_data": {
     *         "synced": 25
     *       }
     *     }
     */
    Task: {
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      id: string;
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id: string | null;
      /** @enum {string} */
      task_type:
        | "continuous_intelligence_update"
        | "daily_analytics_rollup"
        | "weekly_report_generation"
        | "monthly_summary"
        | "email_sync"
        | "contact_enrichment"
        | "lead_scoring_batch"
        | "campaign_optimization"
        | "content_calendar_sync"
        | "social_media_posting"
        | "data_cleanup"
        | "system_health_check";
      /** @enum {string} */
      status: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
      error_message: string | null;
      /** Format: date-time */
      executed_at: string;
      /** Format: date-time */
      completed_at: string | null;
      duration_ms: number | null;
      /** @enum {string} */
      triggered_by: "cron" | "user" | "api" | "system";
      agent_name: string | null;
      cost_estimate_usd: number | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
      input_data?: unknown;
      output_data?: unknown;
    };
    /**
     * @example {
     *       "tasks": [
     *         {
     *           "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *           "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *           "task_type": "email_sync",
     *           "status": "completed",
     *           "error_message": null,
     *           "executed_at": "2026-11-12T08:00:00.000Z",
     *           "completed_at": "2026-11-12T08:00:04.200Z",
     *           "duration_ms": 4200,
     *           "triggered_by": "api",
     *           "agent_name": "gmail-sync",
     *           "cost_estimate_usd": 0.0045,
     *           "created_at": "2026-11-12T08:00:00.050Z",
     *           "updated_at": "2026-11-12T08:00:04.210Z"
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    TaskPage: {
      tasks: components["schemas"]["ListedTask"][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *       "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *       "task_type": "email_sync",
     *       "status": "completed",
     *       "error_message": null,
     *       "executed_at": "2026-11-12T08:00:00.000Z",
     *       "completed_at": "2026-11-12T08:00:04.200Z",
     *       "duration_ms": 4200,
     *       "triggered_by": "api",
     *       "agent_name": "gmail-sync",
     *       "cost_estimate_usd": 0.0045,
     *       "created_at": "2026-11-12T08:00:00.050Z",
     *       "updated_at": "2026-11-12T08:00:04.210Z"
     *     }
     */
    ListedTask: {
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      id: string;
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id: string | null;
      /** @enum {string} */
      task_type:
        | "continuous_intelligence_update"
        | "daily_analytics_rollup"
        | "weekly_report_generation"
        | "monthly_summary"
        | "email_sync"
        | "contact_enrichment"
        | "lead_scoring_batch"
        | "campaign_optimization"
        | "content_calendar_sync"
        | "social_media_posting"
        | "data_cleanup"
        | "system_health_check";
      /** @enum {string} */
      status: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
      error_message: string | null;
      /** Format: date-time */
      executed_at: string;
      /** Format: date-time */
      completed_at: string | null;
      duration_ms: number | null;
      /** @enum {string} */
      triggered_by: "cron" | "user" | "api" | "system";
      agent_name: string | null;
      cost_estimate_usd: number | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    /**
     * @example {
     *       "lines": [
     *         {
     *           "at": "2026-11-12T08:00:02.100Z",
     *           "message": "imported",
     *           "fields": {
     *             "rows": 500
     *           }
     *         }
     *       ]
     *     }
     */
    Lines: {
      lines: {
        /** Format: date-time */
        at: string;
        message: string;
        fields: {
          [key: string]: unknown;
        } | null;
      }[];
    };
    /**
     * @example {
     *       "summary": [
     *         {
     *           "task_type": "email_sync",
     *           "total_executions": 48,
     *           "successful_executions": 47,
     *           "failed_executions": 1,
     *           "avg_duration_ms": 4180,
     *           "total_cost_usd": 0.216,
     *           "last_execution": "2026-11-12T08:00:00.000Z"
     *         }
     *       ]
     *     }
     */
    Summary: {
      summary: {
        /** @enum {string} */
        task_type:
          | "continuous_intelligence_update"
          | "daily_analytics_rollup"
          | "weekly_report_generation"
          | "monthly_summary"
          | "email_sync"
          | "contact_enrichment"
          | "lead_scoring_batch"
          | "campaign_optimization"
          | "content_calendar_sync"
          | "social_media_posting"
          | "data_cleanup"
          | "system_health_check";
        total_executions: number;
        successful_executions: number;
        failed_executions: number;
        avg_duration_ms: number | null;
        total_cost_usd: number;
        last_execution: string;
      }[];
    };
    /**
     * @description US dollars. The model is that of each call that Nightshift knows of, and of everything else `output_data.model`. Days are in UTC
     * @example {
     *       "total": 0.216,
     *       "by_type": [
     *         {
     *           "key": "email_sync",
     *           "tasks": 48,
     *           "cost_usd": 0.216
     *         }
     *       ],
     *       "by_agent": [
     *         {
     *           "key": "gmail-sync",
     *           "tasks": 48,
     *           "cost_usd": 0.216
     *         }
     *       ],
     *       "by_model": [],
     *       "by_day": [
     *         {
     *           "key": "2026-11-12",
     *           "tasks": 48,
     *           "cost_usd": 0.216
     *         }
     *       ]
     *     }
     */
    Costs: {
      total: number;
      by_type: {
        key: string;
        tasks: number;
        cost_usd: number;
      }[];
      by_agent: {
        key: string;
        tasks: number;
        cost_usd: number;
      }[];
      by_model: {
        key: string;
        tasks: number;
        cost_usd: number;
      }[];
      by_day: {
        key: string;
        tasks: number;
        cost_usd: number;
      }[];
    };
    /**
     * @example {
     *       "timeline": [
     *         {
     *           "schedule": "continuous-intelligence",
     *           "task_type": "continuous_intelligence_update",
     *           "expected_at": "2026-11-12T08:00:00.000Z",
     *           "kind": "tick",
     *           "seq": 1,
     *           "dispatched_at": "2026-11-12T08:00:00.020Z",
     *           "responded_at": "2026-11-12T08:00:00.310Z",
     *           "http_status": 202,
     *           "request_verdict": "accepted",
     *           "task_id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *           "task_status": "completed",
     *           "started_at": "2026-11-12T08:00:00.290Z",
     *           "completed_at": "2026-11-12T08:00:03.100Z",
     *           "workspace_tasks": 1,
     *           "unfinished_workspace_tasks": 0,
     *           "verdict": "completed",
     *           "explanation": null,
     *           "seconds_late": 0.29
     *         }
     *       ]
     *     }
     */
    Timeline: {
      timeline: {
        schedule: string;
        /** @enum {string} */
        task_type:
          | "continuous_intelligence_update"
          | "daily_analytics_rollup"
          | "weekly_report_generation"
          | "monthly_summary"
          | "email_sync"
          | "contact_enrichment"
          | "lead_scoring_batch"
          | "campaign_optimization"
          | "content_calendar_sync"
          | "social_media_posting"
          | "data_cleanup"
          | "system_health_check";
        expected_at: string;
        kind: string;
        seq: number;
        dispatched_at: string | null;
        responded_at: string | null;
        http_status: number | null;
        request_verdict: string;
        /**
         * Format: uuid
         * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
         */
        task_id: string | null;
        /** @enum {string|null} */
        task_status:
          | "pending"
          | "running"
          | "completed"
          | "failed"
          | "partial_failure"
          | "cancelled"
          | null;
        started_at: string | null;
        completed_at: string | null;
        workspace_tasks: number | null;
        unfinished_workspace_tasks: number | null;
        verdict: string;
        explanation: string | null;
        seconds_late: number | null;
      }[];
    };
    /**
     * @example {
     *       "why": "It failed at 2026-03-01 12:40 UTC: Given up after 3 attempts."
     *     }
     */
    Why: {
      why: string;
    };
    /**
     * @example {
     *       "watches": [
     *         {
     *           "watch_id": "0d6f5a1f-8e21-4c55-9a63-6f1c2a7e4b0d",
     *           "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *           "agent_name": "nightly-backup",
     *           "task_type": null,
     *           "status": "missed",
     *           "problem_since": "2026-11-12T02:50:00.000Z",
     *           "expected_at": "2026-11-13T01:30:00.000Z",
     *           "last_started_at": "2026-11-11T01:30:02.000Z",
     *           "last_ended_at": "2026-11-11T01:41:40.000Z",
     *           "last_status": "missed",
     *           "missed_in_a_row": 1,
     *           "failed_in_a_row": 0,
     *           "running_task_id": null,
     *           "late_task_id": null,
     *           "late_ended_at": null,
     *           "late_status": null,
     *           "late_message": null,
     *           "expected_every_seconds": null,
     *           "cron_expression": "30 2 * * *",
     *           "time_zone": "Europe/Berlin",
     *           "grace_seconds": 1200,
     *           "max_runtime_seconds": 7200,
     *           "after_in_a_row": 1
     *         }
     *       ]
     *     }
     */
    Watches: {
      watches: {
        /**
         * Format: uuid
         * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
         */
        watch_id: string;
        /** Format: uuid */
        workspace_id: string;
        agent_name: string | null;
        /** @enum {string|null} */
        task_type:
          | "continuous_intelligence_update"
          | "daily_analytics_rollup"
          | "weekly_report_generation"
          | "monthly_summary"
          | "email_sync"
          | "contact_enrichment"
          | "lead_scoring_batch"
          | "campaign_optimization"
          | "content_calendar_sync"
          | "social_media_posting"
          | "data_cleanup"
          | "system_health_check"
          | null;
        /** @enum {string} */
        status: "new" | "running" | "ok" | "missed" | "failed" | "paused";
        problem_since: string | null;
        expected_at: string | null;
        last_started_at: string | null;
        last_ended_at: string | null;
        last_status: string | null;
        missed_in_a_row: number;
        failed_in_a_row: number;
        /**
         * Format: uuid
         * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
         */
        running_task_id: string | null;
        /**
         * Format: uuid
         * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
         */
        late_task_id: string | null;
        late_ended_at: string | null;
        late_status: string | null;
        late_message: string | null;
        expected_every_seconds: number | null;
        cron_expression: string | null;
        time_zone: string;
        grace_seconds: number | null;
        max_runtime_seconds: number | null;
        after_in_a_row: number;
      }[];
    };
    /**
     * @description One result for each job, in their order. `exists`: its key names a job already
     * @example {
     *       "results": [
     *         {
     *           "status": 201,
     *           "outcome": "created",
     *           "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10"
     *         }
     *       ]
     *     }
     */
    JobResults: {
      results: ({
        status: 201 | 200;
        /** @enum {string} */
        outcome: "created" | "exists";
        /**
         * Format: uuid
         * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
         */
        id: string;
      } | {
        status: number;
        problem: components["schemas"]["Problem"];
      })[];
    };
    /**
     * @example {
     *       "jobs": [
     *         {
     *           "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *           "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *           "agent": "import-contacts",
     *           "status": "running",
     *           "key": "contacts-2026-11-12.csv",
     *           "priority": 0,
     *           "run_at": "2026-11-12T08:00:31.000Z",
     *           "attempt": 1,
     *           "max_attempts": 5,
     *           "last_error": "The server answered 503.",
     *           "next_try_at": "2026-11-12T08:00:31.000Z",
     *           "cancel_requested_at": null,
     *           "retried_as": null,
     *           "created_at": "2026-11-12T08:00:00.050Z",
     *           "ended_at": null
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    JobPage: {
      jobs: components["schemas"]["ListedJob"][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *       "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *       "agent": "import-contacts",
     *       "status": "running",
     *       "key": "contacts-2026-11-12.csv",
     *       "priority": 0,
     *       "run_at": "2026-11-12T08:00:31.000Z",
     *       "attempt": 1,
     *       "max_attempts": 5,
     *       "last_error": "The server answered 503.",
     *       "next_try_at": "2026-11-12T08:00:31.000Z",
     *       "cancel_requested_at": null,
     *       "retried_as": null,
     *       "created_at": "2026-11-12T08:00:00.050Z",
     *       "ended_at": null
     *     }
     */
    ListedJob: {
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      id: string;
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id: string | null;
      agent: string;
      /** @enum {string} */
      status: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
      key: string | null;
      priority: number | null;
      /** Format: date-time */
      run_at: string | null;
      attempt: number | null;
      max_attempts: number | null;
      last_error: string | null;
      /** Format: date-time */
      next_try_at: string | null;
      /** Format: date-time */
      cancel_requested_at: string | null;
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      retried_as: string | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      ended_at: string | null;
    };
    /**
     * @example {
     *       "requeued": 3
     *     }
     */
    Requeued: {
      requeued: number;
    };
    /**
     * @description What is no longer kept of a completed job is null: attempts and key, and its steps are empty
     * @example {
     *       "id": "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10",
     *       "workspace_id": "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
     *       "agent": "import-contacts",
     *       "status": "running",
     *       "key": "contacts-2026-11-12.csv",
     *       "priority": 0,
     *       "run_at": "2026-11-12T08:00:31.000Z",
     *       "attempt": 1,
     *       "max_attempts": 5,
     *       "last_error": "The server answered 503.",
     *       "next_try_at": "2026-11-12T08:00:31.000Z",
     *       "cancel_requested_at": null,
     *       "retried_as": null,
     *       "created_at": "2026-11-12T08:00:00.050Z",
     *       "ended_at": null,
     *       "payload": {
     *         "file": "contacts-2026-11-12.csv"
     *       },
     *       "output_data": null,
     *       "error_message": "Attempt 1 of 5 failed: The server answered 503. The next one comes at 2026-11-12 08:00:31.",
     *       "executed_at": "2026-11-12T08:00:01.000Z",
     *       "cost_estimate_usd": null,
     *       "steps": [
     *         {
     *           "name": "download",
     *           "position": 1,
     *           "finished_at": "2026-11-12T08:00:02.000Z"
     *         }
     *       ],
     *       "lines": [
     *         {
     *           "at": "2026-11-12T08:00:02.100Z",
     *           "message": "imported",
     *           "fields": {
     *             "rows": 500
     *           }
     *         }
     *       ]
     *     }
     */
    Job: {
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      id: string;
      /**
       * Format: uuid
       * @example 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21
       */
      workspace_id: string | null;
      agent: string;
      /** @enum {string} */
      status: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
      key: string | null;
      priority: number | null;
      /** Format: date-time */
      run_at: string | null;
      attempt: number | null;
      max_attempts: number | null;
      last_error: string | null;
      /** Format: date-time */
      next_try_at: string | null;
      /** Format: date-time */
      cancel_requested_at: string | null;
      /**
       * Format: uuid
       * @example 0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10
       */
      retried_as: string | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      ended_at: string | null;
      payload?: unknown;
      output_data?: unknown;
      error_message: string | null;
      /** Format: date-time */
      executed_at: string | null;
      cost_estimate_usd: number | null;
      steps: {
        name: string;
        position: number;
        /** Format: date-time */
        finished_at: string;
      }[];
      lines: {
        /** Format: date-time */
        at: string;
        message: string;
        fields: {
          [key: string]: unknown;
        } | null;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Id of the request in the logs: the one you sent, or a new one */
    "X-Request-Id": string;
    /** @description Where the new task is, relative to this request */
    Location: string;
    /** @description `true` when this request was made before and created nothing now */
    "Idempotency-Replayed": "true";
    /** @description Seconds to wait before you try again */
    "Retry-After": number;
    /** @description How to authenticate */
    "WWW-Authenticate": string;
    /** @description How long the response may be kept */
    "Cache-Control": string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The database answers */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  pingByGet: {
    parameters: {
      query?: {
        /**
         * @description Which job it is. Up to 200 characters are kept
         * @example nightly-backup
         */
        agent_name?: string;
      };
      header?: never;
      path: {
        token: string;
        event: ("start" | "success" | "fail") | string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task was logged or ended */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ping"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `route_not_found`: No route has this path */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  ping: {
    parameters: {
      query?: {
        /**
         * @description Which job it is. Up to 200 characters are kept
         * @example nightly-backup
         */
        agent_name?: string;
      };
      header?: never;
      path: {
        token: string;
        event: ("start" | "success" | "fail") | string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task was logged or ended */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ping"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `route_not_found`: No route has this path */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  pingSuccessByGet: {
    parameters: {
      query?: {
        /**
         * @description Which job it is. Up to 200 characters are kept
         * @example nightly-backup
         */
        agent_name?: string;
      };
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task was logged or ended */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ping"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `route_not_found`: No route has this path */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  pingSuccess: {
    parameters: {
      query?: {
        /**
         * @description Which job it is. Up to 200 characters are kept
         * @example nightly-backup
         */
        agent_name?: string;
      };
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task was logged or ended */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ping"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `route_not_found`: No route has this path */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metrics, all gauges in base units */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "text/plain": string;
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listTasks: {
    parameters: {
      query?: {
        workspace_id?: string;
        task_type?:
          | "continuous_intelligence_update"
          | "daily_analytics_rollup"
          | "weekly_report_generation"
          | "monthly_summary"
          | "email_sync"
          | "contact_enrichment"
          | "lead_scoring_batch"
          | "campaign_optimization"
          | "content_calendar_sync"
          | "social_media_posting"
          | "data_cleanup"
          | "system_health_check";
        agent_name?: string;
        triggered_by?: "cron" | "user" | "api" | "system";
        executed_from?: string;
        executed_before?: string;
        /** @description Text that `error_message` contains */
        error_text?: string;
        /** @example 50 */
        limit?: number;
        /** @description `next_cursor` of the page before. Keep the filters */
        cursor?: string;
        status?: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. `next_cursor` is null on the last */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TaskPage"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  logTasks: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice, a new one for each request */
        "idempotency-key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json":
          | components["schemas"]["NewTask"]
          | components["schemas"]["NewTaskBatch"];
      };
    };
    responses: {
      /** @description The batch was read. Some of its tasks may be rejected */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BatchResults"];
        };
      };
      /** @description The task was logged, now or by the same request before */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          Location: components["headers"]["Location"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `workspace_not_found`: No workspace that you may use has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_id_taken`: Another task already has this id; `task_already_finished`: This task has ended and cannot change; `task_transition_invalid`: This task cannot change to that status */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `idempotency_key_reused`: This idempotency key was used with another body; `task_time_invalid`: The task ends before it starts; `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  startTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["Start"];
      };
    };
    responses: {
      /** @description The task after this step */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_already_finished`: This task has ended and cannot change; `task_transition_invalid`: This task cannot change to that status */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_time_invalid`: The task ends before it starts; `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  progressTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["Progress"];
      };
    };
    responses: {
      /** @description The task after this step */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_already_finished`: This task has ended and cannot change; `task_transition_invalid`: This task cannot change to that status */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_time_invalid`: The task ends before it starts; `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  completeTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["Complete"];
      };
    };
    responses: {
      /** @description The task after this step */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_already_finished`: This task has ended and cannot change; `task_transition_invalid`: This task cannot change to that status */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_time_invalid`: The task ends before it starts; `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  failTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Fail"];
      };
    };
    responses: {
      /** @description The task after this step */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_already_finished`: This task has ended and cannot change; `task_transition_invalid`: This task cannot change to that status */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_time_invalid`: The task ends before it starts; `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  cancelTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": components["schemas"]["Cancel"];
      };
    };
    responses: {
      /** @description The task after this step */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_already_finished`: This task has ended and cannot change; `task_transition_invalid`: This task cannot change to that status */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_time_invalid`: The task ends before it starts; `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  retryTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new task */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          Location: components["headers"]["Location"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_retryable`: Only a failed or cancelled task can be retried */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_invalid`: The database rejects this task */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listFailures: {
    parameters: {
      query?: {
        workspace_id?: string;
        task_type?:
          | "continuous_intelligence_update"
          | "daily_analytics_rollup"
          | "weekly_report_generation"
          | "monthly_summary"
          | "email_sync"
          | "contact_enrichment"
          | "lead_scoring_batch"
          | "campaign_optimization"
          | "content_calendar_sync"
          | "social_media_posting"
          | "data_cleanup"
          | "system_health_check";
        agent_name?: string;
        triggered_by?: "cron" | "user" | "api" | "system";
        executed_from?: string;
        executed_before?: string;
        /** @description Text that `error_message` contains */
        error_text?: string;
        /** @example 50 */
        limit?: number;
        /** @description `next_cursor` of the page before. Keep the filters */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. `next_cursor` is null on the last */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TaskPage"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listTaskLines: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lines */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Lines"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  summarizeTasks: {
    parameters: {
      query?: {
        /** @description Required without an ingest token */
        workspace_id?: string;
        task_type?:
          | "continuous_intelligence_update"
          | "daily_analytics_rollup"
          | "weekly_report_generation"
          | "monthly_summary"
          | "email_sync"
          | "contact_enrichment"
          | "lead_scoring_batch"
          | "campaign_optimization"
          | "content_calendar_sync"
          | "social_media_posting"
          | "data_cleanup"
          | "system_health_check";
        agent_name?: string;
        /**
         * @description 24 by default
         * @example 24
         */
        hours_back?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One entry for each task type */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Summary"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportCosts: {
    parameters: {
      query?: {
        workspace_id?: string;
        agent_name?: string;
        /**
         * @description 30 by default
         * @example 30
         */
        days_back?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Costs, highest first */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Costs"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listTimeline: {
    parameters: {
      query?: {
        schedule?: string;
        expected_before?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Latest first */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Timeline"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  explain: {
    parameters: {
      query: {
        /** @example task */
        what: "time" | "email" | "task" | "job";
        /**
         * @description The id, or for `time` a time with or without the name of a schedule before it
         * @example 019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b
         */
        ref: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sentence */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Why"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listWatches: {
    parameters: {
      query?: {
        workspace_id?: string;
        agent_name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Problems first, the oldest of them at the top */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Watches"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: {
        agent?: string;
        status?: "pending" | "running" | "completed" | "failed" | "partial_failure" | "cancelled";
        workspace_id?: string;
        /** @example 50 */
        limit?: number;
        /** @description `next_cursor` of the page before. Keep the filters */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. `next_cursor` is null on the last */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobPage"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requestJobs: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice, a new one for each request */
        "idempotency-key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewJobs"];
      };
    };
    responses: {
      /** @description The request was read. Some of its jobs may be rejected */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobResults"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `agent_not_found`: No agent that takes jobs has this name; `workspace_not_found`: No workspace that you may use has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `idempotency_key_reused`: This idempotency key was used with another body; `job_invalid`: The database rejects this job */
      422: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requeueJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Requeue"];
      };
    };
    responses: {
      /** @description How many were enqueued again */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Requeued"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `agent_not_found`: No agent that takes jobs has this name; `workspace_not_found`: No workspace that you may use has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_already_finished`: This task has ended and cannot change */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  retryJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new job */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          Location: components["headers"]["Location"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description `invalid_request`: The request has missing, unknown or invalid fields; `malformed_json`: The body is not valid JSON */
      400: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unauthorized`: The credential is missing or not valid */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `forbidden`: This credential does not allow this */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_found`: No task that you may see has this id */
      404: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_slow`: The body took too long to arrive */
      408: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `task_not_retryable`: Only a failed or cancelled task can be retried */
      409: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `body_too_large`: The body is too large */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `unsupported_media_type`: This content type is not supported */
      415: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `rate_limited`: Too many requests; `daily_quota_exceeded`: The workspace has used up its quota of the day */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `internal_error`: The server failed */
      500: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description `store_unavailable`: The database did not answer */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "Cache-Control": components["headers"]["Cache-Control"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
}
