/** What runs when, and how punctually? */
import { useQuery, useWorld } from "../../data/query.ts";
import { Expression } from "../../parts/expression.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty, Missing } from "../../parts/states.tsx";
import { duration, plain } from "../../words.ts";
import { schedulesAddress, type TimeRange } from "./address.ts";
import { Agents, Watches } from "./agents.tsx";
import { ScheduleView } from "./schedule.tsx";
import { type Schedule, type Schedules, schedulesSchema } from "./shapes.ts";
import { WideTable } from "../../parts/wide_table.tsx";

export function SchedulesPage({ name, range }: {
  readonly name: string | null;
  readonly range?: TimeRange;
}) {
  const { rpc, workspaceId } = useWorld();
  const args = { p_workspace_id: workspaceId };
  const list = useQuery(
    ["schedules"],
    () => rpc("list_schedules", args, schedulesSchema),
    ["slots", "tasks"],
  );
  return (
    <Answered result={list}>
      {(found) =>
        found === null
          ? <Missing title="Schedules">You are no member of this workspace any more.</Missing>
          : name === null
          ? <List found={found} />
          : <One found={found} name={name} range={range} />}
    </Answered>
  );
}

function One({ found, name, range }: {
  readonly found: Schedules;
  readonly name: string;
  readonly range: TimeRange | undefined;
}) {
  const schedule = found.schedules.find((one) => one.name === name);
  if (schedule) return <ScheduleView schedule={schedule} range={range} />;
  return (
    <>
      <h1>{name}</h1>
      <Empty>
        There is no schedule of this name with scheduled times.{" "}
        <a href={schedulesAddress.format({ name: null })}>See all schedules</a>.
      </Empty>
    </>
  );
}

function List({ found: { schedules, agents, watches } }: { readonly found: Schedules }) {
  const paused = schedules.filter(({ enabled }) => !enabled).length;
  return (
    <>
      <h1>Schedules</h1>
      <p class="note">
        {schedules.length - paused} on, {paused} paused. A click shows the last 7 days.
      </p>
      {schedules.length === 0
        ? <Empty>No schedule has scheduled times yet. An operator adds one in the database.</Empty>
        : <Table schedules={schedules} />}
      <Agents agents={agents} />
      <Watches watches={watches} />
    </>
  );
}

function Table({ schedules }: { readonly schedules: readonly Schedule[] }) {
  return (
    <WideTable>
      <table>
        <thead>
          <tr>
            <th>Schedule</th>
            <th>When</th>
            <th>Next</th>
            <th>Begins late by (7 days)</th>
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <tr key={schedule.name}>
              <td>
                <a href={schedulesAddress.format({ name: schedule.name })}>{schedule.name}</a>
                <br />
                <span class="note">{plain(schedule.task_type)}</span>
              </td>
              <td>
                <Expression
                  expression={schedule.cron_expression ?? ""}
                  timeZone={schedule.time_zone}
                />
              </td>
              <td>
                {schedule.next[0] ? <Moment at={schedule.next[0]} /> : <State of={schedule} />}
              </td>
              <td>{describeMedian(schedule)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function State({ of: { enabled } }: { readonly of: Schedule }) {
  return <span class="state late">{enabled ? "not within a year" : "paused"}</span>;
}

function describeMedian({ late }: Schedule): string {
  if (late.median === null) return late.missed > 0 ? `${late.missed} missed` : "has not run";
  const missed = late.missed > 0 ? `, ${late.missed} missed` : "";
  return `${duration(late.median)} median, ${duration(late.worst ?? 0)} worst${missed}`;
}
