/** Who is signed in when a test begins, without typing a password in each. */
import type { Stack } from "../../../scripts/local/stack.ts";
import type { Project, Who } from "./project.ts";

/** What a browser profile holds. */
export interface Storage {
  readonly cookies: never[];
  readonly origins: {
    readonly origin: string;
    readonly localStorage: { readonly name: string; readonly value: string }[];
  }[];
}

const known = new Map<Who, Promise<Storage>>();

/** The profile of somebody who has signed in; asked for once each. */
export function readSession(stack: Stack, project: Project, who: Who): Promise<Storage> {
  const session = known.get(who) ?? signIn(stack, project, who);
  known.set(who, session);
  return session;
}

/** The profile of somebody who has signed in just now. */
export async function signIn(
  stack: Stack,
  { emails, password }: Project,
  who: Who,
): Promise<Storage> {
  const response = await fetch(`${stack.url}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: stack.publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email: emails[who], password }),
  });
  if (!response.ok) throw new Error(`${who} cannot sign in: ${await response.text()}`);
  return storeSession(stack, await response.text());
}

/** The profile of somebody for whom the auth server has answered with a session. */
export function storeSession({ url }: Pick<Stack, "url">, value: string): Storage {
  return {
    cookies: [],
    origins: [{ origin: url, localStorage: [{ name: "nightshift-session", value }] }],
  };
}
