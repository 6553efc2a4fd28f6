import type postgres from "postgres";
import { type Benchmark, limit } from "../benchmark.ts";
import { readBackendCpu } from "../database/backend_cpu.ts";
import { type BenchCluster, HOSTED_SIZE, startBenchCluster } from "../database/bench_cluster.ts";
import { askFor, fillContacts, fillEmails } from "./fill.ts";
import { compareDays, runChunks } from "./simulation.ts";

const DEFAULT_ROWS = 1_000_000;
/** A tenth as many emails as contacts are read, from a backlog. */
const EMAILS_SHARE = 0.1;
const SIMULATED_DAYS = 200;
const DEFAULT_SEED = 16;

/** Contacts and scores: a backlog of emails, a million scores, 200 days against scratch. */
export const contacts: Benchmark = {
  name: "contacts",
  summary: "scores, a backlog of emails and 200 days; --rows, default 1000000 contacts; --seed",
  async run({ rows: n = DEFAULT_ROWS, seed = DEFAULT_SEED, say }) {
    const emails = Math.ceil(n * EMAILS_SHARE);
    await using server = await startBenchCluster(say, { settings: HOSTED_SIZE });

    say(`Playing ${SIMULATED_DAYS} days …`);
    const days = await openDatabase(server, "days");
    const comparison = await compareDays(days.sql, SIMULATED_DAYS, seed);

    say(`Filling in ${n.toLocaleString("en")} contacts …`);
    const scores = await openDatabase(server, "scores");
    await fillContacts(scores.admin, n);
    await askFor(scores.admin, "lead_scoring_batch");
    say("Scoring them …");
    const first = await timeChunks(scores.sql, "lead_scoring_batch", "2026-06-01Z");
    say("Scoring those whose windows end on the next day …");
    const next = await timeChunks(scores.sql, "lead_scoring_batch", "2026-06-02Z");

    say(`Filling in ${emails.toLocaleString("en")} emails …`);
    const inbox = await openDatabase(server, "emails");
    await fillEmails(inbox.admin, emails);
    await askFor(inbox.admin, "contact_enrichment");
    say("Reading them …");
    const backlog = await timeChunks(inbox.sql, "contact_enrichment", "2026-06-01Z");

    const figures = {
      scoring_seconds: first.seconds,
      scoring_cpu_seconds: first.cpuSeconds,
      scoring_chunks: first.chunks,
      next_day_seconds: next.seconds,
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
      software: server.software,
      n,
    };
  },
};

interface Timed {
  readonly seconds: number;
  /** Of the session's server process. */
  readonly cpuSeconds: number;
  readonly chunks: number;
}

async function timeChunks(
  sql: postgres.Sql,
  taskType: Parameters<typeof runChunks>[1],
  now: string,
): Promise<Timed> {
  const cpuBefore = await readBackendCpu(sql);
  const startedAt = performance.now();
  const chunks = await runChunks(sql, taskType, new Date(now));
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, cpuSeconds: await readBackendCpu(sql) - cpuBefore, chunks };
}

/** A database of its own, with a session as the database worker has it and one of a superuser. */
async function openDatabase(server: BenchCluster, database: string) {
  await server.cluster.createDatabase(database);
  const sql = server.connect("postgres", { database });
  // Statements are not compiled before they run: nightshift.do_chunk() says so.
  await sql`set jit = off`;
  return { sql, admin: server.connect("supabase_admin", { database }) };
}
