/** The queue as tests drive it: the machinery's functions with their documents typed. */
import type postgres from "postgres";

/** What a claim hands out. */
export interface Claim {
  readonly leaseToken: string;
  readonly emails: readonly { readonly emailId: string; readonly workspaceId: string }[];
}

/** Bounds of a claim; the database's own defaults where they are absent. */
export interface ClaimOptions {
  readonly batchSizePerWorkspace?: number;
  readonly maxWorkspaces?: number;
  readonly limit?: number;
  readonly leaseSeconds?: number;
  readonly now?: Date;
  /** The most that an email may cost, by model. */
  readonly prices?: readonly Price[];
}

/** A price as a runner passes it. */
export interface Price {
  readonly analyzer: string;
  readonly model: string;
  readonly usd_per_mail: number;
}

/** A call of a provider as a runner settles it. */
export interface Call {
  readonly call_id: string;
  readonly workspace_id: string;
  readonly analyzer: string;
  readonly model: string;
  readonly cost_usd: number;
  readonly price_id: string;
  readonly outcome: string;
  readonly emails: number;
}

/** What became of one email. */
export type Outcome = "analysed" | "failed";

/** What a settle changed. */
export interface Settlement {
  readonly processed: number;
  readonly failed: number;
  readonly stale: number;
}

const RECORD = {
  primary_intent: "question",
  secondary_intents: [],
  sentiment: "neutral",
  urgency_level: "low",
  key_topics: [],
  entities_mentioned: [],
  pain_points: [],
  questions_asked: [],
  action_items: [],
  business_opportunity: null,
  budget_mentioned: false,
  timeline_mentioned: false,
  decision_maker: false,
  confidence_score: 50,
  urgency_reasons: [],
  dates: [],
  money: [],
  contact: null,
  summary: null,
  needs_reply: false,
  is_bulk: false,
  is_automated: false,
  automated_kind: null,
  language: null,
  evidence: [],
  analyzed_text: null,
  analyzer: "rules",
  analyzer_version: 1,
  degraded: false,
};

/** Makes workspaces; answers their ids in the order of the ids. */
export async function createWorkspaces(sql: postgres.Sql, count: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into public.workspaces (name)
    select 'Workspace ' || g from generate_series(1, ${count}::integer) g
    returning id`;
  return rows.map(({ id }) => id).sort();
}

/**
 * Stores `count` emails in each workspace by one statement, received a millisecond apart from
 * `receivedAt` on; answers their ids in that order.
 */
export async function insertEmails(
  sql: postgres.Sql | postgres.TransactionSql,
  workspaceIds: readonly string[],
  count: number,
  receivedAt: Date = new Date(),
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into public.client_emails (workspace_id, provider_message_id, subject, received_at)
    select w.id, gen_random_uuid() || '@mail.example', 'Mail ' || g,
      ${receivedAt}::timestamptz + make_interval(secs => g / 1000.0)
    from generate_series(1, ${count}::integer) g
    cross join unnest(${[...workspaceIds]}::uuid[]) w (id)
    order by g, w.id
    returning id`;
  return rows.map(({ id }) => id);
}

/** Starts a run of its own; answers its id. */
export async function startRun(sql: postgres.Sql, now: Date = new Date()): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select nightshift.start_run(p_now => ${now}) ->> 'run_id' as id`;
  if (row === undefined) throw new Error("start_run answered nothing.");
  return row.id;
}

/** Claims email for a run. */
export async function claimEmails(
  sql: postgres.Sql | postgres.TransactionSql,
  runId: string,
  options: ClaimOptions = {},
): Promise<Claim> {
  const { batchSizePerWorkspace = 10, maxWorkspaces = 50, limit = 50, leaseSeconds = 30 } = options;
  const [row] = await sql<{ claim: ClaimDocument }[]>`
    select nightshift.claim_emails(${runId}, ${batchSizePerWorkspace}, ${maxWorkspaces}, ${limit},
      ${leaseSeconds}, ${options.now ?? new Date()}, ${
    sql.json(options.prices?.map((price) => ({ ...price })) ?? [])
  }) as claim`;
  if (row === undefined) throw new Error("claim_emails answered nothing.");
  return {
    leaseToken: row.claim.lease_token,
    emails: row.claim.emails.map(({ email_id, workspace_id }) => ({
      emailId: email_id,
      workspaceId: workspace_id,
    })),
  };
}

interface ClaimDocument {
  readonly lease_token: string;
  readonly emails: readonly { readonly email_id: string; readonly workspace_id: string }[];
}

/** Settles emails of a claim, all with one outcome unless `outcomeOf` says another. */
export async function settleEmails(
  sql: postgres.Sql,
  leaseToken: string,
  emailIds: readonly string[],
  options: {
    outcomeOf?: (index: number) => Outcome;
    now?: Date;
    calls?: readonly Call[];
  } = {},
): Promise<Settlement> {
  const results = emailIds.map((email_id, index) =>
    options.outcomeOf?.(index) === "failed"
      ? { email_id, error: "The analyzer gave up." }
      : { email_id, record: RECORD, model: "test" }
  );
  const [row] = await sql<{ settled: Settlement }[]>`
    select nightshift.settle_emails(${leaseToken}, ${sql.json(results)},
      ${options.now ?? new Date()}, ${
    sql.json(options.calls?.map((call) => ({ ...call })) ?? [])
  }) as settled`;
  if (row === undefined) throw new Error("settle_emails answered nothing.");
  return row.settled;
}

/** What is left in the queue, and how much has been analyzed. */
export async function countMail(
  sql: postgres.Sql,
): Promise<{ waiting: number; analysed: number; marked: number }> {
  const [row] = await sql<{ waiting: number; analysed: number; marked: number }[]>`
    select
      (select count(*)::integer from nightshift.email_queue) as waiting,
      (select count(*)::integer from public.email_intelligence) as analysed,
      (select count(*)::integer from public.client_emails
        where intelligence_analyzed and analyzed_at is not null) as marked`;
  if (row === undefined) throw new Error("count answered nothing.");
  return row;
}

/** Watches two jobs of a workspace: one that did not come, and one that runs for too long. */
export async function watchJobs(sql: postgres.Sql, workspaceId: string, now: Date): Promise<void> {
  const long = new Date(now.getTime() - 2 * 3_600_000);
  await sql`insert into public.job_watches (workspace_id, agent_name, expected_every, max_runtime)
    values (${workspaceId}, 'missed', '1 hour', null), (${workspaceId}, 'stuck', null, '1 hour')`;
  await sql`update nightshift.watch_states s set expected_at = ${long}, look_at = ${long}
    from public.job_watches w
    where w.id = s.watch_id and w.workspace_id = ${workspaceId} and w.agent_name = 'missed'`;
  await sql`insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name)
    values (${workspaceId}, 'email_sync', 'running', 'stuck')`;
  await sql`update nightshift.watch_reports r set reported_at = ${long}
    from public.job_watches w where w.id = r.watch_id and w.workspace_id = ${workspaceId}`;
}
