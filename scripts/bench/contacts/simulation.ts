import type postgres from "postgres";
import { createRandom } from "../../lib/random.ts";
import { createEmail, createId, storeEmail, WORKSPACE_ID } from "./emails.ts";

const FIRST_DAY = new Date("2025-01-01T00:00:00Z");
const DAY_MS = 86_400_000;
/** Any id does: no workspace has failed. */
const RUN_ID = createId("run");

/** On how many days contacts or scores differed from those that are counted from scratch. */
export interface Comparison {
  readonly days: number;
  readonly contactMismatches: number;
  readonly scoreMismatches: number;
  /** Emails that were stored, some of which were deleted later. */
  readonly emails: number;
}

/** Makes the workspace, which asks for enrichment and scoring. */
export async function createAskingWorkspace(sql: postgres.Sql): Promise<void> {
  await sql`insert into public.workspaces (id, name) values (${WORKSPACE_ID}, 'Asking')`;
  await sql`insert into public.workspace_settings (workspace_id, own_domains, enabled_types)
    values (${WORKSPACE_ID}, '{ours.example}', '{contact_enrichment,lead_scoring_batch}')`;
}

/** Calls a chunk function until nothing is left. */
export async function runChunks(
  sql: postgres.Sql,
  taskType: "contact_enrichment" | "lead_scoring_batch",
  now: Date,
): Promise<number> {
  for (let chunks = 1;; chunks++) {
    const [row] = await sql`select ${sql(`nightshift.${taskType}_chunk`)}(${RUN_ID}, null, ${now})
      ->> 'done' as done`;
    if (row?.["done"] === "true") return chunks;
  }
}

/**
 * Plays days in which emails come, go and are corrected and members add facts, enriches and scores
 * what is due, and compares with everything counted from scratch, each day.
 */
export async function compareDays(
  sql: postgres.Sql,
  days: number,
  seed: number,
): Promise<Comparison> {
  const random = createRandom(seed);
  let [emails, contactMismatches, scoreMismatches] = [0, 0, 0];
  await createAskingWorkspace(sql);
  for (let number = 0; number < days; number++) {
    const day = new Date(FIRST_DAY.getTime() + number * DAY_MS);
    for (let left = Math.floor(random() * 5); left > 0; left--) {
      await storeEmail(sql, createEmail(random, emails++, day));
    }
    if (random() < 0.3) await deleteSome(sql, random);
    if (random() < 0.2) await correctSome(sql, random, day);
    if (random() < 0.2) await addFact(sql, random);
    const evening = new Date(day.getTime() + DAY_MS - 1);
    await runChunks(sql, "contact_enrichment", evening);
    await runChunks(sql, "lead_scoring_batch", evening);
    if (await differsFromScratch(sql, evening)) contactMismatches++;
    if (await hasOtherScores(sql, day)) scoreMismatches++;
  }
  return { days, contactMismatches, scoreMismatches, emails };
}

async function deleteSome(sql: postgres.Sql, random: () => number): Promise<void> {
  await sql`delete from public.client_emails where id in (
    select id from public.client_emails where workspace_id = ${WORKSPACE_ID}
    order by md5(id::text || ${String(random())}) limit 2)`;
}

async function correctSome(sql: postgres.Sql, random: () => number, day: Date): Promise<void> {
  await sql`update public.email_intelligence i set is_bulk = not i.is_bulk, sentiment = 'negative'
    where i.email_id = (
      select email_id from public.email_intelligence where workspace_id = ${WORKSPACE_ID}
      order by md5(email_id::text || ${String(random())}) limit 1)`;
  await sql`update public.client_emails e set from_name = 'Ada Byron', received_at = ${day}
    where e.id = (
      select id from public.client_emails where workspace_id = ${WORKSPACE_ID}
      order by md5(id::text || ${String(random())}) limit 1)`;
}

async function addFact(sql: postgres.Sql, random: () => number): Promise<void> {
  const person = Math.floor(random() * 25);
  const facts = [{
    email: `p${person}@${person % 5 === 0 ? "gmail.com" : `d${person % 7}.example`}`,
    field: random() < 0.5 ? "job_title" : "company",
    value: random() < 0.3 ? null : "Director",
  }];
  await sql`select public.add_contact_facts(${WORKSPACE_ID}, 'provider:register', ${
    sql.json(facts)
  })`;
}

/** Whether contacts, facts and days are others once all emails are read into empty tables. */
async function differsFromScratch(sql: postgres.Sql, now: Date): Promise<boolean> {
  const before = await readPortrait(sql);
  await sql`begin`;
  try {
    await sql`delete from public.contact_emails where true`;
    await sql`delete from public.contact_facts where true`;
    await sql`delete from public.contact_days where true`;
    await sql`update public.contacts set name = null, company = null, job_title = null,
      phone = null, first_seen_at = null, last_interaction = null where true`;
    await sql`insert into nightshift.due_emails (workspace_id, email_id)
      select workspace_id, id from public.client_emails on conflict do nothing`;
    await sql`insert into nightshift.due_days (workspace_id, contact_id, day)
      select workspace_id, id, ${FIRST_DAY} from public.contacts on conflict do nothing`;
    await runChunks(sql, "contact_enrichment", now);
    return await readPortrait(sql) !== before;
  } finally {
    await sql`rollback`;
  }
}

/** Everything that contacts say, in an order of its own and without the ids of contacts. */
export async function readPortrait(sql: postgres.Sql): Promise<string> {
  const [row] = await sql`
    select string_agg(line, ${"\n"} order by line collate "C") as portrait
    from (
      select concat_ws('|', c.email, c.kind, c.name, c.company, c.job_title, c.phone,
        c.first_seen_at, c.last_interaction) as line from public.contacts c
      union all
      select concat_ws('|', c.email, to_jsonb(f) - 'contact_id')
      from public.contact_facts f join public.contacts c on c.id = f.contact_id
      where f.source not in ('user', 'provider:register')
      union all
      select concat_ws('|', c.email, f.field, f.value, f.place)
      from public.contact_facts f join public.contacts c on c.id = f.contact_id
      union all
      select concat_ws('|', c.email, to_jsonb(d) - 'contact_id')
      from public.contact_days d join public.contacts c on c.id = d.contact_id
    ) l`;
  return String(row?.["portrait"]);
}

/** Whether a stored score differs from one that is computed now, for all contacts. */
async function hasOtherScores(sql: postgres.Sql, day: Date): Promise<boolean> {
  const date = day.toISOString().slice(0, 10);
  const [row] = await sql`
    with computed as (
      select s.contact_id, s.score, s.engagement, s.behavior, s.demographic, s.recency,
        s.intelligence, s.reasons, s.coverage, s.model_version, s.rescore_on
      from nightshift.compute_scores(${WORKSPACE_ID},
        array(select id from public.contacts where workspace_id = ${WORKSPACE_ID}), ${date}) s
    ), stored as (
      select l.contact_id, l.score, l.engagement::integer, l.behavior::integer,
        l.demographic::integer, l.recency::integer, l.intelligence::integer, l.reasons,
        l.coverage, l.model_version, l.rescore_on
      from public.lead_scores l
    )
    select exists (table computed except table stored)
      or exists (table stored except table computed) as differs`;
  return row?.["differs"] === true;
}
