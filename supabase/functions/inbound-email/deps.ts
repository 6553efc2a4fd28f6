import type { CallerKind } from "../_shared/http/caller.ts";
import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { StoredEmail } from "../_email/mod.ts";
import type { Problem } from "../_shared/http/problem.ts";
import type { Provider } from "./providers/provider.ts";

/** What happened to an email: stored, already there by its message id, or rejected. */
export type IngestOutcome =
  | { readonly outcome: "created" | "duplicate"; readonly emailId: string }
  | { readonly outcome: "rejected"; readonly problem: Problem };

/** What keeps the emails. */
export interface EmailStore {
  /**
   * The workspace of an ingest token that may send emails now. Counts as one of its requests.
   * @throws {Problem} `unauthorized`, `forbidden`, `rate_limited`, `store_unavailable`,
   * `internal_error`
   */
  admitToken(tokenHash: string): Promise<string>;
  /**
   * Stores an email once per workspace and message id. It is rejected with `workspace_not_found` or
   * `daily_quota_exceeded`.
   * @param options.isCounted against the quota of the day, for senders outside the project
   * @throws {Problem} `store_unavailable`, `internal_error`
   */
  ingestEmail(
    workspaceId: string,
    email: StoredEmail,
    options?: { readonly isCounted: boolean },
  ): Promise<IngestOutcome>;
}

/** What the function needs from outside. */
export interface AppDeps {
  readonly secrets: Pick<Env, "cronSecrets" | "secretKeys">;
  readonly store: EmailStore;
  /** Who may post emails in a form of their own. */
  readonly providers: readonly Provider[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The callers that are accepted. */
export const KINDS: readonly CallerKind[] = ["cron_secret", "secret_key", "ingest_token"];
