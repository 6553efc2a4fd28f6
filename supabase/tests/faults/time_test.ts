import assert from "node:assert/strict";
import { testFault } from "./harness.ts";
import { RUNNER, type World } from "./world.ts";

const MINUTE_MS = 60_000;

/** Starts the schedule over as one of every half hour that was last seen alive `hours` ago. */
async function stopCronFor(world: World, hours: number, policy: string): Promise<void> {
  await world.setSchedule(`cron_expression = '*/30 * * * *', missed_policy = '${policy}'`);
  await world.setSchedule(`active_since = now() - interval '${hours} hours'`);
}

/** The half hours that passed in the last hours, at least a minute ago, oldest first. */
async function listMissedSlots(world: World, hours: number, at: Date): Promise<string[]> {
  const slots = await world.database.query<{ slot: string }>(
    `select s.slot::text as slot from public.task_dispatches d right join (
       select generate_series(date_trunc('hour', $1::timestamptz) - interval '1 day',
         $1::timestamptz - interval '50 seconds', interval '30 minutes') as slot) s on false
     where s.slot > $1::timestamptz - make_interval(hours => $2) order by s.slot`,
    [at.toISOString(), hours],
  );
  return slots.map(({ slot }) => slot);
}

interface Missed extends Record<string, unknown> {
  readonly slot: string;
  readonly status: string;
  readonly explanation: string | null;
}

function listMissed(world: World): Promise<Missed[]> {
  return world.database.query<Missed>(
    `select l.expected_at::text as slot, l.task_status as status, l.explanation
     from public.task_timeline l where l.kind = 'missed' order by l.expected_at`,
  );
}

testFault(
  "after pg_cron stood still for three hours the latest slot is run and every other one explained",
  async (world) => {
    await world.addMails(4);
    await stopCronFor(world, 3, "run_once");
    const at = world.now();
    await world.reconcile(at);
    const expected = await listMissedSlots(world, 3, at);
    await world.drain();
    const missed = (await listMissed(world)).slice(0, expected.length);
    assert.ok(expected.length >= 5);
    assert.deepEqual(missed.map(({ slot }) => slot), expected);
    assert.deepEqual(
      missed.map(({ status }) => status),
      expected.map((_, index) => index === expected.length - 1 ? "completed" : "cancelled"),
    );
    for (const { explanation } of missed.slice(0, -1)) {
      assert.match(
        explanation ?? "",
        /no tick came for this slot, pg_cron or the database was down; not made up for: policy "run_once"/,
      );
    }
  },
);

testFault(
  "with the policy backfill every slot of three hours without pg_cron is run, one after the other",
  async (world) => {
    await world.addMails(4);
    await stopCronFor(world, 3, "backfill");
    const at = world.now();
    const expected = await listMissedSlots(world, 3, at);
    for (let round = 0; round < expected.length; round++) {
      await world.reconcile(at);
      await world.settleDown();
    }
    await world.drain();
    const missed = (await listMissed(world)).slice(0, expected.length);
    assert.deepEqual(
      missed.map(({ slot, status }) => [slot, status]),
      expected.map((slot) => [slot, "completed"]),
    );
  },
);

testFault("with the policy skip they are only recorded; the email waits", async (world) => {
  await world.addMails(4);
  await stopCronFor(world, 3, "skip");
  const at = world.now();
  await world.reconcile(at);
  const missed = await listMissed(world);
  assert.deepEqual(missed.map(({ slot }) => slot), await listMissedSlots(world, 3, at));
  for (const { status, explanation } of missed) {
    assert.equal(status, "cancelled");
    assert.match(explanation ?? "", /not made up for: policy "skip"/);
  }
}, { waiting: 4 });

testFault("a clock that leaps ten minutes ahead and back disturbs no run", async (world) => {
  await world.addMails(4);
  const hold = world.control.hold("analysed");
  const start = world.now();
  await world.dispatch(start);
  await world.arrive(hold);
  await world.reconcile(new Date(start.getTime() + 10 * MINUTE_MS));
  await world.reconcile(start);
  hold.release();
  await world.settleDown();
  await world.reconcile(new Date(start.getTime() + 11 * MINUTE_MS));
  // Every run of the health check has a system row, too.
  const [root, ...others] = await world.database.query<{ status: string }>(
    `select status from public.autonomous_tasks
     where workspace_id is null and task_type = 'continuous_intelligence_update'
     order by executed_at, id`,
  );
  assert.equal(others.length, 0);
  assert.equal(root?.status, "completed", await world.describe());
});

testFault("a clock that goes back two minutes runs no slot a second time", async (world) => {
  await world.addMails(4);
  await world.setSchedule("cron_expression = '* * * * *', missed_policy = 'skip'");
  const start = world.now();
  const back = new Date(start.getTime() - 2 * MINUTE_MS);
  assert.equal((await world.dispatch(start)).outcome, "dispatched");
  await world.settleDown();
  assert.equal((await world.dispatch(back)).outcome, "dispatched");
  await world.settleDown();
  for (const at of [back, start]) {
    assert.equal((await world.dispatch(at)).outcome, "already_dispatched");
  }
  await world.reconcile(start);
  const ticks = (await world.dispatches()).filter(({ kind }) => kind === "tick");
  assert.deepEqual(ticks.map(({ verdict }) => verdict), ["accepted", "accepted"]);
});

testFault("of five dispatchers at once one dispatches the slot", async (world) => {
  await world.addMails(4);
  const at = world.now();
  const results = await Promise.all(Array.from({ length: 5 }, () => world.dispatch(at)));
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), [
    ...Array(4).fill("already_dispatched"),
    "dispatched",
  ]);
  await world.drain();
  assert.deepEqual(await world.story(), ["tick accepted"]);
});

testFault("of several reconciliations at once one sends the retry", async (world) => {
  await world.addMails(4);
  await world.database.exec(`
    begin;
    select nightshift.dispatch('${RUNNER}', '${world.now().toISOString()}');
    delete from net.http_request_queue;
    commit;
  `);
  await world.reconcile(world.advance(40));
  const at = world.advance(60);
  await Promise.all(Array.from({ length: 5 }, () => world.reconcile(at)));
  await world.drain();
  assert.deepEqual(await world.story(), ["tick lost", "retry accepted"]);
});
