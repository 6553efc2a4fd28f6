import type { BrowserContext, Page } from "playwright-core";
import { forgetInputs, readNotes, watchPage } from "./watch_page.ts";

/** Something that a person does. */
interface Reaction {
  readonly name: string;
  act(page: Page): Promise<unknown>;
}

const navigate = (name: string): Reaction => ({
  name: `open_${name.toLowerCase().replaceAll(/\W+/g, "_")}`,
  act: (page) =>
    page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click(),
});

/** In the order in which they are done, on a workspace full of tasks. */
const REACTIONS: readonly Reaction[] = [
  ...["To answer", "Costs", "Contacts", "Reports", "Mailboxes", "Schedules", "Access", "Tasks"]
    .map(navigate),
  { name: "show_more", act: (page) => page.getByRole("button", { name: "Show more" }).click() },
  {
    name: "show_even_more",
    act: (page) => page.getByRole("button", { name: "Show more" }).click(),
  },
  { name: "next_row", act: (page) => page.keyboard.press("j") },
  { name: "filter", act: (page) => page.getByLabel("Status").press("f") },
  {
    name: "choose_all",
    act: (page) => page.getByRole("button", { name: "Choose all that failed" }).click(),
  },
  { name: "open_dialog", act: (page) => page.getByRole("button", { name: /^Retry \d+/ }).click() },
  { name: "leave_dialog", act: (page) => page.getByRole("button", { name: "Leave it" }).click() },
  { name: "open_task", act: (page) => page.locator("ol.tasks li > a").first().click() },
  navigate("Overview"),
  { name: "open_table", act: (page) => page.getByText("As a table").click() },
  { name: "switch_zone", act: (page) => page.getByRole("button", { name: "UTC" }).click() },
  { name: "open_slot", act: (page) => page.locator(".cell").first().click() },
];

/** Milliseconds from each input until the next paint, in steps of 8 ms; 0 for under 16 ms. */
export async function measureReactions(
  context: BrowserContext,
  url: string,
): Promise<Record<string, number>> {
  const page = await context.newPage();
  try {
    await watchPage(page);
    await page.goto(`${url}/#/`, { waitUntil: "networkidle" });
    const figures: Record<string, number> = {};
    for (const { name, act } of REACTIONS) {
      await forgetInputs(page);
      await act(page);
      await page.waitForLoadState("networkidle");
      figures[name] = Math.round((await readNotes(page)).slowestInputMs);
    }
    return figures;
  } finally {
    await page.close();
  }
}
