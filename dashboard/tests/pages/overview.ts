import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";

const VIEWER = { as: "viewer" } as const;

visit("the overview leads to the slot that was missed", VIEWER, async ({ page }) => {
  await page.getByRole("link", { name: "See the latest: continuous-intelligence" }).click();
  await page.getByRole("heading", { name: /was missed: no tick came/ }).waitFor();
});

visit("arrow keys move in the grid of slots, which is one tab stop", VIEWER, async ({ page }) => {
  const cells = page.getByLabel("Scheduled times of continuous-intelligence").getByRole("link");
  await cells.last().focus();
  await page.keyboard.press("ArrowLeft");
  const focused = await page.evaluate("document.activeElement.getAttribute('aria-label')");
  assert.equal(focused, await cells.nth(await cells.count() - 2).getAttribute("aria-label"));
  assert.equal(await cells.nth(0).getAttribute("tabindex"), "-1");
});
