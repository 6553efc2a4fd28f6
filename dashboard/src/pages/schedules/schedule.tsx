/** One schedule: its next times, its last 7 days, its policies. */
import { useQuery, useWorld } from "../../data/query.ts";
import { slotsSchema } from "../../data/shapes.ts";
import { Expression } from "../../parts/expression.tsx";
import { Moment } from "../../parts/moment.tsx";
import { SlotGrid } from "../../parts/slot_grid.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { exactTime, plain } from "../../words.ts";
import { schedulesAddress, type TimeRange } from "./address.ts";
import { describeLateness, describePolicies } from "./policies.ts";
import type { Schedule } from "./shapes.ts";

const WEEK_MS = 7 * 86_400_000;

export function ScheduleView({ schedule, range }: {
  readonly schedule: Schedule;
  readonly range: TimeRange | undefined;
}) {
  return (
    <>
      <p>
        <a href={schedulesAddress.format({ name: null })}>← all schedules</a>
      </p>
      <h1>{schedule.name}</h1>
      <p>
        <Expression expression={schedule.cron_expression ?? ""} timeZone={schedule.time_zone} />
      </p>
      <p class="note">
        {plain(schedule.task_type)}
        {" · "}
        {schedule.enabled ? "on" : "paused"} since <Moment at={schedule.active_since} />
        {schedule.job === "switched_off" && " · its pg_cron job is switched off"}
        {schedule.job === "missing" && schedule.enabled && " · its pg_cron job is missing"}
      </p>
      {range ? <InRange name={schedule.name} range={range} /> : (
        <>
          <Next schedule={schedule} />
          <h2>The last 7 days</h2>
          <p>{describeLateness(schedule)}</p>
          <Times name={schedule.name} range={null} />
        </>
      )}
      <h2>When something goes wrong</h2>
      <ul>
        {describePolicies(schedule).map((sentence) => <li key={sentence}>{sentence}</li>)}
      </ul>
    </>
  );
}

function Next({ schedule: { enabled, next } }: { readonly schedule: Schedule }) {
  if (!enabled) return <Empty>It is paused: nothing is expected. An operator can resume it.</Empty>;
  return (
    <section>
      <h2>Next</h2>
      <ol>
        {next.map((at) => (
          <li key={at}>
            {exactTime(at)}{" "}
            <span class="note">
              (<Moment at={at} />)
            </span>
          </li>
        ))}
      </ol>
      {next.length === 0 && <Empty>It has no scheduled time within a year.</Empty>}
    </section>
  );
}

/** One hour or day of a schedule, to which the cell of it leads. */
function InRange({ name, range }: { readonly name: string; readonly range: TimeRange }) {
  return (
    <>
      <h2>From {exactTime(range.from)} until {exactTime(range.to)}</h2>
      <Times name={name} range={range} />
      <p>
        <a href={schedulesAddress.format({ name })}>See the last 7 days</a>
      </p>
    </>
  );
}

function Times({ name, range }: { readonly name: string; readonly range: TimeRange | null }) {
  const { rpc, workspaceId } = useWorld();
  const times = useQuery(["schedule-times", name, range], () => {
    const now = Date.now();
    return rpc("get_slots", {
      p_workspace_id: workspaceId,
      p_from: range?.from ?? new Date(now - WEEK_MS).toISOString(),
      p_to: range?.to ?? new Date(now).toISOString(),
      p_schedule: name,
    }, slotsSchema);
  }, ["slots"]);
  return (
    <Answered result={times}>
      {({ schedules: [found] }) =>
        found === undefined || found.slots.length === 0
          ? <Empty>No scheduled time came in {range ? "this time" : "these days"}.</Empty>
          : <SlotGrid schedule={found} isPast={range !== null} />}
    </Answered>
  );
}
