/** Why an email has its place in the order, and how it is. */
import { dayName, plain } from "../../words.ts";
import type { Answer } from "./shapes.ts";

/** A reason; `fact` names its words in the email, where it has any. */
export interface Reason {
  readonly words: string;
  /** What kind of reason it is. */
  readonly kind: string;
  readonly fact: string | null;
}

/** `“cannot work” · 17 Nov 2026: “tomorrow 12:00” · 201.60 GBP`: only what the email says. */
export function listReasons({ urgency_words, due, money }: Answer): readonly Reason[] {
  const reasons: readonly Reason[] = [
    // What is also the date is said once, with its day.
    ...(urgency_words ?? []).filter(({ text }) => text === null || text !== due?.text).map((
      { reason, text, item },
    ) => ({
      words: text === null ? plain(reason) : `“${text}”`,
      kind: plain(reason),
      fact: text === null ? null : `urgency_reasons.${item}`,
    })),
    ...due === null ? [] : [{
      words: due.text === null ? dayName(due.on) : `${dayName(due.on)}: “${due.text}”`,
      kind: "earliest date to come, as of the day of the email",
      fact: due.item === null ? null : `dates.${due.item}`,
    }],
    ...(money ?? []).map((words, item) => ({ words, kind: "money", fact: `money.${item}` })),
  ];
  return reasons.filter(({ words }, at) => reasons.findIndex((one) => one.words === words) === at);
}

/** A confidence below it is said. */
const LOW_CONFIDENCE = 40;

/** How much a record is worth less than others; empty where it is not. */
export function describeDoubt(degraded: boolean | null, confidence: number | null): string {
  const model = degraded ? " · read by the rules, as the model failed" : "";
  return confidence !== null && confidence < LOW_CONFIDENCE ? `${model} · low confidence` : model;
}

const STATES: Readonly<Record<string, string>> = {
  open: "to answer",
  snoozed: "put aside",
  answered: "answered",
  not_needed: "somebody said that it needs no answer",
};
const READING: Readonly<Record<string, string>> = {
  given_up: "given up: it could not be read",
  under_way: "is being read",
  waiting: "waits for the next run",
};

/** Whether it has been read and answered, for lists with emails of every kind. */
export function describeState({ direction, reading, state }: Answer): string {
  if (direction === "outbound") return "sent";
  if (reading !== null) return READING[reading] ?? plain(reading);
  return state === null ? "needs no answer" : STATES[state] ?? plain(state);
}
