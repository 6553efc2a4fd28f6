import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";
import { settles } from "../testing/settles.ts";

const VIEWER = { as: "viewer" } as const;

visit("the overview leads to the slot that was missed", VIEWER, async ({ page }) => {
  await page.getByRole("link", { name: "See the latest: continuous-intelligence" }).click();
  await page.getByRole("heading", { name: /was missed: no tick came/ }).waitFor();
});

visit("arrow keys move in the grid of slots, which is one tab stop", VIEWER, async ({ page }) => {
  const cells = page.getByLabel("Scheduled times of continuous-intelligence").getByRole("link");
  await cells.last().focus();
  await page.keyboard.press("ArrowLeft");
  const wanted = await cells.nth(await cells.count() - 2).getAttribute("aria-label");
  await settles(async () => {
    const focused = await page.evaluate("document.activeElement.getAttribute('aria-label')");
    assert.equal(focused, wanted);
  });
  assert.equal(await cells.nth(0).getAttribute("tabindex"), "-1");
});

visit("an hour of scheduled times leads to the times within it", VIEWER, async ({ page }) => {
  // Where times come every minute, a cell is an hour.
  await page.route("**/rest/v1/rpc/get_slots", async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    for (const schedule of json.schedules) {
      schedule.cell = "hour";
      schedule.slots = schedule.slots.filter(({ at }: { at: string }) => at.slice(14, 16) === "00")
        .map((slot: object) => ({ ...slot, slots: 2 }));
    }
    await route.fulfill({ response, json });
  });
  await page.reload();
  await page.getByText("A cell is one hour and shows its worst.").first().waitFor();
  const cells = page.getByLabel("Scheduled times of continuous-intelligence").getByRole("link");
  await cells.filter({ hasNotText: "–" }).first().waitFor();
  await page.unrouteAll();
  const hour = cells.nth(3);
  const said = await hour.getAttribute("aria-label") ?? "";
  await hour.click();
  await page.waitForURL(/#\/schedules\/continuous-intelligence\?from=[^&]+&to=[^&]+$/);
  await page.getByRole("heading", { level: 2, name: /^From .* until .*/ }).waitFor();
  await page.getByRole("link", { name: "See the last 7 days" }).waitFor();
  await settles(async () => assert.equal(await cells.count(), 2, `both times of ${said}`));
  await cells.first().click();
  await page.getByRole("heading", { level: 1, name: /^The run of \d\d:00/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 2, name: /^From / }).waitFor();
});

visit("a bar of the hours leads to the tasks that began then", VIEWER, async ({ page }) => {
  const bar = page.locator(".hits a").nth(12);
  const said = await bar.getAttribute("title") ?? "";
  assert.match(said, /^\w{3} \d\d:00: \d+ completed/);
  await bar.click();
  await page.waitForURL(/#\/tasks\?from=[^&]+&to=[^&]+$/);
  await page.getByRole("list", { name: "Filters" }).getByText(/^from: /).waitFor();
  const amount = Number(/(\d+) completed/.exec(said)?.[1]);
  await page.locator(`ol.tasks > li:nth-child(${amount}):last-child`).waitFor();
});
