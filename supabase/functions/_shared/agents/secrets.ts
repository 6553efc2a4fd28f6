import type { Env } from "../platform/env.ts";

/** Shorter ones could be parts of ordinary words. */
const MIN_LENGTH = 8;

/**
 * Credentials by their form: of this project's database, of Supabase, signing secrets, JSON Web
 * Tokens (legacy keys, users), and URLs of databases.
 */
const FORMS = [
  /(?:nst|sb_secret|whsec)_[\w+/=-]{8,}/gi,
  /eyJ[\w-]{8,500}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}/g,
  /postgres(?:ql)?:\/\/[^\s"'@]{1,500}@/gi,
];

/** Longer texts are cut before they are searched: no row holds so much. */
const MAX_SEARCHED = 40_000;

/**
 * Takes the secrets of the project out of text that people will read: every function has them all.
 */
export function createHider(env: Env): (text: string) => string {
  const { providers, google, microsoft, inbound } = env;
  const secrets = [
    ...Object.values(env.secretKeys),
    ...env.cronSecrets,
    providers.anthropic?.apiKey ?? "",
    providers.openaiCompatible?.apiKey ?? "",
    google?.clientSecret ?? "",
    microsoft?.clientSecret ?? "",
    inbound.resendApiKey,
    inbound.mailgunSigningKey,
  ].filter(({ length }) => length >= MIN_LENGTH).sort((one, other) => other.length - one.length);
  return (text) =>
    [...secrets, ...FORMS].reduce<string>(
      (hidden, secret) => hidden.replaceAll(secret, "[secret]"),
      text.slice(0, MAX_SEARCHED),
    );
}
