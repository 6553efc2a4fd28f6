import assert from "node:assert/strict";
import { type Visit, visit } from "../testing/with_dashboard.ts";
import { settles } from "../testing/settles.ts";

const OWNER = { as: "owner", at: "#/access" } as const;

/** Somebody who belongs to our workspace for the time of a test. */
async function withGuest(
  { stack, project }: Pick<Visit, "stack" | "project">,
  role: string,
  act: () => Promise<void>,
): Promise<void> {
  const [guest, ours] = [project.userIds.invited, project.ours];
  await stack.database.query(
    "insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, $3)",
    [ours, guest, role],
  );
  try {
    await act();
  } finally {
    await stack.database.query(
      "delete from public.workspace_members where workspace_id = $1 and user_id = $2",
      [ours, guest],
    );
  }
}

visit(
  "a token of an external system is shown once, and stored as a hash",
  { as: "owner" },
  async ({ page, stack }) => {
    await page.getByRole("link", { name: "Access" }).click();
    await page.getByLabel("Name of the system").fill("GitHub Actions");
    await page.getByRole("button", { name: "Make the token" }).click();
    const token = await page.locator("code.secret").innerText();
    assert.match(token, /^nst_[0-9a-f]{64}$/);
    const found = await stack.database.query(
      "select name from nightshift.ingest_tokens where token_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')",
      [token],
    );
    assert.deepEqual(found, [{ name: "GitHub Actions" }]);
    assert.doesNotMatch(String(await page.evaluate("JSON.stringify({...localStorage})")), /nst_/);
    await page.getByRole("row").filter({ hasText: "GitHub Actions" }).waitFor();
    await page.reload();
    await page.getByRole("row").filter({ hasText: "GitHub Actions" }).waitFor();
    assert.doesNotMatch(await page.content(), /nst_/);
  },
);

visit("a token says what it will allow before it is made", OWNER, async ({ page }) => {
  await page.getByLabel("Name of the system").fill("n8n");
  await page.getByText("“n8n” may log tasks and read them, of every type").waitFor();
  await page.getByLabel("May").selectOption("ping");
  const button = page.getByRole("button", { name: "Make the token" });
  await settles(async () => assert.ok(await button.isDisabled(), "a ping has one type"));
  await page.getByLabel("Type of its tasks").selectOption("email_sync");
  await page.getByLabel("Ends").selectOption("90");
  await page.getByText("of the type “email sync” alone, in this workspace alone, for 90 days.")
    .waitFor();
  await settles(async () => assert.ok(await button.isEnabled()));
});

visit("revoking says when a token was last used", OWNER, async ({ page }) => {
  const row = page.getByRole("row").filter({ hasText: "Old robot" });
  await row.getByRole("button", { name: "Revoke Old robot" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke “Old robot”?" });
  await dialog.getByText("It was last used 3 days ago.").waitFor();
  await dialog.getByRole("button", { name: "Revoke it" }).click();
  await row.getByText("revoked", { exact: true }).waitFor();
  assert.equal(await row.getByRole("button").count(), 0);
});

visit("Escape leaves a dialog, and the focus goes back", OWNER, async ({ page }) => {
  await page.getByRole("button", { name: "Add somebody" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Add somebody" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await settles(async () =>
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Add somebody")
  );
});

visit("somebody is invited, and the invitation withdrawn", OWNER, async ({ page }) => {
  await page.getByRole("button", { name: "Add somebody" }).click();
  await page.getByLabel("Email address").fill("new@example.com");
  await page.getByRole("dialog").getByLabel("Role").selectOption("viewer");
  await page.getByRole("button", { name: "Invite them" }).click();
  await page.getByText("new@example.com as viewer").waitFor();
  await page.getByRole("button", { name: "Withdraw the invitation of new@example.com" }).click();
  await page.getByText("new@example.com as viewer").waitFor({ state: "detached" });
});

visit("a member is not invited again, and is told so", OWNER, async ({ page, project }) => {
  await page.getByRole("button", { name: "Add somebody" }).click();
  await page.getByLabel("Email address").fill(project.emails.viewer);
  await page.getByRole("button", { name: "Invite them" }).click();
  await page.getByRole("alert").getByText("They belong to the workspace already.").waitFor();
});

visit(
  "whoever is invited accepts, and is in the workspace",
  { as: "invited", endsSession: true },
  async ({ page, stack, project: { ours, userIds, emails } }) => {
    await page.getByText("You belong to no workspace yet.").waitFor();
    await stack.database.query(
      `insert into nightshift.invitations (workspace_id, email, role, invited_by)
       values ($1, $2, 'viewer', $3)`,
      [ours, emails.invited, userIds.owner],
    );
    await page.reload();
    await page.getByText("You are invited to Harbour Bakery as viewer.").waitFor();
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByText("Harbour Bakery").first().waitFor();
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    await stack.database.query(
      "delete from public.workspace_members where workspace_id = $1 and user_id = $2",
      [ours, userIds.invited],
    );
  },
);

visit("a role is changed, and the dialog says what it means", OWNER, async (visit) => {
  const { page, project } = visit;
  await withGuest(visit, "viewer", async () => {
    await page.reload();
    const row = page.getByRole("row").filter({ hasText: project.emails.invited });
    await row.getByRole("button", { name: /^Change the role/ }).click();
    const dialog = page.getByRole("dialog");
    assert.ok(await dialog.getByRole("button", { name: "Change it" }).isDisabled());
    await dialog.getByLabel("Role").selectOption("admin");
    await dialog.getByText("Admin: also manages tokens and members, but not owners.").waitFor();
    await dialog.getByRole("button", { name: "Change it" }).click();
    await row.getByRole("cell", { name: "admin", exact: true }).waitFor();
  });
});

visit("a member is removed, and the dialog says what ends", OWNER, async (visit) => {
  const { page, project } = visit;
  await withGuest(visit, "member", async () => {
    await page.reload();
    const row = page.getByRole("row").filter({ hasText: project.emails.invited });
    await row.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("Tokens that they have made stop working.").waitFor();
    await page.getByRole("button", { name: "Remove them" }).click();
    await row.waitFor({ state: "detached" });
  });
});

visit("the last owner is neither changed nor removed", OWNER, async ({ page, project }) => {
  const row = page.getByRole("row").filter({ hasText: project.emails.owner });
  await row.waitFor();
  assert.equal(await row.getByRole("button").count(), 0);
});

visit("an admin is offered nothing that is for owners", { as: "admin", at: "#/access" }, async ({
  page,
  project,
}) => {
  const owner = page.getByRole("row").filter({ hasText: project.emails.owner });
  await owner.waitFor();
  assert.equal(await owner.getByRole("button").count(), 0);
  await page.getByRole("button", { name: `Change the role of ${project.emails.viewer}` }).click();
  const roles = await page.getByRole("dialog").getByLabel("Role").locator("option").allInnerTexts();
  assert.deepEqual(roles, ["viewer", "member", "admin"]);
});

for (const who of ["member", "viewer"] as const) {
  visit(`a ${who} sees who belongs to the workspace, and may leave it alone`, {
    as: who,
    at: "#/access",
  }, async ({ page, project }) => {
    await page.getByText("Owners and admins manage the tokens").waitFor();
    await page.getByRole("button", { name: "Leave the workspace" }).waitFor();
    assert.equal(await page.locator("main").getByRole("button").count(), 1);
    const text = await page.locator("main").innerText();
    assert.ok(text.includes(project.emails[who]));
    assert.ok(!text.includes(project.emails.owner), "addresses are for owners and admins");
  });
}
