import { systemClock } from "../_shared/platform/clock.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { createSecret } from "../_shared/platform/ids.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createConnections, createImap } from "../_shared/mailboxes/mod.ts";
import { createApp } from "./app.ts";
import { createMailboxStore } from "./store.ts";

const env = readEnv();
const app = createApp({
  env,
  store: createMailboxStore(env),
  connections: createConnections(env, systemClock),
  imap: createImap(env, systemClock),
  clock: systemClock,
  log: consoleLog,
  createSecret,
});

export default { fetch: app.fetch };
