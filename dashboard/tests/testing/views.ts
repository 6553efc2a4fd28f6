/** Every view of the dashboard, and how a test knows that it is whole. */
import type { Locator, Page } from "playwright-core";
import { TASKS } from "./project/tasks.ts";
import type { Who } from "./project.ts";

/** A view that tests walk through. */
export interface KnownView {
  /** The fragment that opens it. */
  readonly at: string;
  /** What is clicked then, for a view whose address nobody knows. */
  readonly click?: (page: Page) => Locator;
  /** Is there when everything is drawn, and on no view before it in the list. */
  readonly whole: (page: Page) => Locator;
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole("heading", { level: 1, name });
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first();

/** In an order in which the mark of each is new on the page. */
export const VIEWS: Readonly<Record<Extract<Who, "owner" | "operator">, readonly KnownView[]>> = {
  owner: [
    { at: "#/", whole: (page) => page.getByRole("img", { name: /Tasks by the hour/ }) },
    {
      at: "#/",
      click: (page) => page.getByRole("link", { name: /: late, 64 s/ }),
      whole: (page) => page.getByRole("img", { name: /^Who did what when/ }),
    },
    { at: "#/answers", whole: text("Bread for Friday") },
    {
      at: "#/answers",
      click: (page) => page.getByRole("link", { name: "The cake was sour" }),
      whole: (page) => page.locator("mark"),
    },
    { at: "#/answers?tab=done", whole: heading("Done") },
    { at: "#/answers?tab=all", whole: text("to answer · critical") },
    { at: "#/answers?tab=unread", whole: text(/^given up: it could not be read/) },
    { at: "#/contacts", whole: text("Client Ltd") },
    {
      at: "#/contacts",
      click: (page) => page.getByRole("link", { name: "Gudrun Weber" }),
      whole: text("62.5"),
    },
    { at: "#/reports", whole: (page) => page.getByRole("link", { name: "The week" }) },
    {
      at: "#/reports",
      click: (page) => page.getByRole("link", { name: "The week" }),
      whole: text("Emails received"),
    },
    { at: "#/mailboxes", whole: text("office@bakery.example") },
    { at: "#/why", whole: heading("Why?") },
    { at: "#/why/time/2026-11-26T03:00Z", whole: (page) => page.locator("main .sentence") },
    { at: "#/schedules", whole: text("import-files") },
    { at: "#/schedules/continuous-intelligence", whole: text("40 scheduled times in 7 days.") },
    {
      at: "#/schedules/continuous-intelligence?from=2026-11-01T00:00Z&to=2026-11-01T01:00Z",
      whole: text("See the last 7 days"),
    },
    { at: "#/access", whole: text(/^\d+ members$/) },
    { at: "#/tasks", whole: (page) => page.locator("ol.tasks > li:nth-child(50)") },
    { at: "#/tasks?status=failed", whole: text("status: failed") },
    { at: `#/tasks/${TASKS.failed}`, whole: text("asked the host") },
    { at: `#/tasks/${TASKS.runner}`, whole: text(/^small-model: answered/) },
    { at: `#/tasks/${TASKS.job}`, whole: text("1 job of this workspace is before it.") },
    { at: `#/tasks/${TASKS.large}`, whole: text(/^Open 15 kB$/) },
    { at: `#/tasks/${TASKS.theirs}`, whole: text("This task is not in this workspace.") },
    { at: "#/costs", whole: (page) => page.getByRole("img", { name: /What tasks cost by day/ }) },
    { at: "#/costs?by=model", whole: text("large-model") },
  ],
  operator: [{ at: "#/operator", whole: (page) => page.getByRole("heading", { name: "Journal" }) }],
};

/** Opens a view in a page that is already signed in, and waits until it is whole. */
export async function openView(page: Page, url: string, view: KnownView): Promise<void> {
  await page.goto(`${url}/${view.at}`);
  if (view.click) await view.click(page).click();
  await view.whole(page).waitFor({ state: "attached" });
  await page.locator(".placeholder").first().waitFor({ state: "detached" });
}

/** What a view is called in the message of a test. */
export function nameView({ at, click }: KnownView): string {
  return click ? `a link of ${at}` : at;
}
