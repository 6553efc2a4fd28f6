/** Contacts over many emails: any order, the gold set, days against scratch, plans. */
import assert from "node:assert/strict";
import { createEmail, storeEmail, WORKSPACE_ID } from "../../../scripts/bench/contacts/emails.ts";
import {
  compareDays,
  createAskingWorkspace,
  readPortrait,
  runChunks,
} from "../../../scripts/bench/contacts/simulation.ts";
import { fillEmails } from "../../../scripts/bench/contacts/fill.ts";
import { readGoldSet } from "../../../scripts/eval/corpora/gold_set.ts";
import { createRandom } from "../../../scripts/lib/random.ts";
import {
  type PlanNode,
  readReportedPlan,
  reportPlans,
} from "../../../scripts/local/testing/query_plans.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { prepareToRead, readEmail } from "../../functions/_email/mod.ts";
import { RULES_EXTRACTOR } from "../../functions/continuous-intelligence/analyzers/rules.ts";
import { toResult } from "../../functions/continuous-intelligence/run/settlement.ts";

const DAY = new Date("2025-06-01T00:00:00Z");
const SHORT_DAYS = 20;

testOnPostgres("any order of the same emails gives the same contacts", async ({ sql }) => {
  await createAskingWorkspace(sql);
  const random = createRandom(4);
  const emails = Array.from({ length: 30 }, (_, number) => createEmail(random, number, DAY, 6));
  const extra = Array.from({ length: 5 }, (_, number) => createEmail(random, 100 + number, DAY, 8));
  const portraits: string[] = [];
  for (let order = 0; order < 4; order++) {
    const shuffled = [...emails, ...extra].map((email) => ({ email, key: random() }))
      .sort((a, b) => a.key - b.key).map(({ email }) => email);
    await sql`begin`;
    for (const email of shuffled) {
      await storeEmail(sql, email);
      if (random() < 0.2) await runChunks(sql, "contact_enrichment", DAY);
    }
    await runChunks(sql, "contact_enrichment", DAY);
    // What was there for a while leaves nothing behind.
    await sql`delete from public.client_emails where id in ${sql(extra.map(({ id }) => id))}`;
    await runChunks(sql, "contact_enrichment", DAY);
    portraits.push(await readPortrait(sql));
    await sql`rollback`;
  }
  assert.ok((portraits[0] ?? "").split("\n").length > 30);
  for (const portrait of portraits) assert.equal(portrait, portraits[0]);
});

testOnPostgres(
  `on each of ${SHORT_DAYS} days, contacts and scores are those that are counted from scratch`,
  async ({ sql }) => {
    const { emails, ...comparison } = await compareDays(sql, SHORT_DAYS, 7);
    assert.deepEqual(comparison, { days: SHORT_DAYS, contactMismatches: 0, scoreMismatches: 0 });
    assert.ok(emails > SHORT_DAYS);
  },
);

testOnPostgres(
  "of the gold emails, no bulk, automated or office email makes a person, and every fact is in its email",
  async ({ sql }) => {
    await createAskingWorkspace(sql);
    const gold = await readGoldSet("dev");
    await prepareToRead(gold);
    for (const mail of gold) {
      const { name, fromEmail, fromName, subject, bodyText, bodyHtml, headers, receivedAt } = mail;
      const record = readEmail({
        fromEmail,
        fromName,
        subject,
        bodyText,
        bodyHtml,
        headers,
        receivedAt,
      });
      const [row] = await sql`insert into public.client_emails (workspace_id, provider_message_id,
          from_email, from_name, subject, body_text, body_html, headers, received_at)
        values (${WORKSPACE_ID}, ${name}, ${fromEmail}, ${fromName}, ${subject}, ${bodyText},
          ${bodyHtml}, ${sql.json(headers)}, ${receivedAt}) returning id`;
      const { record: columns = {}, model = "" } = toResult({
        emailId: row?.["id"],
        ok: true,
        record,
        extractor: RULES_EXTRACTOR,
        isDegraded: false,
      });
      await sql`insert into public.email_intelligence
        select i.* from jsonb_populate_record(null::public.email_intelligence, ${
        sql.json({
          ...columns,
          id: crypto.randomUUID(),
          email_id: row?.["id"],
          workspace_id: WORKSPACE_ID,
          extraction_model: model,
          extracted_at: receivedAt,
        })
      }::jsonb) i`;
    }
    await runChunks(sql, "contact_enrichment", DAY);
    const people = await sql<{ email: string }[]>`
      select email from public.contacts where kind = 'person'`;
    const senders = new Map(gold.map(({ fromEmail, labels }) => [fromEmail, labels]));
    assert.ok(people.length >= 20, `only ${people.length} contacts`);
    for (const { email } of people) {
      const labels = senders.get(email);
      assert.equal(labels?.is_bulk || labels?.is_automated, false, email);
      assert.doesNotMatch(email, /^(info|sales|support|billing|office|team|no-?reply|jobs)@/);
    }
    const [facts] = await sql`select count(*)::integer as count, count(*) filter (
        where f.source = 'signature')::integer as signed,
        count(*) filter (where not case
          when f.source = 'header' and f.field = 'name'
            then strpos(regexp_replace(e.from_name, '\\s+', ' ', 'g'), f.value) > 0
          when f.is_derived then strpos(e.from_email, f.value) > 0
          else strpos(regexp_replace(coalesce(i.analyzed_text, e.body_text), '\\s+', ' ', 'g'),
            regexp_replace(f.value, '\\s+', ' ', 'g')) > 0
        end)::integer as elsewhere
      from public.contact_facts f
      join public.client_emails e on e.id = f.email_id
      join public.email_intelligence i on i.email_id = e.id`;
    assert.equal(facts?.["elsewhere"], 0);
    assert.ok(facts?.["signed"] >= 10, `only ${facts?.["signed"]} facts of signatures`);
  },
);

