/**
 * The sample emails of the project, read end to end. What a good reader finds is in their
 * README.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { type Email, type IntelligenceRecord, type Intent, type UrgencyLevel } from "./reading.ts";
import { createRecordSchema } from "./record_schema.ts";
import { htmlToText } from "./html/html_to_text.ts";
import { capText } from "./html/plain_text.ts";
import { findNewestText } from "./text/quotes/newest_text.ts";

import { recordOf, sampleEmail } from "./testing/sample_email.ts";

const SAMPLES = join(import.meta.dirname ?? ".", "../../../examples/mail");

async function readSample(path: string): Promise<Email> {
  const parsed = await PostalMime.parse(readFileSync(join(SAMPLES, path)));
  return sampleEmail(parsed.text?.trim() ? parsed.text : null, {
    subject: parsed.subject ?? "",
    fromEmail: parsed.from?.address ?? null,
    fromName: parsed.from?.name ?? null,
    bodyHtml: parsed.html ?? null,
    receivedAt: new Date(parsed.date ?? "2026-11-12T09:00:00Z").toISOString(),
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
  });
}

const paths = readdirSync(SAMPLES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".eml"));

Deno.test("every sentence reported of a sample is a substring of its newest text", async () => {
  assert.ok(paths.length >= 24);
  for (const path of paths) {
    const email = await readSample(path);
    const text = email.bodyText === null
      ? htmlToText(email.bodyHtml ?? "")
      : capText(email.bodyText);
    const newest = email.subject +
      findNewestText(text, { name: email.fromName, email: email.fromEmail });
    const record = recordOf(email);
    const { questionsAsked, actionItems, painPoints, businessOpportunity } = record;
    for (const sentence of [...questionsAsked, ...actionItems, ...painPoints]) {
      assert.ok(newest.includes(sentence), `${path}: ${sentence}`);
    }
    assert.ok(businessOpportunity === null || newest.includes(businessOpportunity), path);
  }
});

const LABELS: readonly (readonly [string, Intent, UrgencyLevel])[] = [
  ["harbour-bakery/bounce_mailbox_unknown.eml", "other", "low"],
  ["harbour-bakery/complaint_wedding_cake_german.eml", "complaint", "critical"],
  ["harbour-bakery/feedback_with_emoji.eml", "feedback", "low"],
  ["harbour-bakery/invoice_flour_german.eml", "information_sharing", "medium"],
  ["harbour-bakery/meeting_request_tasting_german.eml", "meeting_request", "medium"],
  ["harbour-bakery/newsletter_with_unsubscribe.eml", "information_sharing", "low"],
  ["harbour-bakery/out_of_office_german.eml", "other", "low"],
  ["harbour-bakery/proposal_packaging_german_attachment.eml", "proposal", "medium"],
  ["harbour-bakery/question_only_allergens.eml", "question", "medium"],
  ["harbour-bakery/sales_inquiry_event_boxes.eml", "sales_inquiry", "medium"],
  ["northwind-solar/calendar_invitation_site_visit.eml", "meeting_request", "medium"],
  ["northwind-solar/complaint_leaking_roof_html_reply.eml", "complaint", "critical"],
  ["northwind-solar/information_module_delivery_delay.eml", "information_sharing", "low"],
  ["northwind-solar/no_message_id_monitoring_alert.eml", "support_request", "high"],
  ["northwind-solar/prompt_injection_hidden_html.eml", "introduction", "low"],
  ["northwind-solar/prompt_injection_visible.eml", "proposal", "low"],
  ["northwind-solar/sales_inquiry_warehouse_roof.eml", "sales_inquiry", "medium"],
  ["lindgren-legal/feedback_thank_you_spanish.eml", "feedback", "low"],
  ["lindgren-legal/follow_up_engagement_letter.eml", "follow_up", "medium"],
  ["lindgren-legal/introduction_by_mutual_contact.eml", "introduction", "low"],
  ["lindgren-legal/meeting_request_spanish_latin1_8bit.eml", "meeting_request", "medium"],
  ["lindgren-legal/question_tenancy_contract_spanish.eml", "question", "low"],
  ["lindgren-legal/support_request_client_portal.eml", "support_request", "low"],
];
for (const [path, intent, urgency] of LABELS) {
  Deno.test(`${path} is ${intent} of ${urgency} urgency`, async () => {
    const record: IntelligenceRecord = recordOf(await readSample(path));
    assert.deepEqual([record.primaryIntent, record.urgencyLevel], [intent, urgency]);
  });
}

Deno.test("instructions to the reader inside a sample become no fact", async () => {
  for (const kind of ["visible", "hidden_html"]) {
    const record = recordOf(await readSample(`northwind-solar/prompt_injection_${kind}.eml`));
    assert.deepEqual(record.actionItems, []);
    assert.equal(record.budgetMentioned || record.decisionMaker, false);
    assert.equal(record.sentiment, "neutral");
  }
});

Deno.test("a question for a promise is asked, and is nothing to do", async () => {
  const record = recordOf(await readSample("northwind-solar/sales_inquiry_warehouse_roof.eml"));
  assert.ok(record.questionsAsked.includes("Can you guarantee the June date in the contract?"));
  assert.deepEqual(record.actionItems, ["Please send an indicative price by\n20 November."]);
});

Deno.test("the record of every sample has the shape of its schema", async () => {
  const schema = createRecordSchema();
  for (const path of paths) {
    const record = recordOf(await readSample(path));
    assert.deepEqual(schema.parse(record), record, path);
  }
});
