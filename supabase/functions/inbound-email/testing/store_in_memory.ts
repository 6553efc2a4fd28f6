import type { StoredEmail } from "../../_email/mod.ts";
import { createUnauthorized } from "../../_shared/http/credentials.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { type EmailStore, KINDS } from "../deps.ts";

/** A store without a database, for tests: it knows one workspace and keeps what it was given. */
export interface MemoryStore extends EmailStore {
  readonly emails: readonly StoredEmail[];
}

/**
 * An empty store. Ids count up from `00000000-0000-4000-8000-000000000001`.
 * @param knownTokenHash lets its holder in, for the one workspace.
 */
export function createMemoryStore(knownWorkspaceId: string, knownTokenHash = ""): MemoryStore {
  const emails: StoredEmail[] = [];
  return {
    emails,
    admitToken(tokenHash) {
      return tokenHash === knownTokenHash
        ? Promise.resolve(knownWorkspaceId)
        : Promise.reject(createUnauthorized(KINDS));
    },
    ingestEmail(workspaceId, email) {
      if (workspaceId !== knownWorkspaceId) {
        const problem = new Problem("workspace_not_found", "There is no such workspace.");
        return Promise.resolve({ outcome: "rejected", problem });
      }
      const known = emails.findIndex((kept) => kept.providerMessageId === email.providerMessageId);
      const position = known === -1 ? emails.push(email) : known + 1;
      const emailId = `00000000-0000-4000-8000-${String(position).padStart(12, "0")}`;
      return Promise.resolve({ outcome: known === -1 ? "created" : "duplicate", emailId });
    },
  };
}
