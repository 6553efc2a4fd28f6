import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { MailboxProvider } from "./providers/provider.ts";
import type { SyncStore } from "./store/sync_store.ts";

/** Names of the kinds of mailboxes, as `public.mailboxes` has them. */
export const PROVIDER_NAMES = ["gmail", "imap", "graph"] as const;
export type ProviderName = typeof PROVIDER_NAMES[number];

/** The providers; null for one that the project has no credentials for. */
export type Providers = Readonly<Record<ProviderName, MailboxProvider | null>>;

/** What the function needs from outside; tests pass plain objects. */
export interface SyncDeps {
  readonly env: Pick<
    Env,
    | "cronSecrets"
    | "secretKeys"
    | "runLeaseSeconds"
    | "runMaxEmails"
    | "runReadingSeconds"
    | "wallClockSeconds"
  >;
  readonly store: SyncStore;
  readonly providers: Providers;
  readonly clock: Clock;
  readonly log: Log;
}
