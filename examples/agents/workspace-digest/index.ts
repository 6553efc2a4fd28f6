/**
 * A nightly digest for each workspace: which emails of the last day to answer first. Every step is
 * kept, so a night that breaks off sends no digest twice.
 */
import { z } from "zod";
import { createAgent, GiveUp } from "../_shared/agent.ts";

const payload = z.object({
  /** Where the digest is posted to, such as a chat's incoming webhook. */
  webhook: z.url(),
  hours: z.int().min(1).max(168).default(24),
});

export default createAgent("workspace-digest", { payload }, async (task) => {
  const { workspaceId, db, signal, step } = task;
  if (workspaceId === null) throw new GiveUp("Set for_each = 'workspace' on the schedule.");

  const emails = await step("read", async () => {
    const since = new Date(Date.now() - task.payload.hours * 3_600_000).toISOString();
    const read = await db.from("email_intelligence")
      .select("summary, urgency_level, client_emails!inner(from_email, subject, received_at)")
      .eq("workspace_id", workspaceId).in("urgency_level", ["high", "critical"])
      .gte("client_emails.received_at", since)
      .limit(20);
    if (read.error) throw read.error;
    return read.data.map(({ urgency_level: urgency, client_emails: email }) => ({
      urgency,
      from: email.from_email,
      subject: email.subject,
    }));
  });

  if (emails.length === 0) return { output: { emails: 0 } };
  const text = [
    `${emails.length} emails to answer first:`,
    ...emails.map(({ urgency, from, subject }) => `- ${urgency}: ${subject} (${from})`),
  ].join("\n");

  await step("send", async () => {
    const response = await fetch(task.payload.webhook, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": task.id },
      body: JSON.stringify({ text }),
      signal,
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The webhook answered ${response.status}.`);
  });
  return { output: { emails: emails.length, text } };
});
