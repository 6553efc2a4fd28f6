import * as z from "zod";
import { Problem } from "../_shared/http/problem.ts";
import type { SendEmail } from "./deps.ts";

/** Less than the 9 s that the database waits for the function. */
const TIMEOUT_MS = 7_000;
const MAX_REASON_LENGTH = 200;

const refusalSchema = z.object({ name: z.string().catch(""), message: z.string().catch("") });

/**
 * Sends emails through the HTTP API of Resend. The id of the alert is the Idempotency-Key, so a
 * repeated request sends nothing twice.
 * @param baseUrl such as `https://api.resend.com`
 */
export function createMailer(baseUrl: string, fetch = globalThis.fetch): SendEmail {
  return async function sendEmail(id, { apiKey, email }) {
    const response = await ask();
    if (response.ok) {
      await response.body?.cancel();
      return;
    }
    // A redirect is not followed: it would take the key elsewhere.
    const { name, message } = refusalSchema.catch({ name: "", message: "" }).parse(
      await response.json().catch(() => null),
    );
    const words = [name, message].filter(Boolean).join(": ").replaceAll(apiKey, "…");
    throw createFailure(`Resend answered ${response.status}${words && ` (${words})`}`);

    async function ask(): Promise<Response> {
      try {
        return await fetch(`${baseUrl}/emails`, {
          method: "POST",
          redirect: "manual",
          headers: {
            "authorization": `Bearer ${apiKey}`,
            "content-type": "application/json",
            "idempotency-key": id,
          },
          body: JSON.stringify(email),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
      } catch (error) {
        // The words of a failed request may contain its headers.
        throw createFailure("Resend did not answer", error);
      }
    }
  };
}

/** The reason goes into a header too: pg_net keeps headers beside the status. */
function createFailure(reason: string, cause?: unknown): Problem {
  const line = reason.replaceAll(/[^\x20-\x7e]+/g, " ").slice(0, MAX_REASON_LENGTH);
  return new Problem("email_not_sent", `${line}.`, {
    cause: cause instanceof Error ? new Error(cause.name) : undefined,
    headers: { "nightshift-error": line },
  });
}
