/** Amazon SES: a receipt rule publishes each email to a topic of SNS, which posts it here. */
import { Buffer } from "node:buffer";
import * as z from "zod";
import { Problem } from "../../_shared/http/problem.ts";
import { parseDocument, parseJson } from "./documents.ts";
import type { Delivered, Delivery, Fetch, Provider } from "./provider.ts";
import { createSns, type SnsMessage, snsSchema } from "./sns.ts";

const noticeSchema = z.object({
  notificationType: z.string(),
  content: z.string().optional(),
  receipt: z.object({
    action: z.object({ encoding: z.string().default("UTF8") }).optional(),
  }).optional(),
});

/**
 * SES over SNS. Every message is signed with a certificate of SNS; the ingest token is the password
 * in the endpoint's URL. SNS sends again at 429 and 5xx.
 * @param fetch for the certificate and to confirm the subscription
 */
export function createSes(fetch: Fetch): Provider {
  const sns = createSns(fetch);
  return {
    paths: ["/ses"],
    signature: {
      header: null,
      async verify(body) {
        const message = snsSchema.safeParse(parseJson(body));
        return message.success && await sns.isSigned(message.data);
      },
    },
    async read({ body }: Delivery): Promise<Delivered> {
      const message = parseDocument(snsSchema, body);
      if (message.Type === "UnsubscribeConfirmation") return { ignored: "unsubscribed" };
      if (message.Type === "Notification") return readNotice(message);
      await sns.confirm(message);
      return { ignored: "subscription confirmed" };
    },
  };
}

function readNotice({ Message: text }: SnsMessage): Delivered {
  // SES announces itself in a sentence when the rule is made.
  const notice = noticeSchema.safeParse(parseJson(text)).data;
  if (notice?.notificationType !== "Received") return { ignored: "not an email" };
  const { content, receipt } = notice;
  if (content === undefined) {
    throw new Problem(
      "mail_unreadable",
      "The notification has no content. Use the SNS action of a receipt rule, with the encoding " +
        "Base64; the S3 action sends none.",
    );
  }
  const isBase64 = receipt?.action?.encoding.toUpperCase() === "BASE64";
  return {
    message: isBase64
      ? new Uint8Array(Buffer.from(content, "base64"))
      : new TextEncoder().encode(content),
  };
}
