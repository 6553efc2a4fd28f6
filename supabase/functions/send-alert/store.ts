import * as z from "zod";
import { type ServiceClient, unwrap } from "../_shared/database/db.ts";
import type { AlertStore, DueEmail } from "./deps.ts";

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("not_due") }),
  z.object({
    outcome: z.literal("due"),
    api_key: z.string(),
    email: z.object({
      from: z.string(),
      to: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
    }),
  }),
]);

function readEmail(data: unknown): DueEmail | null {
  const answer = answerSchema.parse(data);
  return answer.outcome === "due" ? { apiKey: answer.api_key, email: answer.email } : null;
}

/** The store of the project's database. */
export function createAlertStore(client: ServiceClient): AlertStore {
  return {
    async openEmail(alertId) {
      return readEmail(unwrap(await client.rpc("open_alert_email", { p_alert_id: alertId })));
    },
    async openReport(deliveryId) {
      const answer = await client.rpc("open_report_email", { p_delivery_id: deliveryId });
      return readEmail(unwrap(answer));
    },
  };
}
