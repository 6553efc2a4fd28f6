import type { Stack } from "../../local/stack.ts";

/** An external system: a workspace and an ingest token of its own. */
export interface System {
  readonly workspaceId: string;
  readonly token: string;
}

/** So many systems send at once, each one request at a time. */
const SYSTEMS = 4;

/** Makes the systems that send. */
export async function createSystems(stack: Stack): Promise<System[]> {
  const ask = sendToRest(stack);
  return await Promise.all(Array.from({ length: SYSTEMS }, async () => {
    const [workspace] = await ask("/workspaces", { name: "Bench" }) as [{ id: string }];
    const { token } = await ask("/rpc/create_ingest_token", {
      p_workspace_id: workspace.id,
      p_name: "bench",
      p_requests_per_minute: 60_000,
    }) as { token: string };
    return { workspaceId: workspace.id, token };
  }));
}

/** Sends a request to `/rest/v1` with the secret key: `POST` with a body, else `GET`. */
export function sendToRest(stack: Stack) {
  const headers = { apikey: stack.secretKey, prefer: "return=representation" };
  return (path: string, body?: unknown) => send(`${stack.url}/rest/v1${path}`, headers, body);
}

/**
 * Sends a request to the task-logging API with a system's token: `POST` with a body, else `GET`.
 */
export function sendToApi(stack: Stack) {
  const url = `${stack.url}/functions/v1/autonomous-tasks`;
  return ({ token }: System, path: string, body?: unknown) =>
    send(`${url}${path}`, { authorization: `Bearer ${token}` }, body);
}

async function send(
  url: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
