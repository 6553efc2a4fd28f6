import { describeError, type Log } from "../platform/log.ts";
import type { AgentStore, RunLease, SpendingEstimate } from "./agent_store.ts";
import { AgentMistake, SpendingRefused } from "./outcomes.ts";

/** Sets money aside, does the work and books what it cost. */
export type Spend = <Result extends { readonly usd: number }>(
  estimate: SpendingEstimate,
  work: () => Promise<Result>,
) => Promise<Result>;

interface SpendDeps {
  readonly store: Pick<AgentStore, "reserveSpending" | "settleSpending">;
  readonly lease: RunLease;
  readonly taskId: string;
  readonly log: Log;
}

const MAX_USD = 1_000;

function isCost(usd: unknown): boolean {
  return typeof usd === "number" && usd >= 0 && usd <= MAX_USD;
}

/** Whatever does not come back with a cost counts as spent in full. */
export function createSpend({ store, lease, taskId, log }: SpendDeps): Spend {
  async function settle(reservationId: string, usd: number): Promise<void> {
    try {
      await store.settleSpending(lease, reservationId, usd);
    } catch (error) {
      // The work is done and paid for. What was set aside counts as spent.
      log("warn", "cost not booked", { task_id: taskId, problem: describeError(error) });
    }
  }

  return async function spend(estimate, work) {
    if (!(estimate.usd > 0 && estimate.usd <= MAX_USD)) {
      throw new AgentMistake(
        `task.spend got usd ${estimate.usd}; above 0 up to ${MAX_USD} US dollars is allowed.`,
      );
    }
    const reserved = await store.reserveSpending(lease, taskId, estimate);
    if (reserved.outcome === "refused") throw new SpendingRefused(reserved.message);
    const result = await work().catch(async (error: unknown) => {
      await settle(reserved.reservationId, estimate.usd);
      throw error;
    });
    const usd = isCost(result?.usd) ? result.usd : undefined;
    await settle(reserved.reservationId, usd ?? estimate.usd);
    if (usd === undefined) {
      throw new AgentMistake(
        `The work of task.spend returned usd ${result?.usd}; 0 up to ${MAX_USD} US dollars ` +
          "is allowed. What was set aside counts as spent.",
      );
    }
    return result;
  };
}
