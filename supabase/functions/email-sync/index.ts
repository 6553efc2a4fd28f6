import { createServiceClient } from "../_shared/database/db.ts";
import { systemClock } from "../_shared/platform/clock.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createApp } from "./app.ts";
import { createProviders } from "../_shared/mailboxes/mod.ts";
import { createSyncStore } from "./store/sync_store.ts";

const env = readEnv();
const app = createApp({
  env,
  store: createSyncStore(createServiceClient(env)),
  providers: createProviders(env, systemClock),
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
