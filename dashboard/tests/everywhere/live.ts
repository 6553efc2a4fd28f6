import assert from "node:assert/strict";
import { insertEmail } from "../testing/project/emails.ts";
import { type Visit, visit } from "../testing/with_dashboard.ts";

const ANSWERS = { as: "owner", at: "#/answers" } as const;

/** The page asks at once when the network is back, so that no test waits for the next poll. */
async function ask(page: Visit["page"]): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes("get_pulse"));
  await page.evaluate("dispatchEvent(new Event('online'))");
  await answered;
}

visit("a new email waits behind “1 new”, and nothing moves", ANSWERS, async (visit) => {
  const { page, stack, project } = visit;
  const rows = page.locator("ol.emails li");
  await rows.first().waitFor();
  const before = await rows.allInnerTexts();
  await insertEmail(stack, project.ours, "The oven is on fire", "critical");
  await ask(page);
  await page.getByRole("button", { name: "1 new" }).waitFor();
  assert.equal(await rows.count(), before.length);
  await page.getByRole("button", { name: "1 new" }).click();
  await page.getByRole("link", { name: "The oven is on fire" }).waitFor();
  await stack.database.query("delete from public.client_emails where subject = $1", [
    "The oven is on fire",
  ]);
});

visit("only what has changed is asked again", { as: "owner" }, async ({ page, stack, project }) => {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".cell").first().waitFor();
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url().split("/").at(-1) ?? ""));
  await insertEmail(stack, project.ours, "No slot of ours", "low");
  await ask(page);
  await stack.database.query("delete from public.client_emails where subject = $1", [
    "No slot of ours",
  ]);
  await ask(page);
  assert.deepEqual(asked, ["get_pulse", "get_pulse"]);
});

visit(
  "without a network old data and a warning stay, and fresh data come back",
  { as: "owner" },
  async ({ page, forgive }) => {
    await page.clock.install();
    await page.reload();
    await page.getByText(/^As of \d\d:\d\d:\d\d/).waitFor();
    await page.context().setOffline(true);
    for (const seconds of [15, 3, 6]) {
      const failed = page.waitForEvent("requestfailed");
      await page.clock.fastForward(seconds * 1_000);
      await failed;
    }
    await page.getByText("The project does not answer.").waitFor();
    assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /1 missed/);
    await page.context().setOffline(false);
    await page.getByText("The project does not answer.").waitFor({ state: "detached" });
    forgive();
  },
);

visit("a paused page asks nothing", { as: "owner" }, async ({ page }) => {
  await page.getByText(/^As of/).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  let asked = 0;
  page.on("request", () => void asked++);
  await page.evaluate("dispatchEvent(new Event('online'))");
  await page.getByText("Paused.").waitFor();
  assert.equal(asked, 0);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Paused.").waitFor({ state: "detached" });
});

visit("title and icon tell trouble", { as: "owner" }, async ({ page }) => {
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.match(await page.title(), /^!! Overview/);
  const icon = await page.locator("link[rel=icon]").getAttribute("href");
  assert.match(decodeURIComponent(icon ?? ""), /b3261e/);
});
