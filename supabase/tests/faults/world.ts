import assert from "node:assert/strict";
import type { LocalDatabase, Row } from "../../../scripts/local/database.ts";
import type { Stack } from "../../../scripts/local/stack.ts";
import { crash, isSoon } from "./crash.ts";
import type { Hold, StepControl } from "./step_control.ts";

/** The function and the schedule that everything here is about. */
export const RUNNER = "continuous-intelligence";

/** Longer than the 15 s after which a function takes a database that does not answer for gone. */
const WAIT_LIMIT_MS = 60_000;
/** A signature is good for five minutes either way, so the machinery's time goes no further. */
const MOST_SECONDS_AHEAD = 280;

/** One dispatch, as the timeline's table has it. */
export interface Dispatch {
  readonly kind: string;
  readonly verdict: string;
  readonly http_status: number | null;
  readonly detail: string | null;
}

/** One system row of the log. */
export interface RootTask {
  readonly id: string;
  readonly status: string;
  readonly error_message: string | null;
}

/** A stack, its clock and what tests do with it. */
export class World {
  /** The machinery's time: never behind the real one. */
  #at = new Date();

  constructor(
    readonly stack: Stack,
    readonly control: StepControl,
    private readonly secret: string,
  ) {}

  get database(): LocalDatabase {
    return this.stack.database;
  }

  /** URL of the runner behind the gateway. */
  get functionUrl(): string {
    return `${this.stack.url}/functions/v1/${RUNNER}`;
  }

  /**
   * Once for a stack: commits survive a crash, every request that is ever queued is kept, and no
   * other schedule runs: time moves over the minutes of theirs.
   */
  async prepare(): Promise<void> {
    await this.database.query(
      "update public.task_schedules set enabled = false where name <> $1",
      [RUNNER],
    );
    await this.database.adminExec("alter system set synchronous_commit = on");
    await this.database.adminExec(`
      select pg_reload_conf();
      create schema faults;
      -- Unlike the queue it is not emptied, neither by the worker nor by a crash.
      create table faults.requests (url text, headers jsonb, body text);
      create function faults.keep() returns trigger language plpgsql security definer as $$
      begin
        insert into faults.requests values (new.url, new.headers, convert_from(new.body, 'UTF8'));
        return new;
      end
      $$;
      create trigger keep after insert on net.http_request_queue
      for each row execute function faults.keep();
    `);
  }

  /**
   * An empty world: no email, no task, no request, and a schedule whose one slot is this minute.
   */
  async reset(): Promise<void> {
    this.#at = new Date();
    await this.stack.functions.restart(RUNNER);
    await this.database.adminExec(`
      truncate public.autonomous_tasks, public.task_dispatches, public.client_emails,
        public.workspaces, nightshift.schedule_watermarks, nightshift.reconcile_steps, net.http_request_queue,
        net._http_response, faults.requests cascade;
    `);
    await this.setVaultSecret(this.secret);
    await this.sendThrough(this.stack.url);
    await this.setSchedule(`
      target = '${RUNNER}', timeout_ms = 5000, max_attempts = 3, max_parallel_runs = 1,
      missed_policy = 'run_once', overlap_policy = 'skip',
      cron_expression = to_char(now(), 'FMMI FMHH24 FMDD FMMM "*"')
    `);
  }

  /** Changes columns of the schedule; `assignments` as in an update. */
  async setSchedule(assignments: string): Promise<void> {
    await this.database.exec(
      `update public.task_schedules set ${assignments} where name = '${RUNNER}'`,
    );
  }

  /**
   * Sends requests to the function by way of another server. The target stays the function, as each
   * target has a signing key of its own.
   */
  async sendThrough(url: string): Promise<void> {
    await this.database.query(
      "select vault.update_secret(s.id, $1) from vault.secrets s where s.name = 'project_url'",
      [url],
    );
  }

  /** Sets `cron_secret` in Vault. */
  async setVaultSecret(secret: string): Promise<void> {
    await this.database.query(
      "select vault.update_secret(s.id, $1) from vault.secrets s where s.name = 'cron_secret'",
      [secret],
    );
  }

  /** Stores `count` emails, by turns in three workspaces. */
  async addMails(count: number): Promise<void> {
    await this.database.query(
      `with workspaces as (
         insert into public.workspaces (name) select 'Workspace ' || n from generate_series(1, 3) n
         returning id
       ), numbered as (
         select id, row_number() over (order by id) - 1 as position from workspaces
       )
       insert into public.client_emails
         (workspace_id, provider_message_id, from_email, subject, body_text, received_at)
       select w.id, gen_random_uuid() || '@mail.example', 'ada@example.com', 'Order ' || n,
         'Could you send two boxes by Friday?', now() - make_interval(mins => n)
       from generate_series(1, $1::integer) n
       join numbered w on w.position = n % 3`,
      [count],
    );
  }

