import assert from "node:assert/strict";
import { CURRENT_SECRET, PREVIOUS_SECRET, testFault } from "./harness.ts";

/** Ten more than a run holds at once, which is two claims, so that both runs get work. */
const MAILS = 110;

testFault("a secret that is rotated between dispatch and arrival loses no tick", async (world) => {
  await world.addMails(4);
  await world.setVaultSecret(PREVIOUS_SECRET);
  await world.dispatch();
  await world.setVaultSecret(CURRENT_SECRET);
  await world.drain();
  assert.deepEqual(await world.story(), ["tick accepted"]);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
});

testFault(
  "a secret that the functions do not know is refused once, with a sentence that says what to set",
  async (world) => {
    await world.addMails(4);
    await world.setVaultSecret("a-secret-from-before-the-rotations");
    await world.dispatch();
    await world.drain();
    assert.deepEqual(await world.story(), ["tick refused"]);
    const [root] = await world.roots();
    assert.match(root?.error_message ?? "", /answered 401: cron_secret in Vault and CRON_SECRET/);
    assert.deepEqual(await world.waitingMails(), [{ attempts: 0, mails: 4 }]);
  },
  { waiting: 4 },
);

testFault("a run by hand beside a scheduled one takes other email", async (world) => {
  await world.addMails(MAILS);
  const hold = world.control.hold("analysed");
  await world.dispatch();
  await world.arrive(hold);
  await world.runNow();
  await world.until(
    "the run by hand has ended",
    `select exists (select from public.autonomous_tasks t join public.task_dispatches d on d.task_id = t.id
       where d.kind = 'manual' and t.status = 'completed') as holds`,
  );
  hold.release();
  await world.drain();
  const roots = await world.roots();
  assert.ok(roots.every(({ status }) => status === "completed"));
  const [shares] = await world.database.query<{ shares: number[] }>(
    `select array_agg((t.output_data ->> 'total_emails_processed')::integer order by d.kind) as shares
     from public.task_dispatches d join public.autonomous_tasks t on t.id = d.task_id`,
  );
  assert.equal(shares?.shares.reduce((sum, share) => sum + share, 0), MAILS);
  assert.ok(shares?.shares.every((share) => share > 0));
});

testFault("a direct call beside a scheduled run answers for its own email only", async (world) => {
  await world.addMails(MAILS);
  const hold = world.control.hold("analysed");
  await world.dispatch();
  await world.arrive(hold);
  const answer = await fetch(world.functionUrl, {
    method: "POST",
    headers: { authorization: `Bearer ${CURRENT_SECRET}` },
  });
  const { total_emails_processed: direct } = await answer.json();
  hold.release();
  await world.drain();
  const [scheduled] = await world.database.query<{ processed: number }>(
    `select (t.output_data ->> 'total_emails_processed')::integer as processed
     from public.task_dispatches d join public.autonomous_tasks t on t.id = d.task_id
     where d.kind = 'tick'`,
  );
  assert.ok(direct > 0 && (scheduled?.processed ?? 0) > 0);
  assert.equal(direct + (scheduled?.processed ?? 0), MAILS);
});

testFault(
  "a tick while the run of another slot still works is recorded as skipped",
  async (world) => {
    await world.addMails(4);
    await world.setSchedule("cron_expression = '* * * * *'");
    const start = world.now();
    const hold = world.control.hold("analysed");
    await world.dispatch(new Date(start.getTime() - 60_000));
    await world.arrive(hold);
    const skipped = await world.dispatch(start);
    assert.equal(skipped.outcome, "skipped");
    hold.release();
    await world.settleDown();
    await world.reconcile(start);
    const roots = await world.roots();
    assert.deepEqual(roots.map(({ status }) => status).sort(), ["cancelled", "completed"]);
    const cancelled = roots.find(({ status }) => status === "cancelled");
    assert.match(cancelled?.error_message ?? "", /is still (pending|running) since/);
  },
);
