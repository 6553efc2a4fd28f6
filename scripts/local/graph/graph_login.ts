import { createHash } from "node:crypto";

/** What Microsoft's login answers. */
export interface TokenAnswer {
  readonly token_type: "Bearer";
  readonly scope: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
}

/**
 * The login of the stand-in. Each refresh gives another refresh token. As strict as can be: the old
 * one ends when the new one or its access token is used for the first time.
 */
export class GraphLogin {
  readonly clientId = "11111111-2222-3333-4444-555555555555";
  readonly clientSecret = "secret-of-the-app";
  /** What the user allows. */
  scope = "Mail.Read User.Read";
  givesRefreshToken = true;
  /** How long access tokens are said to last, seconds. */
  expiresIn = 3_600;
  refreshes = 0;
  readonly #codes = new Map<string, { readonly challenge: string; readonly redirectUri: string }>();
  readonly #access = new Set<string>();
  readonly #refresh = new Set<string>();
  /** The refresh token that ends when a token of its answer is used. */
  readonly #replaced = new Map<string, string>();
  #number = 0;

  /** The code that the browser brings back when the user accepts. */
  accept(authorizeUrl: string): URLSearchParams {
    const { searchParams } = new URL(authorizeUrl);
    const code = `M.C5_${++this.#number}`;
    this.#codes.set(code, {
      challenge: searchParams.get("code_challenge") ?? "",
      redirectUri: searchParams.get("redirect_uri") ?? "",
    });
    return new URLSearchParams({
      code,
      state: searchParams.get("state") ?? "",
      session_state: "5e2d7f1c",
    });
  }

  /** Tokens as if the user had just accepted. */
  issue(): TokenAnswer & { readonly refresh_token: string } {
    return this.#issue();
  }

  /** As an administrator or a new password does. */
  revokeAll(): void {
    this.#refresh.clear();
    this.#access.clear();
  }

  /** Access tokens end, refresh tokens do not. */
  endAccess(): void {
    this.#access.clear();
  }

  isValid(accessToken: string): boolean {
    this.#use(accessToken);
    return this.#access.has(accessToken);
  }

  answer(form: URLSearchParams): Response {
    const isApp = form.get("client_id") === this.clientId &&
      form.get("client_secret") === this.clientSecret;
    if (!isApp) return refuse("invalid_client", 401);
    if (form.get("grant_type") === "authorization_code") {
      const code = this.#codes.get(form.get("code") ?? "");
      this.#codes.delete(form.get("code") ?? "");
      const verifier = form.get("code_verifier") ?? "";
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      const isMeant = code?.challenge === challenge &&
        code.redirectUri === form.get("redirect_uri");
      return isMeant ? Response.json(this.#issue()) : refuse("invalid_grant", 400);
    }
    const used = form.get("refresh_token") ?? "";
    if (!this.#refresh.has(used)) return refuse("invalid_grant", 400);
    this.#use(used);
    this.refreshes += 1;
    const answer = this.#issue();
    this.#replaced.set(answer.access_token, used);
    this.#replaced.set(answer.refresh_token, used);
    return Response.json(answer);
  }

  #use(token: string): void {
    const old = this.#replaced.get(token);
    if (old !== undefined) this.#refresh.delete(old);
  }

  #issue() {
    const access_token = `eyJ0eXAi.access-${++this.#number}`;
    const refresh_token = `0.AXoA.refresh-${this.#number}`;
    this.#access.add(access_token);
    this.#refresh.add(refresh_token);
    const { scope, expiresIn: expires_in } = this;
    return {
      ...{ token_type: "Bearer", scope, expires_in, ext_expires_in: expires_in, access_token },
      ...this.givesRefreshToken ? { refresh_token } : {},
    } as TokenAnswer & { readonly refresh_token: string };
  }
}

function refuse(error: string, status: number): Response {
  return Response.json({
    error,
    error_description: `AADSTS70000: secret words about ada@example.com`,
    error_codes: [70000],
    timestamp: "2026-11-20 12:00:00Z",
    trace_id: "1",
    correlation_id: "2",
  }, { status });
}
