import assert from "node:assert/strict";
import { createServiceClient } from "../database/db.ts";
import { createRestStore } from "./rest_store.ts";
import { createJob, LEASE, RUN_ID } from "./testing/memory_store.ts";

/** Whatever PostgreSQL takes for a UUID, such as the ids that people write in seed.sql. */
const WRITTEN_BY_HAND = "11111111-1111-1111-1111-111111111111";

Deno.test("a workspace whose id was written by hand stops no run", async () => {
  const answer = {
    outcome: "started",
    run_token: LEASE.token,
    jobs: [{
      task_id: RUN_ID,
      workspace_id: WRITTEN_BY_HAND,
      payload: null,
      attempt: 1,
      max_attempts: 3,
      steps: [],
    }],
    more: false,
  };
  const store = createRestStore(
    createServiceClient(
      { supabaseUrl: "http://db.example", secretKey: "sb_secret_test" },
      () => Promise.resolve(Response.json(answer)),
    ),
  );
  assert.deepEqual(await store.startRun(RUN_ID, 1, 30), {
    token: LEASE.token,
    jobs: [createJob({ workspaceId: WRITTEN_BY_HAND })],
    more: false,
  });
});
