/** The emails with the most kinds of facts, each with its facts marked in the text. */
import { styleText } from "node:util";
import type { Evidence } from "../../supabase/functions/_email/mod.ts";
import type { LocalDatabase } from "../local/database.ts";
import { type Mark, type MarkedFact, markFacts, markInBrackets } from "./mark_facts.ts";

const MAILS_SHOWN = 2;
/** In longer emails the facts are hard to find. */
const MAX_CHARACTERS = 900;

/** What people call the fields of a record. */
const NAMES: Readonly<Record<string, string>> = {
  entities_mentioned: "name",
  pain_points: "trouble",
  questions_asked: "question",
  action_items: "to do",
  business_opportunity: "opportunity",
  budget_mentioned: "budget",
  timeline_mentioned: "timeline",
  decision_maker: "decides",
  urgency_reasons: "urgent because",
  dates: "date",
  money: "money",
};

type EvidenceRow = {
  workspace: string;
  subject: string;
  body: string;
  evidence: Evidence[];
  labels: string;
};

/** A few emails with their facts marked. Empty when no record has facts. */
export async function describeEvidence(
  database: LocalDatabase,
  isColored: boolean,
): Promise<readonly string[]> {
  const rows = await database.query<EvidenceRow>(
    `with shown as (
       select w.name as workspace, e.subject, i.evidence,
         coalesce(i.analyzed_text, e.body_text) as body,
         format('intent %s, urgency %s, sentiment %s', i.primary_intent, i.urgency_level,
           i.sentiment) as labels
       from public.email_intelligence i
       join public.client_emails e on e.id = i.email_id
       join public.workspaces w on w.id = i.workspace_id
     ), counted as (
       select shown.*, (
           select count(distinct fact ->> 'field')
           from jsonb_array_elements(evidence) fact
         ) as kinds
       from shown
       where length(body) < $1
     )
     select workspace, subject, body, evidence, labels
     from counted
     where kinds > 0
     order by kinds desc, subject
     limit $2`,
    [MAX_CHARACTERS, MAILS_SHOWN],
  );
  const mark = isColored ? markInColor : markInBrackets;
  return rows.map((row) => describeMail(row, mark));
}

function describeMail(
  { workspace, subject, body, evidence, labels }: EvidenceRow,
  mark: Mark,
): string {
  const factsOf = (source: Evidence["source"]): MarkedFact[] =>
    evidence.filter((fact) => fact.source === source)
      .map(({ field, start, end }) => ({
        name: NAMES[field] ?? field.replace("contact.", ""),
        start,
        end,
      }));
  const lines = [
    `${workspace}: ${labels}`,
    `Subject: ${markFacts(subject, factsOf("subject"), mark)}`,
    "",
    markFacts(body, factsOf("body_text"), mark).trim(),
  ];
  return lines.join("\n").replaceAll(/^/gm, "  ");
}

/** Underlined words, the fields' names behind them in small. */
const markInColor: Mark = (text, names) =>
  `${styleText("underline", text)}${styleText("dim", `{${names.join(", ")}}`)}`;
