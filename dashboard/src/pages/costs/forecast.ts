/** What stops when, in words. */
import { describePeriod, exactTime, money } from "../../words.ts";
import type { Budget, Spending } from "./shapes.ts";

/** When a budget ends, and what happens then. @param now milliseconds */
export function tellEnd(budget: Budget, now: number): string {
  const { period, paused, ends_at: endsAt, period_ends_at: periodEndsAt } = budget;
  if (paused) return "Nothing is spent: spending is stopped.";
  if (endsAt === null) return `At this pace it lasts until the ${period} ends.`;
  if (Date.parse(endsAt) <= now) {
    return `It is used up. Emails that need a model wait until ${exactTime(periodEndsAt)}.`;
  }
  return `At this pace it ends on ${exactTime(endsAt)}. Then emails that need a model wait.`;
}

/** What is spent of a limit and what is set aside. */
export function tellSpent({ spent_usd, reserved_usd, limit_usd, period }: Budget): string {
  const aside = reserved_usd > 0 ? `, ${money(reserved_usd)} set aside` : "";
  return `${money(spent_usd)} of ${money(limit_usd)} ${describePeriod(period)}${aside}`;
}

/** The first sentence of the page. */
export function tellSpending({ calls, budgets, waiting }: Spending, days: number): string {
  const spent = calls.days.reduce((sum, day) => sum + day.usd, 0);
  const said = spent === 0
    ? `No model was paid for in ${days} days.`
    : `Models cost ${money(spent)} in ${days} days.`;
  if (budgets.some(({ paused }) => paused)) return `${said} Spending is stopped.`;
  return waiting === null ? said : `${said} Emails wait for money.`;
}
