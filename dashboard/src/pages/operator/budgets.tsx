/** Budgets of the project and of workspaces. */
import { useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { Empty } from "../../parts/states.tsx";
import { leaveDialog, operatorAddress } from "./address.ts";
import { type Budget, budgetSetSchema } from "./shapes.ts";
import { describeLimits, describeSpent } from "./words.ts";
import { WideTable } from "../../parts/wide_table.tsx";

export function Budgets({ budgets }: { readonly budgets: readonly Budget[] }) {
  const hasProject = budgets.some(({ workspace_id: id }) => id === null);
  return (
    <section>
      <h2>Budgets</h2>
      {!hasProject && (
        <Empty>
          The project has no budget, so no model reads emails.{" "}
          <a href={operatorAddress.format({ act: "budget", on: null })}>
            Set the budget of the project
          </a>
        </Empty>
      )}
      {budgets.length > 0 && (
        <WideTable>
          <table>
            <thead>
              <tr>
                <th>Of</th>
                <th>Limits</th>
                <th>Spent</th>
                <th>State</th>
              </tr>
            </thead>
            <tbody>
              {budgets.map((budget) => <Row key={budget.workspace_id} budget={budget} />)}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}

function nameOf(budget: Pick<Budget, "workspace_id" | "workspace_name">): string {
  return budget.workspace_id === null
    ? "the project"
    : budget.workspace_name ?? budget.workspace_id.slice(0, 8);
}

function Row({ budget }: { readonly budget: Budget }) {
  return (
    <tr>
      <td>{nameOf(budget)}</td>
      <td>{describeLimits(budget)}</td>
      <td>{describeSpent(budget)}</td>
      <td>
        <span class="acts">
          {budget.paused
            ? <span class="state late">paused</span>
            : <span class="state good">open</span>}
          <a
            href={operatorAddress.format({ act: "budget", on: budget.workspace_id })}
            aria-label={`Change the budget of ${nameOf(budget)}`}
          >
            Change
          </a>
        </span>
      </td>
    </tr>
  );
}

/** A limit as it is typed; empty means no limit. Null when it is not an amount. */
function readLimit(typed: string): { readonly usd: number | null } | null {
  if (typed.trim() === "") return { usd: null };
  const usd = Number(typed);
  return Number.isFinite(usd) && usd >= 0 && usd < 1e9 ? { usd } : null;
}

export function BudgetDialog({ budget, on }: {
  /** As it is; undefined for one that is not there yet. */
  readonly budget: Budget | undefined;
  readonly on: string | null;
}) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  const [daily, setDaily] = useState(budget?.daily_usd?.toString() ?? "");
  const [monthly, setMonthly] = useState(budget?.monthly_usd?.toString() ?? "");
  const [paused, setPaused] = useState(budget?.paused ?? false);
  const limits = { daily: readLimit(daily), monthly: readLimit(monthly) };
  const next = limits.daily && limits.monthly && {
    daily_usd: limits.daily.usd,
    monthly_usd: limits.monthly.usd,
  };
  const hasLimit = next !== null && (next.daily_usd !== null || next.monthly_usd !== null);
  return (
    <ActDialog
      title={`The budget of ${
        budget ? nameOf(budget) : on === null ? "the project" : "a workspace"
      }`}
      confirm="Set it"
      close={leaveDialog}
      isReady={hasLimit}
      act={async () => {
        await rpc("set_budget", {
          p_workspace_id: on,
          p_daily_usd: next?.daily_usd ?? null,
          p_monthly_usd: next?.monthly_usd ?? null,
          p_paused: paused,
        }, budgetSetSchema);
        await refresh();
      }}
    >
      <label>
        US dollars a day
        <input inputMode="decimal" value={daily} onInput={(e) => setDaily(e.currentTarget.value)} />
      </label>
      <label>
        US dollars a month
        <input
          inputMode="decimal"
          value={monthly}
          onInput={(event) => setMonthly(event.currentTarget.value)}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={paused}
          onChange={(event) => setPaused(event.currentTarget.checked)}
        />
        Spend nothing for now
      </label>
      <dl class="sides">
        <dt>Until now</dt>
        <dd>
          {budget ? `${describeLimits(budget)}${budget.paused ? ", paused" : ""}` : "no budget"}
        </dd>
        <dt>From the next claim on</dt>
        <dd>
          {hasLimit && next
            ? `${describeLimits(next)}${paused ? ", paused" : ""}`
            : "Give a limit by day, by month or both."}
        </dd>
      </dl>
    </ActDialog>
  );
}
