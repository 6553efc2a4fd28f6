/** A cell for each slot of a schedule; one tab stop, arrow keys inside. */
import { useRef } from "preact/hooks";
import type { ScheduleSlots } from "../data/shapes.ts";
import { clockTime, count, duration, exactTime, STATE_WORDS } from "../words.ts";
import { schedulesAddress } from "../pages/schedules/address.ts";
import { slotAddress } from "../pages/slot/address.ts";

type Cell = ScheduleSlots["slots"][number];

const UNIT_MS = { hour: 3_600_000, day: 86_400_000 } as const;

/** @param isPast the next scheduled time is not among those that are shown */
export function SlotGrid({ schedule, isPast = false }: {
  readonly schedule: ScheduleSlots;
  readonly isPast?: boolean;
}) {
  const list = useRef<HTMLOListElement>(null);
  const move = (event: KeyboardEvent, index: number) => {
    const row = list.current
      ? getComputedStyle(list.current).gridTemplateColumns.split(" ").length
      : 1;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>("a")[index + step]?.focus();
  };
  const last = schedule.slots.length - 1;
  return (
    <>
      {schedule.cell !== "slot" && (
        <p class="note">
          A cell is one {schedule.cell} and shows its worst. It leads to its times.
        </p>
      )}
      <ol class="grid" ref={list} aria-label={`Scheduled times of ${schedule.schedule}`}>
        {schedule.slots.map((cell, index) => (
          <li key={cell.at}>
            <a
              class={`cell ${cell.state}`}
              href={hrefOf(schedule, cell)}
              tabIndex={index === last ? 0 : -1}
              title={describe(schedule, cell)}
              aria-label={describe(schedule, cell)}
              onKeyDown={(event) => move(event, index)}
            >
              <span aria-hidden="true">{SIGNS[cell.state]}</span>
            </a>
          </li>
        ))}
        {schedule.cell === "slot" && schedule.enabled && !isPast && schedule.next[0] && (
          <li>
            <span
              class="cell expected"
              role="img"
              aria-label={describeNext(schedule.next[0])}
              title={describeNext(schedule.next[0])}
            />
          </li>
        )}
      </ol>
    </>
  );
}

/** Color alone tells nothing: each state has a sign. */
const SIGNS: Readonly<Record<Cell["state"], string>> = {
  on_time: "",
  late: "+",
  retried: "↻",
  partial: "◐",
  failed: "✕",
  missed: "–",
  skipped: "»",
  running: "…",
};

/** A scheduled time leads to its story, an hour or a day to the times within it. */
function hrefOf({ schedule, cell: unit }: ScheduleSlots, { at }: Cell): string {
  if (unit === "slot") return slotAddress.format({ schedule, slot: at });
  const to = new Date(Date.parse(at) + UNIT_MS[unit]).toISOString();
  return schedulesAddress.format({ name: schedule, range: { from: at, to } });
}

function describeNext(at: string): string {
  return `${clockTime(at)}: expected`;
}

function describe({ cell: unit }: ScheduleSlots, cell: Cell): string {
  const when = unit === "slot" ? clockTime(cell.at) : exactTime(cell.at);
  const late = cell.seconds_late !== null && cell.seconds_late > 1
    ? `, ${duration(cell.seconds_late)} after its time`
    : "";
  const emails = cell.emails > 0 ? `, ${count(cell.emails, "email")}` : "";
  const slots = cell.slots > 1 ? `, the worst of ${cell.slots}` : "";
  return `${when}: ${STATE_WORDS[cell.state]}${slots}${late}${emails}`;
}
