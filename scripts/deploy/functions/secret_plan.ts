import { createHash } from "node:crypto";
import { DeployError } from "../deploy_error.ts";

/** The functions refuse anything shorter. */
const MIN_SECRET_LENGTH = 16;

/** What is known of CRON_SECRET: digests, because the platform shows no more. */
export interface SecretFacts {
  /** What the user set; undefined when nothing. */
  readonly given: string | undefined;
  /** SHA-256 of the Vault entry. */
  readonly vaultDigest: string | undefined;
  /** SHA-256 of what the functions have. */
  readonly functionDigest: string | undefined;
}

/** SHA-256 of a text in UTF-8, hex. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Refuses a secret that the functions would refuse.
 * @throws {DeployError} `deploy_usage_invalid`
 */
export function requireUsableSecret(secret: string): void {
  if (secret.length >= MIN_SECRET_LENGTH && /^[\x21-\x7e]+$/.test(secret)) return;
  throw new DeployError(
    "deploy_usage_invalid",
    `CRON_SECRET needs at least ${MIN_SECRET_LENGTH} characters, ASCII and without spaces. Unset ` +
      "it, and one is generated.",
  );
}

/**
 * What is to be done about the Vault entry: it comes first and is the one that can be read back, so
 * that a deploy that was interrupted goes on with the same secret.
 * @throws {DeployError} `deploy_secret_differs`, `deploy_secret_unreadable`
 */
export function planSecret({ given, vaultDigest, functionDigest }: SecretFacts):
  | "keep"
  | "store"
  | "generate" {
  if (vaultDigest !== undefined) {
    if (given === undefined || digestText(given) === vaultDigest) return "keep";
    throw new DeployError(
      "deploy_secret_differs",
      "CRON_SECRET is set here, and Vault has another one. Nothing was changed. Unset " +
        "CRON_SECRET to keep Vault's; to exchange it, run: " +
        "npx -y deno@2.9.6 task deploy --rotate-secret.",
    );
  }
  if (given !== undefined) return "store";
  if (functionDigest === undefined) return "generate";
  throw new DeployError(
    "deploy_secret_unreadable",
    "The functions have a CRON_SECRET, which nobody can read back, and Vault has none. Nothing " +
      "was changed. Set CRON_SECRET to the same value and deploy again; or, if nobody uses it, " +
      "remove it (`npx -y supabase@3.1.0 secrets unset CRON_SECRET`) and one is generated.",
  );
}
