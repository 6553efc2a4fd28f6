/** SendGrid's Inbound Parse: a form with the email taken apart, or as it came ("raw"). */
import { Buffer } from "node:buffer";
import { createPublicKey, createVerify, type KeyObject } from "node:crypto";
import * as z from "zod";
import type { GivenText, ParsedMessage } from "../../_email/mod.ts";
import { parseDocument } from "./documents.ts";
import { type Form, readForm, readText } from "./form.ts";
import type { Delivered, Delivery, Provider } from "./provider.ts";

const SIGNATURE_HEADER = "x-twilio-email-event-webhook-signature";
const TIMESTAMP_HEADER = "x-twilio-email-event-webhook-timestamp";

const charsetsSchema = z.record(z.string(), z.string()).catch({});
const HEADER_LINE = /^([!-9;-~]{1,100})[ \t]{0,9}:[ \t]{0,99}(.*(?:\r?\n[ \t].*)*)/gm;

/**
 * SendGrid. The ingest token is the password in the URL. It sends again at 5xx, for three days.
 * @param publicKey of a security policy, base64; with it, requests must be signed too. Empty: the
 * token alone counts.
 */
export function createSendgrid(publicKey: string): Provider {
  const key = publicKey === "" ? null : createPublicKey({
    key: Buffer.from(publicKey, "base64"),
    format: "der",
    type: "spki",
  });
  return {
    paths: ["/sendgrid"],
    laterStatus: 503,
    signature: key === null ? undefined : {
      header: null,
      verify: (body, headers) => isSigned({ body, headers }, key),
    },
    read(delivery: Delivery): Delivered {
      const form = readForm(delivery);
      return { message: form.fields.get("email") ?? toMessage(form) };
    },
  };
}

function isSigned({ body, headers }: Delivery, key: KeyObject): boolean {
  const verifier = createVerify("sha256").update(headers.get(TIMESTAMP_HEADER) ?? "").update(body);
  try {
    return verifier.verify(key, Buffer.from(headers.get(SIGNATURE_HEADER) ?? "", "base64"));
  } catch {
    return false;
  }
}

function toMessage(form: Form): ParsedMessage {
  const charsets = parseDocument(charsetsSchema, readText(form, "charsets") ?? "{}", "charsets");
  const given = (name: string): GivenText | undefined => {
    const bytes = form.fields.get(name);
    return bytes === undefined ? undefined : { bytes, charset: charsets[name] ?? null };
  };
  const block = readText(form, "headers") ?? "";
  return {
    headerFields: Array.from(block.matchAll(HEADER_LINE), ([, name = "", value = ""]) => {
      return [name, value] as const;
    }),
    text: given("text"),
    html: given("html"),
    files: form.files,
  };
}
