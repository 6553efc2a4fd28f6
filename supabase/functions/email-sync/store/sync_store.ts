import * as z from "zod";
import { toColumns } from "../../_shared/database/column_names.ts";
import type { Json } from "../../_shared/database/database_types.ts";
import { type ServiceClient, unwrap } from "../../_shared/database/db.ts";
import type { Cursor } from "../../_shared/mailboxes/provider.ts";
import type { ReadEmail } from "../run/read_message.ts";

/** The right to work on a run. */
export interface RunLease {
  readonly runId: string;
  readonly token: string;
}

const cursorSchema = z.record(z.string(), z.unknown());
const dateSchema = z.string().transform((text) => new Date(text));

const claimSchema = z.object({
  mailbox_id: z.guid(),
  workspace_id: z.guid(),
  provider: z.enum(["gmail", "imap", "graph"]),
  address: z.string(),
  lease_token: z.guid(),
  cursor: cursorSchema.nullable(),
  old_cursor: cursorSchema.nullable(),
  backfill_since: dateSchema.nullable(),
  caught_up_at: dateSchema.nullable(),
}).transform((row) => ({
  mailboxId: row.mailbox_id,
  workspaceId: row.workspace_id,
  provider: row.provider,
  address: row.address,
  leaseToken: row.lease_token,
  cursor: row.cursor as Cursor | null,
  oldCursor: row.old_cursor as Cursor | null,
  backfillSince: row.backfill_since,
  caughtUpAt: row.caught_up_at,
}));

/** A mailbox that is leased to the run, and how far it is. */
export type MailboxClaim = z.output<typeof claimSchema>;

/** What changes of a mailbox's place once the emails before it are stored. */
export interface Progress {
  readonly cursor?: Cursor;
  /** Null: from the newest. */
  readonly oldCursor?: Cursor | null;
  /** Null: no older email is left. */
  readonly backfillSince?: Date | null;
  /** All new email is there. */
  readonly isCaughtUp?: boolean;
}

const storedSchema = z.object({
  outcome: z.enum(["stored", "lost", "daily_quota_exceeded"]),
  detail: z.string().nullish(),
  created: z.int(),
  known: z.int(),
  unreadable: z.int(),
});

/** What became of some emails. `lost`: another run works on the mailbox. */
export type Stored = z.output<typeof storedSchema>;

/** How a round with a mailbox ended, see `nightshift.settle_mailbox`. */
export interface MailboxResult {
  readonly outcome: "done" | "more" | "back_off" | "reconnect_needed" | "temporary";
  /** For members. */
  readonly error?: string;
  readonly retryAfterSeconds?: number | null;
}

/** The numbers of a run. */
export interface RunNumbers {
  mailboxes: number;
  mailboxes_failed: number;
  emails_known: number;
  emails_unreadable: number;
}

/** The database as this function needs it. Every call is one round trip. */
export interface SyncStore {
  /** Null when there is nothing to do: delivered before, ended or unknown. */
  startRun(taskId: string, leaseSeconds: number): Promise<RunLease | null>;
  /** Extends the leases of the run and its mailboxes; false when another has taken it over. */
  beatRun(lease: RunLease, leaseSeconds: number): Promise<boolean>;
  /** Due mailboxes, by whose turn it is; none also when another has taken the run over. */
  claimMailboxes(lease: RunLease, limit: number, seconds: number): Promise<readonly MailboxClaim[]>;
  /** Null when the lease is lost. */
  readSecret(claim: MailboxClaim): Promise<unknown>;
  /** False when the lease is lost. */
  saveSecret(claim: MailboxClaim, secret: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Those of the provider's ids that are not stored yet, in their order. */
  listNew(claim: MailboxClaim, refIds: readonly string[]): Promise<readonly string[]>;
  /** At most 20 emails, then the place. */
  storeEmails(
    claim: MailboxClaim,
    emails: readonly ReadEmail[],
    progress: Progress | null,
  ): Promise<Stored>;
  /** False when the lease is lost. */
  settleMailbox(claim: MailboxClaim, result: MailboxResult): Promise<boolean>;
  finishRun(lease: RunLease, numbers: RunNumbers, error: string | null): Promise<void>;
}

const startedSchema = z.object({ run_id: z.guid(), run_token: z.guid().nullable() });
const claimedSchema = z.object({ mailboxes: z.array(claimSchema) });
const secretSchema = z.object({ outcome: z.string(), secret: z.unknown().optional() });

/** The store over the project's REST API. @throws {Problem} as {@link unwrap} does. */
export function createSyncStore(db: ServiceClient): SyncStore {
  async function call(name: string, parameters: Record<string, unknown>): Promise<unknown> {
    return unwrap(await db.rpc(name as never, parameters as never));
  }
  const of = ({ runId, token }: RunLease) => ({ p_run_id: runId, p_run_token: token });
  const held = ({ mailboxId, leaseToken }: MailboxClaim) => ({
    p_mailbox_id: mailboxId,
    p_lease_token: leaseToken,
  });
  return {
    async startRun(taskId, leaseSeconds) {
      const { run_id: runId, run_token: token } = startedSchema.parse(
        await call("start_run", { p_task_id: taskId, p_lease_seconds: leaseSeconds }),
      );
      return token === null ? null : { runId, token };
    },
    async beatRun(lease, leaseSeconds) {
      return z.boolean().parse(
        await call("beat_mailbox_run", { ...of(lease), p_lease_seconds: leaseSeconds }),
      );
    },
    async claimMailboxes(lease, limit, seconds) {
      return claimedSchema.parse(
        await call("claim_mailboxes", {
          ...of(lease),
          p_limit: limit,
          p_lease_seconds: seconds,
        }),
      ).mailboxes;
    },
    async readSecret(claim) {
      return secretSchema.parse(await call("read_mailbox_secret", held(claim))).secret ?? null;
    },
    async saveSecret(claim, secret) {
      return z.boolean().parse(
        await call("save_mailbox_secret", { ...held(claim), p_secret: secret }),
      );
    },
    async listNew(claim, refIds) {
      return z.array(z.string()).parse(
        await call("list_new_messages", { p_mailbox_id: claim.mailboxId, p_ref_ids: refIds }),
      );
    },
    async storeEmails(claim, emails, progress) {
      return storedSchema.parse(
        await call("store_mailbox_emails", {
          ...held(claim),
          p_emails: emails.map(writeEmail),
          p_progress: progress && writeProgress(progress),
        }),
      );
    },
    async settleMailbox(claim, { outcome, error, retryAfterSeconds }) {
      return z.boolean().parse(
        await call("settle_mailbox", {
          ...held(claim),
          p_result: { outcome, error, retry_after_seconds: retryAfterSeconds },
        }),
      );
    },
    async finishRun(lease, numbers, error) {
      await call("finish_mailbox_run", { ...of(lease), p_report: numbers, p_error: error });
    },
  };
}

function writeEmail({ refId, threadId, email, replyIds }: ReadEmail) {
  return {
    ref_id: refId,
    thread_id: threadId,
    email: email && toColumns(email),
    reply_ids: replyIds,
  };
}

function writeProgress(progress: Progress): Record<string, Json> {
  return {
    ...(progress.cursor === undefined ? {} : { cursor: progress.cursor as Json }),
    ...(progress.oldCursor === undefined ? {} : { old_cursor: progress.oldCursor as Json }),
    ...(progress.backfillSince === undefined
      ? {}
      : { backfill_since: progress.backfillSince?.toISOString() ?? null }),
    ...(progress.isCaughtUp ? { is_caught_up: true } : {}),
  };
}
