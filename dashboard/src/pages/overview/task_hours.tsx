/** Tasks of 24 hours: how many by hour, which have not ended, and failures by what they say. */
import { useQuery, useWorld } from "../../data/query.ts";
import { type Bar, Bars } from "../../parts/bars.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { count, dayName, duration, exactTime, hourName, plain, zoneName } from "../../words.ts";
import { taskAddress } from "../task/address.ts";
import { NO_FILTER, tasksAddress } from "../tasks/address.ts";
import { sumsSchema, type TaskSums } from "../tasks/shapes.ts";
import { describeStatus, STATUS_WORDS } from "../tasks/task_words.ts";

const WIDTH_MS = { hour: 3_600_000, day: 86_400_000 } as const;
const PARTS = Object.entries(STATUS_WORDS).map(([name, words]) => ({ name, words }));

export function TaskHours() {
  const { rpc, workspaceId } = useWorld();
  const sums = useQuery(
    ["task-sums"],
    () => rpc("get_task_sums", { p_workspace_id: workspaceId }, sumsSchema),
    ["tasks"],
  );
  return (
    <Answered result={sums}>
      {(found) =>
        found && (
          <>
            <section>
              <h2>Tasks by hour</h2>
              <Hours sums={found} />
            </section>
            <Unfinished sums={found} />
            <Failures sums={found} />
          </>
        )}
    </Answered>
  );
}

function Hours({ sums }: { readonly sums: TaskSums }) {
  if (sums.buckets.length === 0) {
    return (
      <Empty>
        No task began in these hours. <a href={tasksAddress.format(NO_FILTER)}>See all tasks</a>.
      </Empty>
    );
  }
  return (
    <>
      {sums.counted_from && (
        <p class="note">
          Tasks from before {exactTime(sums.counted_from)} are still being counted.
        </p>
      )}
      <Bars
        caption={`Tasks by the hour in which they began (${zoneName()})`}
        bars={listBars(sums)}
        parts={PARTS}
        format={(amount) => Math.round(amount).toLocaleString("en-US")}
      />
      <ul class="short">
        {sums.types.map((type) => (
          <li key={type.task_type}>
            <a href={tasksAddress.format({ ...NO_FILTER, since: "24h", type: type.task_type })}>
              {plain(type.task_type)}
            </a>{" "}
            <span class="note">{type.tasks.toLocaleString("en-US")}{tellDurations(type)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How long tasks of a type took, to a fifth. */
function tellDurations({ tasks, median_ms, p95_ms }: TaskSums["types"][number]): string {
  if (median_ms === null || p95_ms === null) return "";
  if (tasks === 1) return ` · about ${duration(p95_ms / 1_000)}`;
  return ` · half within ${duration(median_ms / 1_000)}, 95% within ${duration(p95_ms / 1_000)}`;
}

/** A bar for each bucket of the range, also for empty ones, so that gaps are seen. */
function listBars({ from, to, width, buckets }: TaskSums): readonly Bar[] {
  const byTime = new Map(buckets.map(({ at, statuses }) => [Date.parse(at), statuses]));
  const bars: Bar[] = [];
  const step = WIDTH_MS[width];
  for (let at = Date.parse(from); at < Date.parse(to) && bars.length < 200; at += step) {
    const start = new Date(at).toISOString();
    bars.push({
      label: width === "hour" ? hourName(start) : dayName(start),
      href: tasksAddress.format({
        ...NO_FILTER,
        from: start,
        to: new Date(at + step).toISOString(),
      }),
      amounts: byTime.get(at) ?? {},
    });
  }
  return bars;
}

function Unfinished({ sums: { unfinished } }: { readonly sums: TaskSums }) {
  if (unfinished.length === 0) return null;
  return (
    <section>
      <h2>Not ended yet, the oldest first</h2>
      <ul class="plain">
        {unfinished.map((task) => (
          <li key={task.task_id}>
            <a href={taskAddress.format({ taskId: task.task_id })}>{plain(task.task_type)}</a>{" "}
            <b class={`status ${task.status}`}>{describeStatus(task.status)}</b>
            <span class="note">
              {" "}
              {task.agent_name ?? "no agent named"} · since <Moment at={task.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failures({ sums: { failures } }: { readonly sums: TaskSums }) {
  if (failures.length === 0) return null;
  return (
    <section>
      <h2>Failures by what they say</h2>
      <ul class="plain">
        {failures.map((failure) => (
          <li key={failure.task_id}>
            <a href={taskAddress.format({ taskId: failure.task_id })}>
              {failure.message ?? "no message"}
            </a>
            <span class="note">
              {" "}
              {plain(failure.task_type)} · {count(failure.tasks, "time")} · latest{" "}
              <Moment at={failure.latest_at} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a
          href={tasksAddress.format({
            ...NO_FILTER,
            since: "24h",
            status: "failed,partial_failure",
          })}
        >
          See all that failed
        </a>
      </p>
    </section>
  );
}
