/** Each page once by keyboard alone: no test here touches the mouse. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { TASKS } from "../testing/project/tasks.ts";
import { visit } from "../testing/with_dashboard.ts";

/** Presses Tab until the focus is where it is wanted; fails where a person would give up. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<string>(`(() => {
      const one = document.activeElement;
      const label = one.labels?.[0]?.textContent ?? one.textContent;
      return (one.getAttribute("aria-label") ?? label ?? "").trim();
    })()`);
    if (name.test(focused)) return;
  }
  assert.fail(`Tab does not reach ${name}`);
}

const pressed = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const title = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

visit("the way in and a scheduled time, by keyboard alone", {}, async ({ page, project }) => {
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await tabTo(page, /^Email address/);
  await page.keyboard.type(project.emails.viewer);
  await tabTo(page, /^Password/);
  await page.keyboard.type(project.password);
  await page.keyboard.press("Enter");
  await page.locator(".cell.on_time").first().waitFor();
  await tabTo(page, /: on time/);
  await pressed(page, "ArrowLeft", "ArrowLeft");
  await page.keyboard.press("Enter");
  await title(page, /began 64 s late/);
  await pressed(page, "[");
  await title(page, /began on time/);
});

visit(
  "emails to answer, by keyboard alone",
  { as: "member", at: "#/answers" },
  async ({ page }) => {
    await page.getByRole("link", { name: "The cake was sour" }).waitFor();
    await pressed(page, "j", "Enter");
    await page.locator("mark.questions_asked").waitFor();
    await tabTo(page, /questions asked/);
    await page.keyboard.press("Space");
    await page.locator("mark.questions_asked").waitFor({ state: "detached" });
    await pressed(page, "s");
    await page.getByText("is put aside for a day.").waitFor();
    await pressed(page, "u");
    await page.getByText("is open again.").waitFor();
  },
);

visit("tasks, a task and costs, by keyboard alone", { as: "viewer" }, async ({ page }) => {
  await page.getByText(/^As of/).waitFor();
  await pressed(page, "g", "t");
  await page.locator("ol.tasks > li").first().waitFor();
  await pressed(page, "/");
  await page.keyboard.type("host 17");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Remove error says: host 17" }).waitFor();
  await page.getByRole("link", { name: "campaign optimization" }).first().waitFor();
  await pressed(page, "j", "Enter");
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await pressed(page, "g", "c");
  await title(page, /^Models cost/);
  await tabTo(page, /^By model$/);
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "large-model" }).waitFor();
});

visit("contacts, reports and mailboxes, by keyboard alone", { as: "viewer" }, async ({ page }) => {
  await page.getByText(/^As of/).waitFor();
  await pressed(page, "g", "n");
  await page.getByRole("link", { name: "Gudrun Weber" }).waitFor();
  await pressed(page, "j", "Enter");
  await page.getByText("62.5").waitFor();
  await pressed(page, "g", "r");
  await page.getByRole("link", { name: "The week" }).waitFor();
  await pressed(page, "j", "Enter");
  await tabTo(page, /^The text that is sent/);
  await page.keyboard.press("Enter");
  await page.locator("pre").waitFor();
  await pressed(page, "g", "m");
  await page.getByText("orders@bakery.example").waitFor();
});

visit("schedules, why and access, by keyboard alone", { as: "owner" }, async ({ page }) => {
  await page.getByText(/^As of/).waitFor();
  await pressed(page, "g", "s");
  await title(page, "Schedules");
  await tabTo(page, /^continuous-intelligence$/);
  await page.keyboard.press("Enter");
  await page.getByText("40 scheduled times in 7 days.").waitFor();
  await pressed(page, "g", "w");
  await title(page, "Why?");
  await tabTo(page, /^Time or id/);
  await page.keyboard.type("yesterday");
  await page.keyboard.press("Enter");
  await page.getByText(/a time is such as/).waitFor();
  await pressed(page, "g", "e");
  await title(page, "Access");
  await tabTo(page, /^Add somebody$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

visit("an operator's page, by keyboard alone", { as: "operator" }, async ({ page }) => {
  await page.locator(".cell").first().waitFor();
  await tabTo(page, /^Operator$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Journal" }).waitFor();
  await tabTo(page, /^Set the budget of the project$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

visit("the dialog of a task is opened and left, by keyboard alone", {
  as: "member",
  at: `#/tasks/${TASKS.pending}`,
}, async ({ page }) => {
  await page.getByRole("button", { name: "Cancel this task" }).waitFor();
  await tabTo(page, /^Cancel this task$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Cancel this task?" }).waitFor();
  await tabTo(page, /^Leave it$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});
