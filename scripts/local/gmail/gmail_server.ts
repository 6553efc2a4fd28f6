import { createHash, randomBytes } from "node:crypto";
import { Hono } from "hono";
import {
  describeError,
  describeFull,
  describeHistory,
  describeList,
  describeProfile,
  streamRaw,
} from "./gmail_answers.ts";
import type { GmailMailbox } from "./gmail_mailbox.ts";

const SCOPE = "https://www.googleapis.com/auth/gmail.readonly";
const TOKEN_SECONDS = 3_599;

/** The OAuth client that the stand-in knows. */
export const STAND_IN_CLIENT = { id: "stand-in-client", secret: "stand-in-secret-of-the-client" };

/** How the stand-in behaves. */
export interface GmailServerOptions {
  readonly mailboxes: readonly GmailMailbox[];
  readonly clock?: () => Date;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Answers instead of the stand-in, or throws to break the connection off; null: goes on. */
  readonly interfere?: (request: Request) => Response | null | Promise<Response | null>;
  /** How the user answers on the page of consent. */
  readonly consent?: { readonly scope?: string; readonly isDenied?: boolean };
  /** Added to the answer with tokens, as of an app in testing. */
  readonly refreshTokenSeconds?: number;
  /** Most messages of a page of the history, whatever is asked. */
  readonly historyPage?: number;
  /** Whether pages of the history without messages come between the others. */
  readonly hasEmptyPages?: boolean;
}

/** A Gmail on this machine, with Google's shapes. */
export interface GmailServer extends AsyncDisposable {
  /** Base URL, for `GOOGLE_BASE_URL`. */
  readonly url: string;
  /** Requests so far, by path without ids. */
  readonly requests: Map<string, number>;
  /** Tokens and codes that were given out, to search for where they must not be. */
  readonly secrets: readonly string[];
  /** Ends every access token, as an hour does. */
  expireTokens(): void;
  /** A refresh token as if the user had consented before. */
  grant(mailbox: GmailMailbox): string;
}

interface Grant {
  readonly mailbox: GmailMailbox;
  readonly challenge: string | null;
  readonly redirectUri: string;
}

