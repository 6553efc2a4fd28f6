import { type Address, joinFragment } from "../../data/address.ts";

interface ReportsView {
  /** The report that is open. */
  readonly reportId: string | null;
}

export const reportsAddress: Address<ReportsView> = {
  page: "reports",
  parse: ([page, reportId = ""]) =>
    page === "reports" ? { reportId: reportId === "" ? null : reportId } : null,
  format: ({ reportId }) => joinFragment(["reports", ...reportId === null ? [] : [reportId]]),
};
