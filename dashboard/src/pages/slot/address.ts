import { type Address, joinFragment } from "../../data/address.ts";

interface SlotView {
  readonly schedule: string;
  /** The scheduled time. */
  readonly slot: string;
}

export const slotAddress: Address<SlotView> = {
  page: "slot",
  parse: ([page, schedule = "", slot = ""]) =>
    page === "slots" && schedule !== "" && !Number.isNaN(Date.parse(slot))
      ? { schedule, slot }
      : null,
  format: ({ schedule, slot }) => joinFragment(["slots", schedule, slot]),
};
