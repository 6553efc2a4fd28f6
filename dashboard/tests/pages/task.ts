import assert from "node:assert/strict";
import { TASKS } from "../testing/project/tasks.ts";
import { visit } from "../testing/with_dashboard.ts";

const at = (id: string) => `#/tasks/${id}`;

visit("a task tells its life, what it said and what it was given", {
  as: "viewer",
  at: at(TASKS.failed),
}, async ({ page }) => {
  await page.getByText("logged, started by api").waitFor();
  await page.getByText("asked the host").waitFor();
  assert.match(await page.getByLabel("Input").innerText(), /12345678901234567890/);
});

visit("a viewer is told whom to ask", { as: "viewer", at: at(TASKS.failed) }, async ({ page }) => {
  await page.getByText("Viewers change nothing.").waitFor();
  assert.equal(await page.getByRole("button", { name: /Retry|Cancel/ }).count(), 0);
});

visit("a member retries one task, and is led to the new one and back", {
  as: "member",
  at: at(TASKS.failed),
}, async ({ page }) => {
  await page.getByRole("button", { name: "Retry this task" }).click();
  await page.getByText("1 task is retried.").waitFor();
  await page.getByRole("link", { name: "See the new task" }).click();
  await page.getByRole("heading", { level: 1, name: /has not started/ }).waitFor();
  await page.getByRole("link", { name: "failed", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /failed after/ }).waitFor();
});

visit("a task of the runner offers to read failed emails again, and no retry", {
  as: "admin",
  at: at(TASKS.runner),
}, async ({ page }) => {
  await page.getByText(/A retry would do nothing/).waitFor();
  assert.equal(await page.getByRole("button", { name: /Retry/ }).count(), 0);
  await page.getByRole("button", { name: "Read 1 failed email again" }).click();
  await page.getByRole("dialog").getByText(/another five attempts/).waitFor();
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

visit("a member is told who can have emails read again", {
  as: "member",
  at: at(TASKS.runner),
}, async ({ page }) => {
  await page.getByText("Owners and admins can have failed emails read again.").waitFor();
  assert.equal(await page.getByRole("button", { name: /failed email/ }).count(), 0);
});

visit("an owner has failed emails read again", {
  as: "owner",
  at: at(TASKS.runner),
}, async ({ page, stack }) => {
  await page.getByRole("button", { name: "Read 1 failed email again" }).click();
  await page.getByRole("button", { name: "Read them again" }).click();
  await page.getByText("1 email waits again. The next run reads them.").waitFor();
  await page.getByText("No email of this workspace is given up.").waitFor();
  await stack.database.query(
    `update nightshift.email_queue q set failed_at = now(), attempts = 5
     from public.client_emails e where e.id = q.email_id and e.provider_message_id = 'given-up'`,
  );
});

visit("a task of the runner leads to the emails of its run and says what models cost", {
  as: "viewer",
  at: at(TASKS.runner),
}, async ({ page }) => {
  await page.getByText("small-model: answered, 1 email, 1,200 tokens in, 90 out, $1.50").waitFor();
  await page.getByRole("link", { name: "Bread for Friday" }).click();
  await page.getByRole("heading", { level: 2, name: "Bread for Friday" }).waitFor();
});

visit("a task of the runner leads to its slot", {
  as: "viewer",
  at: at(TASKS.runner),
}, async ({ page }) => {
  await page.getByRole("link", { name: /^continuous-intelligence,/ }).click();
  await page.waitForURL(/#\/slots\/continuous-intelligence\//);
});

visit("a running task of an agent elsewhere is cancelled for good", {
  as: "member",
  at: at(TASKS.running),
}, async ({ page }) => {
  await page.getByRole("button", { name: "Cancel this task" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel this task?" });
  await dialog.getByText(/This is final/).waitFor();
  await dialog.getByRole("button", { name: "Cancel this task" }).click();
  await page.getByRole("heading", { level: 1, name: /was cancelled/ }).waitFor();
});

visit("a job that waits says what is before it", {
  as: "viewer",
  at: at(TASKS.job),
}, async ({ page }) => {
  await page.getByText("1 job of this workspace is before it.").waitFor();
});

visit("a large output opens on demand", { as: "viewer", at: at(TASKS.large) }, async ({ page }) => {
  await page.getByRole("button", { name: /^Open 15 kB$/ }).click();
  assert.match(await page.getByLabel("Output").innerText(), /"last": 1/);
});

for (const id of [TASKS.theirs, "00000000-0000-7000-8000-000000000000"]) {
  visit(`the address of a task that is not here leads on (${id.slice(-2)})`, {
    as: "owner",
    at: at(id),
  }, async ({ page }) => {
    await page.getByText("This task is not in this workspace.").waitFor();
    await page.getByRole("link", { name: "See all tasks" }).click();
    await page.getByRole("heading", { level: 1, name: "Tasks" }).waitFor();
  });
}

visit("a task of another workspace of one's own is not mixed into this one", {
  as: "ofBoth",
}, async ({ page, url }) => {
  await page.getByLabel("Workspace").selectOption({ label: "Harbour Bakery" });
  await page.goto(`${url}/${at(TASKS.theirs)}`);
  await page.getByText("This task is not in this workspace.").waitFor();
});
