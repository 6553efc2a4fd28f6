import type { Locator, Page } from "playwright-core";

/** A picture: which page, as whom, and what is clicked before. */
export interface Picture {
  readonly name: string;
  readonly as: "owner" | "operator";
  readonly fragment: string;
  prepare?(page: Page): Promise<void>;
}

/** Clicks the first of some links, and waits for what it leads to. */
const openFirst = (links: string, whole: (page: Page) => Locator) => async (page: Page) => {
  await page.locator(links).first().click();
  await whole(page).waitFor();
};

/** Every page that the navigation leads to, and those behind a click. */
export const PICTURES: readonly Picture[] = [
  { name: "overview", as: "owner", fragment: "#/" },
  {
    name: "slot",
    as: "owner",
    fragment: "#/",
    prepare: async (page) => {
      await page.getByRole("link", { name: /: late, 6\d s after/ }).first().click();
      await page.locator(".steps").waitFor();
    },
  },
  { name: "answers", as: "owner", fragment: "#/answers" },
  {
    name: "email",
    as: "owner",
    fragment: "#/answers",
    prepare: openFirst(".emails a", (page) => page.locator("article.email .text")),
  },
  { name: "contacts", as: "owner", fragment: "#/contacts" },
  {
    name: "contact",
    as: "owner",
    fragment: "#/contacts",
    prepare: openFirst("tbody a", (page) => page.getByText("Latest emails")),
  },
  { name: "reports", as: "owner", fragment: "#/reports" },
  {
    name: "report",
    as: "owner",
    fragment: "#/reports",
    prepare: openFirst("tbody a", (page) => page.getByText("The text that is sent")),
  },
  { name: "mailboxes", as: "owner", fragment: "#/mailboxes" },
  { name: "why", as: "owner", fragment: "#/why" },
  { name: "tasks", as: "owner", fragment: "#/tasks" },
  {
    name: "task",
    as: "owner",
    fragment: "#/tasks?status=failed",
    prepare: openFirst("main a[href^='#/tasks/']", (page) => page.locator("main h1").first()),
  },
  { name: "costs", as: "owner", fragment: "#/costs" },
  { name: "schedules", as: "owner", fragment: "#/schedules" },
  { name: "schedule", as: "owner", fragment: "#/schedules/continuous-intelligence" },
  { name: "access", as: "owner", fragment: "#/access" },
  { name: "operator", as: "operator", fragment: "#/operator" },
];
