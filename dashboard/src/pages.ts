/** All pages. A new one is its folder in `pages` and an entry here. */
import { splitFragment } from "./data/address.ts";
import { definePage, type Page, type View } from "./data/page.ts";
import { accessAddress } from "./pages/access/address.ts";
import { answersAddress } from "./pages/answers/address.ts";
import { contactsAddress } from "./pages/contacts/address.ts";
import { mailboxesAddress } from "./pages/mailboxes/address.ts";
import { operatorAddress } from "./pages/operator/address.ts";
import { costsAddress } from "./pages/costs/address.ts";
import { overviewAddress } from "./pages/overview/address.ts";
import { reportsAddress } from "./pages/reports/address.ts";
import { schedulesAddress } from "./pages/schedules/address.ts";
import { slotAddress } from "./pages/slot/address.ts";
import { whyAddress } from "./pages/why/address.ts";
import { taskAddress } from "./pages/task/address.ts";
import { NO_FILTER, tasksAddress } from "./pages/tasks/address.ts";
import { loadExpressionWords } from "./parts/expression_words.ts";
import { clockTime } from "./words.ts";

/** The pages of the project that show expressions, with the words for them. */
async function loadWithExpressions() {
  const [pages] = await Promise.all([import("./pages/project.ts"), loadExpressionWords()]);
  return pages;
}

/** In the order of the navigation. */
export const PAGES: readonly Page[] = [
  definePage({
    address: overviewAddress,
    title: () => "Overview",
    link: { text: "Overview", href: overviewAddress.format({}), key: "o" },
    load: async () => (await import("./pages/night.ts")).Overview,
  }),
  definePage({
    address: answersAddress,
    title: () => "To answer",
    link: {
      text: "To answer",
      href: answersAddress.format({ tab: "open", emailId: null }),
      key: "a",
    },
    load: async () => (await import("./pages/emails.ts")).Answers,
  }),
  definePage({
    address: tasksAddress,
    title: () => "Tasks",
    link: { text: "Tasks", href: tasksAddress.format(NO_FILTER), key: "t" },
    load: async () => (await import("./pages/work.ts")).Tasks,
  }),
  definePage({
    address: costsAddress,
    title: () => "Costs",
    link: { text: "Costs", href: costsAddress.format({ days: 30, by: "type" }), key: "c" },
    load: async () => (await import("./pages/work.ts")).Costs,
  }),
  definePage({
    address: contactsAddress,
    title: () => "Contacts",
    link: {
      text: "Contacts",
      href: contactsAddress.format({ contactId: null, search: "" }),
      key: "n",
    },
    load: async () => (await import("./pages/emails.ts")).Contacts,
  }),
  definePage({
    address: reportsAddress,
    title: () => "Reports",
    link: { text: "Reports", href: reportsAddress.format({ reportId: null }), key: "r" },
    load: async () => (await import("./pages/emails.ts")).Reports,
  }),
  definePage({
    address: mailboxesAddress,
    title: () => "Mailboxes",
    link: {
      text: "Mailboxes",
      href: mailboxesAddress.format({ code: "", problem: "" }),
      key: "m",
    },
    load: async () => (await import("./pages/emails.ts")).Mailboxes,
  }),
  definePage({
    address: schedulesAddress,
    title: ({ name }) => name ?? "Schedules",
    link: { text: "Schedules", href: schedulesAddress.format({ name: null }), key: "s" },
    load: async () => (await loadWithExpressions()).SchedulesPage,
  }),
  definePage({
    address: accessAddress,
    title: () => "Access",
    link: { text: "Access", href: accessAddress.format({}), key: "e" },
    load: async () => (await import("./pages/project.ts")).Access,
  }),
  definePage({
    address: whyAddress,
    title: () => "Why?",
    link: { text: "Why?", href: whyAddress.format({ what: "time", about: "" }), key: "w" },
    load: async () => (await import("./pages/emails.ts")).Why,
  }),
  definePage({
    address: operatorAddress,
    title: () => "Operator",
    link: {
      text: "Operator",
      href: operatorAddress.format({ act: null, on: null }),
      isForOperators: true,
    },
    load: async () => (await loadWithExpressions()).Operator,
  }),
  definePage({
    address: taskAddress,
    title: () => "Task",
    load: async () => (await import("./pages/work.ts")).Task,
  }),
  definePage({
    address: slotAddress,
    title: ({ schedule, slot }) => `${schedule}, ${clockTime(slot)}`,
    load: async () => (await import("./pages/night.ts")).SlotPage,
  }),
];

/** The view that a fragment names; the overview for what is no address of ours. */
export function findView(fragment: string): View {
  const { path, query } = splitFragment(fragment);
  for (const page of PAGES) {
    const view = page.open(path, query);
    if (view) return view;
  }
  const overview = PAGES[0]?.open([""], new URLSearchParams());
  if (!overview) throw new Error("the first page has no view without parameters");
  return overview;
}
