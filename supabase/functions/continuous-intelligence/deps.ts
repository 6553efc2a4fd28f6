import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { Analyzer } from "./analyzers/analyzer.ts";
import type { Store } from "./store/store.ts";

/** What the function needs from outside; tests pass plain objects. */
export interface AppDeps {
  readonly env: Env;
  readonly store: Store;
  readonly analyzer: Analyzer;
  readonly clock: Clock;
  readonly log: Log;
}
