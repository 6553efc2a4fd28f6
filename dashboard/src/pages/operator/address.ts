import { type Address, joinFragment } from "../../data/address.ts";

export const ACTS = ["run", "pause", "resume", "change", "budget"] as const;
export type Act = (typeof ACTS)[number];

interface OperatorView {
  /** The dialog that is open. */
  readonly act: Act | null;
  /** The schedule that it is about, or the workspace of a budget. */
  readonly on: string | null;
}

/** Dialogs have addresses, so that other pages lead to them and Back leaves them. */
export const operatorAddress: Address<OperatorView> = {
  page: "operator",
  parse: (path, query) => {
    if (path.length !== 1 || path[0] !== "operator") return null;
    const act = ACTS.find((name) => name === query.get("act")) ?? null;
    return { act, on: act === null ? null : query.get("on") };
  },
  format: ({ act, on }) => joinFragment(["operator"], { act, on }),
};

/** Leaves a dialog without a further entry in the history. */
export function leaveDialog(): void {
  location.replace(operatorAddress.format({ act: null, on: null }));
}
