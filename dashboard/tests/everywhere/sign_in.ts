import assert from "node:assert/strict";
import { CANARY } from "../testing/project.ts";
import { visit } from "../testing/with_dashboard.ts";

visit("the form signs in, and the overview comes", {}, async ({ page, project }) => {
  await page.getByLabel("Email address").fill(project.emails.owner);
  await page.getByLabel("Password").fill(project.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: /1 missed/ }).waitFor();
});

visit("a wrong password is told, and nobody gets in", {}, async ({ page, project, forgive }) => {
  await page.getByLabel("Email address").fill(project.emails.owner);
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByRole("button", { name: "Sign out" }).count(), 0);
  forgive();
});

const ENDS = { as: "owner", endsSession: true } as const;
visit("after signing out nothing of the session is left", ENDS, async ({ page }) => {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.equal(await page.evaluate("localStorage.getItem('nightshift-session')"), null);
});

visit(
  "who belongs to no workspace is told whom to ask",
  { as: "stranger" },
  async ({ page }) => {
    await page.getByText("You belong to no workspace yet.").waitFor();
    assert.doesNotMatch(await page.content(), new RegExp(CANARY));
  },
);

visit("a demo is opened as a role by one click", {}, async ({ page, project }) => {
  await page.route("**/config.json", async (route) => {
    const config = await (await route.fetch()).json();
    const { password, emails } = project;
    await route.fulfill({
      json: { ...config, demo: [{ label: "viewer", email: emails.viewer, password }] },
    });
  });
  await page.reload();
  await page.getByRole("button", { name: "Open the demo as viewer" }).click();
  await page.getByRole("heading", { level: 1, name: /1 missed/ }).waitFor();
});

visit(
  "the library of signing in is not fetched while a token is good",
  { as: "owner" },
  async (visit) => {
    const { page } = visit;
    const fetched: string[] = [];
    page.on("request", (request) => void fetched.push(request.url()));
    await page.reload();
    await page.getByRole("img", { name: /Tasks by the hour/ }).waitFor();
    assert.ok(fetched.some((url) => /night-/.test(url)));
    assert.deepEqual(fetched.filter((url) => /auth_client/.test(url)), []);
  },
);

visit("signing out in another tab signs out in this one", ENDS, async ({ page, url }) => {
  await page.getByRole("heading", { level: 1 }).waitFor();
  const other = await page.context().newPage();
  await other.goto(url);
  await other.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Sign out" }).count(), 0);
});
