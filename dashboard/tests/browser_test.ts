import assert from "node:assert/strict";
import { CANARY } from "./testing/project.ts";
import { signIn, visit } from "./testing/with_dashboard.ts";

const PHONE = { width: 390, height: 844 };

visit(
  "a wrong password is told, and nobody gets in",
  async ({ page, url, project, forgive }) => {
    await page.goto(url);
    await page.getByLabel("Email address").fill(project.emails.owner);
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByRole("button", { name: "Sign out" }).count(), 0);
    forgive();
  },
);

visit("did everything run? The overview says so in its first sentence", async (visit) => {
  await signIn(visit, "viewer");
  const sentence = visit.page.getByRole("heading", { level: 1 });
  await visit.page.getByText("Of the slots of the last 24 hours, 1 missed.").waitFor();
  assert.match(await sentence.innerText(), /1 missed/);
});

visit("why was a slot late? One click on its cell tells", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "viewer");
  await page.getByRole("link", { name: /: late, 64 s after its time, 4 emails/ }).click();
  await page.getByRole("heading", { name: /ran 64 s late, because pg_cron came 63 s late/ })
    .waitFor();
  await page.getByRole("link", { name: "← earlier" }).click();
  await page.getByRole("heading", { name: /ran on time; 4 emails read, none failed/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: /ran 64 s late/ }).waitFor();
});

visit("the overview leads to the slot that was missed", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "viewer");
  await page.getByRole("link", { name: "See the latest: continuous-intelligence" }).click();
  await page.getByRole("heading", { name: /was missed: no tick came/ }).waitFor();
});

visit("arrow keys move in the grid of slots, which is one tab stop", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "viewer");
  const cells = page.getByLabel("Slots of continuous-intelligence").getByRole("link");
  await cells.last().focus();
  await page.keyboard.press("ArrowLeft");
  const focused = await page.evaluate("document.activeElement.getAttribute('aria-label')");
  assert.equal(focused, await cells.nth(await cells.count() - 2).getAttribute("aria-label"));
  assert.equal(await cells.nth(0).getAttribute("tabindex"), "-1");
});

visit("what to answer first, and where does it say so? Two clicks", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "owner");
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
});

visit("an email is put aside, found there and opened again", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "owner");
  await page.goto(`${visit.url}/#/answers`);
  await page.getByRole("link", { name: "Bread for Friday" }).click();
  await page.getByRole("button", { name: "Put aside for a day" }).click();
  await page.locator("article.email").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Put aside" }).click();
  await page.getByRole("link", { name: "Bread for Friday" }).click();
  await page.getByRole("button", { name: "Open again" }).click();
  await page.getByRole("button", { name: "Put aside for a day" }).waitFor();
});

visit("a viewer who tries to answer is told that they may not", async (visit) => {
  const { page, url, forgive } = visit;
  await signIn(visit, "viewer");
  await page.goto(`${url}/#/answers`);
  await page.getByRole("link", { name: "The cake was sour" }).click();
  await page.getByRole("button", { name: "Answered" }).click();
  await page.getByText(/viewers change nothing/).waitFor();
  forgive();
});

visit("who belongs to no workspace is told whom to ask", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "stranger");
  await page.getByText("You belong to no workspace yet.").waitFor();
  assert.doesNotMatch(await page.content(), new RegExp(CANARY));
});

visit("nothing of another workspace is on any page, in any answer or storage", async (visit) => {
  const { page, url } = visit;
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/rest/v1/")) {
      answers.push(await response.text().catch(() => ""));
    }
  });
  await signIn(visit, "owner");
  for (const view of ["#/", "#/answers", "#/answers?tab=done"]) {
    // deno-lint-ignore no-await-in-loop -- one page after the other
    await page.goto(`${url}/${view}`);
    // deno-lint-ignore no-await-in-loop -- one page after the other
    await page.getByRole("heading", { level: 1 }).waitFor();
    // deno-lint-ignore no-await-in-loop -- one page after the other
    assert.doesNotMatch(await page.content(), new RegExp(CANARY));
  }
  assert.ok(answers.length > 3);
  assert.doesNotMatch(answers.join("\n"), new RegExp(CANARY));
  assert.doesNotMatch(
    String(await page.evaluate("JSON.stringify({...localStorage})")),
    new RegExp(CANARY),
  );
});

visit("switching the workspace leaves nothing of the one before", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "ofBoth");
  await page.getByLabel("Workspace").selectOption({ label: `${CANARY} Ltd` });
  await page.getByRole("link", { name: "To answer" }).first().click();
  await page.getByRole("link", { name: `${CANARY} The cake was sour` }).waitFor();
  await page.getByLabel("Workspace").selectOption({ label: "Harbour Bakery" });
  await page.getByRole("link", { name: "To answer" }).first().click();
  await page.getByRole("link", { name: "The cake was sour", exact: true }).waitFor();
  assert.doesNotMatch(await page.locator("main").innerText(), new RegExp(CANARY));
});

visit("after signing out nothing of the session is left", async ({ page, ...visit }) => {
  await signIn({ page, ...visit }, "owner");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.equal(await page.evaluate("localStorage.getItem('nightshift-session')"), null);
});

visit("on a phone no page scrolls sideways", async ({ page, url, ...visit }) => {
  await signIn({ page, url, ...visit }, "owner");
  for (const view of ["#/", "#/answers"]) {
    // deno-lint-ignore no-await-in-loop -- one page after the other
    await page.goto(`${url}/${view}`);
    // deno-lint-ignore no-await-in-loop -- one page after the other
    await page.getByRole("heading", { level: 1 }).waitFor();
    // deno-lint-ignore no-await-in-loop -- one page after the other
    const widths = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]");
    assert.deepEqual(widths, [PHONE.width, PHONE.width], view);
  }
}, PHONE);
