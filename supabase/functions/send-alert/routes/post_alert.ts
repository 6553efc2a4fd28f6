import type { Handler } from "hono";
import * as z from "zod";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validateStorable } from "../../_shared/http/json.ts";
import { Problem } from "../../_shared/http/problem.ts";
import type { AppDeps } from "../deps.ts";

const requestSchema = z.strictObject({ alert_id: z.guid() });

/** `POST /`: sends the email of an alert. */
export function postAlert({ store, sendEmail }: AppDeps): Handler<AppEnv> {
  return async function answerAlert(c) {
    const { alert_id: id } = validateStorable(requestSchema, readJson(c));
    const due = await store.openEmail(id);
    if (due === null) {
      throw new Problem("alert_not_due", "No request about an alert with this id is under way.");
    }
    await sendEmail(id, due);
    return c.json({ alert_id: id, sent: true }, 200);
  };
}
