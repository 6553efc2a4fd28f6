import { systemClock } from "../_shared/platform/clock.ts";
import { createServiceClient } from "../_shared/database/db.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createApp } from "./app.ts";
import { createEmailStore } from "./store.ts";

const env = readEnv();
const app = createApp({
  secrets: env,
  store: createEmailStore(createServiceClient(env)),
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
