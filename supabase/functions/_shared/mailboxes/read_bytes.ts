import { LARGE_BYTES } from "./turnstile.ts";

/**
 * The bytes of an answer; null when they are more than allowed, and then the rest is dropped.
 * @param onLarge awaited once when it turns out large; the server waits meanwhile
 */
export async function readBytes(
  { body }: Response,
  maxBytes: number,
  onLarge?: () => Promise<void>,
): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  let bytes = new Uint8Array(65_536);
  let length = 0;
  let isLarge = false;
  // Leaving the loop cancels the rest.
  for await (const chunk of body) {
    if (length + chunk.length > maxBytes) return null;
    if (!isLarge && length + chunk.length > LARGE_BYTES) {
      isLarge = true;
      await onLarge?.();
    }
    if (length + chunk.length > bytes.length) {
      const grown = new Uint8Array(Math.max(length + chunk.length, bytes.length * 2));
      grown.set(bytes.subarray(0, length));
      bytes = grown;
    }
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}

/** The same as text in UTF-8. */
export async function readText(response: Response, maxBytes: number): Promise<string | null> {
  const bytes = await readBytes(response, maxBytes);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
