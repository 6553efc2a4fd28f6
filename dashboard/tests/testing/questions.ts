/**
 * What people ask the dashboard in the morning, and the way to each answer from the overview. The
 * browser tests walk every way and count its clicks; `deno task bench dashboard-questions` prints
 * them with the seconds.
 */
import type { Page } from "playwright-core";
import type { Who } from "./project.ts";

/** A question, who asks it, and the way to its answer. */
export interface Question {
  readonly question: string;
  readonly as: Extract<Who, "owner" | "member" | "viewer" | "operator">;
  /** How many clicks the way has; at most two. */
  readonly clicks: 0 | 1 | 2;
  /** Begins on the overview as it has just been drawn, and ends when the answer is seen. */
  walk(page: Page): Promise<void>;
}

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();
const title = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** The eight of the stranger's test first, then those of the other pages. */
export const QUESTIONS: readonly Question[] = [
  {
    question: "Did everything run last night?",
    as: "viewer",
    clicks: 0,
    walk: (page) => title(page, /^Scheduled runs of the last 24 hours: 1 missed\.$/),
  },
  {
    question: "Which run was late, and why?",
    as: "viewer",
    clicks: 1,
    walk: async (page) => {
      await link(page, /: late, 64 s after its time/).click();
      await title(page, /began 64 s late, because pg_cron came 63 s late/);
    },
  },
  {
    question: "What failed, and what to do?",
    as: "member",
    clicks: 1,
    walk: async (page) => {
      await link(page, /Host \d+ has no answer/).click();
      await title(page, /failed after/);
      await page.getByText(/The agent that did this one must take the new one/).waitFor();
    },
  },
  {
    question: "Which email to answer first, and where does it say so?",
    as: "owner",
    clicks: 2,
    walk: async (page) => {
      await link(page, "To answer").click();
      await page.locator("ol.emails li").first().getByRole("link").click();
      await page.locator("mark.questions_asked").waitFor();
    },
  },
  {
    question: "What was spent, and what stops when?",
    as: "viewer",
    clicks: 1,
    walk: async (page) => {
      await link(page, "Costs").click();
      await title(page, /^Models cost \$\d/);
      await page.getByText("$6.00 of $12.00 today").waitFor();
      await page.getByText(/At this pace it (ends on|lasts until the day ends)/).waitFor();
    },
  },
  {
    question: "Start a run",
    as: "operator",
    clicks: 2,
    walk: async (page) => {
      await link(page, "Run now: nightly-scan").click();
      await page.getByRole("button", { name: "Run it now" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByText("ran nightly-scan").first().waitFor();
    },
  },
  {
    question: "Stop everything",
    as: "operator",
    clicks: 2,
    walk: async (page) => {
      await link(page, "Operator").click();
      await page.getByLabel(/to stop everything/).click();
      await page.keyboard.type(new URL(page.url()).hostname);
      await page.keyboard.press("Enter");
      await page.getByText(/schedules paused. Nothing starts any more/).waitFor();
    },
  },
  {
    question: "Give an external system a token",
    as: "owner",
    clicks: 2,
    walk: async (page) => {
      await link(page, "Access").click();
      await page.getByLabel("Name of the system").click();
      await page.keyboard.type("GitHub Actions");
      await page.keyboard.press("Enter");
      await page.locator("code.secret").waitFor();
    },
  },
  {
    question: "What runs when, and how punctually?",
    as: "viewer",
    clicks: 1,
    walk: async (page) => {
      await link(page, "Schedules").click();
      await page.getByText(/1 s median, 64 s worst, 1 missed/).waitFor();
    },
  },
  {
    question: "Which tasks have not ended?",
    as: "viewer",
    clicks: 1,
    walk: async (page) => {
      await link(page, "Tasks under way").click();
      await page.locator("ol.tasks").getByRole("link", { name: "social media posting" }).waitFor();
    },
  },
  {
    question: "Who writes to us, and how do we know?",
    as: "viewer",
    clicks: 2,
    walk: async (page) => {
      await link(page, "Contacts").click();
      await link(page, "Gudrun Weber").click();
      await page.getByRole("row", { name: /job title Buyer/ }).waitFor();
    },
  },
  {
    question: "Does email still come in?",
    as: "viewer",
    clicks: 1,
    walk: async (page) => {
      await link(page, "Mailboxes").click();
      await page.getByText("The provider no longer accepts the access.").waitFor();
    },
  },
  {
    question: "Who gets in?",
    as: "owner",
    clicks: 1,
    walk: async (page) => {
      await link(page, "Access").click();
      await page.getByText(/^\d+ members$/).waitFor();
    },
  },
  {
    question: "How is the project?",
    as: "operator",
    clicks: 1,
    walk: async (page) => {
      await link(page, "Operator").click();
      await page.getByRole("heading", { name: "Journal" }).waitFor();
    },
  },
];
