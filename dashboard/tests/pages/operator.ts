import assert from "node:assert/strict";
import { CANARY } from "../testing/project.ts";
import { keepingSchedules } from "../testing/schedules.ts";
import { type Visit, visit } from "../testing/with_dashboard.ts";
import { settles } from "../testing/settles.ts";

const OPERATOR = { as: "operator", at: "#/operator" } as const;

function rowOf({ page }: Pick<Visit, "page">, name: string) {
  return page.getByRole("row").filter({ hasText: name }).filter({
    has: page.getByRole("link", { name: `Run now: ${name}` }),
  });
}

visit("a run is started, and the journal says so", { as: "operator" }, async (visit) => {
  const { page, stack } = visit;
  await page.getByRole("link", { name: "Run now: nightly-scan" }).click();
  const dialog = page.getByRole("dialog", { name: "Run nightly-scan now?" });
  await dialog.getByText("It starts at once, beside its scheduled times.").waitFor();
  await dialog.getByRole("button", { name: "Run it now" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("ran nightly-scan").waitFor();
  const runs = await stack.database.query(
    `select d.kind from public.task_dispatches d
     join public.task_schedules s on s.id = d.schedule_id and s.name = 'nightly-scan'`,
  );
  assert.deepEqual(runs, [{ kind: "manual" }]);
});

visit(
  "everything is stopped by the project's name, and by no other",
  { as: "operator" },
  (visit) =>
    keepingSchedules(visit, async () => {
      const { page, stack } = visit;
      await page.getByRole("link", { name: "Operator" }).click();
      const button = page.getByRole("button", { name: "Stop everything" });
      await page.getByLabel(/to stop everything/).fill("127.0.0.2");
      await settles(async () => assert.ok(await button.isDisabled(), "another name stops nothing"));
      await page.getByLabel(/to stop everything/).fill("127.0.0.1");
      await button.click();
      await page.getByText(/schedules paused. Nothing starts any more/).waitFor();
      await page.getByRole("heading", { level: 1, name: /^Everything is stopped/ }).waitFor();
      const on = await stack.database.query("select from public.task_schedules where enabled");
      assert.equal(on.length, 0);
    }),
);

visit(
  "pausing says which run does not come, and resuming brings it back",
  OPERATOR,
  (visit) =>
    keepingSchedules(visit, async () => {
      const { page } = visit;
      const row = rowOf(visit, "nightly-scan");
      await row.getByRole("link", { name: "Pause nightly-scan" }).click();
      const dialog = page.getByRole("dialog", { name: "Pause nightly-scan?" });
      await dialog.getByText("Times that pass meanwhile are not made up for.").waitFor();
      await dialog.getByRole("button", { name: "Pause it" }).click();
      await row.getByText("paused").waitFor();
      await row.getByRole("link", { name: "Resume nightly-scan" }).click();
      await page.getByRole("button", { name: "Resume it" }).click();
      await row.getByRole("link", { name: "Pause nightly-scan" }).waitFor();
      await page.getByText("changed nightly-scan: enabled false → true").waitFor();
    }),
);

visit(
  "another expression shows its next three times before it is saved",
  OPERATOR,
  (visit) =>
    keepingSchedules(visit, async () => {
      const { page } = visit;
      await page.getByRole("link", { name: "Change when nightly-scan runs" }).click();
      const dialog = page.getByRole("dialog");
      const save = dialog.getByRole("button", { name: "Save it" });
      assert.ok(await save.isDisabled(), "nothing has changed");
      await dialog.getByLabel(/^Expression/).fill("61 * * * *");
      await dialog.getByRole("alert").waitFor();
      await settles(async () => assert.ok(await save.isDisabled(), "it means nothing"));
      await dialog.getByLabel(/^Expression/).fill("15 5 * * *");
      await dialog.getByText("The first two are 24 h apart.").waitFor();
      await settles(async () => assert.equal(await dialog.getByRole("listitem").count(), 3));
      await save.click();
      await rowOf(visit, "nightly-scan").getByText("At 05:15").waitFor();
      visit.forgive();
    }),
);

visit("a budget is set, with the old and the new one side by side", OPERATOR, async (visit) => {
  const { page, stack } = visit;
  try {
    await page.getByRole("link", { name: "Set the budget of the project" }).click();
    const dialog = page.getByRole("dialog", { name: "The budget of the project" });
    assert.ok(await dialog.getByRole("button", { name: "Set it" }).isDisabled(), "no limit");
    await dialog.getByLabel("US dollars a day").fill("20");
    await settles(async () =>
      assert.match(await dialog.innerText(), /no budget[\s\S]*\$20\.00 a day/)
    );
    await dialog.getByRole("button", { name: "Set it" }).click();
    await page.getByRole("link", { name: "Change the budget of the project" }).click();
    await dialog.getByLabel("US dollars a day").fill("5");
    await dialog.getByLabel("Spend nothing for now").check();
    await settles(async () =>
      assert.match(await dialog.innerText(), /\$20\.00 a day[\s\S]*\$5\.00 a day, paused/)
    );
    await dialog.getByRole("button", { name: "Set it" }).click();
    await page.getByText(/daily usd 20 → 5/).waitFor();
  } finally {
    await stack.database.query("delete from public.workspace_budgets where workspace_id is null");
  }
});

visit("the journal says who did what", OPERATOR, async ({ page, project }) => {
  const journal = page.getByRole("list", { name: "Journal" });
  await journal.getByText(`${project.emails.operator} became an operator`).waitFor();
  assert.match(await journal.innerText(), /SQL editor or deploy/);
});

visit("alerts tell their delivery, and of a workspace no words", OPERATOR, async ({ page }) => {
  const ours = page.getByRole("row").filter({ hasText: "The scan of 3:00 failed." });
  await ours.getByText("delivered").waitFor();
  const theirs = page.getByRole("row").filter({ hasText: "in a workspace" });
  await theirs.getByText("given up").waitFor();
});

visit("an operator learns nothing of what is in workspaces", OPERATOR, async ({ page, stack }) => {
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/rpc/")) answers.push(await response.text().catch(() => ""));
  });
  await stack.database.query(
    `insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name, error_message, executed_at)
     select w.id, 'email_sync', 'failed', 'secret-agent', 'secret-words', now() - interval '2 days'
     from public.workspaces w where w.name like 'CANARY%'`,
  );
  await page.reload();
  await page.getByRole("heading", { name: "Journal" }).waitFor();
  const seen = `${answers.join("\n")}${await page.content()}`;
  assert.ok(answers.length > 0);
  assert.doesNotMatch(seen, new RegExp(`${CANARY} |secret-agent|secret-words|The cake was sour`));
});

