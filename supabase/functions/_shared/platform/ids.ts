/**
 * A fresh random id (UUID version 4). This file is the only source of randomness in the functions.
 */
export function createId(): string {
  return crypto.randomUUID();
}

/** A random fraction from 0 up to 1, for waits that must differ between runners. */
export function drawFraction(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
  return bits / 2 ** 32;
}

/** 256 random bits as 43 URL-safe characters, for what must not be guessed. */
export function createSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
