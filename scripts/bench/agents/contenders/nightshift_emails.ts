/** Our runs over the sample emails: the function's code, its store over a direct connection. */
import pg from "pg";
import { systemClock } from "../../../../supabase/functions/_shared/platform/clock.ts";
import { readEnv } from "../../../../supabase/functions/_shared/platform/env.ts";
import { createAnalyzer } from "../../../../supabase/functions/continuous-intelligence/analyzers/llm/mod.ts";
import type { AppDeps } from "../../../../supabase/functions/continuous-intelligence/deps.ts";
import { performRun } from "../../../../supabase/functions/continuous-intelligence/run/run.ts";
import { createStore } from "../../../../supabase/functions/continuous-intelligence/store/store.ts";
import { type Assignment, type Contender, POOL_SIZE, takeMs } from "./contender.ts";
import { createPgCall } from "./pg_call.ts";
import { createCallClient } from "../../database/call_client.ts";
import { readSampleEmails } from "../sample_emails.ts";

const WORKSPACES = 20;
/** A run's own defaults, except that nothing ends it before the queue is empty. */
const REQUEST = { batchSizePerWorkspace: 10, maxWorkspaces: 50 };
const UNBOUNDED = {
  RUN_BUDGET_SECONDS: "300",
  RUN_READING_SECONDS: "300",
  RUN_MAX_EMAILS: "10000",
};

export async function openNightshiftEmails({ databaseUrl }: Assignment): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const env = readEnv({
    SUPABASE_URL: "http://direct.example",
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: "no-key-needed" }),
    CRON_SECRET: "no-secret-needed",
    ...UNBOUNDED,
  });
  const deps: AppDeps = {
    env,
    store: createStore(createCallClient(createPgCall(pool))),
    analyzer: createAnalyzer({
      providers: env.providers,
      timeoutSeconds: env.llmTimeoutSeconds,
      clock: systemClock,
      random: Math.random,
      sleep: () => Promise.resolve(),
      createId: () => crypto.randomUUID(),
      log: () => {},
    }),
    clock: systemClock,
    log: () => {},
  };
  await pool.query(
    `insert into public.workspaces (name)
     select 'Workspace ' || n from generate_series(1, $1::integer) n`,
    [WORKSPACES],
  );
  return {
    async enqueue(emails) {
      const rows = (await readSampleEmails(emails)).map((email, position) => ({
        position,
        provider_message_id: crypto.randomUUID(),
        from_email: email.fromEmail,
        from_name: email.fromName,
        subject: email.subject,
        body_text: email.bodyText,
        body_html: email.bodyHtml,
        headers: email.headers,
        received_at: email.receivedAt,
      }));
      return await takeMs(() => pool.query(INSERT_EMAILS, [JSON.stringify(rows), WORKSPACES]));
    },
    async drain() {
      const { lease } = await deps.store.startRun({
        taskId: null,
        request: REQUEST,
        leaseSeconds: env.runLeaseSeconds,
      });
      if (lease === null) throw new Error("The run did not start.");
      return await takeMs(() => performRun(deps, lease, REQUEST));
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

const INSERT_EMAILS = `
  with place as (
    select w.id, row_number() over (order by w.id) - 1 as position from public.workspaces w
  )
  insert into public.client_emails (workspace_id, provider_message_id, from_email, from_name,
    subject, body_text, body_html, headers, received_at)
  select p.id, e.provider_message_id, e.from_email, e.from_name, e.subject, e.body_text,
    e.body_html, e.headers, e.received_at
  from jsonb_to_recordset($1::jsonb) as e (position integer, provider_message_id text,
    from_email text, from_name text, subject text, body_text text, body_html text, headers jsonb,
    received_at timestamptz)
  join place p on p.position = e.position % $2::integer`;
