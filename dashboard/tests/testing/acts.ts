/** Every act of the pages: where it is offered, how it is done, and who may do it. */
import type { Project, Who } from "./project.ts";
import { TASKS } from "./project/tasks.ts";

type Body = Readonly<Record<string, unknown>>;

/** What the test makes for the acts and takes away afterwards. */
export const MADE = {
  failed: "00000000-0000-7000-8000-00000000aa01",
  pending: "00000000-0000-7000-8000-00000000aa02",
  token: "00000000-0000-7000-8000-00000000aa03",
} as const;

export interface Act {
  /** Where it is offered, by the name of the page. */
  readonly at: PageName;
  /** The button or link that leads to it. */
  readonly offered: RegExp;
  /** Does it by the interface that the page uses. */
  readonly rpc: string;
  readonly body: (context: Context) => Body;
  /** A word of the answer that tells success; by default its status does. */
  readonly says?: RegExp;
}

export interface Context extends Project {
  readonly emailId: string;
  readonly mailboxId: string;
  /** Whoever asks; empty for nobody. */
  readonly callerId: string;
}

/** The address of a page, and what everybody who may see it finds there when it is whole. */
export const PAGES = {
  access: ["#/access", /^\d+ members$/],
  operator: ["#/operator", /^Journal$|no operator of this project/],
  costs: ["#/costs", /^Models cost/],
  failedTask: [`#/tasks/${MADE.failed}`, /offered-failed failed/],
  openTask: [`#/tasks/${MADE.pending}`, /offered-open has not started/],
  runnerTask: [`#/tasks/${TASKS.runner}`, /^What now\?$/],
  email: ["#/answers", /^questions asked$/],
  mailboxes: ["#/mailboxes", /office@bakery\.example/],
} as const;
type PageName = keyof typeof PAGES;

export const ACTS: Readonly<Record<string, Act>> = {
  "make a token": {
    at: "access",
    offered: /^Make the token$/,
    rpc: "create_ingest_token",
    body: ({ ours }) => ({ p_workspace_id: ours, p_name: "offered", p_scopes: ["tasks"] }),
  },
  "revoke a token": {
    at: "access",
    offered: /^Revoke Offered token$/,
    rpc: "revoke_ingest_token",
    body: () => ({ p_token_id: MADE.token }),
    says: /^true$/,
  },
  "add somebody": {
    at: "access",
    offered: /^Add somebody$/,
    rpc: "add_member",
    body: ({ ours, emails }) => ({ p_workspace_id: ours, p_email: emails.viewer }),
  },
  "change a role": {
    at: "access",
    offered: /^Change the role of viewer@/,
    rpc: "change_member",
    body: ({ ours, userIds }) => ({
      p_workspace_id: ours,
      p_user_id: userIds.viewer,
      p_role: "viewer",
    }),
  },
  "stop spending": {
    at: "costs",
    offered: /^Stop spending$/,
    rpc: "brake_spending",
    body: ({ ours }) => ({ p_workspace_id: ours, p_is_braked: false }),
  },
  "retry a task": {
    at: "failedTask",
    offered: /^Retry this task$/,
    rpc: "retry_tasks",
    body: () => ({ p_task_ids: [MADE.failed] }),
    says: /"results":\s*\[\{[^}]*"outcome":\s*"ok"/,
  },
  "cancel a task": {
    at: "openTask",
    offered: /^Cancel this task$/,
    rpc: "change_task",
    body: () => ({ p_task_id: MADE.pending, p_action: "cancel" }),
    says: /"outcome":\s*"ok"/,
  },
  "read failed emails again": {
    at: "runnerTask",
    offered: /^Read \d+ failed emails? again$/,
    rpc: "requeue_failed_emails",
    body: ({ ours }) => ({ p_workspace_id: ours }),
  },
  "say that an email is answered": {
    at: "email",
    offered: /^Answered$/,
    rpc: "change_answer",
    body: ({ emailId }) => ({ p_email_id: emailId, p_state: "open" }),
  },
  "fetch a mailbox again": {
    at: "mailboxes",
    offered: /^Fetch again$/,
    rpc: "change_mailbox",
    body: ({ mailboxId }) => ({ p_mailbox_id: mailboxId, p_change: "resync" }),
  },
  "leave": {
    at: "access",
    offered: /^Leave the workspace$/,
    rpc: "change_member",
    body: ({ ours, callerId }) => ({
      p_workspace_id: ours,
      p_user_id: callerId || null,
      p_role: null,
    }),
  },
  "run a schedule": {
    at: "operator",
    offered: /^Run now: nightly-scan$/,
    rpc: "run_schedule",
    body: () => ({ p_schedule: "nightly-scan" }),
  },
  "change a schedule": {
    at: "operator",
    offered: /^Pause nightly-scan$/,
    rpc: "change_schedule",
    body: () => ({ p_schedule: "nightly-scan", p_change: { enabled: true } }),
  },
  "preview an expression": {
    at: "operator",
    offered: /^Change when nightly-scan runs$/,
    rpc: "preview_schedule",
    body: () => ({ p_expression: "0 3 * * *" }),
  },
  "stop everything": {
    at: "operator",
    offered: /^Stop everything$/,
    rpc: "pause_all",
    body: () => ({}),
  },
  "set a budget": {
    at: "operator",
    offered: /^(Set|Change) the budget of the project$/,
    rpc: "set_budget",
    // Rejected for its limits only after the caller was let in.
    body: () => ({ p_workspace_id: null, p_daily_usd: null, p_monthly_usd: null }),
    says: /budget_invalid/,
  },
};

const WORKING = ["retry a task", "cancel a task", "say that an email is answered"];
const MANAGING = [
  "make a token",
  "revoke a token",
  "add somebody",
  "change a role",
  "stop spending",
  "read failed emails again",
  "fetch a mailbox again",
];
const OPERATING = [
  "run a schedule",
  "change a schedule",
  "preview an expression",
  "stop everything",
  "set a budget",
];
export const CALLERS: Readonly<
  Record<string, { readonly as?: Who; readonly may: readonly string[] }>
> = {
  "nobody": { may: [] },
  "a stranger": { as: "stranger", may: [] },
  "a viewer": { as: "viewer", may: ["leave"] },
  "a member": { as: "member", may: [...WORKING, "leave"] },
  "an admin": { as: "admin", may: [...WORKING, ...MANAGING, "leave"] },
  // The last owner may not leave.
  "an owner": { as: "owner", may: [...WORKING, ...MANAGING] },
  "an operator": { as: "operator", may: [...OPERATING, "leave"] },
};
