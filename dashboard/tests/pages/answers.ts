import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";

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
    assert.equal(await page.locator("mark").count(), 0);
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
    assert.equal(await page.locator(".chosen").count(), 0, "another email begins anew");
    await page.locator("mark.questions_asked").click();
    await facts.locator("li.chosen").getByText("questions asked").waitFor();
  },
);
