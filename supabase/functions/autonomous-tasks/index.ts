import { systemClock } from "../_shared/platform/clock.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createApp } from "./app.ts";
import { createTaskStore } from "./store.ts";

const env = readEnv();
const app = createApp({ env, store: createTaskStore(env), clock: systemClock, log: consoleLog });

export default { fetch: app.fetch };
