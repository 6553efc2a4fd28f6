/** Seven callers: what the pages offer to each is what the database lets them do. */
import assert from "node:assert/strict";
import type { Project, Who } from "../testing/project.ts";
import { readSession } from "../testing/session.ts";
import { keepingSchedules } from "../testing/schedules.ts";
import { type Visit, visit } from "../testing/with_dashboard.ts";

type Body = Readonly<Record<string, unknown>>;

interface Act {
  /** Where it is offered. */
  readonly at: string;
  /** The button or link that leads to it. */
  readonly offered: RegExp;
  /** Does it by the interface that the page uses, so that everything stays as it is. */
  readonly rpc: string;
  readonly body: (project: Project) => Body;
}

const ACTS: Readonly<Record<string, Act>> = {
  "make a token": {
    at: "#/access",
    offered: /^Make the token$/,
    rpc: "create_ingest_token",
    body: ({ ours }) => ({ p_workspace_id: ours, p_name: "offered", p_scopes: ["tasks"] }),
  },
  "add somebody": {
    at: "#/access",
    offered: /^Add somebody$/,
    rpc: "add_member",
    body: ({ ours, emails }) => ({ p_workspace_id: ours, p_email: emails.viewer }),
  },
  "change a role": {
    at: "#/access",
    offered: /^Change the role of viewer@/,
    rpc: "change_member",
    body: ({ ours, userIds }) => ({
      p_workspace_id: ours,
      p_user_id: userIds.viewer,
      p_role: "viewer",
    }),
  },
  "run a schedule": {
    at: "#/operator",
    offered: /^Run now: nightly-scan$/,
    rpc: "run_schedule",
    body: () => ({ p_schedule: "nightly-scan" }),
  },
  "change a schedule": {
    at: "#/operator",
    offered: /^Pause nightly-scan$/,
    rpc: "change_schedule",
    body: () => ({ p_schedule: "nightly-scan", p_change: { enabled: true } }),
  },
  "preview an expression": {
    at: "#/operator",
    offered: /^Change when nightly-scan runs$/,
    rpc: "preview_schedule",
    body: () => ({ p_expression: "0 3 * * *" }),
  },
  "stop everything": {
    at: "#/operator",
    offered: /^Stop everything$/,
    rpc: "pause_all",
    body: () => ({}),
  },
  "set a budget": {
    at: "#/operator",
    offered: /^(Set|Change) the budget of the project$/,
    rpc: "set_budget",
    // Refused for its limits only after the caller was let in.
    body: () => ({ p_workspace_id: null, p_daily_usd: null, p_monthly_usd: null }),
  },
};

const MANAGING = ["make a token", "add somebody", "change a role"];
const OPERATING = [
  "run a schedule",
  "change a schedule",
  "preview an expression",
  "stop everything",
  "set a budget",
];
const CALLERS: Readonly<Record<string, { readonly as?: Who; readonly may: readonly string[] }>> = {
  "nobody": { may: [] },
  "a stranger": { as: "stranger", may: [] },
  "a viewer": { as: "viewer", may: [] },
  "a member": { as: "member", may: [] },
  "an admin": { as: "admin", may: MANAGING },
  "an owner": { as: "owner", may: MANAGING },
  "an operator": { as: "operator", may: OPERATING },
};

for (const [name, { as, may }] of Object.entries(CALLERS)) {
  visit(`${name} is offered what succeeds, and nothing else`, as ? { as } : {}, async (visit) => {
    const offered = await listOffered(visit, as);
    const succeeds: string[] = [];
    await keepingSchedules(visit, async () => {
      for (const [act, { rpc, body }] of Object.entries(ACTS)) {
        // deno-lint-ignore no-await-in-loop -- one act after the other
        if (await tryAct(visit, as, rpc, body(visit.project))) succeeds.push(act);
      }
    });
    assert.deepEqual(offered, may);
    assert.deepEqual(succeeds, may);
  });
}

async function listOffered({ page, url }: Visit, as: Who | undefined): Promise<string[]> {
  const offered: string[] = [];
  for (const at of ["#/access", "#/operator"]) {
    // deno-lint-ignore no-await-in-loop -- one page after the other
    await page.goto(`${url}/${at}`);
    // deno-lint-ignore no-await-in-loop -- one page after the other
    await page.getByText(as === undefined ? "Sign in" : DRAWN[at] ?? "").first().waitFor();
    const ways = page.getByRole("button").or(page.getByRole("link"));
    // deno-lint-ignore no-await-in-loop -- one page after the other
    const names = await ways.evaluateAll((found: readonly Element[]) =>
      found.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? "")
    );
    for (const [act, { at: where, offered: words }] of Object.entries(ACTS)) {
      if (where === at && names.some((one) => words.test(one.trim()))) offered.push(act);
    }
  }
  return offered;
}

/** What every caller sees when a page is whole. */
const DRAWN: Readonly<Record<string, RegExp>> = {
  "#/access": /^\d+ members$|belong to no workspace/,
  "#/operator": /^Journal$|no operator of this project|belong to no workspace/,
};

async function tryAct(
  { stack, project }: Visit,
  as: Who | undefined,
  rpc: string,
  body: Body,
): Promise<boolean> {
  const session = as && await readSession(stack, project, as);
  const stored = session?.origins[0]?.localStorage[0]?.value;
  const token = stored ? JSON.parse(stored).access_token : stack.publishableKey;
  const response = await fetch(`${stack.url}/rest/v1/rpc/${rpc}`, {
    method: "POST",
    headers: {
      apikey: stack.publishableKey,
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return response.ok || text.includes("budget_invalid");
}
