import { z } from "zod";
import { ImportError } from "./import_error.ts";
import type { IntakeResult } from "./intake_report.ts";
import type { MailSource } from "./mail_sources.ts";

/** Where email goes, and with which right. */
export interface MailTarget {
  /** UUID of the workspace that the email belongs to. */
  readonly workspaceId: string;
  /** Base URL of the project, such as `http://127.0.0.1:54321`. */
  readonly url: string;
  /** `CRON_SECRET`, or a secret key (`sb_secret_…`). */
  readonly secret: string;
  /** In place of the global `fetch`, for tests. */
  readonly fetch?: typeof fetch;
  /** Waits before another attempt after no answer, 429 or 5xx. */
  readonly retryDelaysMs?: readonly number[];
}

const RETRY_DELAYS_MS = [500, 2_000];
const REQUEST_TIMEOUT_MS = 60_000;

/** What says no to one email only; every other 4xx would meet the next email as well. */
const REFUSES_THE_MAIL = new Set([413, 422]);

const problemSchema = z.object({ code: z.string(), detail: z.string() });

/**
 * Offers one raw message to `inbound-email`. What the server keeps failing on (5xx) counts as
 * rejected.
 * @throws {ImportError} when nobody answers, or the answer would be the same for every email.
 */
export async function postMail(
  { source, raw }: MailSource,
  target: MailTarget,
): Promise<IntakeResult> {
  const response = await postWithRetries(raw, target);
  const body = await response.text();
  if (response.status === 201) return "taken_in";
  if (response.status === 200) return "duplicate";
  const { code, detail } = readProblem(response.status, body);
  if (REFUSES_THE_MAIL.has(response.status) || response.status >= 500) {
    return { source, code, detail };
  }
  throw new ImportError(`The server rejects the import (${code}): ${detail}`);
}

async function postWithRetries(raw: Uint8Array, target: MailTarget): Promise<Response> {
  for (const delayMs of target.retryDelaysMs ?? RETRY_DELAYS_MS) {
    const response = await post(raw, target).catch(() => null);
    if (response !== null && response.status < 500 && response.status !== 429) return response;
    await response?.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  try {
    return await post(raw, target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportError(
      `Nothing answers at ${target.url} (${reason}). Is it running? ` +
        "Try `npx -y deno@2.9.6 task start`, or give --url.",
    );
  }
}

function post(raw: Uint8Array, target: MailTarget): Promise<Response> {
  const url = new URL(`${target.url.replace(/\/+$/, "")}/functions/v1/inbound-email`);
  url.searchParams.set("workspace_id", target.workspaceId);
  const credential: Record<string, string> = target.secret.startsWith("sb_secret_")
    ? { apikey: target.secret }
    : { authorization: `Bearer ${target.secret}` };
  return (target.fetch ?? fetch)(url, {
    method: "POST",
    headers: { ...credential, "content-type": "message/rfc822" },
    body: new Uint8Array(raw),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
}

function readProblem(status: number, body: string): z.output<typeof problemSchema> {
  try {
    return problemSchema.parse(JSON.parse(body));
  } catch {
    return { code: `http_${status}`, detail: body.slice(0, 200) || "The response has no body." };
  }
}
