/** Nothing moves while a page comes: a person who clicks hits what they saw. */
import assert from "node:assert/strict";
import { readNotes, watchPage } from "../../../scripts/bench/dashboard_browser/watch_page.ts";
import { visit } from "../testing/with_dashboard.ts";

const PAGES = {
  "the overview": ["#/", "svg[role=img]"],
  "the list of what to answer": ["#/answers", "ol.emails > li"],
} as const;

for (const [name, [at, whole]] of Object.entries(PAGES)) {
  visit(`nothing of ${name} moves while it is loaded`, { as: "owner", at }, async ({ page }) => {
    await watchPage(page);
    await page.reload();
    await page.locator(whole).first().waitFor();
    await page.locator(".placeholder").first().waitFor({ state: "detached" });
    const { shift, moved } = await readNotes(page);
    assert.equal(shift, 0, moved.join(", "));
  });
}
