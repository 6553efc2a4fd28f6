/** A mail for the tests of the rules: a person's mail with the given parts changed. */
import { type Email, type IntelligenceRecord, readEmail } from "../mod.ts";

/** Builds a mail from its text and whatever else matters to a test. */
export function sampleEmail(bodyText: string | null, changes: Partial<Email> = {}): Email {
  return {
    fromEmail: "ines.prado@calderon-tools.example",
    fromName: "Inés Prado",
    subject: "Hello",
    bodyText,
    bodyHtml: null,
    headers: {},
    receivedAt: "2026-11-12T09:00:00Z",
    ...changes,
  };
}

/** The record that the rules make of an email. */
export const recordOf = readEmail;

/** A record in which nothing stands. */
export const EMPTY_RECORD: IntelligenceRecord = {
  primaryIntent: "other",
  secondaryIntents: [],
  sentiment: "neutral",
  urgencyLevel: "low",
  urgencyReasons: [],
  keyTopics: [],
  entitiesMentioned: [],
  painPoints: [],
  questionsAsked: [],
  actionItems: [],
  businessOpportunity: null,
  budgetMentioned: false,
  timelineMentioned: false,
  decisionMaker: false,
  dates: [],
  money: [],
  contact: null,
  summary: null,
  needsReply: false,
  isBulk: false,
  automatedKind: null,
  language: null,
  confidenceScore: 0,
  evidence: [],
  analyzedText: null,
};
