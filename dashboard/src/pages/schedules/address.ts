import { type Address, joinFragment } from "../../data/address.ts";

interface SchedulesView {
  /** The schedule that is open; null for the list. */
  readonly name: string | null;
}

export const schedulesAddress: Address<SchedulesView> = {
  page: "schedules",
  parse: ([page, name = "", ...rest]) =>
    page === "schedules" && rest.length === 0 ? { name: name === "" ? null : name } : null,
  format: ({ name }) => joinFragment(["schedules", ...name === null ? [] : [name]]),
};
