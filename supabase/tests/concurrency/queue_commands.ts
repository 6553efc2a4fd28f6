/** Commands of the model-based test: each acts on the database and on the model, then compares. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type postgres from "postgres";
import { compareQueue, compareRun, readNextAttempts } from "./queue_comparison.ts";
import {
  claimEmails,
  insertEmails,
  type Outcome,
  settleEmails,
  startRun,
} from "./queue_fixture.ts";
import type { ClaimBounds, ModelRun, QueueModel } from "./queue_model.ts";

type Command = fc.AsyncCommand<QueueModel, postgres.Sql>;

const BACKOFF_SECONDS = [60, 120, 240, 480, 960] as const;

const nowOf = (model: QueueModel) => new Date(model.now);

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}

const openRuns = (model: QueueModel) => model.runs.filter(({ status }) => status === "running");

/** A command that compares the whole queue after it has acted. */
function command(
  name: string,
  check: (model: QueueModel) => boolean,
  act: (model: QueueModel, sql: postgres.Sql) => Promise<void>,
): Command {
  return {
    check,
    run: async (model, sql) => {
      await act(model, sql);
      await compareQueue(model, sql);
    },
    toString: () => name,
  };
}

const insert = (workspace: number, count: number, ageSeconds: number) =>
  command(
    `insert ${count} in workspace ${workspace}, ${ageSeconds} s old`,
    () => true,
    async (model, sql) => {
      const workspaceId = pick(model.workspaceIds, workspace);
      const receivedAt = model.now - ageSeconds * 1_000;
      const ids = await insertEmails(sql, [workspaceId], count, new Date(receivedAt));
      ids.forEach((id, index) => model.insert(id, workspaceId, receivedAt + index + 1));
    },
  );

const advance = (seconds: number) =>
  command(`${seconds} s pass`, () => true, (model) => {
    model.now += seconds * 1_000;
    return Promise.resolve();
  });

/** Starts a run in the database and in the model. */
export async function openRun(model: QueueModel, sql: postgres.Sql): Promise<void> {
  const id = await startRun(sql, nowOf(model));
  model.runs.push({ id, status: "running", counts: new Map() });
}

const start = () => command("start a run", () => true, openRun);

const claim = (runIndex: number, bounds: ClaimBounds) =>
  command(
    `claim for open run ${runIndex} ${JSON.stringify(bounds)}`,
    (model) => openRuns(model).length > 0,
    async (model, sql) => {
      const run = pick(openRuns(model), runIndex);
      const claimed = await claimEmails(sql, run.id, { ...bounds, now: nowOf(model) });
      const expected = model.claim(run, bounds);
      assert.deepEqual(
        claimed.emails.map(({ emailId }) => emailId).sort(),
        expected.map(({ id }) => id).sort(),
        "mails claimed",
      );
      if (expected.length > 0) model.lease(expected, run, claimed.leaseToken, bounds.leaseSeconds);
    },
  );

const settle = (claimIndex: number, outcomes: readonly (Outcome | "left out")[]) =>
  command(
    `settle recent claim ${claimIndex} as ${outcomes.join(", ")}`,
    (model) => model.claims.length > 0,
    async (model, sql) => {
      // Old claims are settled too, but the latest ones are those that mostly still hold.
      const { token, emailIds } = pick(model.claims.slice(-3), claimIndex);
      const outcomeOf = new Map(emailIds.map((id, index) => [id, pick(outcomes, index)]));
      const sent = emailIds.filter((id) => outcomeOf.get(id) !== "left out");
      const held = model.listHeld(token, sent);
      const isFailed = (id: string | undefined) => outcomeOf.get(id ?? "") === "failed";
      const failed = held.filter(({ id }) => isFailed(id)).length;

      const settled = await settleEmails(sql, token, sent, {
        now: nowOf(model),
        outcomeOf: (index) => isFailed(sent[index]) ? "failed" : "analysed",
      });
      const processed = held.length - failed;
      assert.deepEqual(settled, { processed, failed, stale: sent.length - held.length });

      const nextAttempts = failed > 0 ? await readNextAttempts(sql) : new Map<string, number>();
      for (const email of held) {
        if (!isFailed(email.id)) {
          model.settle(email, "analysed");
          continue;
        }
        const nextAttemptAt = nextAttempts.get(email.id) ?? Number.NaN;
        const base = pick(BACKOFF_SECONDS, email.attempts - 1);
        const seconds = (nextAttemptAt - model.now) / 1_000;
        assert.ok(seconds >= base * 0.75 && seconds <= base * 1.25, `backoff of ${seconds} s`);
        model.settle(email, { nextAttemptAt });
      }
    },
  );

async function endRun(model: QueueModel, sql: postgres.Sql, run: ModelRun, error: string | null) {
  await sql`select nightshift.finish_run(${run.id}, ${error}, ${nowOf(model)})`;
  await compareRun(sql, run, model.finish(run, error));
}

const finish = (runIndex: number, error: string | null) =>
  command(
    `finish open run ${runIndex} ${error === null ? "in order" : "with an error"}`,
    (model) => openRuns(model).length > 0,
    async (model, sql) => await endRun(model, sql, pick(openRuns(model), runIndex), error),
  );

const cancel = (runIndex: number) =>
  command(
    `cancel open run ${runIndex}`,
    (model) => openRuns(model).length > 0,
    async (model, sql) => {
      const run = pick(openRuns(model), runIndex);
      await sql`update public.autonomous_tasks set status = 'cancelled' where id = ${run.id}`;
      run.status = "cancelled";
      await endRun(model, sql, run, null);
    },
  );

const requeue = (workspace: number) =>
  command(`requeue what workspace ${workspace} has given up`, () => true, async (model, sql) => {
    const workspaceId = pick(model.workspaceIds, workspace);
    const [row] = await sql<{ count: number }[]>`
      select nightshift.requeue_failed_emails(${workspaceId}) as count`;
    assert.equal(row?.count, model.requeue(workspaceId));
  });

/** Sequences of commands; claims and settles come most often. */
export function arbitraryCommands(
  maxCommands: number,
): fc.Arbitrary<Iterable<fc.AsyncCommand<QueueModel, postgres.Sql>>> {
  const index = fc.nat(7);
  const seconds = fc.constantFrom(1, 10, 31, 50, 90, 400, 4_000);
  const bounds = fc.record({
    batchSizePerWorkspace: fc.integer({ min: 1, max: 4 }),
    // Between 1 and all of them it depends on due times which workspaces a run meets first.
    maxWorkspaces: fc.constantFrom(1, 4, 4),
    limit: fc.integer({ min: 1, max: 9 }),
    leaseSeconds: fc.constantFrom(30, 60, 600),
  });
  const outcomes = fc.array(
    fc.constantFrom<Outcome | "left out">("analysed", "failed", "failed", "left out"),
    { minLength: 1, maxLength: 6 },
  );
  const claims = fc.tuple(index, bounds).map(([i, b]) => claim(i, b));
  const settles = fc.tuple(index, outcomes).map(([i, o]) => settle(i, o));
  const passing = seconds.map(advance);
  return fc.commands([
    fc.tuple(index, fc.integer({ min: 1, max: 6 }), fc.nat(3)).map(([w, n, age]) =>
      insert(w, n, age)
    ),
    fc.constant(start()),
    claims,
    claims,
    claims,
    settles,
    settles,
    passing,
    fc.tuple(index, fc.constantFrom(null, "The run broke off.")).map(([i, e]) => finish(i, e)),
    index.map(cancel),
    index.map(requeue),
  ], { maxCommands, size: "max" });
}
