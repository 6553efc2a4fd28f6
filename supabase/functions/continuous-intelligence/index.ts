import { createServiceClient } from "../_shared/database/db.ts";
import { systemClock } from "../_shared/platform/clock.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { createId, drawFraction } from "../_shared/platform/ids.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { sleep } from "../_shared/platform/sleep.ts";
import { createApp } from "./app.ts";
import { createAnalyzer } from "./analyzers/llm/mod.ts";
import { createStore } from "./store/store.ts";

const env = readEnv();
const app = createApp({
  env,
  store: createStore(createServiceClient(env)),
  analyzer: createAnalyzer({
    providers: env.providers,
    timeoutSeconds: env.llmTimeoutSeconds,
    clock: systemClock,
    random: drawFraction,
    sleep,
    createId,
    log: consoleLog,
  }),
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
