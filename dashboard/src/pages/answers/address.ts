import { type Address, joinFragment } from "../../data/address.ts";

export const ANSWER_TABS = ["open", "snoozed", "done", "all", "unread"] as const;
export type AnswerTab = (typeof ANSWER_TABS)[number];

interface AnswersView {
  readonly tab: AnswerTab;
  /** The email that is open beside the list. */
  readonly emailId: string | null;
  /** The fact whose words are shown in it, such as `money.0`. */
  readonly fact?: string;
}

/** An unknown tab is the first one. */
export const answersAddress: Address<AnswersView> = {
  page: "answers",
  parse: ([page, emailId = ""], query) => {
    if (page !== "answers") return null;
    const tab = ANSWER_TABS.find((name) => name === query.get("tab")) ?? "open";
    const fact = query.get("fact") ?? "";
    return {
      tab,
      emailId: emailId === "" ? null : emailId,
      ...fact === "" ? {} : { fact },
    };
  },
  format: ({ tab, emailId, fact = "" }) =>
    joinFragment(["answers", ...emailId === null ? [] : [emailId]], {
      tab: tab === "open" ? null : tab,
      fact,
    }),
};
