import assert from "node:assert/strict";
import { readNamedBlocks } from "../../../supabase/tests/documents/document_blocks.ts";
import type { AgentStack } from "./agent_stack.ts";

/** A chat's webhook that is broken at first. */
function startChat() {
  const posts: { key: string | null; text: string }[] = [];
  let failures = 1;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const { text } = await request.json();
    if (failures-- > 0) return new Response("busy", { status: 503 });
    posts.push({ key: request.headers.get("idempotency-key"), text });
    return new Response("ok");
  });
  return {
    posts,
    url: `http://127.0.0.1:${server.addr.port}/`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** The digest goes to each workspace once, also when the chat is broken at first. */
export async function tryWorkspaceDigest(project: AgentStack): Promise<void> {
  await using chat = startChat();
  const { database } = project.stack;
  await database.exec(
    `delete from public.workspaces where true;
     insert into public.workspaces (name) values ('Bakery'), ('Forge'), ('Quiet');
     insert into public.client_emails
       (workspace_id, provider_message_id, from_email, subject, received_at)
     select w.id, w.name || n, 'ada@client.example', w.name || ' ' || n, now() - n * interval '1 hour'
     from public.workspaces w, generate_series(1, 2) n where w.name <> 'Quiet';
     insert into public.email_intelligence (
       email_id, workspace_id, primary_intent, sentiment, urgency_level, budget_mentioned,
       timeline_mentioned, decision_maker, confidence_score, needs_reply, is_bulk, is_automated,
       analyzer, analyzer_version, extraction_model)
     select e.id, e.workspace_id, 'question', 'neutral',
       case when e.subject like '%1' then 'critical' else 'low' end, false, false, false, 50, true,
       false, false, 'rules', 1, 'test'
     from public.client_emails e;`,
  );
  await database.exec(
    readNamedBlocks("docs/guides/agents.md")("per_workspace")
      .replace("https://chat.example.com/hook", chat.url),
  );
  await database.query("select nightshift.run_now('workspace-digest')");
  // One of them waits for its second attempt.
  const waiting = await project.poll(async () => {
    const [job] = await database.query<{ task_id: string }>(
      "select j.task_id::text from nightshift.jobs j where j.state = 'later' and j.attempt > 0",
    );
    return job;
  }, "a digest that waits");
  const kept = await database.query<{ name: string }>(
    "select s.name from nightshift.task_steps s where s.task_id = $1",
    [waiting.task_id],
  );
  assert.deepEqual(kept.map(({ name }) => name), ["read"]);
  await project.letTimeCome();

  const tasks = await project.whenEnded("workspace-digest", 3);
  assert.deepEqual(tasks.map(({ status }) => status), ["completed", "completed", "completed"]);
  assert.equal(new Set(tasks.map(({ workspace_id: id }) => id)).size, 3);
  assert.deepEqual(chat.posts.map(({ text }) => text).sort(), [
    "1 emails to answer first:\n- critical: Bakery 1 (ada@client.example)",
    "1 emails to answer first:\n- critical: Forge 1 (ada@client.example)",
  ]);
  assert.equal(new Set(chat.posts.map(({ key }) => key)).size, 2);
}
