import assert from "node:assert/strict";
import type { Action, Project } from "./shapes.ts";
import {
  describeAction,
  describeGap,
  describeLimits,
  describeProject,
  explainUnsent,
} from "./words.ts";

const SCHEDULE = {
  name: "half-hourly",
  task_type: "email_sync",
  cron_expression: "*/30 * * * *",
  time_zone: "UTC",
  enabled: true,
  missed_policy: "skip",
  next: [],
};
const PROJECT: Project = {
  as_of: "2026-11-27T00:00:00Z",
  project: "bakery",
  health: { status: "ok" },
  problems: [],
  schedules: [SCHEDULE, { ...SCHEDULE, name: "nightly", enabled: false }],
  backlog: {
    emails: 0,
    failed_emails: 0,
    oldest_email_at: null,
    waiting_jobs: 0,
    running_jobs: 0,
    database_runs: 0,
  },
  system_rows: [],
  alerts: [],
  budgets: [],
  journal: [],
};
const action = (act: string, facts: Partial<Action> = {}): Action => ({
  at: "2026-11-27T00:00:00Z",
  who: "ada@example.com",
  act,
  subject: null,
  before: null,
  after: null,
  ...facts,
});

Deno.test("the project is one sentence, worst first", () => {
  assert.deepEqual(describeProject(PROJECT), {
    tone: "good",
    sentence: "The project works. 1 schedule on, 1 paused.",
  });
  const stopped = { ...PROJECT, schedules: [{ ...SCHEDULE, enabled: false }] };
  assert.equal(
    describeProject(stopped).sentence,
    "Everything is stopped: every schedule is paused.",
  );
  const stuck = { ...stopped, health: { status: "stuck", reason: "No run has finished." } };
  assert.equal(describeProject(stuck).sentence, "The email runner is stuck. No run has finished.");
  const broken = { ...stuck, problems: [{ since: null, message: "Vault has no cron_secret." }] };
  assert.deepEqual(describeProject(broken), { tone: "bad", sentence: "Vault has no cron_secret." });
});

Deno.test("the journal says what changed, as it was and as it is", () => {
  const changed = action("schedule_changed", {
    subject: "half-hourly",
    before: { enabled: true, cron_expression: "*/30 * * * *" },
    after: { enabled: false, cron_expression: "*/30 * * * *" },
  });
  assert.equal(describeAction(changed), "changed half-hourly: enabled true → false");
  const budget = action("budget_set", {
    before: { daily_usd: null, paused: false },
    after: { daily_usd: 5, paused: false },
  });
  assert.equal(describeAction(budget), "set the budget of the project: daily usd none → 5");
  assert.equal(
    describeAction(action("budget_set", { subject: "w", after: { daily_usd: 5 } })),
    "set the budget of a workspace: daily usd 5",
  );
  assert.equal(
    describeAction(
      action("schedule_run", { subject: "half-hourly", after: { outcome: "not_sent" } }),
    ),
    "ran half-hourly (not sent)",
  );
  assert.equal(
    describeAction(action("all_paused", { after: { paused: 7 } })),
    "stopped everything (7 schedules)",
  );
  assert.equal(
    describeAction(action("operator_added", { subject: "bob@example.com" })),
    "bob@example.com became an operator",
  );
});

Deno.test("a run that was not sent says so, one that was says nothing", () => {
  assert.match(explainUnsent("not_configured") ?? "", /secrets are missing in Vault/);
  assert.match(explainUnsent("not_sent") ?? "", /could not be sent/);
  assert.deepEqual(["dispatched", "already_running"].map(explainUnsent), [undefined, undefined]);
});

Deno.test("limits and gaps are said in words", () => {
  assert.equal(describeLimits({ daily_usd: 5, monthly_usd: 100 }), "$5.00 a day, $100.00 a month");
  assert.equal(describeLimits({ daily_usd: null, monthly_usd: null }), "no limit");
  assert.equal(
    describeGap(["2026-11-27T00:00:00Z", "2026-11-27T00:30:00Z"]),
    "The first two are 30 min apart.",
  );
  assert.equal(describeGap([]), "It has no scheduled time within a year.");
});