  /** The machinery's time. */
  now(): Date {
    const real = new Date();
    if (this.#at < real) this.#at = real;
    return this.#at;
  }

  /** Moves the machinery's time on. */
  advance(seconds: number): Date {
    return this.#at = new Date(this.now().getTime() + seconds * 1_000);
  }

  /** pg_cron's call. */
  async dispatch(at: Date = this.now()): Promise<{ outcome: string; task_id?: string }> {
    const [row] = await this.database.query<{ result: { outcome: string; task_id?: string } }>(
      "select nightshift.dispatch($1, $2) as result",
      [RUNNER, at.toISOString()],
    );
    assert.ok(row);
    return row.result;
  }

  /** What a person calls to run the schedule now. */
  async runNow(at: Date = this.now()): Promise<void> {
    await this.database.query("select nightshift.run_now($1, $2)", [RUNNER, at.toISOString()]);
  }

  /** pg_cron's other call. */
  async reconcile(at: Date = this.now()): Promise<Row> {
    const [row] = await this.database.query<{ report: Row }>(
      "select nightshift.reconcile($1) as report",
      [at.toISOString()],
    );
    assert.ok(row);
    return row.report;
  }

  /** Has pg_net send everything and stamp its answers with the machinery's time. */
  async deliver(): Promise<void> {
    await this.stack.net.idle();
    await this.database.adminQuery(
      "update net._http_response set created = $1 where created < $1",
      [this.now().toISOString()],
    );
  }

  /** Waits until nothing is being sent and nobody holds a lease any more. */
  async settleDown(): Promise<void> {
    await this.until(
      "nothing is sent and no lease holds",
      `select not exists (select from net.http_request_queue)
         and not exists (select from nightshift.run_leases where expires_at > clock_timestamp())
         and not exists (select from nightshift.email_queue where lease_expires_at > clock_timestamp())
         as holds`,
    );
    await this.deliver();
  }

  /**
   * Lets time pass, with a reconciliation every 20 s, until every task and dispatch has its end.
   */
  async drain(): Promise<void> {
    const endsAt = Date.now() + MOST_SECONDS_AHEAD * 1_000;
    await this.settleDown();
    while (true) {
      await this.reconcile();
      await this.settleDown();
      const [state] = await this.database.query<{ is_done: boolean }>(
        `select not exists (
             select from public.autonomous_tasks t where t.status in ('pending', 'running'))
           and not exists (select from public.task_dispatches d where d.verdict = 'sent') as is_done`,
      );
      if (state?.is_done) return;
      assert.ok(this.advance(20).getTime() < endsAt, `no end:\n${await this.describe()}`);
    }
  }

  /** Polls until a query's `holds` is true; a database that restarts meanwhile is waited for. */
  async until(what: string, sql: string): Promise<void> {
    const givesUpAt = performance.now() + WAIT_LIMIT_MS;
    while (performance.now() < givesUpAt) {
      const rows = await this.database.query<{ holds: boolean }>(sql).catch(() => []);
      if (rows[0]?.holds) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`In vain waited until ${what}:\n${await this.describe()}`);
  }

  /** Waits until a function has got to where it is held. */
  async arrive(hold: Hold): Promise<void> {
    if (await isSoon(hold.reached, WAIT_LIMIT_MS)) return;
    throw new Error(`No function came to the step in time:\n${await this.describe()}`);
  }

  /** See {@link crash}. */
  async crashDatabase(): Promise<void> {
    await crash(this.database, WAIT_LIMIT_MS);
  }

  /** All dispatches, oldest first. */
  dispatches(): Promise<Dispatch[]> {
    return this.database.query<Dispatch & Row>(
      "select kind, verdict, http_status, detail from public.task_dispatches order by dispatched_at, id",
    );
  }

  /** All system rows, oldest first. */
  roots(): Promise<RootTask[]> {
    return this.database.query<RootTask & Row>(
      `select id, status, error_message from public.autonomous_tasks
       where workspace_id is null order by executed_at, id`,
    );
  }

  /** How often each email was claimed, as far as the queue still knows, and how many there are. */
  async waitingMails(): Promise<{ attempts: number; mails: number }[]> {
    return await this.database.query(
      `select attempts, count(*)::integer as mails from nightshift.email_queue group by attempts order by attempts`,
    );
  }

  /** Kind and verdict of all dispatches, e.g. `tick stalled`. */
  async story(): Promise<string[]> {
    return (await this.dispatches()).map(({ kind, verdict }) => `${kind} ${verdict}`);
  }

  /** For the message of a test that fails. */
  async describe(): Promise<string> {
    const [dispatches, roots] = [await this.dispatches(), await this.roots()];
    const logs = this.stack.functions.logs(RUNNER).slice(-8);
    const requests = await this.database.adminQuery(
      `select r.id, r.status_code, r.error_msg, r.created from net._http_response r
       union all select q.id, null, 'is waiting', null from net.http_request_queue q order by id`,
    );
    const leases = await this.database.query("select * from nightshift.run_leases");
    return JSON.stringify({ at: this.#at, dispatches, roots, requests, leases, logs }, null, 1);
  }
}
