/** What was spent on what? What stops when? */
import { useQuery, useWorld } from "../../data/query.ts";
import { type Bar, Bars } from "../../parts/bars.tsx";
import { Answered, Empty, Missing } from "../../parts/states.tsx";
import { count, dayName, exactTime, money, plain } from "../../words.ts";
import { NO_FILTER, tasksAddress } from "../tasks/address.ts";
import { costsAddress, type Kind, KINDS, type Span, SPANS } from "./address.ts";
import { Brake } from "./brake.tsx";
import { tellEnd, tellSpending, tellSpent } from "./forecast.ts";
import { type Spending, spendingSchema } from "./shapes.ts";
import { WideTable } from "../../parts/wide_table.tsx";

const KIND_WORDS: Readonly<Record<Kind, string>> = { type: "By type of task", model: "By model" };

export function Costs({ days, by }: { readonly days: Span; readonly by: Kind }) {
  const { rpc, workspaceId } = useWorld();
  const args = { p_workspace_id: workspaceId, p_days: days };
  const spending = useQuery(
    ["spending", days],
    () => rpc("get_spending", args, spendingSchema),
    ["money", "tasks"],
  );
  return (
    <Answered result={spending}>
      {(found) =>
        found === null
          ? <Missing title="Costs">You are no member of this workspace any more.</Missing>
          : (
            <>
              <h1>{tellSpending(found, days)}</h1>
              {found.waiting && (
                <p class="problem" role="status">
                  {count(found.waiting.emails, "email")}{" "}
                  {found.waiting.emails === 1 ? "waits" : "wait"} for money. {found.waiting.message}
                </p>
              )}
              <Budgets spending={found} />
              <Brake spending={found} />
              <Spent spending={found} days={days} by={by} />
            </>
          )}
    </Answered>
  );
}

function Budgets({ spending: { budgets, as_of } }: { readonly spending: Spending }) {
  return (
    <section>
      <h2>Budgets</h2>
      {budgets.length === 0
        ? (
          <Empty>
            No budget is set, so no model is paid for. An operator sets one, see{" "}
            <code>docs/guides/budgets.md</code>.
          </Empty>
        )
        : (
          <ul class="budgets">
            {budgets.map((budget) => (
              <li key={budget.period}>
                <meter
                  aria-label={`Budget of the ${budget.period}`}
                  min={0}
                  max={Math.max(budget.limit_usd, budget.spent_usd + budget.reserved_usd)}
                  value={budget.spent_usd + budget.reserved_usd}
                />
                <b>{tellSpent(budget)}</b>
                <span>{tellEnd(budget, Date.parse(as_of))}</span>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}

function Spent({ spending, days, by }: {
  readonly spending: Spending;
  readonly days: Span;
  readonly by: Kind;
}) {
  return (
    <section>
      <h2>Days</h2>
      <nav class="tabs" aria-label="Range and kind">
        {SPANS.map((span) => (
          <a
            key={span}
            href={costsAddress.format({ days: span, by })}
            aria-current={span === days ? "page" : undefined}
          >
            {span} days
          </a>
        ))}
        {KINDS.map((kind) => (
          <a
            key={kind}
            href={costsAddress.format({ days, by: kind })}
            aria-current={kind === by ? "page" : undefined}
          >
            {KIND_WORDS[kind]}
          </a>
        ))}
      </nav>
      {spending.counted_from && (
        <p class="note">
          Tasks from before {exactTime(spending.counted_from)} are still being counted.
        </p>
      )}
      {by === "type" ? <ByType spending={spending} /> : <ByModel spending={spending} />}
    </section>
  );
}

function ByType({ spending: { first_day, as_of, tasks } }: { readonly spending: Spending }) {
  if (tasks.types.length === 0) return <Empty>No task in these days has a cost.</Empty>;
  return (
    <>
      <Bars
        caption="What tasks cost by day (UTC) and type"
        bars={listDays(first_day, as_of, tasks.days, ({ types }) => types ?? {})}
        parts={tasks.types.map(({ task_type }) => ({ name: task_type, words: plain(task_type) }))}
        format={money}
      />
      <p class="note">This is what tasks say, also those of agents elsewhere.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col" class="number">Tasks</th>
            <th scope="col" class="number">Cost</th>
          </tr>
        </thead>
        <tbody>
          {tasks.types.map(({ task_type, tasks: amount, usd }) => (
            <tr key={task_type}>
              <td>
                <a
                  href={tasksAddress.format({
                    ...NO_FILTER,
                    from: `${first_day}T00:00:00Z`,
                    type: task_type,
                  })}
                >
                  {plain(task_type)}
                </a>
              </td>
              <td class="number">{amount.toLocaleString("en-US")}</td>
              <td class="number">{money(usd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ByModel({ spending: { first_day, as_of, calls } }: { readonly spending: Spending }) {
  if (calls.models.length === 0) return <Empty>No model was called in these days.</Empty>;
  return (
    <>
      <Bars
        caption="What calls of models cost by day (UTC)"
        bars={listDays(first_day, as_of, calls.days, ({ usd }) => ({ calls: usd }))}
        parts={[{ name: "calls", words: "calls of models" }]}
        format={money}
      />
      <p class="note">This is what the ledger says. Budgets count it.</p>
      <WideTable>
        <table>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" class="number">Calls</th>
              <th scope="col" class="number">Failed</th>
              <th scope="col" class="number">Tokens in</th>
              <th scope="col" class="number">Tokens out</th>
              <th scope="col" class="number">Cost</th>
            </tr>
          </thead>
          <tbody>
            {calls.models.map((model) => (
              <tr key={model.model}>
                <td>{model.model}</td>
                <td class="number">{model.calls.toLocaleString("en-US")}</td>
                <td class="number">{model.failed.toLocaleString("en-US")}</td>
                <td class="number">{model.tokens_in.toLocaleString("en-US")}</td>
                <td class="number">{model.tokens_out.toLocaleString("en-US")}</td>
                <td class="number">{money(model.usd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

/** A bar for each day, also for those on which nothing was spent. */
function listDays<Day extends { readonly day: string }>(
  firstDay: string,
  asOf: string,
  days: readonly Day[],
  read: (day: Day) => Readonly<Record<string, number>>,
): readonly Bar[] {
  const byDay = new Map(days.map((day) => [day.day, read(day)]));
  const bars: Bar[] = [];
  const last = asOf.slice(0, 10);
  for (let at = Date.parse(firstDay); bars.length < 200; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > last) break;
    bars.push({ label: dayName(day), amounts: byDay.get(day) ?? {} });
  }
  return bars;
}
