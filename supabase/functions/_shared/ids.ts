/** A fresh random id (UUID version 4); the only source of randomness in the functions. */
export function createId(): string {
  return crypto.randomUUID();
}
