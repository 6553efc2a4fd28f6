import fc from "fast-check";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { arbitraryCommands, openRun } from "./queue_commands.ts";
import { createWorkspaces } from "./queue_fixture.ts";
import { QueueModel } from "./queue_model.ts";

const SEQUENCES = 150;
/** At most; about half of them on average. */
const COMMANDS = 80;
const WORKSPACES = 4;

testOnPostgres(
  "any order of inserts, claims, settles, ends of leases, retries, finishes and cancels keeps the queue's promises",
  async ({ sql }) => {
    // A failure prints its seed and path: give them to fc.assert to see the same sequence again.
    await fc.assert(
      fc.asyncProperty(arbitraryCommands(COMMANDS), async (commands) => {
        await sql`delete from public.workspaces where true`;
        await sql`delete from public.autonomous_tasks where true`;
        const model = new QueueModel();
        model.workspaceIds.push(...await createWorkspaces(sql, WORKSPACES));
        await openRun(model, sql);
        await fc.asyncModelRun(() => ({ model, real: sql }), commands);
      }),
      { numRuns: SEQUENCES },
    );
  },
);
