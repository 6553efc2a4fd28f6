/**
 * Which shapes may a variable of the environment have? Each says in its message what is allowed,
 * and gives the value as the functions use it. An unset variable is an empty text.
 */
import { Buffer } from "node:buffer";
import { createPublicKey } from "node:crypto";
import * as z from "zod";

/** How hard a model is asked to think before it answers. */
const REASONING_EFFORTS = ["none", "minimal", "low", "medium", "high"] as const;
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

/** Anything shorter can be guessed, so it is a mistake and not a secret. */
const MIN_SECRET_LENGTH = 16;

// Without the scheme "localhost:54321" would parse as a URL of the scheme "localhost:".
const isHttpUrl = (text: string) => /^https?:\/\//.test(text) && URL.canParse(text);
const withoutSlash = (url: string) => url.replace(/\/+$/, "");

export const text = z.string().default("");
// A line break that came along with a key would make every request fail.
export const key = text.transform((value) => value.trim());

export const requiredUrl = (hint: string) =>
  text.refine(isHttpUrl, `must be an http(s) URL (${hint})`).transform(withoutSlash);

export const optionalUrl = (hint: string) =>
  text.refine((url) => url === "" || isHttpUrl(url), `must be an http(s) URL (${hint})`)
    .transform(withoutSlash);

export const secret = text.refine(
  (value) => value === "" || value.length >= MIN_SECRET_LENGTH,
  `must have at least ${MIN_SECRET_LENGTH} characters`,
);

export const wholeNumber = (fallback: number, min: number, max: number) =>
  text.transform((value, context) => {
    if (value === "") return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    context.addIssue(`must be a whole number from ${min} to ${max}, not "${value}"`);
    return z.NEVER;
  });

export const keyMap = text.transform((value, context) => {
  const map = parseKeyMap(value);
  if (map !== null) return map;
  context.addIssue('must be a JSON map such as {"default":"sb_secret_…"}');
  return z.NEVER;
});

export const origins = text
  .transform((value) => value.split(",").map((origin) => origin.trim()).filter(Boolean))
  .refine(
    (list) => list.every((origin) => origin === "*" || /^https?:\/\/[^/\s]+$/.test(origin)),
    "must be * or origins such as https://app.example.com, with commas between",
  );

export const webhookSecret = key.refine(
  (value) => value === "" || /^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(value),
  "must be the signing secret of the webhook, whsec_ and base64",
);

export const publicKey = key.refine(
  (value) => value === "" || isPublicKey(value),
  "must be the public key of the security policy, as base64",
);

function isPublicKey(base64: string): boolean {
  try {
    createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" });
    return true;
  } catch {
    return false;
  }
}

export const hosts = text.transform((value) =>
  value.split(",").map((host) => host.trim().toLowerCase()).filter(Boolean)
);

export const ports = text.transform((value, context) => {
  const list = value.split(",").map((port) => port.trim()).filter(Boolean).map(Number);
  if (list.every((port) => Number.isInteger(port) && port >= 1 && port <= 65_535)) return list;
  context.addIssue("must be ports with commas between, such as 993,143");
  return z.NEVER;
});

export const tenant = key.refine(
  (value) => /^[\w.-]*$/.test(value),
  "must be common, organizations, consumers or the id of a tenant",
);

export const urls = text
  .transform((value) => value.split(",").map((url) => url.trim()).filter(Boolean))
  .refine((list) => list.every(isHttpUrl), "must be http(s) URLs with commas between");

export const effort = text.transform((value, context) => {
  const known = REASONING_EFFORTS.find((name) => name === value);
  if (known !== undefined || value === "") return known ?? null;
  context.addIssue(`must be one of ${REASONING_EFFORTS.join(", ")}, not "${value}"`);
  return z.NEVER;
});

/** A JSON map of names to keys; empty for an empty text, null when it is no such map. */
export function parseKeyMap(json: string): Record<string, string> | null {
  try {
    return z.record(z.string(), z.string().min(1)).parse(json === "" ? {} : JSON.parse(json));
  } catch {
    return null;
  }
}
