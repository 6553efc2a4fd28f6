/** Mailgun's routes: an email as fields, or as it came where the URL ends in `mime`. */
import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { Problem } from "../../_shared/http/problem.ts";
import type { Clock } from "../../_shared/platform/clock.ts";
import { parseDocument } from "./documents.ts";
import { type Form, readForm, readText } from "./form.ts";
import type { Delivered, Delivery, Provider } from "./provider.ts";

/** Mailgun sends an email again for 8 hours. */
const SIGNED_WITHIN_MS = 12 * 3_600_000;

const headersSchema = z.array(z.tuple([z.string(), z.string()]));

/**
 * Mailgun. The ingest token is the password in the route's URL.
 * @param signingKey the HTTP webhook signing key; with it, requests must be signed too. Empty: the
 * token alone counts.
 */
export function createMailgun(signingKey: string, clock: Clock): Provider {
  const read = readFormOnce();
  return {
    paths: ["/mailgun", "/mailgun/mime"],
    refusedStatus: 406,
    signature: signingKey === "" ? undefined : {
      header: null,
      verify: (body, headers) => isSigned(read({ body, headers }), signingKey, clock()),
    },
    read(delivery: Delivery): Delivered {
      const form = read(delivery);
      const raw = form.fields.get("body-mime");
      return { message: raw ?? toMessage(form) };
    },
  };
}

/** The signature is a field of the form, so it is read before the email: once for both. */
function readFormOnce(): (delivery: Delivery) => Form {
  const forms = new WeakMap<Uint8Array, Form>();
  return function read(delivery) {
    const form = forms.get(delivery.body) ?? readForm(delivery);
    forms.set(delivery.body, form);
    return form;
  };
}

function isSigned(form: Form, key: string, now: Date): boolean {
  const timestamp = readText(form, "timestamp") ?? "";
  const token = readText(form, "token") ?? "";
  const age = now.getTime() - Number(timestamp) * 1_000;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(age) > SIGNED_WITHIN_MS) return false;
  const expected = createHmac("sha256", key).update(timestamp + token).digest();
  const given = Buffer.from(readText(form, "signature") ?? "", "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function toMessage(form: Form) {
  const headers = readText(form, "message-headers");
  if (headers === undefined) {
    throw new Problem("invalid_request", "/message-headers: Mailgun sends it with each email.");
  }
  return {
    headerFields: parseDocument(headersSchema, headers, "message-headers"),
    text: readText(form, "body-plain"),
    html: readText(form, "body-html"),
    files: form.files,
  };
}