visit(
  "an operator without a workspace sees the project",
  { as: "operator", endsSession: true },
  async (visit) => {
    const { page, stack, project: { ours, userIds } } = visit;
    const member = [ours, userIds.operator];
    await stack.database.query(
      "delete from public.workspace_members where workspace_id = $1 and user_id = $2",
      member,
    );
    try {
      await page.reload();
      await page.getByRole("link", { name: "see the project" }).click();
      await page.getByRole("heading", { name: "Stop everything" }).waitFor();
    } finally {
      await stack.database.query(
        "insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, 'viewer')",
        member,
      );
    }
  },
);

visit("whoever is no operator gets no link, and no page", { as: "owner" }, async (visit) => {
  const { page, url } = visit;
  await page.getByRole("link", { name: "Access" }).waitFor();
  await page.goto(`${url}/#/operator?act=run&on=nightly-scan`);
  await page.getByText("You are no operator of this project.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Operator" }).count(), 0);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

visit("a dialog has an address, and Escape leaves it", {
  as: "operator",
  at: "#/operator?act=pause&on=nightly-scan",
}, async ({ page }) => {
  await page.getByRole("dialog", { name: "Pause nightly-scan?" }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(/#\/operator$/);
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

visit("an act for a schedule that is not there opens nothing", {
  as: "operator",
  at: "#/operator?act=run&on=no-such",
}, async ({ page }) => {
  await page.getByRole("heading", { name: "Journal" }).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
});

visit(
  "a schedule is paused by keyboard alone",
  OPERATOR,
  (visit) =>
    keepingSchedules(visit, async () => {
      const { page } = visit;
      await page.getByRole("link", { name: "Pause nightly-scan" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByRole("link", { name: "Resume nightly-scan" }).waitFor();
    }),
);

visit("what the database refuses stays in the dialog, in its words", OPERATOR, async (visit) => {
  const { page, forgive } = visit;
  await page.route(
    "**/rpc/change_schedule",
    (route) =>
      route.fulfill({ status: 403, json: { message: "operator_required: only operators may." } }),
  );
  await page.getByRole("link", { name: "Pause nightly-scan" }).click();
  await page.getByRole("button", { name: "Pause it" }).click();
  await page.getByRole("dialog").getByRole("alert").getByText("only operators may.").waitFor();
  await settles(async () =>
    assert.ok(await page.getByRole("button", { name: "Pause it" }).isEnabled())
  );
  forgive();
});
