import assert from "node:assert/strict";
import type { Row } from "../../local/database.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { DEMO_ACCOUNTS } from "./accounts.ts";
import { fillDemo } from "./fill_demo.ts";

/** Asks as the account of a label, by the interface that the dashboard uses. */
async function ask<Answer>(stack: Stack, label: string, path: string, body: Row): Promise<Answer> {
  const account = DEMO_ACCOUNTS.find((one) => one.label === label);
  const headers = { apikey: stack.publishableKey, "content-type": "application/json" };
  const signIn = await fetch(`${stack.url}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email: account?.email, password: account?.password }),
  });
  const { access_token: token } = await signIn.json();
  const response = await fetch(`${stack.url}/rest/v1/rpc/${path}`, {
    method: "POST",
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200, await response.clone().text());
  return await response.json();
}

Deno.test("the demo", async (t) => {
  await using stack = await startStack({
    functions: ["continuous-intelligence", "inbound-email"],
  });
  await fillDemo(stack);
  const { database } = stack;
  const [company] = await database.query<{ id: string }>(
    "select w.id from public.workspaces w where w.name = 'Harbour Bakery'",
  );
  const id = company?.id ?? "";

  await t.step("has a day with one fault of each kind", async () => {
    const { schedules } = await ask<
      { schedules: { schedule: string; slots: { state: string }[] }[] }
    >(
      stack,
      "viewer",
      "get_slots",
      { p_workspace_id: id },
    );
    const day = schedules.find(({ schedule }) => schedule === "continuous-intelligence");
    const states = new Set(day?.slots.map(({ state }) => state));
    for (const kind of ["on_time", "late", "retried", "partial", "failed", "missed", "skipped"]) {
      assert.ok(states.has(kind), kind);
    }
  });

  await t.step("has read the emails of three companies, as parts of runs of the day", async () => {
    const found = await database.query(
      `select e.workspace_id from public.email_intelligence e
       join public.task_dispatches d on d.task_id = e.run_id and d.kind = 'tick'
       group by e.workspace_id having bool_and(e.extracted_at > d.slot)`,
    );
    assert.equal(found.length, 3);
  });

  await t.step("has emails to answer, a budget and a mailbox that needs somebody", async () => {
    const pulse = await ask<{ emails: { to_answer: number }; budgets: unknown[] }>(
      stack,
      "member",
      "get_pulse",
      { p_workspace_id: id },
    );
    assert.ok(pulse.emails.to_answer > 0);
    assert.equal(pulse.budgets.length, 2);
    const boxes = await ask<{ state: string }[]>(stack, "admin", "list_mailboxes", {
      p_workspace_id: id,
    });
    assert.ok(boxes.some(({ state }) => state === "reconnect_needed"));
  });

  await t.step("has a report of the week before, with what was counted", async () => {
    const [report] = await database.query<{ id: string; is_partial: boolean }>(
      "select r.id, r.is_partial from public.workspace_reports r where r.workspace_id = $1",
      [id],
    );
    assert.equal(report?.is_partial, false);
    const { text } = await ask<{ text: string }>(stack, "owner", "get_report", {
      p_report_id: report?.id ?? "",
    });
    assert.match(text, /^Harbour Bakery: week of \d{4}-\d\d-\d\d/);
  });

  await t.step("has an operator, and nobody else is one", async () => {
    for (const { label } of DEMO_ACCOUNTS) {
      const is = await ask<boolean>(stack, label, "is_project_operator", {});
      assert.equal(is, label === "operator", label);
    }
  });
});
