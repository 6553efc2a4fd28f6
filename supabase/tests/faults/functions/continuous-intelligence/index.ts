/**
 * The real runner, made of the real modules, that reports every step of a run to the test and goes
 * on when the test lets it: so a test can end the process, or hold it, at an exact moment.
 */
import { systemClock } from "../../../../functions/_shared/platform/clock.ts";
import { createServiceClient } from "../../../../functions/_shared/database/db.ts";
import { readEnv } from "../../../../functions/_shared/platform/env.ts";
import { consoleLog } from "../../../../functions/_shared/platform/log.ts";
import { createApp } from "../../../../functions/continuous-intelligence/app.ts";
import { createRulesAnalyzer } from "../../../../functions/continuous-intelligence/testing/rules_analyzer.ts";
import { createStore } from "../../../../functions/continuous-intelligence/store/store.ts";
import type { Step } from "../../step_control.ts";

const env = readEnv();
const store = createStore(createServiceClient(env));
const analyzer = createRulesAnalyzer();

async function reach(step: Step): Promise<void> {
  const answer = await fetch(`${Deno.env.get("STEP_CONTROL_URL")}/${step}`, { method: "POST" });
  await answer.body?.cancel();
}

const app = createApp({
  env,
  clock: systemClock,
  log: consoleLog,
  store: {
    ...store,
    async startRun(run) {
      const started = await store.startRun(run);
      if (started.lease !== null) await reach("started");
      return started;
    },
    async beatRun(lease, leaseSeconds) {
      await reach("beating");
      return await store.beatRun(lease, leaseSeconds);
    },
    async claimEmails(lease, options) {
      const claim = await store.claimEmails(lease, options);
      if (claim !== null) await reach("claimed");
      return claim;
    },
    async settleEmails(leaseToken, analyses, calls, unreadIds) {
      const settled = await store.settleEmails(leaseToken, analyses, calls, unreadIds);
      await reach("settled");
      return settled;
    },
    async finishRun(lease, error) {
      await reach("finishing");
      const report = await store.finishRun(lease, error);
      await reach("finished");
      return report;
    },
  },
  analyzer: {
    quote: null,
    async analyze(mails, context) {
      const result = await analyzer.analyze(mails, context);
      await reach("analysed");
      return result;
    },
  },
});

export default { fetch: app.fetch };
