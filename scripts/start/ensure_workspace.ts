import type { LocalDatabase } from "../local/database.ts";

/** A tenant, as far as the local stack tells about it. */
export interface WorkspaceFacts extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
}

/** The oldest workspace; where there is none, a new empty one called "Local workspace". */
export async function ensureWorkspace(database: LocalDatabase): Promise<WorkspaceFacts> {
  const [existing] = await database.query<WorkspaceFacts>(
    "select id, name from public.workspaces order by created_at, id limit 1",
  );
  if (existing) return existing;
  const [created] = await database.query<WorkspaceFacts>(
    "insert into public.workspaces (name) values ('Local workspace') returning id, name",
  );
  if (!created) throw new Error("The database kept no workspace; its migrations are incomplete.");
  return created;
}
