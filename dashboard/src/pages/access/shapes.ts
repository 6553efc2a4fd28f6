/** What the functions of members, invitations and tokens answer. */
import * as z from "zod/mini";

const text = z.nullable(z.string());

export const ROLES = ["viewer", "member", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];
const role = z.enum(ROLES);

const memberSchema = z.object({
  user_id: z.string(),
  role,
  since: z.nullish(z.string()),
  email: text,
});
export type Member = z.infer<typeof memberSchema>;

export const membersSchema = z.nullable(z.object({
  role,
  user_id: z.string(),
  owners: z.number(),
  count: z.number(),
  members: z.array(memberSchema),
}));
export type Members = NonNullable<z.infer<typeof membersSchema>>;

const invitationSchema = z.object({
  id: z.string(),
  workspace_name: text,
  email: z.string(),
  role,
  expires_at: z.string(),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationsSchema = z.array(invitationSchema);

export const addedSchema = z.object({ outcome: z.enum(["invited", "is_member"]) });
export const changedSchema = z.object({ outcome: z.enum(["changed", "removed"]) });

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  task_types: z.nullable(z.array(z.string())),
  created_at: z.string(),
  expires_at: text,
  last_used_at: text,
  revoked_at: text,
  is_live: z.boolean(),
});
export type Token = z.infer<typeof tokenSchema>;
export const tokensSchema = z.array(tokenSchema);

/** The token is shown once; it goes into no cache. */
export const newTokenSchema = z.object({ id: z.string(), token: z.string() });
