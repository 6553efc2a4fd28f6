import { ok } from "node:assert/strict";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { listDocuments, readBlocks } from "./document_blocks.ts";

/** Every placeholder that a page may leave for its reader, and what stands for it here. */
const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
const SECRET = "a-secret-for-the-documents";

for (const document of listDocuments()) {
  const blocks = readBlocks(document).filter(({ language, mark }) =>
    language === "sql" && mark === "run"
  );
  if (blocks.length === 0) continue;
  testOnPostgres(`every SQL block of ${document} marked run works, in order`, async ({ sql }) => {
    await sql`insert into public.workspaces (id, name) values (${WORKSPACE}, 'Harbour Bakery')`;
    for (const { place, text } of blocks) {
      const statement = fillIn(text);
      ok(
        !/<[a-z][^>\n]*>/.test(statement),
        `${place} has a placeholder that the test does not know`,
      );
      await sql.unsafe(statement).catch((error: Error) => {
        throw new Error(`${place}: ${error.message}`);
      });
    }
  });
}

function fillIn(text: string): string {
  return text.replaceAll("<workspace id>", WORKSPACE)
    .replaceAll("<new>", SECRET)
    .replaceAll("<the same CRON_SECRET>", SECRET)
    .replaceAll("<project-ref>", "abcdefghijklmnopqrst");
}
