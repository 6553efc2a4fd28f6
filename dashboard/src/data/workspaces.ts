/** The workspaces of the signed-in user. */
import type { Read } from "./rpc.ts";
import { workspacesSchema } from "./shapes.ts";

export interface Workspace {
  readonly id: string;
  readonly name: string;
}

/** @throws {RequestError} */
export function readWorkspaces(read: Read): Promise<readonly Workspace[]> {
  return read("workspaces?select=id,name&order=name&limit=200", workspacesSchema);
}
