import { type Address, joinFragment } from "../../data/address.ts";

interface MailboxesView {
  /** The one-time code with which the provider sent the browser back; empty without. */
  readonly code: string;
  /** Why the provider connected nothing; empty without. */
  readonly problem: string;
}

export const mailboxesAddress: Address<MailboxesView> = {
  page: "mailboxes",
  parse: ([page], query) =>
    page === "mailboxes"
      ? { code: query.get("code") ?? "", problem: query.get("problem") ?? "" }
      : null,
  format: ({ code, problem }) => joinFragment(["mailboxes"], { code, problem }),
};