/** Starts the stand-in on 127.0.0.1. */
export function startGmailServer(options: GmailServerOptions): GmailServer {
  const state = new ServerState(options);
  const app = createRoutes(options, state);
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: options.port ?? 0,
    onListen() {},
    onError: () => new Response(null, { status: 500 }),
  }, async (request) => {
    state.count(request);
    const answer = await options.interfere?.(request);
    return answer ?? await app.fetch(request);
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests: state.requests,
    secrets: state.secrets,
    expireTokens: () => state.access.clear(),
    grant: (mailbox) => state.give(state.refresh, mailbox),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

class ServerState {
  readonly requests = new Map<string, number>();
  readonly secrets: string[] = [];
  readonly codes = new Map<string, Grant>();
  readonly access = new Map<string, GmailMailbox & { endsAt?: number }>();
  readonly refresh = new Map<string, GmailMailbox>();

  constructor(readonly options: GmailServerOptions) {}

  count(request: Request): void {
    const path = new URL(request.url).pathname.replace(/\/messages\/.+/, "/messages/{id}");
    this.requests.set(path, (this.requests.get(path) ?? 0) + 1);
  }

  give<Value>(into: Map<string, Value>, value: Value): string {
    const secret = randomBytes(24).toString("base64url");
    into.set(secret, value);
    this.secrets.push(secret);
    return secret;
  }
}

function createRoutes(options: GmailServerOptions, state: ServerState): Hono {
  const app = new Hono();
  app.get("/o/oauth2/v2/auth", (c) => consent(options, state, new URL(c.req.url)));
  app.post("/token", async (c) => answerToken(options, state, await c.req.parseBody()));
  app.get("/gmail/v1/users/me/*", (c) => {
    const bearer = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    const mailbox = state.access.get(bearer);
    return mailbox === undefined || mailbox.isRevoked
      ? refuse(401, "authError", "Invalid Credentials")
      : answerApi(options, mailbox, new URL(c.req.url));
  });
  return app;
}

/** The page of consent, on which everybody agrees at once. */
function consent(options: GmailServerOptions, state: ServerState, url: URL): Response {
  const { searchParams: asked } = url;
  const hint = asked.get("login_hint");
  const mailbox = options.mailboxes.find(({ address }) => address === hint) ??
    options.mailboxes[0];
  const back = new URL(asked.get("redirect_uri") ?? "");
  back.searchParams.set("state", asked.get("state") ?? "");
  if (options.consent?.isDenied || mailbox === undefined) {
    back.searchParams.set("error", "access_denied");
  } else {
    const grant = {
      mailbox,
      challenge: asked.get("code_challenge"),
      redirectUri: asked.get("redirect_uri") ?? "",
    };
    back.searchParams.set("code", state.give(state.codes, grant));
    back.searchParams.set("scope", options.consent?.scope ?? SCOPE);
  }
  return new Response(null, { status: 302, headers: { location: back.href } });
}

function answerToken(
  options: GmailServerOptions,
  state: ServerState,
  form: Readonly<Record<string, unknown>>,
): Response {
  const text = (name: string) => String(form[name] ?? "");
  if (
    text("client_id") !== STAND_IN_CLIENT.id || text("client_secret") !== STAND_IN_CLIENT.secret
  ) {
    return Response.json({ error: "invalid_client" }, { status: 401 });
  }
  const isCode = text("grant_type") === "authorization_code";
  const mailbox = isCode ? redeem(state, text) : state.refresh.get(text("refresh_token"));
  if (mailbox === undefined || mailbox.isRevoked) {
    return Response.json({ error: "invalid_grant", error_description: "Bad Request" }, {
      status: 400,
    });
  }
  const scope = options.consent?.scope ?? SCOPE;
  return Response.json({
    access_token: state.give(state.access, mailbox),
    expires_in: TOKEN_SECONDS,
    ...(isCode ? { refresh_token: state.give(state.refresh, mailbox) } : {}),
    ...(options.refreshTokenSeconds === undefined
      ? {}
      : { refresh_token_expires_in: options.refreshTokenSeconds }),
    scope,
    token_type: "Bearer",
  });
}

/** A code works once, for who holds the verifier of its challenge. */
function redeem(state: ServerState, text: (name: string) => string): GmailMailbox | undefined {
  const grant = state.codes.get(text("code"));
  state.codes.delete(text("code"));
  const challenge = createHash("sha256").update(text("code_verifier")).digest("base64url");
  if (grant === undefined || grant.challenge !== challenge) return undefined;
  return grant.redirectUri === text("redirect_uri") ? grant.mailbox : undefined;
}

function answerApi(options: GmailServerOptions, mailbox: GmailMailbox, url: URL): Response {
  const path = url.pathname.slice("/gmail/v1/users/me/".length);
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const limit = Number(asked("maxResults") || "100");
  const token = asked("pageToken");
  if (path === "profile") return Response.json(describeProfile(mailbox));
  if (path === "messages") {
    const seconds = Number(/after:(\d+)/.exec(asked("q"))?.[1] ?? "0");
    const found = mailbox.listSince(new Date(seconds * 1_000)).filter(({ labelIds }) =>
      !labelIds.includes("DRAFT") && !labelIds.includes("CHAT")
    );
    return Response.json(describeList(found, token, limit));
  }
  if (path === "history") {
    const { historyId } = mailbox;
    const added = mailbox.listAddedAfter(BigInt(asked("startHistoryId")));
    return added === null
      ? refuse(404, "notFound", "Requested entity was not found.")
      : Response.json(
        describeHistory(added, {
          token,
          limit: Math.min(limit, options.historyPage ?? limit),
          historyId,
          // A page without a message comes before the next one that has some.
          isEmpty: (options.hasEmptyPages ?? false) && !token.endsWith(":1"),
        }),
      );
  }
  const message = mailbox.messages.get(path.replace(/^messages\//, ""));
  if (message === undefined) return refuse(404, "notFound", "Requested entity was not found.");
  return asked("format") === "raw"
    ? new Response(streamRaw(message), { headers: { "content-type": "application/json" } })
    : Response.json(describeFull(message));
}

/** A failure in Google's shape. */
export function refuse(code: number, reason: string, message: string): Response {
  return Response.json(describeError(code, reason, message), { status: code });
}
