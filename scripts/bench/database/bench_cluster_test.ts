import { equal, rejects } from "node:assert/strict";
import type { Cluster } from "../../local/postgres/postgres_cluster.ts";
import { openSessions } from "./bench_cluster.ts";

Deno.test("a cluster whose first session fails is stopped", async () => {
  let stops = 0;
  const cluster = {
    // Nothing listens on port 1.
    url: () => "postgres://postgres:x@127.0.0.1:1/postgres",
    [Symbol.asyncDispose]: () => {
      stops++;
      return Promise.resolve();
    },
  };
  await rejects(openSessions(cluster as unknown as Cluster), { code: "ECONNREFUSED" });
  equal(stops, 1);
});
