/** What the functions are told about providers; `.env.example` explains each. */
const NAMES = [
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_BASE_URL",
  "OPENAI_COMPATIBLE_BASE_URL",
  "OPENAI_COMPATIBLE_API_KEY",
  "OPENAI_COMPATIBLE_REASONING_EFFORT",
  "LLM_TIMEOUT_SECONDS",
  "RESEND_BASE_URL",
  "RESEND_API_KEY",
  "RESEND_WEBHOOK_SECRET",
  "MAILGUN_SIGNING_KEY",
  "SENDGRID_PUBLIC_KEY",
  "GOOGLE_CLIENT_ID",
  "GOOGLE_CLIENT_SECRET",
  "GOOGLE_BASE_URL",
  "MICROSOFT_CLIENT_ID",
  "MICROSOFT_CLIENT_SECRET",
  "MICROSOFT_TENANT",
  "MICROSOFT_BASE_URL",
  "IMAP_PORTS",
  "IMAP_ALLOWED_HOSTS",
  "MAILBOX_REDIRECT_URLS",
] as const;

type Variables = Readonly<Record<string, string | undefined>>;

/** The part of an environment that is about providers, for the functions of a local stack. */
export function takeProviderEnv(variables: Variables): Record<string, string> {
  return Object.fromEntries(NAMES.flatMap((name) => {
    const value = variables[name];
    return value ? [[name, value] as const] : [];
  }));
}

/** Base URLs of the providers that these variables give a key or an address for; null without. */
export function readProviderUrls(variables: Variables) {
  return {
    anthropic: variables["ANTHROPIC_API_KEY"]
      ? variables["ANTHROPIC_BASE_URL"] || "https://api.anthropic.com"
      : null,
    openaiCompatible: variables["OPENAI_COMPATIBLE_BASE_URL"] || null,
  };
}

/**
 * Hosts (with port, where the URL has one) that a function may call with this environment; none for
 * a malformed one, which the function itself refuses with a sentence.
 */
export function listProviderHosts(env: Readonly<Record<string, string>>): string[] {
  const emails = env["RESEND_BASE_URL"] || "https://api.resend.com";
  const google = env["GOOGLE_BASE_URL"]
    ? [env["GOOGLE_BASE_URL"]]
    : ["https://oauth2.googleapis.com", "https://gmail.googleapis.com"];
  const microsoft = env["MICROSOFT_BASE_URL"]
    ? [env["MICROSOFT_BASE_URL"]]
    : ["https://login.microsoftonline.com", "https://graph.microsoft.com"];
  const mailboxes = [
    ...env["GOOGLE_CLIENT_ID"] ? google : [],
    ...env["MICROSOFT_CLIENT_ID"] ? microsoft : [],
  ];
  const hosts = [...Object.values(readProviderUrls(env)), emails, ...mailboxes].flatMap((url) =>
    url !== null && URL.canParse(url) ? [new URL(url).host] : []
  );
  return [...hosts, ...listImapHosts(env["IMAP_ALLOWED_HOSTS"] ?? "")];
}

/** Names and addresses at any port. What is neither would end the process that it is given to. */
function listImapHosts(list: string): string[] {
  return list.split(",").map((host) => host.trim().toLowerCase())
    .filter((host) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host));
}
