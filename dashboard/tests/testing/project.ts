/** A project to look at: two workspaces with people, emails that wait, and a day of slots. */
import type { Stack } from "../../../scripts/local/stack.ts";
import { insertContact } from "./project/contacts.ts";
import { insertEmail } from "./project/emails.ts";
import { insertMailboxes } from "./project/mailboxes.ts";
import { insertOperations } from "./project/operations.ts";
import { insertWorkspace, join, signUp } from "./project/people.ts";
import { insertReport } from "./project/reports.ts";
import { insertSlots } from "./project/slots.ts";
import { insertTasks } from "./project/tasks.ts";

/** In everything of the other workspace; no page of ours may ever show it. */
export const CANARY = "CANARY-of-theirs";

/** Who can sign in. */
export type Who =
  | "owner"
  | "admin"
  | "member"
  | "viewer"
  | "stranger"
  | "ofBoth"
  | "operator"
  | "invited";

export interface Project {
  readonly password: string;
  readonly emails: Readonly<Record<Who, string>>;
  readonly userIds: Readonly<Record<Who, string>>;
  /** The workspace of everybody but the stranger and who is invited; the operator is a viewer. */
  readonly ours: string;
  /** The workspace full of the canary. */
  readonly theirs: string;
}

const PASSWORD = "correct horse battery";
const EMAILS: Project["emails"] = {
  owner: "owner@bakery.example",
  admin: "admin@bakery.example",
  member: "member@bakery.example",
  viewer: "viewer@bakery.example",
  stranger: "stranger@example.com",
  ofBoth: "both@example.com",
  operator: "operator@bakery.example",
  invited: "invited@example.com",
};

/** Fills the database of a stack; a function for each theme. */
export async function fillProject(stack: Stack): Promise<Project> {
  const ours = await insertWorkspace(stack, "Harbour Bakery");
  const theirs = await insertWorkspace(stack, `${CANARY} Ltd`);
  const project: Project = {
    password: PASSWORD,
    emails: EMAILS,
    userIds: await signUpAll(stack),
    ours,
    theirs,
  };
  await joinWorkspaces(stack, project);
  for (const [workspace, mark] of [[ours, ""], [theirs, `${CANARY} `]] as const) {
    await insertEmail(stack, workspace, `${mark}The cake was sour`, "critical");
    await insertEmail(stack, workspace, `${mark}Bread for Friday`, "medium");
    await insertContact(stack, workspace, mark);
    await insertReport(stack, workspace, mark);
    await insertMailboxes(stack, workspace, mark.trim());
  }
  await insertSlots(stack, ours);
  await insertOperations(stack, project, CANARY);
  await insertTasks(stack, { ours, theirs, mark: CANARY });
  return project;
}

async function signUpAll(stack: Stack): Promise<Project["userIds"]> {
  const ids = { ...EMAILS };
  for (const who of Object.keys(ids) as Who[]) {
    ids[who] = await signUp(stack, EMAILS[who], PASSWORD);
  }
  return ids;
}

async function joinWorkspaces(stack: Stack, { ours, theirs, userIds }: Project): Promise<void> {
  for (const role of ["owner", "admin", "member", "viewer"] as const) {
    await join(stack, ours, userIds[role], role);
  }
  await join(stack, ours, userIds.operator, "viewer");
  await join(stack, ours, userIds.ofBoth, "member");
  await join(stack, theirs, userIds.ofBoth, "owner");
}
