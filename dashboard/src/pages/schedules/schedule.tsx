/** One schedule: its next times, its last 7 days, its policies. */
import { useQuery, useWorld } from "../../data/query.ts";
import { slotsSchema } from "../../data/shapes.ts";
import { Expression } from "../../parts/expression.tsx";
import { Moment } from "../../parts/moment.tsx";
import { SlotGrid } from "../../parts/slot_grid.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { exactTime, plain } from "../../words.ts";
import { schedulesAddress } from "./address.ts";
import { describeLateness, describePolicies } from "./policies.ts";
import type { Schedule } from "./shapes.ts";

const WEEK_MS = 7 * 86_400_000;

export function ScheduleView({ schedule }: { readonly schedule: Schedule }) {
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
      <Next schedule={schedule} />
      <h2>The last 7 days</h2>
      <p>{describeLateness(schedule)}</p>
      <Week name={schedule.name} />
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

function Week({ name }: { readonly name: string }) {
  const { rpc, workspaceId } = useWorld();
  const week = useQuery(["schedule-week", name], () => {
    const now = Date.now();
    return rpc("get_slots", {
      p_workspace_id: workspaceId,
      p_from: new Date(now - WEEK_MS).toISOString(),
      p_to: new Date(now).toISOString(),
      p_schedule: name,
    }, slotsSchema);
  }, ["slots"]);
  return (
    <Answered result={week}>
      {({ schedules: [found] }) =>
        found === undefined || found.slots.length === 0
          ? <Empty>No scheduled time came in these days.</Empty>
          : (
            <>
              {found.cell !== "slot" && (
                <p class="note">A cell is one {found.cell} and shows its worst.</p>
              )}
              <SlotGrid schedule={found} />
            </>
          )}
    </Answered>
  );
}
