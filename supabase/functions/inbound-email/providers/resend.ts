/** Resend: its webhook only announces an email, whose content is asked for. */
import { Webhook } from "standardwebhooks";
import * as z from "zod";
import type { ParsedMessage } from "../../_email/mod.ts";
import { receiveBody } from "../../_shared/http/body.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { parseDocument } from "./documents.ts";
import type { Delivered, Delivery, Fetch, Provider } from "./provider.ts";

/** What a project must set to receive by Resend; empty where it is not set. */
export interface ResendSettings {
  readonly webhookSecret: string;
  readonly apiKey: string;
  /** Such as `https://api.resend.com`. */
  readonly baseUrl: string;
}

const TIMEOUT_MS = 10_000;
/** Texts and header fields alone; files stay with Resend. */
const MAX_ANSWER_BYTES = 8_388_608;

const eventSchema = z.object({
  type: z.string(),
  data: z.object({ email_id: z.guid() }).optional(),
});

const emailSchema = z.object({
  from: z.string(),
  to: z.array(z.string()).nullish(),
  cc: z.array(z.string()).nullish(),
  subject: z.string().nullish(),
  created_at: z.string().nullish(),
  message_id: z.string().nullish(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  attachments: z.array(z.object({
    filename: z.string().nullish(),
    content_type: z.string().nullish(),
    size: z.number().nullish(),
  })).default([]),
});

/**
 * Resend. A valid signature is asked for in any case: whoever can name an email's id here gets it
 * into a workspace. It sends again until it gets 2xx, for more than a day.
 * @param fetch for the content of an email
 */
export function createResend(settings: ResendSettings, fetch: Fetch): Provider {
  return {
    paths: ["/resend"],
    refusedStatus: 200,
    signature: {
      header: "svix-signature",
      verify: (body, headers) => isSigned({ body, headers }, settings),
    },
    async read({ body }: Delivery): Promise<Delivered> {
      const { type, data } = parseDocument(eventSchema, body);
      if (type !== "email.received" || data === undefined) return { ignored: "not an email" };
      return await fetchEmail(data.email_id, settings, fetch);
    },
  };
}

function isSigned({ body, headers }: Delivery, settings: ResendSettings): boolean {
  if (settings.webhookSecret === "" || settings.apiKey === "") {
    throw new Problem(
      "provider_not_set_up",
      "Set RESEND_WEBHOOK_SECRET and RESEND_API_KEY, then Resend can deliver emails.",
    );
  }
  const given = Object.fromEntries(
    ["id", "timestamp", "signature"].map((name) => [
      `webhook-${name}`,
      headers.get(`svix-${name}`) ?? "",
    ]),
  );
  try {
    new Webhook(settings.webhookSecret).verify(new TextDecoder().decode(body), given);
    return true;
  } catch {
    return false;
  }
}

async function fetchEmail(
  id: string,
  { apiKey, baseUrl }: ResendSettings,
  fetch: Fetch,
): Promise<Delivered> {
  const response = await fetch(`${baseUrl}/emails/receiving/${id}`, {
    headers: { authorization: `Bearer ${apiKey}` },
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (response?.status === 404) {
    await response.body?.cancel();
    return { ignored: "Resend does not have this email any more" };
  }
  if (!response?.ok) {
    await response?.body?.cancel();
    throw new Problem(
      "email_not_fetched",
      `Resend answered ${response?.status ?? "nothing"} when asked for the email.`,
    );
  }
  return { message: toMessage(readEmail(await readAnswer(response))) };
}

/**
 * An answer that is no email says nothing about the email: Resend has to send the event again.
 * @throws {Problem} `email_not_fetched`
 */
function readEmail(json: Uint8Array): z.output<typeof emailSchema> {
  try {
    return parseDocument(emailSchema, json, "email");
  } catch (cause) {
    throw new Problem("email_not_fetched", "Resend answered with something other than an email.", {
      cause,
    });
  }
}

async function readAnswer({ body }: Response): Promise<Uint8Array> {
  const { bytes, end } = await receiveBody({ body }, {
    maxBytes: MAX_ANSWER_BYTES,
    withinMs: TIMEOUT_MS,
  });
  if (end === "complete") return bytes;
  if (end === "too_large") {
    throw new Problem("mail_too_large", "The texts of the email have more than 8 MB.");
  }
  throw new Problem("email_not_fetched", "The answer of Resend broke off.");
}

function toMessage(email: z.output<typeof emailSchema>): ParsedMessage {
  const listed = Object.entries(email.headers ?? {});
  const said = new Set(listed.map(([name]) => name.toLowerCase()));
  const fields: readonly (readonly [string, string])[] = [
    ["From", email.from],
    ["To", email.to?.join(", ") ?? ""],
    ["Cc", email.cc?.join(", ") ?? ""],
    ["Subject", email.subject ?? ""],
    ["Date", email.created_at ?? ""],
    ["Message-ID", email.message_id ?? ""],
  ];
  return {
    headerFields: [...listed, ...fields.filter(([name]) => !said.has(name.toLowerCase()))],
    text: email.text ?? "",
    html: email.html ?? "",
    files: email.attachments.map(({ filename, content_type: type, size }) => ({
      name: filename ?? "",
      type: type ?? "",
      size: size ?? 0,
    })),
  };
}
