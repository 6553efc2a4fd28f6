import { createServiceClient } from "../_shared/database/db.ts";
import { readEnv } from "../_shared/platform/env.ts";
import { consoleLog } from "../_shared/platform/log.ts";
import { createApp } from "./app.ts";
import { createMailer } from "./resend.ts";
import { createAlertStore } from "./store.ts";

const env = readEnv();
const app = createApp({
  secrets: env,
  store: createAlertStore(createServiceClient(env)),
  sendEmail: createMailer(env.resendBaseUrl),
  log: consoleLog,
});

export default { fetch: app.fetch };
