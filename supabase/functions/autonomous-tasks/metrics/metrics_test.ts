import assert from "node:assert/strict";
import { InexactNumber } from "../../_shared/database/exact_json.ts";
import type { TaskStore } from "../deps.ts";
import { createTestDeps } from "../testing/test_app.ts";
import { createApp } from "../app.ts";
import { readMetricsText } from "../testing/read_metrics_text.ts";
import { collectMetrics, type MetricSources } from "./collect_metrics.ts";
import { formatMetrics } from "./format_metrics.ts";

const SOURCES: MetricSources = {
  health: {
    status: "warn",
    time: "2026-11-12T07:59:00.123456+00:00",
    checks: {
      "schedules:age": [
        { componentId: "continuous-intelligence", observedValue: 1.5, state: "ok" },
        { componentId: 'the "new"\none\\', observedValue: 20, state: "critical" },
      ],
      "task_types:success": [
        { componentId: "email_sync", observedValue: 87.5, state: "ok" },
        { componentId: "daily_analytics_rollup", state: "unknown" },
      ],
      "waiting_emails:age": [{ observedValue: 0.25, state: "ok" }],
      "budgets:spent": [{ componentId: "workspaces", observedValue: 2, state: "degraded" }],
    },
  },
  runner: {
    backlog: { waiting: new InexactNumber("9007199254740993"), failed: 0 },
    enabled: true,
    seconds_late: null,
  },
};

Deno.test("every metric keeps to the format, in base units, and hostile names stay in their labels", () => {
  const metrics = readMetricsText(formatMetrics(collectMetrics(SOURCES)));
  assert.deepEqual(metrics.get("nightshift_schedule_late_seconds"), [
    [{ schedule: "continuous-intelligence" }, 90],
    [{ schedule: 'the "new"\none\\' }, 1_200],
  ]);
  assert.deepEqual(metrics.get("nightshift_task_type_completed_ratio"), [
    [{ task_type: "email_sync" }, 0.875],
  ]);
  assert.deepEqual(metrics.get("nightshift_oldest_email_age_seconds"), [[{}, 900]]);
  assert.deepEqual(metrics.get("nightshift_health_last_look_timestamp_seconds"), [
    [{}, Date.parse("2026-11-12T07:59:00.123Z") / 1_000],
  ]);
  assert.deepEqual(metrics.get("nightshift_health_status"), [
    [{ status: "pass" }, 0],
    [{ status: "warn" }, 1],
    [{ status: "fail" }, 0],
  ]);
  assert.deepEqual(
    metrics.get("nightshift_health_check_subjects")?.filter(([, value]) => value > 0),
    [
      [{ check: "schedules", state: "ok" }, 1],
      [{ check: "schedules", state: "critical" }, 1],
      [{ check: "task_types", state: "ok" }, 1],
      [{ check: "task_types", state: "unknown" }, 1],
      [{ check: "waiting_emails", state: "ok" }, 1],
      [{ check: "budgets", state: "degraded" }, 1],
    ],
  );
  assert.deepEqual(metrics.get("nightshift_emails_waiting"), [[{}, 9_007_199_254_740_992]]);
  assert.equal(metrics.has("nightshift_runner_late_seconds"), false);
});

/** The app, and how often it asked for metrics. */
function setUp() {
  let asked = 0;
  const base = createTestDeps();
  const store: TaskStore = {
    ...base.store,
    readMetrics() {
      asked += 1;
      return Promise.resolve(SOURCES);
    },
  };
  const env = { ...base.env, secretKeys: { default: "sb_secret_test" } };
  return { app: createApp({ ...base, env, store }), countAsked: () => asked };
}

const read = (headers: Record<string, string>) => {
  const { app, countAsked } = setUp();
  return { answer: app.request("/autonomous-tasks/metrics", { headers }), countAsked };
};

for (
  const [who, headers] of [
    ["nobody", {}],
    ["a wrong secret", { authorization: "Bearer wrong" }],
    ["the beginning of the secret", { authorization: "Bearer a-secret-for-these-test" }],
    ["a user", { authorization: "Bearer a.b.c" }],
    ["an ingest token", { authorization: `Bearer nst_${"0".repeat(64)}` }],
    ["a user behind a gateway that adds the key", {
      authorization: "Bearer a.b.c",
      apikey: "sb_secret_test",
    }],
  ] as const
) {
  Deno.test(`${who} gets 401, and nothing is read`, async () => {
    const { answer, countAsked } = read(headers);
    assert.equal((await answer).status, 401);
    assert.equal(countAsked(), 0);
  });
}

Deno.test("an operator reads the metrics with either secret, and ten seconds are one question", async () => {
  const { app, countAsked } = setUp();
  for (
    const headers of [
      { authorization: "Bearer a-secret-for-these-tests" },
      { apikey: "sb_secret_test" },
    ]
  ) {
    const answer = await app.request("/autonomous-tasks/metrics", { headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    assert.ok(readMetricsText(await answer.text()).size > 8);
  }
  assert.equal(countAsked(), 1);
});
