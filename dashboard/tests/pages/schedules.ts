import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";

const LIST = { as: "viewer", at: "#/schedules" } as const;

visit("the overview leads to 7 days of a schedule", { as: "viewer" }, async ({ page }) => {
  await page.getByRole("link", { name: "continuous-intelligence", exact: true }).click();
  await page.getByText("40 scheduled times in 7 days.", { exact: false }).waitFor();
  const cells = page.getByLabel("Scheduled times of continuous-intelligence").getByRole("link");
  await cells.first().waitFor();
  assert.equal(await cells.count(), 40);
  assert.match(await page.title(), /continuous-intelligence · Nightshift$/);
});

visit(
  "a schedule tells its next three times and what happens when something goes wrong",
  { as: "viewer", at: "#/schedules/continuous-intelligence" },
  async ({ page }) => {
    await page.getByText("While a run is unfinished, the next time is skipped.").waitFor();
    const next = page.locator("section").filter({
      has: page.getByRole("heading", { name: "Next" }),
    });
    assert.equal(await next.getByRole("listitem").count(), 3);
  },
);

visit("a schedule that is paused says so", LIST, async ({ page }) => {
  const row = page.getByRole("row").filter({ hasText: "weekly-letter" });
  await row.getByText("paused").waitFor();
  await row.getByRole("link", { name: "weekly-letter" }).click();
  await page.getByText("It is paused: nothing is expected.").waitFor();
});

visit("a schedule that has not run says so", LIST, async ({ page }) => {
  await page.getByRole("link", { name: "nightly-scan" }).click();
  await page.getByText("No scheduled time came in these days.").waitFor();
});

visit("agents tell how many jobs wait, and a watched job its deadline", LIST, async ({ page }) => {
  const agent = page.getByRole("row").filter({ hasText: "import-files" });
  assert.match(await agent.innerText(), /on demand\s+0 wait, 0 running\s+the project alone/);
  const job = page.getByRole("row").filter({ hasText: "backup" });
  assert.match(
    await job.innerText(),
    /nothing reported yet\s+every 60 min, 10 min late is fine\s+in \d+ (min|h)/,
  );
});

visit(
  "a schedule that is not there leads to those that are",
  { as: "viewer", at: "#/schedules/no-such" },
  async ({ page }) => {
    await page.getByText("There is no schedule of this name").waitFor();
    await page.getByRole("link", { name: "See all schedules" }).click();
    await page.getByRole("heading", { level: 1, name: "Schedules" }).waitFor();
  },
);
