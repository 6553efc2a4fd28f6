import { readNamedBlocks } from "../../supabase/tests/documents/document_blocks.ts";
import { startAgents } from "./testing/agent_stack.ts";
import { tryCsvImport } from "./testing/try_csv_import.ts";
import { tryHello } from "./testing/try_hello.ts";
import { tryPage } from "./testing/try_page.ts";
import { tryRowCountWatch } from "./testing/try_row_count_watch.ts";
import { tryWorkspaceDigest } from "./testing/try_workspace_digest.ts";

Deno.test("the example agents, on one local project", async (t) => {
  await using project = await startAgents(
    ["hello", "row-count-watch", "workspace-digest", "csv-import"],
    {
      env: { RUN_LEASE_SECONDS: "2" },
      migration: "csv-import/table.sql",
      written: { import: readNamedBlocks("docs/guides/agents.md")("steps") },
    },
  );
  await t.step(
    "hello runs as its page says: on its schedule, by hand and on demand",
    () => tryHello(project),
  );
  await t.step(
    "the row count watch alerts when rows are missing, and its task is completed",
    () => tryRowCountWatch(project),
  );
  await t.step(
    "an import that is killed in the middle goes on behind its last part, and every row is there",
    () => tryCsvImport(project),
  );
  await t.step(
    "the agent of the page on agents reads in one step and stores in the next",
    () => tryPage(project),
  );
  await t.step(
    "the digest goes to each workspace once, also when the chat is broken at first",
    () => tryWorkspaceDigest(project),
  );
});
