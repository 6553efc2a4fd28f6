/** Which labels a short email gets. */
import assert from "node:assert/strict";
import type { Intent, Sentiment, UrgencyLevel } from "../reading.ts";

import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const INTENTS_OF: readonly (readonly [string, Intent])[] = [
  ["Could we meet on Tuesday at ten? I would like to schedule a call.", "meeting_request"],
  ["Können wir einen Termin vereinbaren?", "meeting_request"],
  ["Me gustaría reunirme con usted el martes.", "meeting_request"],
  ["Do you also use sesame oil?", "question"],
  ["I would like to propose a new maintenance plan. Our offer includes two visits.", "proposal"],
  ["This is unacceptable and I demand a full refund.", "complaint"],
  ["Das ist inakzeptabel, ich bin sehr enttäuscht.", "complaint"],
  ["Esto es inaceptable, exijo una explicación.", "complaint"],
  ["Excellent work, the team was fantastic. Keep up the good spirit!", "feedback"],
  ["I get an error message and cannot log in.", "support_request"],
  ["Die Anmeldung funktioniert nicht, Fehlercode 12.", "support_request"],
  ["The order portal has been down since nine.", "support_request"],
  ["Ihr Shop ist nicht erreichbar.", "support_request"],
  ["Votre site est inaccessible.", "support_request"],
  ["Jullie site ligt eruit.", "support_request"],
  ["O vosso site está em baixo.", "support_request"],
  ["Please send us a quote for 40 boxes.", "sales_inquiry"],
  ["Nos gustaría encargar 40 cajas, envíen una cotización.", "sales_inquiry"],
  ["We would like to explore a partnership with your bakery.", "partnership"],
  ["Let me introduce myself: I am the new manager of the yard.", "introduction"],
  ["Just following up, have you had a chance to look at it?", "follow_up"],
  ["For your information: attached are the October readings.", "information_sharing"],
  ["", "other"],
];
for (const [text, intent] of INTENTS_OF) {
  Deno.test(`intent of "${text}" is ${intent}`, () => {
    assert.equal(recordOf(sampleEmail(text)).primaryIntent, intent);
  });
}

const SENTIMENTS_OF: readonly (readonly [string, Sentiment])[] = [
  ["We are very happy with the new oven.", "positive"],
  ["Wir sind sehr zufrieden mit der Lieferung.", "positive"],
  ["Muchísimas gracias por todo.", "positive"],
  ["This is unacceptable.", "negative"],
  ["Estoy muy decepcionado con el servicio.", "negative"],
  ["The van comes at ten.", "neutral"],
  ["We were not very happy with the first oven, but it is a detail.", "neutral"],
];
for (const [text, sentiment] of SENTIMENTS_OF) {
  Deno.test(`sentiment of "${text}" is ${sentiment}`, () => {
    assert.equal(recordOf(sampleEmail(text)).sentiment, sentiment);
  });
}

const URGENCY_OF: readonly (readonly [string, UrgencyLevel])[] = [
  ["The server is down and none of our users can work, act immediately.", "critical"],
  ["Please call back urgently.", "high"],
  ["Bitte dringend antworten.", "high"],
  ["Necesito la respuesta lo antes posible.", "high"],
  ["Please send it by Friday.", "high"],
  ["Please send it by 30 November.", "medium"],
  ["We stand still since noon, please call.", "high"],
  ["Could you send the list? There is no rush.", "low"],
  ["The van comes at ten.", "low"],
];
for (const [text, urgency] of URGENCY_OF) {
  Deno.test(`urgency of "${text}" is ${urgency}`, () => {
    assert.equal(recordOf(sampleEmail(text)).urgencyLevel, urgency);
  });
}

Deno.test("more cues for one intent raise the confidence", () => {
  const weak = recordOf(sampleEmail("Do you have a price?")).confidenceScore;
  const strong = recordOf(
    sampleEmail("We would like to order 40 boxes. Please send a quote. What about a discount?"),
  ).confidenceScore;
  assert.ok(weak < strong, `${weak} < ${strong}`);
});

Deno.test("a reply is judged by its text before its inherited subject", () => {
  const email = sampleEmail("This is unacceptable, I demand a refund.", {
    subject: "Re: Meeting request",
  });
  assert.equal(recordOf(email).primaryIntent, "complaint");
});
