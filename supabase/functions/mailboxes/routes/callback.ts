import type { Context, Handler } from "hono";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { hashText } from "../../_shared/http/credentials.ts";
import { MailboxError } from "../../_shared/mailboxes/provider.ts";
import type { MailboxDeps, TakenState } from "../deps.ts";
import { callbackUrl, isAllowedRedirect, requireConnection } from "../oauth_link.ts";

const EXCHANGE_MS = 30_000;
const STATE = /^[\w-]{43}$/;

type Taken = Extract<TakenState, { readonly outcome: "taken" }>;

/** What comes of a callback, for a person. */
interface CallbackEnd {
  /** The one-time code; null when nothing was connected. */
  readonly code: string | null;
  readonly sentence: string;
}

/**
 * `GET /callback`: the provider sends the browser here. Public, as a browser has no credential: the
 * state is one, once, and nothing is connected before the user confirms.
 */
export function getCallback(deps: MailboxDeps): Handler<AppEnv> {
  return async function finishAuthorization(c) {
    const parameters = new URL(c.req.url).searchParams;
    const state = parameters.get("state") ?? "";
    const taken = STATE.test(state) ? await deps.store.takeState(hashText(state)) : null;
    if (taken?.outcome !== "taken") {
      return answer(c, null, {
        code: null,
        sentence: "This link was used before or is older than ten minutes. Ask for a new one.",
      });
    }
    // The database takes any page from a caller that asks it directly. The one-time code must never
    // get to a page of somebody else: who asked for the link could confirm with it.
    if (taken.redirect_url !== null && !isAllowedRedirect(deps, taken.redirect_url)) {
      return answer(c, null, {
        code: null,
        sentence: "This link leads to a page that is not allowed. Ask for a new one.",
      });
    }
    return answer(c, taken.redirect_url, await exchange(deps, taken, parameters));
  };
}

async function exchange(
  deps: MailboxDeps,
  taken: Taken,
  parameters: URLSearchParams,
): Promise<CallbackEnd> {
  try {
    const grant = await requireConnection(deps, taken.provider).finish({
      parameters,
      codeVerifier: taken.pkce_verifier,
      redirectUri: callbackUrl(deps),
      signal: AbortSignal.timeout(EXCHANGE_MS),
    });
    const code = deps.createSecret();
    const { outcome, address } = await deps.store.keepAuthorization({
      ...grant,
      stateHash: hashText(parameters.get("state") ?? ""),
      codeHash: hashText(code),
    });
    if (outcome === "kept") return { code, sentence: "" };
    return {
      code: null,
      sentence: outcome === "other_account"
        ? `This mailbox is ${address}. You have chosen another account; choose that one.`
        : outcome === "exists"
        ? `The workspace has a mailbox ${address} already. Connect that one again.`
        : "This took longer than ten minutes. Ask for a new link.",
    };
  } catch (error) {
    // Neither the words of the provider nor what was sent to it.
    const name = error instanceof Error ? error.name : typeof error;
    deps.log("warn", "mailbox not connected", { provider: taken.provider, error: name });
    const isKnown = error instanceof MailboxError && error.kind === "reconnect_needed";
    return {
      code: null,
      sentence: isKnown ? error.message : "The provider could not be asked. Try again.",
    };
  }
}

/**
 * Back to the app, or a page of text. The parameters have names of their own: `code` is what auth
 * libraries look for in the address of a page.
 */
function answer(
  c: Context<AppEnv>,
  redirectUrl: string | null,
  { code, sentence }: CallbackEnd,
): Response {
  const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };
  if (redirectUrl !== null) {
    const url = new URL(redirectUrl);
    if (code === null) url.searchParams.set("mailbox_error", sentence);
    else url.searchParams.set("mailbox_code", code);
    return c.body(null, 303, { ...headers, location: url.href });
  }
  const text = code === null
    ? `The mailbox was not connected. ${sentence}\n`
    : "Almost done. Enter this code where you asked for the link, within ten minutes:\n\n" +
      `${code}\n\nDo not give it to anybody else: who asked for this link would read your email.\n`;
  return c.text(text, code === null ? 422 : 200, headers);
}
