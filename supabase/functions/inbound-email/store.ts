import * as z from "zod";
import { toColumns } from "../_shared/database/column_names.ts";
import { toAdmissionProblem } from "../_shared/http/admission.ts";
import { type ServiceClient, unwrap } from "../_shared/database/db.ts";
import { Problem } from "../_shared/http/problem.ts";
import { type EmailStore, KINDS } from "./deps.ts";

/** The problem for a sender whose workspace does not exist. */
function unknownWorkspace(workspaceId: string): Problem {
  return new Problem(
    "workspace_not_found",
    `There is no workspace ${workspaceId}. Create it first, or correct workspace_id.`,
  );
}

const answerSchema = z.union([
  z.object({ outcome: z.enum(["created", "duplicate"]), email_id: z.guid() }),
  z.object({ outcome: z.enum(["unknown_workspace", "erased"]) }),
  z.object({ outcome: z.literal("daily_quota_exceeded"), detail: z.string().optional() }),
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
    async ingestEmail(workspaceId, email, { isCounted } = { isCounted: false }) {
      const answer = answerSchema.parse(unwrap(
        await db.rpc("ingest_email", {
          p_workspace_id: workspaceId,
          p_email: toColumns(email),
          p_is_counted: isCounted,
        }),
      ));
      if ("email_id" in answer) return { outcome: answer.outcome, emailId: answer.email_id };
      if (answer.outcome === "erased") {
        const problem = new Problem("sender_erased", "Its email is not stored in this workspace.");
        return { outcome: "rejected", problem };
      }
      const problem = toAdmissionProblem(answer, KINDS) ?? unknownWorkspace(workspaceId);
      return { outcome: "rejected", problem };
    },
  };
}