testOnPostgres("a contact that changes while it is scored shows its score", async (database) => {
  const { sql, connect } = database;
  await createAskingWorkspace(sql);
  await sql`insert into public.contacts (workspace_id, email)
    select ${WORKSPACE_ID}, name || '@x.example' from unnest('{ada,bob}'::text[]) name`;
  await sql`insert into public.contact_facts (contact_id, field, value, value_key, source,
      first_seen_at, last_seen_at, times_seen, place)
    select id, 'job_title', 'Director', 'director', 'user', ${DAY}, ${DAY}, 1, 1
    from public.contacts`;
  const scoring = await connect().begin(async (member) => {
    await member`update public.contacts set tags = '{vip}' where email = 'ada@x.example'`;
    let isOver = false;
    const run = runChunks(connect(), "lead_scoring_batch", DAY).finally(() => isOver = true);
    for (let waiting = 0; waiting === 0 && !isOver;) {
      const [row] = await sql`select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row?.["count"];
    }
    assert.ok(!isOver, "scoring waits for the member's change");
    return { run };
  });
  await scoring.run;
  const contacts = await sql`select email, ai_score::float8 as score, tags from public.contacts
    order by email`;
  assert.deepEqual([...contacts], [
    { email: "ada@x.example", score: 10, tags: ["vip"] },
    { email: "bob@x.example", score: 10, tags: [] },
  ]);
});

testOnPostgres(
  "enrichment and scoring use indexes alone, and the worker compiles no plan before it runs",
  async ({ sql, connect }) => {
    await fillEmails(connect({ role: "supabase_admin" }), 100);
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      select id, '{contact_enrichment,lead_scoring_batch}' from public.workspaces`;
    // Long lists, of emails and contacts that are gone.
    await sql`insert into nightshift.due_emails (workspace_id, email_id)
      select w.id, gen_random_uuid() from public.workspaces w, generate_series(1, 500)`;
    await sql`insert into nightshift.due_days (workspace_id, contact_id, day)
      select w.id, gen_random_uuid(), '2026-06-01' from public.workspaces w, generate_series(1, 500)`;
    await sql`insert into nightshift.due_scores (workspace_id, contact_id)
      select w.id, gen_random_uuid() from public.workspaces w, generate_series(1, 500)`;
    await sql`analyze nightshift.due_emails, nightshift.due_days, nightshift.due_scores`;
    const nodes: PlanNode[] = [];
    let [plans, compiled] = [0, 0];
    const watched = connect({
      role: "supabase_admin",
      onnotice: (notice) => {
        nodes.push(...readReportedPlan(notice));
        const message = notice["message"] ?? "";
        // The statement that calls the worker is ours.
        if (!message.startsWith("duration: ") || message.includes("do_chunk")) return;
        plans++;
        if (message.includes('"JIT"')) compiled++;
      },
    });
    await reportPlans(watched);
    const now = new Date("2026-06-01T00:00:00Z");
    // As if every plan were one of large tables.
    await watched`set jit_above_cost = 0`;
    for (const taskType of ["contact_enrichment", "lead_scoring_batch"]) {
      const run = watched`select nightshift.do_chunk(r, ${now}) from nightshift.database_runs r`;
      await sql`insert into nightshift.database_runs (run_id, task_type)
        values (gen_random_uuid(), ${taskType})`;
      await run;
      await sql`delete from nightshift.database_runs where true`;
    }
    await watched`reset jit_above_cost`;
    assert.ok(plans > 20, `only ${plans} statements`);
    assert.equal(compiled, 0, `${compiled} statements were compiled before they ran`);
    await runChunks(watched, "contact_enrichment", now);
    await runChunks(watched, "lead_scoring_batch", now);
    await sql`delete from public.client_emails where md5(id::text) < '2'`;
    await runChunks(watched, "contact_enrichment", now);
    const scanned = new Set(
      nodes.filter(({ type }) => type === "Seq Scan").map(({ table }) => table),
    );
    const large = [
      "client_emails",
      "email_intelligence",
      "autonomous_tasks",
      "contacts",
      "contact_facts",
      "contact_emails",
      "contact_days",
      "email_claims",
      "given_facts",
      "lead_scores",
      "lead_score_history",
      "due_emails",
      "due_days",
      "due_scores",
    ];
    assert.deepEqual(large.filter((table) => scanned.has(table)), []);
    assert.ok(nodes.some(({ table }) => table === "client_emails"));
  },
);
