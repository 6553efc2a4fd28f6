import { createServiceClient } from "../_shared/db.ts";
import { systemClock } from "../_shared/clock.ts";
import { readEnv } from "../_shared/env.ts";
import { createId, drawFraction } from "../_shared/ids.ts";
import { consoleLog } from "../_shared/log.ts";
import { sleep } from "../_shared/sleep.ts";
import { createApp } from "./app.ts";
import { createAnalyzer } from "./llm/mod.ts";
import { createStore } from "./store.ts";

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
