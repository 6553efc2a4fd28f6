/** Which tasks were there? A list with filters; the latest start is at the top. */
import { useState } from "preact/hooks";
import { uniteRows, useHeldRows } from "../../data/held_rows.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { More, MOST_ROWS } from "../../parts/more.tsx";
import { NewRows } from "../../parts/new_rows.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { duration, exactTime, money, plain } from "../../words.ts";
import { taskAddress } from "../task/address.ts";
import { NO_FILTER, type TaskFilter, tasksAddress, toQuestion } from "./address.ts";
import { Filters } from "./filters.tsx";
import { RetryChosen } from "./retry_chosen.tsx";
import { pageSchema, type TaskPage, type TaskRow } from "./shapes.ts";
import { describeStatus } from "./task_words.ts";

export function Tasks(filter: TaskFilter) {
  const { rpc, workspaceId } = useWorld();
  const key = tasksAddress.format(filter);
  const ask = (after: TaskPage["next"]) =>
    rpc("list_tasks", {
      p_workspace_id: workspaceId,
      p_filter: toQuestion(filter, Date.now()),
      p_after: after,
    }, pageSchema);
  const list = useQuery(["tasks", key], () => ask(null), ["tasks"]);
  return (
    <>
      <h1>Tasks</h1>
      <Filters filter={filter} />
      <Answered result={list}>
        {(first) => <List key={key} first={first} scope={key} ask={ask} />}
      </Answered>
    </>
  );
}

function List({ first, scope, ask }: {
  readonly first: TaskPage;
  readonly scope: string;
  ask(after: TaskPage["next"]): Promise<TaskPage>;
}) {
  const [acts, setActs] = useState(0);
  const held = useHeldRows(first.tasks, ({ id }) => id, `${scope} ${acts}`);
  const [further, setFurther] = useState<readonly TaskPage[]>([]);
  const [end, setEnd] = useState(first);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const show = () => {
    setFurther([]);
    setEnd(first);
    held.show();
  };
  const rows = uniteRows([held.rows, ...further.map(({ tasks }) => tasks)], ({ id }) => id);
  const choose = (id: string, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const acted = () => {
    setChosen(new Set());
    setActs(acts + 1);
    setFurther([]);
    setEnd(first);
  };
  return (
    <>
      <NewRows held={{ ...held, show }} />
      <RetryChosen
        ids={rows.filter(({ id, can_retry }) => can_retry && chosen.has(id)).map(({ id }) => id)}
        retryable={rows.filter(({ can_retry }) => can_retry).map(({ id }) => id)}
        choose={(ids) => setChosen(new Set(ids))}
        acted={acted}
      />
      {rows.length === 0 && end.next === null
        ? <Nothing isFiltered={scope !== tasksAddress.format(NO_FILTER)} />
        : (
          <ol class="tasks" data-rows>
            {rows.map((task) => (
              <Row key={task.id} task={task} isChosen={chosen.has(task.id)} choose={choose} />
            ))}
          </ol>
        )}
      <Further
        end={end}
        rows={rows.length}
        ask={ask}
        found={(page) => {
          setFurther([...further, page]);
          setEnd(page);
        }}
      />
    </>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered
    ? (
      <Empty>
        No task matches. Remove a filter, or{" "}
        <a href={tasksAddress.format(NO_FILTER)}>see all tasks</a>.
      </Empty>
    )
    : (
      <Empty>
        No task has been logged yet. Runs log themselves. The guide{" "}
        <code>docs/guides/external-jobs.md</code> shows how an agent elsewhere logs its own.
      </Empty>
    );
}

function Row({ task, isChosen, choose }: {
  readonly task: TaskRow;
  readonly isChosen: boolean;
  choose(id: string, isChosen: boolean): void;
}) {
  const name = plain(task.task_type);
  return (
    <li>
      {task.can_retry && (
        <input
          type="checkbox"
          aria-label={`Choose ${name}, ${exactTime(task.executed_at)}`}
          checked={isChosen}
          onChange={(event) => choose(task.id, event.currentTarget.checked)}
        />
      )}
      <a href={taskAddress.format({ taskId: task.id })}>{name}</a>{" "}
      <b class={`status ${task.status}`}>{describeStatus(task.status)}</b>
      {task.message && <p>{task.message}</p>}
      <p class="note">
        {task.agent_name ?? "no agent named"} · started by {task.triggered_by} ·{" "}
        <Moment at={task.executed_at} />
        {task.duration_ms !== null && ` · took ${duration(task.duration_ms / 1_000)}`}
        {task.cost_usd ? ` · ${money(task.cost_usd)}` : ""}
      </p>
    </li>
  );
}

/** The way to the next page, and how far a search has looked. */
function Further({ end, rows, ask, found }: {
  readonly end: TaskPage;
  readonly rows: number;
  ask(after: TaskPage["next"]): Promise<TaskPage>;
  found(page: TaskPage): void;
}) {
  if (end.next === null) return null;
  if (rows >= MOST_ROWS) {
    return <p class="note">These are 1,000 tasks. Add a filter to see others.</p>;
  }
  return (
    <More
      label={end.looked_until ? "Look further" : "Show more"}
      fetchMore={async () => found(await ask(end.next))}
    >
      {end.looked_until && (
        <span class="note" role="status">
          The search has looked at tasks down to {exactTime(end.looked_until)}.
        </span>
      )}
    </More>
  );
}
