import { createApp, createTaskApi, describeApi } from "../app.ts";
import type { TaskStore } from "../deps.ts";

const unusedStore: TaskStore = {
  ask: () => Promise.reject(new Error("no test of this file asks the store")),
  admit: () => Promise.resolve(),
  reach: () => Promise.resolve(),
  readMetrics: () => Promise.reject(new Error("no test asks for metrics")),
};

/** What an app without a database is made of. */
export function createTestDeps(
  store: TaskStore = unusedStore,
  corsOrigins: readonly string[] = [],
) {
  return {
    env: { cronSecrets: ["a-secret-for-these-tests"], secretKeys: {}, corsOrigins },
    store,
    clock: () => new Date("2026-11-12T08:00:00.000Z"),
    log: () => {},
  };
}

/** The app on a store, by default one that no request may reach. */
export function createTestApp(store?: TaskStore, corsOrigins?: readonly string[]) {
  return createApp(createTestDeps(store, corsOrigins));
}

/** The OpenAPI document as it is served. */
export function describeTestApi() {
  return describeApi(createTaskApi(createTestDeps()));
}
