import type { Clock } from "../../_shared/platform/clock.ts";
import type { Env } from "../../_shared/platform/env.ts";
import { createGmailProvider } from "./gmail/gmail_provider.ts";
import { createGoogleConnection } from "./gmail/google_connection.ts";
import { createGraphConnection } from "./graph/graph_connection.ts";
import { createGraphProvider } from "./graph/graph_provider.ts";
import { type GraphSettings, MICROSOFT } from "./graph/graph_settings.ts";
import { createImapProvider } from "./imap/imap_provider.ts";
import type { OAuthConnection } from "./oauth_connection.ts";
import type { MailboxProvider } from "./provider.ts";

/** Names of the kinds of mailboxes, as `public.mailboxes` has them. */
export const PROVIDER_NAMES = ["gmail", "imap", "graph"] as const;
export type ProviderName = typeof PROVIDER_NAMES[number];

/** The providers; null for one that the project has no credentials for. */
export type Providers = Readonly<Record<ProviderName, MailboxProvider | null>>;

type Settings = Pick<Env, "google" | "microsoft">;

/** What fetches email of each kind of mailbox. */
export function createProviders({ google, microsoft }: Settings, clock: Clock): Providers {
  const graph = toGraphSettings(microsoft);
  return {
    gmail: google && createGmailProvider(google, clock),
    imap: createImapProvider({}, clock),
    graph: graph && createGraphProvider(graph, clock),
  };
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
  const { clientId, clientSecret, baseUrl } = microsoft;
  const places = baseUrl === null
    ? {}
    : { graphUrl: `${baseUrl}/v1.0`, loginUrl: `${baseUrl}/common/oauth2/v2.0` };
  return { ...MICROSOFT, ...places, clientId, clientSecret };
}
