const DAY_SECONDS = 86_400;

/**
 * How long a server asks us to wait, 0 to 86,400 seconds. Null when it does not say, or names a
 * date, which Google and Microsoft do not.
 */
export function readRetryAfter(headers: Headers): number | null {
  const text = headers.get("retry-after") ?? "";
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), DAY_SECONDS) : null;
}
