import * as z from "zod";
import { type Clock, systemClock } from "../../platform/clock.ts";
import type { OAuthConnection } from "../oauth_connection.ts";
import { MailboxError } from "../provider.ts";
import { GraphClient } from "./graph_client.ts";
import { GraphOAuth } from "./graph_oauth.ts";
import { GRAPH_SCOPES, type GraphSettings } from "./graph_settings.ts";

const accountSchema = z.object({
  mail: z.string().max(320).nullish(),
  userPrincipalName: z.string().max(320).nullish(),
});

/** How a mailbox at Microsoft is connected in the browser. */
export function createGraphConnection(
  settings: GraphSettings,
  clock: Clock = systemClock,
): OAuthConnection {
  const oauth = new GraphOAuth(settings, clock);
  return {
    authorizeUrl({ state, codeChallenge, redirectUri, loginHint }) {
      const url = new URL(`${settings.loginUrl}/authorize`);
      const parameters = {
        client_id: settings.clientId,
        response_type: "code",
        response_mode: "query",
        redirect_uri: redirectUri,
        scope: GRAPH_SCOPES.join(" "),
        state,
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
        // Somebody with several accounts chooses, also when one is logged in.
        ...loginHint === null ? { prompt: "select_account" } : { login_hint: loginHint },
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    async finish({ parameters, redirectUri, codeVerifier, signal }) {
      const { credentials, scopes } = await oauth.exchange(
        parameters,
        redirectUri,
        codeVerifier,
        signal,
      );
      if (!scopes.includes("mail.read")) {
        throw new MailboxError(
          "reconnect_needed",
          "Reading email was not allowed. Connect the mailbox again and accept it.",
        );
      }
      const refuseSave = () => Promise.reject(new Error("New tokens have just been given."));
      const client = new GraphClient(credentials, settings, oauth, clock, refuseSave);
      const account = accountSchema.safeParse(
        await client.getJson("/me?$select=mail,userPrincipalName", { signal }),
      );
      const address = account.data?.mail ?? account.data?.userPrincipalName;
      if (!address?.includes("@")) {
        throw new MailboxError("reconnect_needed", "This Microsoft account has no email address.");
      }
      return { address: address.toLowerCase(), credentials, tokenExpiresAt: null };
    },
  };
}
