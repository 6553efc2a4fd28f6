import assert from "node:assert/strict";
import { findDovecot } from "../../local/dovecot/dovecot_install.ts";
import { startDovecot } from "../../local/dovecot/dovecot_server.ts";
import { testOnPostgres } from "../../local/testing/test_database.ts";
import { type CutCase, readWithCuts } from "./cut_case.ts";
import { createGraphCase } from "./graph_cuts.ts";
import { createImapCase } from "./imap_cuts.ts";
import { SyncWorld } from "./sync_world.ts";

async function readCut(world: SyncWorld, box: CutCase, emails: number): Promise<void> {
  const { lost, doubled, kills } = await readWithCuts(world, box, {
    emails,
    seed: 11,
    busyRounds: 10,
  });
  assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
  assert.ok(kills > 1, `${kills} kills`);
  const [row] = await world.sql`
    select count(*) filter (where direction = 'outbound')::integer as outbound
    from public.client_emails`;
  assert.equal(row?.["outbound"], Math.ceil(emails / 4));
}

testOnPostgres("Microsoft: 60 emails at random cuts are all there, and once", async ({ url }) => {
  await using world = new SyncWorld(url);
  await using box = createGraphCase(world, 11);
  await readCut(world, box, 60);
});

const IMAP = "IMAP: 60 emails at random cuts are all there, and once";
const search = await findDovecot();

if (search.found || Deno.env.get("CI") === "true") {
  testOnPostgres(IMAP, async ({ url }) => {
    if (!search.found) throw new Error(search.problem);
    await using dovecot = await startDovecot(search.program);
    await using world = new SyncWorld(url);
    await using box = await createImapCase(world, dovecot, 11);
    await readCut(world, box, 60);
  });
} else Deno.test.ignore(IMAP, () => {});
