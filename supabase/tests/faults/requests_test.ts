import assert from "node:assert/strict";
import { testFault } from "./harness.ts";
import { startTarget } from "./target_server.ts";
import { RUNNER, type World } from "./world.ts";

/** The requests that were queued so far, as the function would get them. */
function listRequests(world: World): Promise<{ headers: Record<string, string>; body: string }[]> {
  return world.database.adminQuery("select headers, body from faults.requests");
}

testFault("a request lost before it is sent is sent again for the same task", async (world) => {
  await world.addMails(4);
  await world.database.exec(`
    begin;
    select nightshift.dispatch('${RUNNER}', '${world.now().toISOString()}');
    delete from net.http_request_queue;
    commit;
  `);
  await world.drain();
  assert.deepEqual(await world.story(), ["tick lost", "retry accepted"]);
  const [tick] = await world.dispatches();
  assert.match(tick?.detail ?? "", /the request or its answer was lost/);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
});

testFault("a request queue emptied by a crash loses no tick", async (world) => {
  await world.addMails(4);
  const target = startTarget(world.functionUrl, [{ kind: "silence" }]);
  await world.sendThrough(target.url);
  await world.setSchedule(`timeout_ms = 10000`);
  await world.dispatch();
  await target.taken;
  const [before] = await world.database.query(
    "select count(*)::integer as n from net.http_request_queue",
  );
  await world.crashDatabase();
  const [after] = await world.database.query(
    "select count(*)::integer as n from net.http_request_queue",
  );
  assert.deepEqual([before, after], [{ n: 1 }, { n: 0 }]);
  await target[Symbol.asyncDispose]();
  await world.sendThrough(world.stack.url);
  await world.drain();
  assert.deepEqual(await world.story(), ["tick lost", "retry accepted"]);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
});

testFault("a request delivered twice, one after the other, runs once", async (world) => {
  await world.addMails(4);
  await world.dispatch();
  await world.settleDown();
  const [request] = await listRequests(world);
  assert.ok(request);
  const answer = await fetch(world.functionUrl, { method: "POST", ...request });
  assert.equal(answer.status, 202);
  await answer.body?.cancel();
  await world.drain();
  assert.deepEqual(await world.story(), ["tick accepted"]);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
});

testFault("a request delivered five times at once runs once", async (world) => {
  await world.addMails(4);
  await world.database.exec(`
    begin;
    select nightshift.dispatch('${RUNNER}', '${world.now().toISOString()}');
    delete from net.http_request_queue;
    commit;
  `);
  const [request] = await listRequests(world);
  assert.ok(request);
  const statuses = await Promise.all(Array.from({ length: 5 }, async () => {
    const answer = await fetch(world.functionUrl, { method: "POST", ...request });
    await answer.body?.cancel();
    return answer.status;
  }));
  assert.deepEqual(statuses, Array(5).fill(202));
  await world.drain();
  // pg_net knows of no answer, and yet the task was seen to run: no other attempt is made.
  assert.deepEqual(await world.story(), ["tick accepted"]);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
});

testFault("a response after the lease expired changes nothing", async (world) => {
  await world.addMails(4);
  const beats = world.control.hold("beating", { every: true });
  const late = world.control.hold("analysed");
  await world.dispatch();
  await world.arrive(late);
  // Without heartbeats its leases end while it still works: another holder goes on.
  await world.drain();
  assert.deepEqual(await world.story(), ["tick stalled", "retry accepted"]);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
  const readAll = () =>
    Promise.all([
      world.database.query("select * from public.autonomous_tasks order by id"),
      world.database.query("select * from public.email_intelligence order by id"),
      world.database.query("select * from public.client_emails order by id"),
    ]);
  const before = await readAll();
  const finished = world.control.hold("finished");
  late.release();
  await world.arrive(finished);
  beats.release();
  assert.deepEqual(await readAll(), before);
});

testFault(
  "who has been superseded can neither settle nor end the work of the next holder",
  async (world) => {
    await world.addMails(4);
    const beats = world.control.hold("beating", { every: true });
    const late = world.control.hold("analysed");
    await world.dispatch();
    await world.arrive(late);
    await world.settleDown();
    const next = world.control.hold("analysed");
    await world.reconcile();
    await world.arrive(next);
    beats.release();

    const finished = world.control.hold("finished");
    late.release();
    await world.arrive(finished);
    const [meanwhile] = await world.database.query(
      `select (select count(*)::integer from public.email_intelligence) as records,
       (select count(*)::integer from nightshift.email_queue where lease_token is not null) as held,
       (select status from public.autonomous_tasks where workspace_id is null) as status`,
    );
    assert.deepEqual(meanwhile, { records: 0, held: 4, status: "running" });
    finished.release();
    next.release();
    await world.drain();
    assert.deepEqual(await world.story(), ["tick stalled", "retry accepted"]);
    assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
  },
);

testFault("an answer that comes after the request timed out changes nothing", async (world) => {
  await world.addMails(4);
  await using target = startTarget(world.functionUrl, [{ kind: "swallow_answer" }]);
  await world.sendThrough(target.url);
  await world.setSchedule(`timeout_ms = 1000`);
  await world.dispatch();
  await world.drain();
  assert.deepEqual(await world.story(), ["tick accepted"]);
  const [tick] = await world.dispatches();
  assert.match(tick?.detail ?? "", /No answer in time: Timeout of 1000 ms/);
  assert.deepEqual((await world.roots()).map(({ status }) => status), ["completed"]);
  assert.equal(target.requests(), 1);
});
