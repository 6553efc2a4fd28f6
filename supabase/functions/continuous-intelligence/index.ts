import { createServiceClient } from "../_shared/db.ts";
import { systemClock } from "../_shared/clock.ts";
import { readEnv } from "../_shared/env.ts";
import { consoleLog } from "../_shared/log.ts";
import { createApp } from "./app.ts";
import { createRulesAnalyzer } from "./rules/mod.ts";
import { createStore } from "./store.ts";

const env = readEnv();
const app = createApp({
  env,
  store: createStore(createServiceClient(env)),
  analyzer: createRulesAnalyzer(),
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
