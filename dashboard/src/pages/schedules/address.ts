import { type Address, joinFragment } from "../../data/address.ts";

interface SchedulesView {
  /** Null for all. */
  readonly name: string | null;
  /** The scheduled times that are shown; without a range, those of the last 7 days. */
  readonly range?: TimeRange;
}

/** From a time until before another one, in ISO 8601. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

export const schedulesAddress: Address<SchedulesView> = {
  page: "schedules",
  parse: ([page, name = ""], query) => {
    if (page !== "schedules") return null;
    const [from = "", to = ""] = [query.get("from") ?? "", query.get("to") ?? ""];
    return {
      name: name === "" ? null : name,
      ...Date.parse(from) < Date.parse(to) ? { range: { from, to } } : {},
    };
  },
  format: ({ name, range }) =>
    joinFragment(["schedules", ...name === null ? [] : [name]], { ...range }),
};
