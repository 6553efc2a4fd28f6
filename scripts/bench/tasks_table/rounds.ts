import type postgres from "postgres";
import { describeSample, type Quantiles, takeMedians } from "../../lib/quantiles.ts";
import { type Form, FORMS } from "./forms.ts";
import { type Operation, OPERATIONS, readWorkspaceIds } from "./workload.ts";

/** Rounds whose median counts. */
const ROUNDS = 5;

/** Milliseconds of each operation and form: the median over the rounds of each percentile. */
export type Timings = ReadonlyMap<Operation, Readonly<Record<Form["name"], Quantiles>>>;

/**
 * Times all operations on both forms over one connection, as a client sees them. The forms take
 * turns with every single execution, so that whatever disturbs the machine disturbs both; the form
 * that goes first alternates from round to round.
 */
export async function measureRounds(
  sql: postgres.Sql,
  say: (line: string) => void,
): Promise<Timings> {
  const workspaceIds = await readWorkspaceIds(sql);
  const rounds = new Map<Operation, Record<Form["name"], Quantiles[]>>(
    OPERATIONS.map((operation) => [operation, { ours: [], prior: [] }]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const forms = round % 2 === 0 ? FORMS : FORMS.toReversed();
    for (const [operation, quantiles] of rounds) {
      const samples = await timeOperation(sql, operation, forms, workspaceIds, round);
      quantiles.ours.push(describeSample(samples.ours));
      quantiles.prior.push(describeSample(samples.prior));
    }
    say(`  round ${round + 1} of ${ROUNDS}`);
  }
  return new Map(
    [...rounds].map(([operation, { ours, prior }]) => [
      operation,
      { ours: takeMedians(ours), prior: takeMedians(prior) },
    ]),
  );
}

async function timeOperation(
  sql: postgres.Sql,
  operation: Operation,
  forms: readonly Form[],
  workspaceIds: readonly string[],
  round: number,
): Promise<Record<Form["name"], number[]>> {
  const samples: Record<Form["name"], number[]> = { ours: [], prior: [] };
  // The first execution of a round parses and plans; a connection of a pool has done that long ago.
  for (let index = -1; index < operation.samples; index++) {
    const workspaceId = pickWorkspace(
      operation,
      workspaceIds,
      round * operation.samples + index + 1,
    );
    for (const form of forms) {
      const startedAt = performance.now();
      await sql.unsafe(operation.sql(form), [workspaceId], { prepare: true });
      if (index >= 0) samples[form.name].push(performance.now() - startedAt);
    }
  }
  return samples;
}

/** Both forms get the same workspaces in the same order, spread over all of them. */
function pickWorkspace(operation: Operation, ids: readonly string[], index: number): string {
  const number = operation.workspace === "busy" ? 0 : 1 + index * 7919 % (ids.length - 1);
  const id = ids[number];
  if (id === undefined) throw new RangeError(`There is no workspace ${number}.`);
  return id;
}
