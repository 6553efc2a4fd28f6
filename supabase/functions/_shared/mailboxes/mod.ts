import type { Clock } from "../platform/clock.ts";
import type { Env } from "../platform/env.ts";
import { createGmailProvider } from "./gmail/gmail_provider.ts";
import { createGoogleConnection } from "./gmail/google_connection.ts";
import { type GraphSettings, MICROSOFT } from "./graph/graph_app.ts";
import { createGraphConnection } from "./graph/graph_connection.ts";
import { createGraphProvider } from "./graph/graph_provider.ts";
import { createImapProvider } from "./imap/imap_provider.ts";
import { createAddressFinder } from "./imap/reach_host.ts";
import type { OAuthConnection } from "./oauth_connection.ts";
import type { MailboxProvider } from "./provider.ts";

/** Names of the kinds of mailboxes, as `public.mailboxes` has them. */
const PROVIDER_NAMES = ["gmail", "imap", "graph"] as const;
export type ProviderName = typeof PROVIDER_NAMES[number];

/** The providers; null for one that the project has no credentials for. */
export type Providers = Readonly<Record<ProviderName, MailboxProvider | null>>;

type Settings = Pick<Env, "google" | "microsoft" | "imap">;

/** What fetches email of each kind of mailbox. */
export function createProviders(settings: Settings, clock: Clock): Providers {
  const { google, microsoft } = settings;
  const graph = toGraphSettings(microsoft);
  return {
    gmail: google && createGmailProvider(google, clock),
    imap: createImap(settings, clock),
    graph: graph && createGraphProvider(graph, clock),
  };
}

/** Mailboxes over IMAP, of public servers and those that the operator allows. */
export function createImap({ imap }: Pick<Settings, "imap">, clock: Clock): MailboxProvider {
  const findAddresses = createAddressFinder(imap.allowedHosts);
  return createImapProvider({ ports: imap.ports, findAddresses }, clock);
}

/** What connects a mailbox in the browser, for kinds that are connected there. */
export function createConnections({ google, microsoft }: Settings, clock: Clock) {
  const graph = toGraphSettings(microsoft);
  return {
    gmail: google && createGoogleConnection(google, clock),
    graph: graph && createGraphConnection(graph, clock),
  } satisfies Record<string, OAuthConnection | null>;
}

function toGraphSettings(microsoft: Settings["microsoft"]): GraphSettings | null {
  if (microsoft === null) return null;
  const { clientId, clientSecret, tenant, baseUrl } = microsoft;
  return {
    clientId,
    clientSecret,
    graphUrl: `${baseUrl ?? MICROSOFT.graphUrl}/v1.0`,
    loginUrl: `${baseUrl ?? MICROSOFT.loginUrl}/${tenant}/oauth2/v2.0`,
    requestMs: MICROSOFT.requestMs,
  };
}
