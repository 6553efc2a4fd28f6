import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";

const AT = { as: "viewer", at: "#/costs" } as const;

visit("costs by type come with their table", AT, async ({ page }) => {
  await page.getByRole("img", { name: /What tasks cost by day/ }).waitFor();
  await page.getByText("As a table").click();
  await page.getByRole("table", { name: /What tasks cost by day/ }).getByText("$0.").first()
    .waitFor();
});

visit("costs by model are in the address, and Back works", AT, async ({ page }) => {
  await page.getByRole("link", { name: "By model" }).click();
  await page.getByRole("cell", { name: "large-model" }).waitFor();
  assert.match(page.url(), /#\/costs\?by=model$/);
  await page.goBack();
  await page.getByRole("cell", { name: "email sync" }).waitFor();
});

visit("a type of task leads to its tasks", AT, async ({ page }) => {
  await page.getByRole("link", { name: "email sync" }).click();
  await page.getByRole("link", { name: "Remove type: email sync" }).waitFor();
});

visit("seven days are fewer bars", { as: "viewer", at: "#/costs?days=7" }, async ({ page }) => {
  await page.getByRole("heading", { level: 1, name: /in 7 days/ }).waitFor();
  await page.getByRole("img", { name: /What tasks cost by day/ }).waitFor();
  const box = await page.locator("figure.bars svg[role=img]").getAttribute("viewBox");
  assert.equal(box, "0 0 70 100");
});

visit("a member cannot stop spending, and is told who can", {
  as: "member",
  at: "#/costs",
}, async ({ page }) => {
  await page.getByText("Owners and admins can stop spending.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Stop spending" }).count(), 0);
});

visit(
  "an admin stops spending, and lets it go on",
  { as: "admin", at: "#/costs" },
  async (visit) => {
    const { page } = visit;
    await page.getByRole("button", { name: "Stop spending" }).click();
    const dialog = page.getByRole("dialog", { name: "Stop spending?" });
    await dialog.getByText(/no model is called/).waitFor();
    await dialog.getByRole("button", { name: "Stop spending" }).click();
    await page.getByRole("heading", { level: 1, name: /Spending is stopped\.$/ }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Let spending go on" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Let spending go on" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Stop spending" }).waitFor();
  },
);

visit("emails that wait for money are said first", AT, async ({ page, url }) => {
  await page.route("**/rest/v1/rpc/get_spending", async (route) => {
    const answer = await route.fetch();
    const waiting = {
      message: "Too little is left.",
      since: "2026-03-01T12:00:00Z",
      emails: 3,
    };
    await route.fulfill({ json: { ...await answer.json(), waiting } });
  });
  await page.goto(`${url}/#/costs?days=90`);
  await page.getByText("3 emails wait for money. Too little is left.").waitFor();
});

visit("tasks by hour are on the overview, with their table", { as: "viewer" }, async ({ page }) => {
  await page.getByRole("img", { name: /Tasks by the hour/ }).waitFor();
  await page.getByText("As a table").click();
  await page.getByRole("table", { name: /Tasks by the hour/ }).getByRole("link").first().click();
  await page.getByRole("list", { name: "Filters" }).getByText(/from:/).waitFor();
});

visit(
  "what has not ended is on the overview, and one click away",
  { as: "viewer" },
  async (visit) => {
    const { page } = visit;
    await page.locator("ul.plain").getByRole("link", { name: "social media posting" }).click();
    await page.getByRole("heading", { level: 1, name: /of poster has not started/ }).waitFor();
  },
);
