import { z } from "zod";
import { type ServiceClient, unwrap } from "../_shared/db.ts";
import { Problem } from "../_shared/problem.ts";
import type { EmailToStore } from "./email_to_store.ts";

/** What became of a mail: stored, known already by its message id, or nowhere to go. */
export type IngestOutcome =
  | { readonly outcome: "created" | "duplicate"; readonly emailId: string }
  | { readonly outcome: "unknown_workspace" };

/** Where mail is kept. */
export interface EmailStore {
  /** Stores a mail once per workspace and message id. @throws {Problem} `store_unavailable`, `internal_error` */
  ingestEmail(workspaceId: string, email: EmailToStore): Promise<IngestOutcome>;
}

/** What a sender is told whose workspace does not exist. */
export function unknownWorkspace(workspaceId: string): Problem {
  return new Problem(
    "workspace_not_found",
    `There is no workspace ${workspaceId}. Create it first, or correct workspace_id.`,
  );
}

const answerSchema = z.union([
  z.object({ outcome: z.enum(["created", "duplicate"]), email_id: z.guid() }),
  z.object({ outcome: z.literal("unknown_workspace") }),
]);

/** The store of the project's database, by `public.ingest_email`. */
export function createEmailStore(db: ServiceClient): EmailStore {
  return {
    async ingestEmail(workspaceId, email) {
      const answer = answerSchema.parse(unwrap(
        await db.rpc("ingest_email", { p_workspace_id: workspaceId, p_email: toRow(email) }),
      ));
      return answer.outcome === "unknown_workspace"
        ? answer
        : { outcome: answer.outcome, emailId: answer.email_id };
    },
  };
}

function toRow(email: EmailToStore) {
  return {
    provider_message_id: email.providerMessageId,
    provider_thread_id: email.providerThreadId,
    from_email: email.fromEmail,
    from_name: email.fromName,
    to_emails: [...email.toEmails],
    cc_emails: [...email.ccEmails],
    subject: email.subject,
    snippet: email.snippet,
    body_text: email.bodyText,
    body_html: email.bodyHtml,
    direction: email.direction,
    received_at: email.receivedAt,
    headers: { ...email.headers },
  };
}
