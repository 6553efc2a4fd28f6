import postgres from "postgres";
import { startMigratedCluster } from "../../local/testing/migrated_cluster.ts";
import type { Cluster } from "../../local/postgres/postgres_cluster.ts";
import { type Benchmark, type BenchmarkOptions, limit, type Measurement } from "../benchmark.ts";
import { readBackendCpu } from "../database/backend_cpu.ts";
import { requirePostgres } from "../require.ts";
import { askFor, fillContacts, fillEmails } from "./fill.ts";
import { compareDays, runChunks } from "./simulation.ts";

const DEFAULT_ROWS = 1_000_000;
/** A tenth as many emails as contacts are read, from a backlog. */
const EMAILS_SHARE = 0.1;
const SIMULATED_DAYS = 200;
const DEFAULT_SEED = 16;
/** A server of the smaller hosted sizes. */
const SETTINGS = { shared_buffers: "512MB", effective_cache_size: "1536MB", max_wal_size: "4GB" };

/** Contacts and scores: a backlog of emails, a million scores, 200 days against scratch. */
export const contacts: Benchmark = {
  name: "contacts",
  summary: "scores, a backlog of emails and 200 days; --rows, default 1000000 contacts; --seed",
  run: measureContacts,
};

async function measureContacts({ rows, seed, say }: BenchmarkOptions): Promise<Measurement> {
  const n = rows ?? DEFAULT_ROWS;
  const emails = Math.ceil(n * EMAILS_SHARE);
  const installation = await requirePostgres(say);
  await using cluster = await startMigratedCluster(installation, { settings: SETTINGS });

  say(`Playing ${SIMULATED_DAYS} days …`);
  const comparison = await useDatabase(
    cluster,
    "days",
    ({ sql }) => compareDays(sql, SIMULATED_DAYS, seed ?? DEFAULT_SEED),
  );
  const scoring = await useDatabase(cluster, "scores", async ({ sql, admin }) => {
    say(`Filling in ${n.toLocaleString("en")} contacts …`);
    await fillContacts(admin, n);
    await askFor(admin, "lead_scoring_batch");
    say("Scoring them …");
    const first = await time(
      sql,
      () => runChunks(sql, "lead_scoring_batch", new Date("2026-06-01Z")),
    );
    say("Scoring those whose windows end on the next day …");
    const next = await time(
      sql,
      () => runChunks(sql, "lead_scoring_batch", new Date("2026-06-02Z")),
    );
    return { first, next };
  });
  const backlog = await useDatabase(cluster, "emails", async ({ sql, admin }) => {
    say(`Filling in ${emails.toLocaleString("en")} emails …`);
    await fillEmails(admin, emails);
    await askFor(admin, "contact_enrichment");
    say("Reading them …");
    return await time(sql, () => runChunks(sql, "contact_enrichment", new Date("2026-06-01Z")));
  });

  const figures = {
    scoring_seconds: scoring.first.seconds,
    scoring_cpu_seconds: scoring.first.cpuSeconds,
    scoring_chunks: scoring.first.chunks,
    next_day_seconds: scoring.next.seconds,
    backlog_emails: emails,
    backlog_ms_per_email: backlog.seconds * 1_000 / emails,
    backlog_cpu_ms_per_email: backlog.cpuSeconds * 1_000 / emails,
    backlog_chunks: backlog.chunks,
    simulated_days: comparison.days,
    simulated_emails: comparison.emails,
    days_with_other_contacts: comparison.contactMismatches,
    days_with_other_scores: comparison.scoreMismatches,
  };
  return {
    figures,
    goals: [
      limit("scoring_seconds", figures.scoring_seconds, "<=", 60 * n / DEFAULT_ROWS),
      limit("backlog_ms_per_email", figures.backlog_ms_per_email, "<=", 1),
      limit("days_with_other_contacts", figures.days_with_other_contacts, "<=", 0),
      limit("days_with_other_scores", figures.days_with_other_scores, "<=", 0),
    ],
    software: { ...SETTINGS },
    n,
  };
}

interface Timed {
  readonly seconds: number;
  /** Of the session's server process. */
  readonly cpuSeconds: number;
  readonly chunks: number;
}

async function time(sql: postgres.Sql, run: () => Promise<number>): Promise<Timed> {
  const cpuBefore = await readBackendCpu(sql);
  const startedAt = performance.now();
  const chunks = await run();
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, cpuSeconds: await readBackendCpu(sql) - cpuBefore, chunks };
}

interface Sessions {
  /** A session of `postgres`, as the database worker has it. */
  readonly sql: postgres.Sql;
  /** A session of a superuser, for filling. */
  readonly admin: postgres.Sql;
}

/** Runs a part in a database of its own. */
async function useDatabase<Result>(
  cluster: Cluster,
  name: string,
  part: (sessions: Sessions) => Promise<Result>,
): Promise<Result> {
  await cluster.createDatabase(name);
  const connect = (role: "postgres" | "supabase_admin") =>
    postgres(cluster.url(role, name), { max: 1, onnotice: () => {} });
  const sessions = { sql: connect("postgres"), admin: connect("supabase_admin") };
  try {
    return await part(sessions);
  } finally {
    await Promise.all([sessions.sql.end(), sessions.admin.end()]);
  }
}
