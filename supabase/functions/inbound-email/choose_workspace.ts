/** Which workspace does an email go to? */
import type { Context } from "hono";
import * as z from "zod";
import type { AppEnv } from "../_shared/http/caller.ts";
import { validate } from "../_shared/http/json.ts";
import { Problem } from "../_shared/http/problem.ts";
import { workspaceIdSchema } from "./read_json_email.ts";

const requiredSchema = z.object({ workspace_id: workspaceIdSchema });
const querySchema = z.object({ workspace_id: workspaceIdSchema.optional() });

/** The workspace that `?workspace_id=UUID` names. @throws {Problem} `invalid_request` (400) */
export function readQuery(c: Context<AppEnv>): string | undefined {
  return validate(querySchema, c.req.query(), "query").workspace_id;
}

/**
 * The workspace that an email goes to: the caller's own, else the one that the request names.
 * @throws {Problem} `invalid_request` (400), `workspace_not_found` (404)
 */
export function chooseWorkspace(c: Context<AppEnv>, named: string | undefined): string {
  const own = c.get("workspaceId");
  if (own === undefined) return validate(requiredSchema, { workspace_id: named }).workspace_id;
  if (named === undefined || named === own) return own;
  throw new Problem(
    "workspace_not_found",
    "There is no such workspace for this ingest token. Leave workspace_id out; the token has its " +
      "own.",
  );
}
