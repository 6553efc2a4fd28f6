import * as z from "zod";
import { createEmailFieldsSchema, type MessageReading, readMessage } from "../_email/mod.ts";

/** Any UUID that PostgreSQL accepts, lower case. */
export const workspaceIdSchema = z.guid({
  error: "must be the UUID of a workspace, such as 6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
}).toLowerCase();

const workspace = { workspace_id: workspaceIdSchema.optional() };

const rawEmailSchema = z.strictObject({ ...workspace, raw: z.string() });

function createJsonFieldsSchema(now: Date) {
  return createEmailFieldsSchema(now).extend(workspace);
}

/**
 * An email as JSON: its fields, or the raw message as text (then only `raw` and `workspace_id`).
 */
export type JsonEmail =
  | z.output<typeof rawEmailSchema>
  | z.output<ReturnType<typeof createJsonFieldsSchema>>;

/** The schema that fits a body: the raw form where it has `raw`, else the fields. */
export function chooseEmailSchema(body: unknown, now: Date): z.ZodType<JsonEmail> {
  const isRaw = typeof body === "object" && body !== null && "raw" in body;
  return isRaw ? rawEmailSchema : createJsonFieldsSchema(now);
}

/** Turns a validated JSON email into the columns of `client_emails`, see {@link readMessage}. */
export function readJsonEmail(email: JsonEmail, now: Date): Promise<MessageReading> {
  if ("raw" in email) return readMessage(new TextEncoder().encode(email.raw), now);
  const { workspace_id: _workspaceId, ...fields } = email;
  return readMessage(fields, now);
}
