import { z } from "zod";
import { toAdmissionProblem } from "../_shared/http/admission.ts";
import { type ServiceClient, unwrap } from "../_shared/database/db.ts";
import { Problem } from "../_shared/http/problem.ts";
import { KINDS } from "./callers.ts";
import type { StoredEmail } from "../_email/mod.ts";

/** What became of a mail: stored, known already by its message id, or nowhere to go. */
export type IngestOutcome =
  | { readonly outcome: "created" | "duplicate"; readonly emailId: string }
  | { readonly outcome: "unknown_workspace" };

/** Where mail is kept. */
export interface EmailStore {
  /**
   * The workspace of an ingest token that may send mail, now; counts as one of its requests.
   * @throws {Problem} `unauthorized`, `forbidden`, `rate_limited`, `store_unavailable`, `internal_error`
   */
  admitToken(tokenHash: string): Promise<string>;
  /** Stores a mail once per workspace and message id. @throws {Problem} `store_unavailable`, `internal_error` */
  ingestEmail(workspaceId: string, email: StoredEmail): Promise<IngestOutcome>;
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

const admissionSchema = z.union([
  z.object({ outcome: z.literal("admitted"), workspace_id: z.guid() }),
  z.object({ outcome: z.string(), retry_after_seconds: z.number().optional() }),
]);

/** The store of the project's database, by `public.admit_caller` and `public.ingest_email`. */
export function createEmailStore(db: ServiceClient): EmailStore {
  return {
    async admitToken(tokenHash) {
      const answer = admissionSchema.parse(unwrap(
        await db.rpc("admit_caller", { p_scope: "mail", p_token_hash: tokenHash }),
      ));
      if ("workspace_id" in answer) return answer.workspace_id;
      throw toAdmissionProblem(answer, KINDS) ?? new Error(`outcome ${answer.outcome}`);
    },
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

function toRow(email: StoredEmail) {
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
