import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { Providers } from "../_shared/mailboxes/mod.ts";
import type { SyncStore } from "./store/sync_store.ts";

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
