import * as z from "zod";
import { createAsking, unwrap } from "../_shared/database/db.ts";
import { toAdmissionProblem } from "../_shared/http/admission.ts";
import type { Caller } from "../_shared/http/caller.ts";
import { Problem, type ProblemCode } from "../_shared/http/problem.ts";
import { KINDS, type Mailbox, type MailboxStore } from "./deps.ts";

/** What the database's codes are called here. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  mailbox_not_found: "mailbox_not_found",
  mailbox_exists: "mailbox_exists",
  mailbox_not_connected: "mailbox_not_connected",
  mailbox_invalid: "invalid_request",
  workspace_not_managed: "forbidden",
  quota_exceeded: "mailbox_limit_reached",
  sign_in_required: "forbidden",
  workspace_on_hold: "workspace_on_hold",
};

const admissionSchema = z.object({
  outcome: z.string(),
  retry_after_seconds: z.number().optional(),
});
const takenSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("unknown") }),
  z.object({
    outcome: z.literal("taken"),
    provider: z.string(),
    pkce_verifier: z.string(),
    redirect_url: z.string().nullable(),
  }),
]);
const keptSchema = z.object({ outcome: z.string(), address: z.string().optional() });
const connectedSchema = z.object({ mailbox: z.looseObject({ id: z.guid() }) });

/** The store of the project's database. */
export function createMailboxStore(project: Parameters<typeof createAsking>[0]): MailboxStore {
  const asking = createAsking(project, KINDS);
  const ours = async (name: string, parameters: Readonly<Record<string, unknown>>) =>
    unwrap(await asking.ours(name, parameters));
  async function askAs(
    caller: Caller,
    name: string,
    parameters: Readonly<Record<string, unknown>>,
  ) {
    const answer = await asking.as(caller, name, parameters);
    if (answer.error?.code?.startsWith("PT4")) throw toProblem(answer.error.message);
    return unwrap(answer);
  }
  return {
    async admit(caller) {
      const refusal = admissionSchema.parse(
        await askAs(caller, "admit_caller", { p_scope: "tasks" }),
      );
      if (refusal.outcome === "admitted") return;
      throw toAdmissionProblem(refusal, KINDS) ?? new Error(`outcome ${refusal.outcome}`);
    },
    ask: askAs,
    async takeState(stateHash) {
      return takenSchema.parse(await ours("take_oauth_state", { p_state_hash: stateHash }));
    },
    async keepAuthorization({ stateHash, address, credentials, codeHash, tokenExpiresAt }) {
      return keptSchema.parse(
        await ours("keep_authorization", {
          p_state_hash: stateHash,
          p_address: address,
          p_secret: credentials,
          p_code_hash: codeHash,
          p_token_expires_at: tokenExpiresAt?.toISOString() ?? null,
        }),
      );
    },
    async connectWithPassword(mailboxId, credentials) {
      return connectedSchema.parse(
        await ours("connect_with_password", { p_mailbox_id: mailboxId, p_secret: credentials }),
      ).mailbox as Mailbox;
    },
  };
}

/** The database's errors for users begin with a code. */
function toProblem(message: string): Problem {
  const [, code = "", sentence = message] = /^(\w+): (.*)$/s.exec(message) ?? [];
  const known = CODES[code];
  if (known === undefined) {
    return new Problem("internal_error", "The database gave an unknown response.", {
      cause: new Error(message),
    });
  }
  return new Problem(known, sentence.charAt(0).toUpperCase() + sentence.slice(1));
}
