import type { Handler } from "hono";
import * as z from "zod";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validateStorable } from "../../_shared/http/json.ts";
import { Problem } from "../../_shared/http/problem.ts";
import type { AppDeps } from "../deps.ts";

const requestSchema = z.strictObject({ delivery_id: z.guid() });

/** `POST /reports`: sends the email of a report, with the id of the delivery as Idempotency-Key. */
export function postReport({ store, sendEmail }: AppDeps): Handler<AppEnv> {
  return async function answerReport(c) {
    const { delivery_id: id } = validateStorable(requestSchema, readJson(c));
    const due = await store.openReport(id);
    if (due === null) {
      throw new Problem("report_not_due", "No delivery of a report with this id is under way.");
    }
    await sendEmail(id, due);
    return c.json({ delivery_id: id, sent: true }, 200);
  };
}
