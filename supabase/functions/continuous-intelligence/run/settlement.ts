/** What a settle sends to the database: analyses and calls in the names of its columns. */
import type { IntelligenceRecord } from "../../_email/mod.ts";
import type { Analysis } from "../analyzers/analyzer.ts";
import type { ProviderCall } from "../analyzers/models.ts";

/** A call of a provider, in the keys of `public.ai_usage`. */
export function toUsage(call: ProviderCall) {
  return {
    call_id: call.callId,
    workspace_id: call.workspaceId,
    analyzer: call.analyzer,
    model: call.model,
    tokens_in: call.tokensIn,
    tokens_out: call.tokensOut,
    tokens_cached: call.tokensCached,
    cost_usd: call.costUsd,
    price_id: call.priceId,
    outcome: call.outcome,
    duration_ms: call.durationMs,
    emails: call.emails,
  };
}

/** What became of a mail, as `settle_emails` takes it: a record in the columns of its table, or an error. */
export function toResult(analysis: Analysis) {
  const { emailId: email_id } = analysis;
  if (!analysis.ok) {
    return { email_id, error: analysis.error, is_retryable: analysis.isRetryable };
  }
  const { analyzer, version, model } = analysis.extractor;
  return {
    email_id,
    model,
    record: {
      ...toColumns(analysis.record),
      analyzer,
      analyzer_version: version,
      degraded: analysis.isDegraded,
    },
  };
}

function toColumns(record: IntelligenceRecord) {
  return {
    primary_intent: record.primaryIntent,
    secondary_intents: [...record.secondaryIntents],
    sentiment: record.sentiment,
    urgency_level: record.urgencyLevel,
    urgency_reasons: [...record.urgencyReasons],
    key_topics: [...record.keyTopics],
    entities_mentioned: [...record.entitiesMentioned],
    pain_points: [...record.painPoints],
    questions_asked: [...record.questionsAsked],
    action_items: [...record.actionItems],
    business_opportunity: record.businessOpportunity,
    budget_mentioned: record.budgetMentioned,
    timeline_mentioned: record.timelineMentioned,
    decision_maker: record.decisionMaker,
    dates: record.dates.map((date) => ({ ...date })),
    money: record.money.map((sum) => ({ ...sum })),
    contact: record.contact && toContact(record.contact),
    summary: record.summary,
    needs_reply: record.needsReply,
    is_bulk: record.isBulk,
    is_automated: record.automatedKind !== null,
    automated_kind: record.automatedKind,
    language: record.language,
    confidence_score: record.confidenceScore,
    evidence: record.evidence.map((place) => ({ ...place })),
    analyzed_text: record.analyzedText,
  };
}

function toContact(contact: NonNullable<IntelligenceRecord["contact"]>) {
  const { phones, emails, urls } = contact;
  return { ...contact, phones: [...phones], emails: [...emails], urls: [...urls] };
}
