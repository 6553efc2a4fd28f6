import postgres from "postgres";
import type { LogFields } from "../../../supabase/functions/_shared/platform/log.ts";
import type { ProviderName, Providers } from "../../../supabase/functions/_shared/mailboxes/mod.ts";
import { performRun } from "../../../supabase/functions/email-sync/run/run.ts";
import {
  createSyncStore,
  type SyncStore,
} from "../../../supabase/functions/email-sync/store/sync_store.ts";
import { type CallByName, createCallClient } from "../database/call_client.ts";

/** How large a run is, and what becomes of it on its way. */
export interface RoundOptions {
  readonly providers: Providers;
  readonly maxEmails?: number;
  /** Changes the database as the run sees it, to end the process half-way. */
  readonly wrap?: (store: SyncStore) => SyncStore;
}

/** A mailbox to connect. */
export interface NewMailbox {
  readonly workspaceId: string;
  readonly provider: ProviderName;
  readonly address: string;
  readonly secret: Readonly<Record<string, unknown>>;
  readonly sinceDays?: number;
}

const LEASE_SECONDS = 30;
const RUN_LEASE = 600;

/** The engine with a real database and a clock of its own: time passes when it is told to. */
export class SyncWorld implements AsyncDisposable {
  readonly sql: postgres.Sql;
  readonly lines: LogFields[] = [];
  readonly store: SyncStore;
  now = new Date("2026-03-02T08:00:00Z");

  constructor(url: string) {
    this.sql = postgres(url, { max: 6, onnotice() {} });
    this.store = createSyncStore(createCallClient(callAt(this.sql, () => this.now)));
  }

  async createWorkspace(name = "A workspace"): Promise<string> {
    const [row] = await this.sql<{ id: string }[]>`
      insert into public.workspaces (name) values (${name}) returning id`;
    return row?.id ?? "";
  }

  async connect(mailbox: NewMailbox): Promise<string> {
    const { workspaceId, provider, address, secret, sinceDays = 3_650 } = mailbox;
    const [row] = await this.sql<{ id: string }[]>`
      insert into public.mailboxes (workspace_id, provider, address, since_days)
      values (${workspaceId}, ${provider}, ${address}, ${sinceDays}) returning id`;
    const id = row?.id ?? "";
    await this.sql`insert into nightshift.mailbox_sync (mailbox_id, workspace_id)
      values (${id}, ${workspaceId})`;
    await this.sql`insert into nightshift.mailbox_turns (workspace_id)
      values (${workspaceId}) on conflict do nothing`;
    await this.sql`select nightshift.start_mailbox(${id}, ${address},
      vault.create_secret(${JSON.stringify(secret)}, ${"test " + id}), null, ${this.now})`;
    return id;
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }

  /** One run, to its end or to the end of its process. */
  async round(
    { providers, maxEmails = 200, wrap = (store) => store }: RoundOptions,
  ): Promise<void> {
    const [task] = await this.sql<{ id: string }[]>`
      insert into public.autonomous_tasks (task_type, status, executed_at)
      values ('email_sync', 'pending', ${this.now}) returning id`;
    const lease = await this.store.startRun(task?.id ?? "", RUN_LEASE);
    if (lease === null) throw new Error("The run did not start.");
    await performRun({
      env: {
        cronSecrets: [],
        secretKeys: {},
        runLeaseSeconds: LEASE_SECONDS,
        runMaxEmails: maxEmails,
        runReadingSeconds: 300,
        wallClockSeconds: 400,
      },
      store: wrap(this.store),
      providers,
      clock: () => this.now,
      log: (level, message, fields = {}) => this.lines.push({ level, message, ...fields }),
    }, lease);
  }

  /** Rounds until every mailbox is live and nothing is due soon. */
  async settle(options: RoundOptions, mostRounds = 500): Promise<number> {
    for (let round = 1; round <= mostRounds; round += 1) {
      await this.round(options);
      const [left] = await this.sql<{ is_done: boolean; next: Date | null }[]>`
        select bool_and(m.state = 'live' and m.last_error is null) as is_done,
          min(greatest(s.next_sync_at, s.lease_expires_at)) as next
        from nightshift.mailbox_sync s join public.mailboxes m on m.id = s.mailbox_id`;
      if (left?.is_done && (left.next?.getTime() ?? 0) > this.now.getTime()) return round;
      this.now = new Date(Math.max(this.now.getTime(), left?.next?.getTime() ?? 0) + 1_000);
    }
    throw new Error(`The mailboxes were not read in ${mostRounds} rounds.`);
  }

  /** How often each Message-ID is there. */
  async countByMessageId(workspaceId: string): Promise<Map<string, number>> {
    const rows = await this.sql<{ id: string; count: number }[]>`
      select regexp_replace(e.provider_message_id, '#[0-9a-f]{16}$', '') as id, count(*)::integer
      from public.client_emails e where e.workspace_id = ${workspaceId} group by 1`;
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sql.end();
  }
}

/** Takes the machinery's own functions, which are told the time. */
function callAt(sql: postgres.Sql, clock: () => Date): CallByName {
  return async (name, given) => {
    const { p_run_token: token, ...rest } = given;
    const takesToken = name === "beat_mailbox_run";
    const isTimeless = name === "list_new_messages";
    const parameters = {
      ...rest,
      ...(takesToken ? { p_run_token: token } : {}),
      ...(isTimeless ? {} : { p_now: clock() }),
    };
    const names = Object.keys(parameters).map((key, at) => `${key} => $${at + 1}`).join(", ");
    const schema = isTimeless ? "public" : "nightshift";
    const values = Object.values(parameters) as postgres.ParameterOrJSON<never>[];
    const [row] = await sql.unsafe<{ answer: unknown }[]>(
      `select ${schema}.${name}(${names}) as answer`,
      values,
    );
    const answer = row?.answer;
    if (name === "claim_mailboxes") return { mailboxes: answer };
    return answer === "" ? {} : answer ?? {};
  };
}
