import { createServiceClient } from "../_shared/database/db.ts";
import { systemClock } from "../_shared/platform/clock.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createApp } from "./app.ts";
import { createGmailProvider } from "./providers/gmail/gmail_provider.ts";
import { createImapProvider } from "./providers/imap/imap_provider.ts";
import { createSyncStore } from "./store/sync_store.ts";

const env = readEnv();
const app = createApp({
  env,
  store: createSyncStore(createServiceClient(env)),
  providers: {
    gmail: env.google && createGmailProvider(env.google, systemClock),
    imap: createImapProvider(),
    graph: null,
  },
  clock: systemClock,
  log: consoleLog,
});

export default { fetch: app.fetch };
