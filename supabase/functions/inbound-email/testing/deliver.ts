import type { StoredEmail } from "../../_email/mod.ts";
import { hashText } from "../../_shared/http/credentials.ts";
import type { Env } from "../../_shared/platform/env.ts";
import { createApp } from "../app.ts";
import type { Fetch } from "../providers/provider.ts";
import { createProviders } from "../providers/providers.ts";
import { createMemoryStore } from "./store_in_memory.ts";

export const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
export const TOKEN = `nst_${"0a".repeat(32)}`;
export const NOW = new Date("2026-11-12T08:00:00.000Z");

/** What a URL with the token as its password makes a provider send. */
export const WITH_PASSWORD = { authorization: `Basic ${btoa(`nightshift:${TOKEN}`)}` };

/** What was answered, and what is stored by then. */
export interface Answer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
  readonly challenge: string | null;
  readonly emails: readonly StoredEmail[];
}

export interface Request {
  readonly headers?: Record<string, string>;
  readonly body: BodyInit;
}

/** What the project has set, and what answers the function's own requests. */
export interface World {
  readonly inbound?: Partial<Env["inbound"]>;
  readonly fetch?: Fetch;
}

const UNSET: Env["inbound"] = {
  resendApiKey: "",
  resendWebhookSecret: "",
  mailgunSigningKey: "",
  sendgridPublicKey: "",
};

/** A function with one workspace in its store: returns what posts to a path of it. */
export function createReceiver({ inbound = {}, fetch = refuseToFetch }: World = {}) {
  const store = createMemoryStore(WORKSPACE, hashText(TOKEN));
  const settings = {
    inbound: { ...UNSET, ...inbound },
    resendBaseUrl: "https://api.resend.example",
  };
  const app = createApp({
    secrets: { cronSecrets: ["a-secret-for-these-tests"], secretKeys: {} },
    store,
    providers: createProviders(settings, () => NOW, fetch),
    clock: () => NOW,
    log: () => {},
  });
  return async function deliver(path: string, request: Request): Promise<Answer> {
    const response = await app.request(`/inbound-email${path}`, {
      method: "POST",
      headers: request.headers ?? WITH_PASSWORD,
      body: request.body,
    });
    return {
      status: response.status,
      body: await response.json(),
      challenge: response.headers.get("www-authenticate"),
      emails: store.emails,
    };
  };
}

function refuseToFetch(input: Parameters<Fetch>[0]): Promise<Response> {
  return Promise.reject(new Error(`nothing is asked for ${String(input)} in this test`));
}
