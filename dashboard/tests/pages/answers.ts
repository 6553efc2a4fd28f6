import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";
import { settles } from "../testing/settles.ts";

visit(
  "an email says where its facts are, as text, and a legend switches them",
  { as: "owner" },
  async ({ page }) => {
    await page.getByRole("link", { name: "To answer" }).first().click();
    const first = page.getByRole("listitem").first();
    await first.getByText("critical").waitFor();
    await first.getByRole("link", { name: "The cake was sour" }).click();
    const mark = page.locator("mark.questions_asked");
    await mark.waitFor();
    // Text of an email is text: its tags are shown, not obeyed.
    assert.equal(await mark.innerText(), "When do you refund <b>it</b>?");
    await page.getByLabel("questions asked").uncheck();
    await settles(async () => assert.equal(await page.locator("mark").count(), 0));
  },
);

visit(
  "an email is put aside, found there and opened again",
  { as: "owner", at: "#/answers" },
  async ({ page }) => {
    await page.getByRole("link", { name: "Bread for Friday" }).click();
    await page.getByRole("button", { name: "Put aside for a day" }).click();
    await page.locator("article.email").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Put aside" }).click();
    await page.getByRole("link", { name: "Bread for Friday" }).click();
    await page.getByRole("button", { name: "Open again" }).click();
    await page.getByRole("button", { name: "Put aside for a day" }).waitFor();
  },
);

visit(
  "a viewer is told that they change nothing, and is offered nothing",
  { as: "viewer", at: "#/answers" },
  async ({ page }) => {
    await page.getByRole("link", { name: "The cake was sour" }).click();
    await page.getByText(/Viewers change nothing/).waitFor();
    assert.equal(await page.getByRole("button", { name: "Answered" }).count(), 0);
  },
);

visit(
  "choosing a fact shows its place in the text, and choosing the place shows the fact",
  { as: "viewer", at: "#/answers" },
  async ({ page }) => {
    await page.getByRole("link", { name: "The cake was sour" }).click();
    const facts = page.getByRole("list", { name: "Facts" });
    await facts.getByRole("button", { name: "When do you refund" }).click();
    await page.locator("mark.chosen").waitFor();
    await page.getByRole("link", { name: "Bread for Friday" }).click();
    await page.getByRole("heading", { level: 2, name: "Bread for Friday" }).waitFor();
    await settles(async () =>
      assert.equal(await page.locator(".chosen").count(), 0, "another email begins anew")
    );
    await page.locator("mark.questions_asked").click();
    await facts.locator("li.chosen").getByText("questions asked").waitFor();
  },
);

visit(
  "each reason in the list leads to its words in the email",
  { as: "viewer", at: "#/answers" },
  async ({ page }) => {
    const row = page.getByRole("listitem").filter({ hasText: "Bread for Friday" });
    await row.getByRole("link", { name: "1 Jan 2027: “Friday”" }).click();
    await page.waitForURL(/#\/answers\/[\w-]+\?fact=dates\.0$/);
    await page.locator(".text mark.dates.chosen").getByText("Friday", { exact: true }).waitFor();
    await row.getByRole("link", { name: "“Bread”" }).click();
    await page.locator("h2 mark.urgency_reasons.chosen").getByText("Bread", { exact: true })
      .waitFor();
    await page.getByLabel("urgency reasons").uncheck();
    // What was asked for stays marked, whatever the legend says.
    assert.equal(await page.locator("mark.chosen").innerText(), "Bread");
    await page.goBack();
    await page.locator(".text mark.dates.chosen").waitFor();
  },
);

visit(
  "the overview leads to emails that are not read yet, and every email is in a list of its own",
  { as: "viewer" },
  async ({ page }) => {
    await page.getByRole("link", { name: "Not read yet" }).click();
    await page.getByRole("heading", { level: 1, name: "Not read yet" }).waitFor();
    const unread = page.getByRole("listitem").filter({ hasText: "Unreadable" });
    await unread.getByText("given up: it could not be read").waitFor();
    assert.equal(await page.locator("ol.emails > li").count(), 1);
    await unread.getByRole("link", { name: "Unreadable" }).click();
    await page.getByText("It is not read yet.").getByRole("link", { name: "Why?" }).click();
    await page.locator("main .sentence").getByText(/given up|could not be read/).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "All emails" }).click();
    await page.waitForURL(/#\/answers\?tab=all$/);
    const all = page.locator("ol.emails > li");
    await all.filter({ hasText: "Unreadable" }).waitFor();
    await all.filter({ hasText: "Bread for Friday" }).getByText(/^to answer · medium/).waitFor();
  },
);

visit("a list shows the next page of emails, and none twice", {
  as: "viewer",
  at: "#/answers",
}, async ({ page }) => {
  const rows = page.locator("ol.emails > li");
  await rows.first().waitFor();
  const LIST = "**/rest/v1/rpc/list_answers";
  // Pages of one email each.
  await page.route(LIST, (route) => {
    const body = { ...route.request().postDataJSON(), p_limit: 1 };
    return route.continue({ postData: JSON.stringify(body) });
  });
  await page.reload();
  await rows.getByText("The cake was sour").first().waitFor();
  assert.equal(await rows.count(), 1);
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByRole("link", { name: "Bread for Friday" }).waitFor();
  await settles(async () => assert.equal(await rows.count(), 2));
  await page.getByRole("button", { name: "Show more" }).waitFor({ state: "detached" });
});
