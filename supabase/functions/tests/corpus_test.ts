import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadOwnMail } from "../../../scripts/demo/load.ts";
import { readOutcome } from "../../../scripts/demo/outcome.ts";
import { runTick } from "../../../scripts/demo/tick.ts";
import { startStack } from "../../../scripts/local/stack.ts";

/** Real email beside the repository, where it is there. */
const CORPUS = fileURLToPath(
  new URL("../../../../shared/data/spamassassin-sample/emails.jsonl.gz", import.meta.url),
);
const CORPUS_SIZE = 200;

Deno.test({
  name: "of 200 real emails every one is imported and analysed, or rejected with a reason",
  ignore: !existsSync(CORPUS),
  async fn() {
    await using stack = await startStack();
    const load = await loadOwnMail(stack, [CORPUS]);
    const { offered, taken_in: takenIn, refused, duplicates, refusals } = load.intake;
    assert.equal(offered, CORPUS_SIZE);
    assert.equal(takenIn + duplicates + refused, CORPUS_SIZE);
    assert.equal(refusals.length, refused);
    for (const { source, code, detail } of refusals) {
      assert.match(`${source} ${code} ${detail}`, /:\d+ [a-z_]+ .+ .+\.$/);
    }

    const { tasks, pending } = await readOutcome(stack, await runTick(stack), [load]);
    assert.equal(pending, 0);
    assert.deepEqual([...new Set(tasks.map((task) => task["status"]))], ["completed"]);
    const [stored] = await stack.database.query(
      `select count(*)::integer as mails,
         count(*) filter (where e.intelligence_analyzed)::integer as analysed,
         count(i.id)::integer as records,
         (select count(*)::integer from nightshift.email_queue) as queued
       from public.client_emails e left join public.email_intelligence i on i.email_id = e.id`,
    );
    assert.deepEqual(stored, { mails: takenIn, analysed: takenIn, records: takenIn, queued: 0 });
  },
});
