/** The providers that can post emails to this function. Cloudflare Email Workers post raw ones. */
import type { Clock } from "../../_shared/platform/clock.ts";
import type { Env } from "../../_shared/platform/env.ts";
import { createMailgun } from "./mailgun.ts";
import { postmark } from "./postmark.ts";
import type { Fetch, Provider } from "./provider.ts";
import { createResend } from "./resend.ts";
import { createSendgrid } from "./sendgrid.ts";
import { createSes } from "./ses.ts";

/** All providers, with the keys that the project has set for them. */
export function createProviders(
  { inbound, resendBaseUrl }: Pick<Env, "inbound" | "resendBaseUrl">,
  clock: Clock,
  fetch: Fetch,
): readonly Provider[] {
  const { resendApiKey: apiKey, resendWebhookSecret: webhookSecret } = inbound;
  return [
    postmark,
    createSendgrid(inbound.sendgridPublicKey),
    createMailgun(inbound.mailgunSigningKey, clock),
    createResend({ apiKey, webhookSecret, baseUrl: resendBaseUrl }, fetch),
    createSes(fetch),
  ];
}
