import type { z } from "zod";
import { systemClock } from "../../platform/clock.ts";
import { readEnv } from "../../platform/env.ts";
import { createRunTime } from "../run/run_time.ts";
import type { AgentTask, AgentWork } from "../agent_task.ts";
import type { Job } from "../job.ts";
import { createLineBuffer } from "../lines.ts";
import { performJob } from "../perform_job.ts";
import { createHider } from "../secrets.ts";
import { createMemoryStore, LEASE, type MemoryStore } from "./memory_store.ts";

export const SECRET_KEY = "sb_secret_of_this_project";

export const TEST_ENV = readEnv({
  SUPABASE_URL: "http://project.example",
  SUPABASE_SECRET_KEYS: JSON.stringify({ default: SECRET_KEY }),
  CRON_SECRET: "the-cron-secret-of-the-test",
  ANTHROPIC_API_KEY: "anthropic-key-of-the-test",
  GOOGLE_CLIENT_ID: "google-client",
  GOOGLE_CLIENT_SECRET: "google-secret-of-the-test",
  MICROSOFT_CLIENT_ID: "microsoft-client",
  MICROSOFT_CLIENT_SECRET: "microsoft-secret-of-the-test",
  RESEND_API_KEY: "resend-key-of-the-test",
  MAILGUN_SIGNING_KEY: "mailgun-key-of-the-test",
});

/** What an attempt may be given; everything has a default. */
export interface AttemptOptions {
  readonly store?: MemoryStore;
  readonly payload?: z.ZodType;
  readonly signal?: AbortSignal;
  readonly clock?: () => Date;
}

/** Does one attempt at a job, with everything real but the database. */
export async function attempt(job: Job, work: AgentWork, options: AttemptOptions = {}) {
  const { store = createMemoryStore(), clock = systemClock, payload } = options;
  const logged: string[] = [];
  const log = (_level: string, message: string) => void logged.push(message);
  const hide = createHider(TEST_ENV);
  const lines = createLineBuffer({ store, lease: LEASE, clock, log, hide });
  const result = await performJob(
    {
      store,
      lease: LEASE,
      db: {} as AgentTask["db"],
      lines,
      time: createRunTime(clock, 100),
      log,
      hide,
      payload,
    },
    job,
    work as AgentWork<never, never>,
    options.signal ?? new AbortController().signal,
  );
  await lines.flush();
  return { result, logged, store };
}
