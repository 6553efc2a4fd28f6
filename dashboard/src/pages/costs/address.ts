import { type Address, joinFragment } from "../../data/address.ts";

export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];
export const KINDS = ["type", "model"] as const;
export type Kind = (typeof KINDS)[number];

interface CostsView {
  /** How many days, the last of which is today. */
  readonly days: Span;
  readonly by: Kind;
}

/** Anything else is 30 days by type. */
export const costsAddress: Address<CostsView> = {
  page: "costs",
  parse: ([page], query) => {
    if (page !== "costs") return null;
    return {
      days: SPANS.find((days) => String(days) === query.get("days")) ?? 30,
      by: KINDS.find((kind) => kind === query.get("by")) ?? "type",
    };
  },
  format: ({ days, by }) =>
    joinFragment(["costs"], {
      days: days === 30 ? null : String(days),
      by: by === "type" ? null : by,
    }),
};
