/** Who may do what here, and how it is said. The database decides; this offers what it allows. */
import { plain } from "../../words.ts";
import type { Member, Members, Role, Token } from "./shapes.ts";

export function isManager({ role }: Pick<Members, "role">): boolean {
  return role === "owner" || role === "admin";
}

/** The roles that a caller may give. */
export function listRolesToGive(caller: Role): readonly Role[] {
  if (caller === "owner") return ["viewer", "member", "admin", "owner"];
  return caller === "admin" ? ["viewer", "member", "admin"] : [];
}

/** Whether the caller may change somebody's role, or remove them. The last owner stays. */
export function canChange(found: Members, member: Member): boolean {
  if (member.role === "owner" && found.owners < 2) return false;
  return found.role === "owner" || (found.role === "admin" && member.role !== "owner");
}

/** Whether somebody may remove a member: whoever may change them, and everybody themselves. */
export function canRemove(found: Members, member: Member): boolean {
  if (member.role === "owner" && found.owners < 2) return false;
  return member.user_id === found.user_id || canChange(found, member);
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: "Viewer: reads everything of the workspace",
  member: "Member: also answers emails, and retries and cancels tasks",
  admin: "Admin: also manages tokens and members, but not owners",
  owner: "Owner: also manages owners",
};

/** What a token may do, with what it is for. */
export const SCOPES = {
  tasks: "log tasks and read them",
  mail: "send emails in",
  ping: "report that a job began and ended, by its URL alone",
} as const;
export type Scope = keyof typeof SCOPES;

/** What a token will let its holder do, before it is made. */
export function describeNewToken({ name, scope, taskType, days }: {
  readonly name: string;
  readonly scope: Scope;
  /** Empty for all. */
  readonly taskType: string;
  /** 0 for no end. */
  readonly days: number;
}): string {
  const types = scope === "mail"
    ? ""
    : taskType === ""
    ? ", of every type"
    : `, of the type “${plain(taskType)}” alone`;
  const end = days === 0 ? "until it is revoked" : `for ${days} days`;
  return `“${name}” may ${SCOPES[scope]}${types}, in this workspace alone, ${end}.`;
}

/** What a token is allowed, in a list. */
export function describeToken({ scopes, task_types: types }: Token): string {
  const said = scopes.map((scope) => scope === "mail" ? "emails" : scope).join(", ");
  return types === null ? said : `${said}: ${types.map(plain).join(", ")}`;
}

/** Whether a token works, and why not. */
export function describeTokenState(token: Token, now: number): string {
  if (token.revoked_at !== null) return "revoked";
  if (token.expires_at !== null && Date.parse(token.expires_at) <= now) return "expired";
  return token.is_live ? "works" : "rests: its maker no longer manages this workspace";
}
