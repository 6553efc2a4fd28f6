/** Two workspaces on a running stack, with a caller of every kind. */
import assert from "node:assert/strict";
import type { Stack } from "../../../../scripts/local/stack.ts";

/** Everybody who may ring. */
export const CALLERS = [
  "nobody",
  "forged",
  "stranger",
  "viewer",
  "member",
  "owner",
  "token",
  "typed token",
  "mail token",
  "ping token",
  "revoked token",
  "token of theirs",
  "secret key",
  "cron secret",
] as const;
export type CallerName = typeof CALLERS[number];
export type Headers = Readonly<Record<string, string>>;

/** The token that a caller sends as a bearer; empty where it sends none. */
export function readBearer(headers: Headers): string {
  return (headers["authorization"] ?? "").replace("Bearer ", "");
}

/** What the tests of this function start from. */
export interface World {
  readonly url: string;
  readonly ours: string;
  readonly theirs: string;
  readonly headers: Readonly<Record<CallerName, Headers>>;
  readonly pingToken: string;
}

/** Makes the two workspaces, their users and their tokens. */
export async function createWorld(stack: Stack): Promise<World> {
  const { database, publishableKey, secretKey, cronSecret } = stack;
  const rest = async (path: string, headers: Headers, body: unknown) => {
    const response = await fetch(`${stack.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    assert.ok(response.ok, text);
    return JSON.parse(text);
  };
  const createUser = async (name: string): Promise<Headers> => {
    const { access_token: jwt } = await rest("/auth/v1/signup", { apikey: publishableKey }, {
      email: `${name}@example.com`,
      password: "correct horse battery 1",
    });
    return { authorization: `Bearer ${jwt}` };
  };
  const createWorkspace = (user: Headers): Promise<string> =>
    rest("/rest/v1/rpc/create_workspace", { apikey: publishableKey, ...user }, { p_name: "W" });

  const owner = await createUser("owner");
  const otherOwner = await createUser("other-owner");
  const ours = await createWorkspace(owner);
  const theirs = await createWorkspace(otherOwner);
  const join = async (name: "viewer" | "member") => {
    const user = await createUser(name);
    await database.query(
      `insert into public.workspace_members (workspace_id, user_id, role)
       select $1, u.id, $2 from auth.users u where u.email = $3`,
      [ours, name, `${name}@example.com`],
    );
    return user;
  };
  const createToken = (
    user: Headers,
    workspaceId: string,
    scope: string,
    types: readonly string[] | null = null,
  ): Promise<{ id: string; token: string }> =>
    rest("/rest/v1/rpc/create_ingest_token", { apikey: publishableKey, ...user }, {
      p_workspace_id: workspaceId,
      p_name: scope,
      p_scopes: [scope],
      p_task_types: types,
      p_requests_per_minute: 60_000,
    });
  const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });

  const revoked = await createToken(owner, ours, "tasks");
  await rest("/rest/v1/rpc/revoke_ingest_token", { apikey: publishableKey, ...owner }, {
    p_token_id: revoked.id,
  });
  const ping = await createToken(owner, ours, "ping", ["data_cleanup"]);
  const [head, , signature] = (owner["authorization"] ?? "").split(".");
  const claims = btoa(JSON.stringify({ role: "service_role", exp: 4_102_444_800 }));
  return {
    url: `${stack.url}/functions/v1/autonomous-tasks`,
    ours,
    theirs,
    pingToken: ping.token,
    headers: {
      "nobody": {},
      "forged": { authorization: `${head}.${claims.replaceAll("=", "")}.${signature}` },
      "stranger": await createUser("stranger"),
      "viewer": await join("viewer"),
      "member": await join("member"),
      owner,
      "token": bearer(await createToken(owner, ours, "tasks")),
      "typed token": bearer(await createToken(owner, ours, "tasks", ["data_cleanup"])),
      "mail token": bearer(await createToken(owner, ours, "mail")),
      "ping token": bearer(ping),
      "revoked token": bearer(revoked),
      "token of theirs": bearer(await createToken(otherOwner, theirs, "tasks")),
      "secret key": { apikey: secretKey },
      "cron secret": { authorization: `Bearer ${cronSecret}` },
    },
  };
}
