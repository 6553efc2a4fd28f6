/**
 * The prompt shape of the system before this one, rebuilt from what is known of it: one email a
 * call, the sender's text beside the instructions, the whole body with quotes, an answer of 14
 * fields laid out like the template it is shown. Its makers reckoned with 500 tokens in and 200
 * out for an email.
 */
import { INTENTS } from "../../../supabase/functions/_email/reading.ts";
import { htmlToText } from "../../../supabase/functions/_email/html/html_to_text.ts";
import type { GoldLabels } from "../corpora/gold_labels.ts";
import type { GoldMail } from "../corpora/gold_set.ts";

const TEMPLATE = `{
  "primary_intent": "${INTENTS.join(" | ")}",
  "secondary_intents": ["further intents from the same list"],
  "sentiment": "positive | neutral | negative",
  "urgency_level": "low | medium | high | critical",
  "key_topics": ["at most 5 topics"],
  "entities_mentioned": ["people, companies, products"],
  "pain_points": ["problems the sender describes"],
  "questions_asked": ["questions the sender asks"],
  "action_items": ["actions the sender requests"],
  "business_opportunity": "description of a business opportunity, or null",
  "budget_mentioned": true,
  "timeline_mentioned": true,
  "decision_maker": true,
  "confidence_score": 0
}`;

/** What that system would have sent for an email. */
export function writePriorPrompt(mail: GoldMail): string {
  const body = mail.bodyText ?? htmlToText(mail.bodyHtml ?? "");
  return `You are an assistant that analyzes business emails and extracts structured intelligence.

Email:
From: ${mail.fromEmail ?? ""}
Subject: ${mail.subject}
Date: ${mail.receivedAt}

${body}

Extract the intelligence of this email. confidence_score is from 0 to 100. ${FORM}
${TEMPLATE}`;
}

const FORM = "Return only a JSON object of this form:";

/** The labels of an email as that system's answer. */
export function writePriorAnswer(labels: GoldLabels, layout: "template" | "compact"): string {
  const answer = {
    primary_intent: labels.primary_intent,
    secondary_intents: labels.secondary_intents,
    sentiment: labels.sentiment,
    urgency_level: labels.urgency_level,
    key_topics: labels.key_topics.slice(0, 5),
    entities_mentioned: labels.entities_mentioned,
    pain_points: labels.pain_points,
    questions_asked: labels.questions_asked,
    action_items: labels.action_items,
    business_opportunity: labels.business_opportunity,
    budget_mentioned: labels.budget_mentioned,
    timeline_mentioned: labels.timeline_mentioned,
    decision_maker: labels.decision_maker,
    confidence_score: 85,
  };
  return layout === "template" ? JSON.stringify(answer, null, 2) : JSON.stringify(answer);
}
