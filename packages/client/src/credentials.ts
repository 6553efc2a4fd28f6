/** Shorter ones are no secrets, and hiding them would make words unreadable. */
const LEAST_SECRET_LENGTH = 8;

/**
 * The credential without the line end that a file has. Undefined when it is empty, so that the API
 * answers `unauthorized`.
 * @throws {TypeError} when a header cannot hold it; the error does not show it
 * @example readCredential("nst_1\n"); // "nst_1"
 */
export function readCredential(text: string | undefined): string | undefined {
  const credential = text?.trim() ?? "";
  if (credential === "") return undefined;
  if (/^[\x21-\x7e]+$/.test(credential)) return credential;
  throw new TypeError("The token has characters that a token cannot have, such as a space.");
}

/**
 * The text without these credentials, and without ingest tokens, which a URL may contain.
 * @example hideCredentials("Bearer nst_1", []); // "Bearer nst_…"
 */
export function hideCredentials(text: string, credentials: readonly string[]): string {
  return credentials
    .filter((credential) => credential.length >= LEAST_SECRET_LENGTH)
    .reduce((hidden, credential) => hidden.replaceAll(credential, "…"), text)
    .replaceAll(/nst_\w+/gi, "nst_…");
}

/**
 * The URL of an API without a slash at its end.
 * @throws {TypeError} when it is not an http(s) URL, or contains a user or password, which `fetch`
 * does not take
 */
export function readBaseUrl(text: string): string {
  const { protocol, username, password } = new URL(text);
  if (!/^https?:$/.test(protocol)) throw new TypeError("url must begin with https://.");
  if (username !== "" || password !== "") {
    throw new TypeError("url must not contain a user or a password. Give a token instead.");
  }
  return text.trim().replace(/\/+$/, "");
}
