import { createHash } from "node:crypto";

const TOKEN = /^Bearer (nst_[0-9a-f]{64})$/i;

/**
 * What is kept of the ingest token that a request carries as Bearer, and all that the database is told;
 * null when it carries none. Whether the token lets anybody in is for the database to say.
 */
export function readTokenHash(request: Request): string | null {
  const token = TOKEN.exec(request.headers.get("authorization") ?? "")?.[1];
  return token === undefined ? null : hashText(token);
}

/** SHA-256 of a text, 64 hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
