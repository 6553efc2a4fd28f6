import { systemClock } from "../_shared/clock.ts";
import { createServiceClient, createUserClient } from "../_shared/db.ts";
import { readEnv } from "../_shared/env.ts";
import { consoleLog } from "../_shared/log.ts";
import { createApp } from "./app.ts";
import { createTaskStore } from "./store.ts";

const env = readEnv();
const app = createApp({
  env,
  store: createTaskStore({
    service: createServiceClient(env),
    asUser: (jwt) => createUserClient(env, jwt),
  }),
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
