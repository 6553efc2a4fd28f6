/** The honest side: pg_cron, pg_net and a runner, each act one statement of the machinery. */
import type postgres from "postgres";
import {
  type Claim,
  claimEmails,
  insertEmails,
  settleEmails,
} from "../../../supabase/tests/concurrency/queue_fixture.ts";
import type { Violation } from "./tenants.ts";

const SCHEDULE = "continuous-intelligence";
const LEASE_SECONDS = 600;
/** Deaths and failures of a sequence: an email is given up after five, and that is not a loss. */
const MOST_SETBACKS = 2;

interface Run {
  readonly id: string;
  readonly token: string;
}

/** Runs, claims and the clock. */
export class Machinery {
  now: Date;
  readonly emailIds: string[] = [];
  readonly violations: Violation[] = [];
  slowestMs = 0;
  #runs: Run[] = [];
  #claims: Claim[] = [];
  #setbacks = 0;
  readonly #sql: postgres.Sql;

  /** `sql` has a lock timeout: no statement of the machinery may come near it. */
  constructor(sql: postgres.Sql, now: Date) {
    this.#sql = sql;
    this.now = now;
  }

  /** The run that a member can read of, or one that never was. */
  get runId(): string {
    return this.#runs[0]?.id ?? "00000000-0000-4000-8000-000000000000";
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }

  async receive(workspaceId: string, count: number): Promise<void> {
    const ids = await this.#time("receive", () => insertEmails(this.#sql, [workspaceId], count));
    this.emailIds.push(...ids ?? []);
  }

  /** Time moves to the next half hour, and pg_cron comes. */
  async tick(): Promise<string> {
    const halfHour = 1_800_000;
    this.now = new Date((Math.floor(this.now.getTime() / halfHour) + 1) * halfHour);
    const rows = await this.#time("dispatch", () =>
      this.#sql<{ outcome: string }[]>`
        select nightshift.dispatch(${SCHEDULE}, ${this.now}) ->> 'outcome' as outcome`);
    return rows?.[0]?.outcome ?? "failed";
  }

  /** The oldest request arrives at a runner, which answers and starts. */
  async answer(isLost = false): Promise<boolean> {
    const [request] = await this.#sql<{ id: string; request_id: string; task_id: string }[]>`
      select d.id, d.request_id, d.task_id from public.task_dispatches d
      where d.verdict = 'sent' and d.request_id is not null and exists (
        select from net.http_request_queue q where q.id = d.request_id)
      order by d.dispatched_at, d.id limit 1`;
    if (request === undefined) return false;
    await this.#sql`delete from net.http_request_queue where id = ${request.request_id}`;
    if (isLost) return true;
    await this.#sql`
      insert into net._http_response (id, status_code, headers, timed_out, created)
      values (${request.request_id}, 202, '{}', false, ${this.now})`;
    const rows = await this.#time("start_run", () =>
      this.#sql<{ token: string | null }[]>`
        select nightshift.start_run(${request.task_id}, p_lease_seconds => ${LEASE_SECONDS},
          p_now => ${this.now}) ->> 'run_token' as token`);
    const token = rows?.[0]?.token;
    if (typeof token === "string") this.#runs.push({ id: request.task_id, token });
    return true;
  }

  async claim(index: number, limit: number): Promise<number> {
    const run = this.#runs[index % Math.max(this.#runs.length, 1)];
    if (run === undefined || !await this.#beat(run)) return 0;
    const claim = await this.#time(
      "claim_emails",
      () => claimEmails(this.#sql, run.id, { limit, leaseSeconds: LEASE_SECONDS, now: this.now }),
    );
    if (claim !== undefined && claim.emails.length > 0) this.#claims.push(claim);
    return claim?.emails.length ?? 0;
  }

  async settle(index: number, isFailing: boolean): Promise<void> {
    const [claim] = this.#claims.splice(index % Math.max(this.#claims.length, 1), 1);
    if (claim === undefined) return;
    const fails = isFailing && ++this.#setbacks <= MOST_SETBACKS;
    await this.#time(
      "settle_emails",
      () =>
        settleEmails(this.#sql, claim.leaseToken, claim.emails.map(({ emailId }) => emailId), {
          now: this.now,
          outcomeOf: () => fails ? "failed" : "analysed",
        }),
    );
  }

  async finish(index: number): Promise<void> {
    const run = this.#runs[index % Math.max(this.#runs.length, 1)];
    if (run === undefined || !await this.#beat(run)) return;
    this.#runs.splice(this.#runs.indexOf(run), 1);
    await this.#time(
      "finish_run",
      () => this.#sql`select nightshift.finish_run(${run.id}, null, ${this.now})`,
    );
  }

  /** As before every step of a runner: whoever lost the lease of a run leaves it. */
  async #beat(run: Run): Promise<boolean> {
    const rows = await this.#time("beat_run", () =>
      this.#sql<{ holds: boolean }[]>`
        select nightshift.beat_run(${run.id}, ${run.token}, ${LEASE_SECONDS}, ${this.now})
          as holds`);
    if (rows?.[0]?.holds === true) return true;
    this.#runs.splice(this.#runs.indexOf(run), 1);
    return false;
  }

  die(index: number): void {
    if (this.#runs.length === 0 || ++this.#setbacks > MOST_SETBACKS) return;
    this.#runs.splice(index % this.#runs.length, 1);
  }

  async reconcile(): Promise<void> {
    await this.#time("reconcile", () => this.#sql`select nightshift.reconcile(${this.now})`);
  }

  /** Whatever is under way is worked on until nothing is left. */
  async drain(): Promise<void> {
    while (await this.answer());
    while (this.#claims.length > 0) await this.settle(0, false);
    while (this.#runs.length > 0) {
      while (await this.claim(0, 50) > 0) await this.settle(0, false);
      await this.finish(0);
    }
  }

  async #time<T>(step: string, work: () => PromiseLike<T>): Promise<T | undefined> {
    const startedAt = performance.now();
    try {
      return await work();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      this.violations.push({
        kind: code === "55P03" || code === "57014" ? "waits" : "stopped schedules",
        what: `${step}: ${code} ${message}`,
      });
      return undefined;
    } finally {
      this.slowestMs = Math.max(this.slowestMs, performance.now() - startedAt);
    }
  }
}
