/** A cell for each slot of a schedule; one tab stop, arrow keys inside. */
import { useRef } from "preact/hooks";
import type { ScheduleSlots } from "../data/shapes.ts";
import { clockTime, count, duration, exactTime, STATE_WORDS } from "../words.ts";
import { slotAddress } from "../pages/slot/address.ts";

type Cell = ScheduleSlots["slots"][number];

export function SlotGrid({ schedule }: { readonly schedule: ScheduleSlots }) {
  const list = useRef<HTMLOListElement>(null);
  const move = (event: KeyboardEvent, index: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>("a")[index + step]?.focus();
  };
  const last = schedule.slots.length - 1;
  return (
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
      {schedule.cell === "slot" && schedule.enabled && schedule.next[0] && (
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
  );
}

/** Color alone tells nothing: each state has a sign. */
const SIGNS: Readonly<Record<Cell["state"], string>> = {
  on_time: "",
  late: "·",
  retried: "↻",
  partial: "◐",
  failed: "✕",
  missed: "–",
  skipped: "»",
  running: "…",
};

function hrefOf({ schedule, cell: unit }: ScheduleSlots, { at }: Cell): string {
  return unit === "slot" ? slotAddress.format({ schedule, slot: at }) : "#/";
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
