import { randomBytes } from "node:crypto";

/** Secrets of one stack. Made fresh at every start, so that none can leak into a repository. */
export interface StackKeys {
  /** `sb_publishable_…`: what a browser may know; acts as `anon` or as the signed-in user. */
  readonly publishableKey: string;
  /** `sb_secret_…`: acts as `service_role`, past row level security. */
  readonly secretKey: string;
  /** HS256 secret that signs and verifies user tokens. */
  readonly jwtSecret: string;
  /** `CRON_SECRET` of the functions and Vault entry `cron_secret`: 43 URL-safe characters. */
  readonly cronSecret: string;
}

/** New random keys; each carries at least 192 bits of randomness. */
export function createKeys(): StackKeys {
  return {
    publishableKey: `sb_publishable_${randomText(24)}`,
    secretKey: `sb_secret_${randomText(24)}`,
    jwtSecret: randomText(48),
    cronSecret: randomText(32),
  };
}

function randomText(byteCount: number): string {
  return randomBytes(byteCount).toString("base64url");
}
