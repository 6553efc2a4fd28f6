/** Amazon SNS: whether a message is its own, and how a subscription is confirmed. */
import { createVerify, X509Certificate } from "node:crypto";
import * as z from "zod";
import { Problem } from "../../_shared/http/problem.ts";
import type { Fetch } from "./provider.ts";

export const snsSchema = z.object({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string(),
  TopicArn: z.string(),
  Timestamp: z.string(),
  Message: z.string(),
  Subject: z.string().nullish(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string(),
  SigningCertURL: z.string(),
});
export type SnsMessage = z.output<typeof snsSchema>;

const HOST = /^https:\/\/sns\.[a-z0-9-]{3,40}\.amazonaws\.com(?:\.cn)?\//;
const CERTIFICATE = new RegExp(HOST.source + "SimpleNotificationService-[A-Za-z0-9]{1,64}\\.pem$");
const MAX_CERTIFICATE_LENGTH = 20_000;
const MAX_CERTIFICATES = 20;
const TIMEOUT_MS = 5_000;

/** What is signed, in this order. */
const NOTIFICATION = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const;
const CONFIRMATION = [
  "Message",
  "MessageId",
  "SubscribeURL",
  "Timestamp",
  "Token",
  "TopicArn",
  "Type",
] as const;

/** Speaks to SNS. Certificates are kept while the function lives. */
export function createSns(fetch: Fetch) {
  const certificates = new Map<string, string>();

  async function readCertificate(url: string): Promise<string> {
    const known = certificates.get(url);
    if (known !== undefined) return known;
    const response = await ask(url);
    const certificate = (await response.text()).slice(0, MAX_CERTIFICATE_LENGTH);
    // Kept, a page of errors would reject every email until the function ends.
    if (!isCertificate(certificate)) {
      throw new Problem("email_not_fetched", "Amazon SNS gave no certificate. It sends again.");
    }
    if (certificates.size >= MAX_CERTIFICATES) certificates.clear();
    certificates.set(url, certificate);
    return certificate;
  }

  async function ask(url: string): Promise<Response> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { redirect: "manual", signal }).catch(() => null);
    if (response?.ok) return response;
    await response?.body?.cancel();
    throw new Problem(
      "email_not_fetched",
      `Amazon SNS answered ${response?.status ?? "nothing"}. It sends the message again.`,
    );
  }

  return {
    /**
     * Whether SNS has signed this message, by a certificate from its own host.
     * @throws {Problem} `email_not_fetched` (502) when the certificate does not come
     */
    async isSigned(message: SnsMessage): Promise<boolean> {
      if (!CERTIFICATE.test(message.SigningCertURL)) return false;
      const certificate = await readCertificate(message.SigningCertURL);
      const names = message.Type === "Notification" ? NOTIFICATION : CONFIRMATION;
      const verifier = createVerify(message.SignatureVersion === "1" ? "sha1" : "sha256");
      for (const name of names) {
        const value = message[name];
        if (value !== undefined && value !== null) verifier.update(`${name}\n${value}\n`);
      }
      try {
        return verifier.verify(certificate, message.Signature, "base64");
      } catch {
        return false;
      }
    },
    /**
     * Confirms a subscription.
     * @throws {Problem} `invalid_request` (400), `email_not_fetched` (502)
     */
    async confirm({ SubscribeURL: url = "" }: SnsMessage): Promise<void> {
      if (!HOST.test(url)) {
        throw new Problem("invalid_request", "/SubscribeURL: must lead to Amazon SNS");
      }
      const response = await ask(url);
      await response.body?.cancel();
    },
  };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}
