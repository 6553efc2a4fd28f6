import assert from "node:assert/strict";
import { TASKS } from "../testing/project/tasks.ts";
import { type Visit, visit } from "../testing/with_dashboard.ts";

const AT = { as: "viewer", at: "#/tasks" } as const;
const LIST = "**/rest/v1/rpc/list_tasks";

/** Waits until the list has this many rows. */
async function waitForRows(page: Visit["page"], amount: number): Promise<void> {
  await page.locator(`ol.tasks > li:nth-child(${amount}):last-child`).waitFor();
}

visit("tasks are listed 50 at a time, and then the rest", AT, async ({ page }) => {
  await waitForRows(page, 50);
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("button", { name: "Show more" }).waitFor({ state: "detached" });
  const ids = await page.evaluate<string[]>(
    "[...document.querySelectorAll('ol.tasks > li > a')].map((link) => link.getAttribute('href'))",
  );
  assert.ok(ids.length > 60);
  assert.equal(new Set(ids).size, ids.length);
});

const FILTERS = [
  ["status", "status=failed", 3],
  ["several statuses and agent", "status=running,pending&agent=poster", 1],
  ["type", "type=lead_scoring_batch", 2],
  ["agent", "agent=scorer", 2],
  ["part of the error", "words=HOST%2018", 1],
  ["id", `id=${TASKS.failed}`, 1],
  ["time and type", "since=24h&type=data_cleanup", 1],
  ["an hour", "from=2001-01-01T00:00:00Z&to=2001-01-01T01:00:00Z", 0],
  ["id of another workspace", `id=${TASKS.theirs}`, 0],
] as const;

visit("an address filters tasks by each of their parts", AT, async ({ page, url }) => {
  await waitForRows(page, 50);
  for (const [name, query, amount] of FILTERS) {
    await page.goto(`${url}/#/tasks?${query}`);
    await page.getByRole("list", { name: "Filters" }).waitFor();
    const end = amount === 0
      ? page.getByText("No task matches.")
      : page.locator(`ol.tasks > li:nth-child(${amount}):last-child`);
    await end.waitFor().catch(() => assert.fail(`${name}: not ${amount} tasks`));
  }
});

visit("a filter that is chosen is in the address, and Back takes it away", AT, async ({ page }) => {
  await waitForRows(page, 50);
  await page.getByLabel("Status").selectOption({ label: "failed" });
  await waitForRows(page, 3);
  assert.match(page.url(), /#\/tasks\?status=failed$/);
  await page.goBack();
  await waitForRows(page, 50);
});

visit("a chip says what is filtered, and removes it", {
  as: "viewer",
  at: "#/tasks?status=failed&agent=scorer",
}, async ({ page }) => {
  await waitForRows(page, 2);
  await page.getByRole("link", { name: "Remove agent: scorer" }).click();
  await waitForRows(page, 3);
  await page.getByRole("link", { name: "Remove status: failed" }).waitFor();
});

visit("a search that stops says how far it has looked, and goes on", AT, async ({ page, url }) => {
  await page.route(LIST, (route) =>
    route.fulfill({
      json: {
        as_of: "2026-03-01T12:00:00Z",
        tasks: [],
        next: { executed_at: "2026-02-01T00:00:00Z", id: TASKS.failed },
        looked_until: "2026-02-01T00:00:00Z",
      },
    }));
  await page.goto(`${url}/#/tasks?words=nothing`);
  await page.getByText(/The search has looked at tasks down to 1 Feb 2026/).waitFor();
  await page.unroute(LIST);
  await page.getByRole("button", { name: "Look further" }).click();
  await page.getByRole("button", { name: "Look further" }).waitFor({ state: "detached" });
});

visit(
  "a viewer is not offered to retry",
  { as: "viewer", at: "#/tasks?status=failed" },
  async (visit) => {
    await waitForRows(visit.page, 3);
    assert.equal(await visit.page.getByRole("checkbox").count(), 0);
    assert.equal(await visit.page.getByRole("button", { name: /Choose all/ }).count(), 0);
  },
);

visit("a member retries several, after being told what that means", {
  as: "member",
  at: "#/tasks?type=lead_scoring_batch&status=failed",
}, async ({ page }) => {
  await waitForRows(page, 2);
  await page.getByRole("button", { name: "Choose all that can be retried" }).click();
  await page.getByRole("button", { name: "Retry 2 tasks" }).click();
  const dialog = page.getByRole("dialog", { name: "Retry 2 tasks?" });
  await dialog.getByText(/The agent that did it must take the new one/).waitFor();
  await dialog.getByRole("button", { name: "Retry 2 tasks" }).click();
  await page.getByText("2 tasks are retried.").waitFor();
});

visit("going back from a dialog does nothing", {
  as: "member",
  at: "#/tasks?type=campaign_optimization",
}, async ({ page }) => {
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Retry 1 task" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Retry 1 task" }).waitFor();
});

visit("no task of the runner can be chosen", {
  as: "owner",
  at: "#/tasks?type=continuous_intelligence_update",
}, async ({ page }) => {
  await waitForRows(page, 1);
  assert.equal(await page.getByRole("checkbox").count(), 0);
});

visit("an error of the list has a way on", AT, async ({ page, url, forgive }) => {
  await page.route(
    LIST,
    (route) => route.fulfill({ status: 400, json: { message: "x: Broken." } }),
  );
  await page.goto(`${url}/#/tasks?agent=x`);
  await page.getByRole("alert").getByText("Broken.").waitFor();
  await page.unroute(LIST);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("No task matches.").waitFor();
  forgive();
});
