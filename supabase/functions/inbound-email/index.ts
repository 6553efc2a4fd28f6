import { createServiceClient } from "../_shared/database/db.ts";
import { systemClock } from "../_shared/platform/clock.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createApp } from "./app.ts";
import { createProviders } from "./providers/providers.ts";
import { createEmailStore } from "./store.ts";

const env = readEnv();
const app = createApp({
  secrets: env,
  store: createEmailStore(createServiceClient(env)),
  providers: createProviders(env, systemClock, fetch),
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
