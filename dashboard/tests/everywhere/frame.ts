import assert from "node:assert/strict";
import { CANARY } from "../testing/project.ts";
import { nameView, openView, VIEWS } from "../testing/views.ts";
import { visit } from "../testing/with_dashboard.ts";

visit("an address that changes while the frame is drawn is not missed", {}, async (visit) => {
  const { page, project } = visit;
  await page.evaluate(`new MutationObserver((_changes, observer) => {
    if (!document.querySelector("nav[aria-label=Pages]")) return;
    observer.disconnect();
    location.hash = "#/answers";
  }).observe(document.body, { childList: true, subtree: true })`);
  await page.getByLabel("Email address").fill(project.emails.owner);
  await page.getByLabel("Password").fill(project.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "To answer" }).waitFor();
});

visit("the title of the window says which page it is", { as: "owner" }, async ({ page }) => {
  await page.getByRole("link", { name: "To answer" }).first().click();
  await page.getByRole("heading", { level: 1, name: "To answer" }).waitFor();
  assert.match(await page.title(), /To answer · Nightshift$/);
});

visit(
  "nothing of another workspace is on any page, in any answer or storage",
  { as: "owner" },
  async ({ page, url }) => {
    const answers: string[] = [];
    page.on("response", async (response) => {
      if (response.url().includes("/rest/v1/")) {
        answers.push(await response.text().catch(() => ""));
      }
    });
    for (const view of VIEWS.owner) {
      await openView(page, url, view);
      assert.doesNotMatch(await page.content(), new RegExp(CANARY), nameView(view));
      assert.doesNotMatch(page.url(), new RegExp(CANARY));
    }
    assert.ok(answers.length > 20);
    assert.doesNotMatch(answers.join("\n"), new RegExp(CANARY));
    assert.doesNotMatch(
      String(await page.evaluate("JSON.stringify({...localStorage})")),
      new RegExp(CANARY),
    );
  },
);

visit(
  "switching the workspace leaves nothing of the one before",
  { as: "ofBoth" },
  async (visit) => {
    const { page } = visit;
    await page.getByLabel("Workspace").selectOption({ label: `${CANARY} Ltd` });
    await page.getByRole("link", { name: "To answer" }).first().click();
    await page.getByRole("link", { name: `${CANARY} The cake was sour` }).waitFor();
    await page.getByLabel("Workspace").selectOption({ label: "Harbour Bakery" });
    await page.getByRole("link", { name: "To answer" }).first().click();
    await page.getByRole("link", { name: "The cake was sour", exact: true }).waitFor();
    assert.doesNotMatch(await page.locator("main").innerText(), new RegExp(CANARY));
  },
);
