import type { Env } from "../platform/env.ts";

/** Shorter ones could be parts of ordinary words. */
const MIN_LENGTH = 8;

/** Credentials by their form: of this project's database, of Supabase, and signing secrets. */
const FORMS = /(?:nst|sb_secret|whsec)_[\w+/=-]{8,}/gi;

/** Takes the function's own secrets out of text that people will read. */
export function createHider(
  { secretKeys, cronSecrets, providers }: Pick<Env, "secretKeys" | "cronSecrets" | "providers">,
): (text: string) => string {
  const secrets = [
    ...Object.values(secretKeys),
    ...cronSecrets,
    providers.anthropic?.apiKey ?? "",
    providers.openaiCompatible?.apiKey ?? "",
  ].filter(({ length }) => length >= MIN_LENGTH).sort((one, other) => other.length - one.length);
  return (text) =>
    secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "[secret]"), text)
      .replaceAll(FORMS, "[secret]");
}
