/** The one sentence of the overview: the worst first, and where to go. */
import type { Pulse, ScheduleSlots, SlotState } from "../../data/shapes.ts";
import { count, plain } from "../../words.ts";
import { answersAddress } from "../answers/address.ts";
import { costsAddress } from "../costs/address.ts";
import { schedulesAddress } from "../schedules/address.ts";
import { slotAddress } from "../slot/address.ts";
import { NO_FILTER, tasksAddress } from "../tasks/address.ts";

/** How a workspace is. */
export interface Summary {
  readonly tone: "good" | "attention" | "bad";
  readonly sentence: string;
  /** The next step, where there is one. */
  readonly step: { readonly label: string; readonly href: string } | null;
}

const BAD: readonly SlotState[] = ["failed", "missed", "partial"];

/**
 * Says whether everything ran within 24 hours.
 * @param schedules with their slots of the same time, to lead to the latest one that went wrong
 */
export function summarize(pulse: Pulse, schedules: readonly ScheduleSlots[]): Summary {
  const { runner, slots, budgets } = pulse;
  const wrong = BAD.reduce((sum, state) => sum + (slots[state] ?? 0), 0);
  if (wrong > 0) {
    const said = BAD.flatMap((state) => {
      const amount = slots[state] ?? 0;
      return amount > 0 ? [`${amount} ${state === "partial" ? "done in part" : state}`] : [];
    });
    return {
      tone: "bad",
      sentence: `Scheduled runs of the last 24 hours: ${said.join(", ")}.`,
      step: findLatest(schedules, BAD, "See the latest"),
    };
  }
  if (["late", "failing", "stuck"].includes(runner.status)) {
    const reason = runner.reason ? ` ${runner.reason}` : "";
    const href = tasksAddress.format({ ...NO_FILTER, type: "continuous_intelligence_update" });
    return {
      tone: "bad",
      sentence: `The email runner is ${runner.status}.${reason}`,
      step: { label: "See its latest tasks", href },
    };
  }
  if (budgets.some(({ paused }) => paused)) {
    return {
      tone: "attention",
      sentence: "A budget is used up: emails that a model should read wait.",
      step: { label: "See the budgets", href: costsAddress.format({ days: 30, by: "type" }) },
    };
  }
  const late = slots.late ?? 0;
  const all = Object.values(slots).reduce((sum, amount) => sum + (amount ?? 0), 0);
  if (all === 0) {
    return {
      tone: "attention",
      sentence: "Nothing was scheduled in the last 24 hours.",
      step: { label: "See the schedules", href: schedulesAddress.format({ name: null }) },
    };
  }
  const ran = `Everything ran: ${count(all, "scheduled run")} in the last 24 hours`;
  const trouble = findTrouble(pulse);
  if (trouble) {
    return { tone: "attention", sentence: `${ran}, but ${trouble.words}.`, step: trouble.step };
  }
  return late === 0 ? { tone: "good", sentence: `${ran}.`, step: null } : {
    tone: "good",
    sentence: `${ran}, ${late} of them late.`,
    step: findLatest(schedules, ["late"], "See why"),
  };
}

/** What needs a person although every run came: emails given up, then tasks that failed. */
function findTrouble({ emails, tasks }: Pulse) {
  if (emails.failed > 0) {
    return {
      words: `${count(emails.failed, "email")} could not be read`,
      step: {
        label: "See which",
        href: answersAddress.format({ tab: "unread", emailId: null }),
      },
    };
  }
  if (tasks.failed === 0) return null;
  const status = "failed,partial_failure";
  return {
    words: `${count(tasks.failed, "task")} failed`,
    step: {
      label: "See what failed",
      href: tasksAddress.format({ ...NO_FILTER, since: "24h", status }),
    },
  };
}

function findLatest(
  schedules: readonly ScheduleSlots[],
  states: readonly SlotState[],
  label: string,
): Summary["step"] {
  const found = schedules
    .filter(({ cell }) => cell === "slot")
    .flatMap(({ schedule, slots }) => slots.map((slot) => ({ schedule, ...slot })))
    .filter(({ state }) => states.includes(state))
    .toSorted((a, b) => a.at < b.at ? 1 : -1)[0];
  if (found === undefined) return null;
  return {
    label: `${label}: ${plain(found.schedule)}`,
    href: slotAddress.format({ schedule: found.schedule, slot: found.at }),
  };
}
