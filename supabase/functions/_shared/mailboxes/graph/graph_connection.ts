import * as z from "zod";
import { type Clock, systemClock } from "../../platform/clock.ts";
import { AccessTokens } from "../access_tokens.ts";
import type { AuthorizeAnswer, Grant, OAuthConnection } from "../oauth_connection.ts";
import { OAuthEndpoint } from "../oauth_endpoint.ts";
import { MailboxError } from "../provider.ts";
import { describeMicrosoft, type GraphSettings } from "./graph_app.ts";
import { GraphClient } from "./graph_client.ts";

const accountSchema = z.object({
  mail: z.string().max(320).nullish(),
  userPrincipalName: z.string().max(320).nullish(),
});

/** How a mailbox at Microsoft is connected in the browser. */
export function createGraphConnection(
  settings: GraphSettings,
  clock: Clock = systemClock,
): OAuthConnection {
  const endpoint = new OAuthEndpoint(describeMicrosoft(settings), clock);
  return {
    authorizeUrl: (request) =>
      endpoint.writeLink(request, {
        response_mode: "query",
        // Somebody with several accounts chooses, also when one is logged in.
        ...request.loginHint === null
          ? { prompt: "select_account" }
          : { login_hint: request.loginHint },
      }),
    finish,
  };

  async function finish(answer: AuthorizeAnswer): Promise<Grant> {
    const tokens = await endpoint.exchange(answer);
    if (tokens.refresh_token === undefined) {
      throw notGiven(
        "Microsoft gave no lasting access. Connect the mailbox again and accept all it asks for.",
      );
    }
    // Scopes may have the address of Graph before them.
    const scopes = (tokens.scope ?? "").toLowerCase().split(" ");
    if (!scopes.some((name) => name.replace(/^https:.*\//, "") === "mail.read")) {
      throw notGiven("Reading email was not allowed. Connect the mailbox again and accept it.");
    }
    const credentials = endpoint.toCredentials(tokens, tokens.refresh_token);
    const refuseSave = () => Promise.reject(new Error("New tokens have just been given."));
    const access = new AccessTokens(credentials, endpoint, clock, refuseSave);
    const account = accountSchema.safeParse(
      await new GraphClient(access, settings)
        .getJson("/me?$select=mail,userPrincipalName", { signal: answer.signal }),
    );
    const address = account.data?.mail ?? account.data?.userPrincipalName;
    if (!address?.includes("@")) throw notGiven("This Microsoft account has no email address.");
    return { address: address.toLowerCase(), credentials, tokenExpiresAt: null };
  }
}

function notGiven(message: string): MailboxError {
  return new MailboxError("reconnect_needed", message);
}
