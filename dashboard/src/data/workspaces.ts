/** The workspaces of the signed-in user. */
import type { Config } from "../config.ts";
import { RequestError } from "./rpc.ts";
import type { Sessions } from "./session.ts";
import { workspacesSchema } from "./shapes.ts";

export interface Workspace {
  readonly id: string;
  readonly name: string;
}

/** @throws {RequestError} */
export async function readWorkspaces(
  { url, publishableKey }: Config,
  sessions: Pick<Sessions, "readToken">,
): Promise<readonly Workspace[]> {
  const token = await sessions.readToken();
  const response = await fetch(`${url}/rest/v1/workspaces?select=id,name&order=name&limit=200`, {
    headers: { apikey: publishableKey, authorization: `Bearer ${token ?? ""}` },
  }).catch(() => null);
  const parsed = workspacesSchema.safeParse(await response?.json().catch(() => null));
  if (response?.ok && parsed.success) return parsed.data;
  throw new RequestError("Your workspaces cannot be read. Try again.", response?.status ?? 0);
}
