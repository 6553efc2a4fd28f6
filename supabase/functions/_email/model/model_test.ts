import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";
import { fold } from "../text/cues.ts";
import { listRequestSigns } from "../judgments/action_items.ts";
import type { Sentence } from "../text/sentences.ts";
import { scoreRequest, selectSentences, weighTogether } from "./model.ts";
import type { SentenceTraits } from "./sentence_features.ts";

function score(text: string): number {
  const sentence: Sentence = {
    source: "body_text",
    text,
    start: 0,
    folded: fold(text),
    paragraph: 0,
  };
  return scoreRequest(sentence, listRequestSigns(sentence));
}

const REQUESTS = [
  "Please send me the contract by Friday.",
  "Could you call Ana about the order?",
  "Let's meet on Tuesday to discuss the plan.",
];
const OTHERS = [
  "The flour came on Tuesday.",
  "He said that the roof was fine.",
  "We were happy with the weather last year.",
];
for (const text of REQUESTS) {
  Deno.test(`"${text}" carries a request`, () => assert.ok(score(text) > 0));
}
for (const text of OTHERS) {
  Deno.test(`"${text}" carries none`, () => assert.ok(score(text) < 0));
}

/** Told in words that no cue knows. */
const EMAILS = [
  [
    "complaint",
    "Third sofa, third torn cover. I had to sweep foam off the porch this morning. Your driver shrugged and left. I want my money back and somebody to fetch this thing.",
  ],
  [
    "feedback",
    "We left your barn dance grinning. The fiddler was wonderful and the pies even better. The car park was a little muddy, that is all. Thank you for a lovely evening.",
  ],
  [
    "sales_inquiry",
    "We are opening a second nursery in the spring. It would need thirty cots and as many blankets. What would you charge, delivered to our door? The board has set aside 9,000 euros.",
  ],
] as const;

/** The same in languages whose cues say little. */
const OTHER_LANGUAGES = [
  [
    "complaint",
    "fr",
    "Bonjour, la commande est encore arrivée abîmée. C'est la troisième fois et votre service ne répond jamais. Je suis très déçue. Je demande un remboursement.",
  ],
  [
    "sales_inquiry",
    "it",
    "Buongiorno, apriamo un secondo asilo in primavera. Ci servirebbero trenta lettini. Quanto costano con la consegna? Abbiamo previsto 9.000 euro.",
  ],
  [
    "feedback",
    "nl",
    "Beste mensen, wat was dat een heerlijke avond. De fiedelaar was geweldig en de taarten nog beter. Bedankt.",
  ],
] as const;
for (const [intent, language, text] of OTHER_LANGUAGES) {
  Deno.test(`a ${intent} is known in ${language}`, () => {
    const record = recordOf(sampleEmail(text));
    assert.deepEqual([record.language, record.primaryIntent], [language, intent]);
  });
}

for (const [intent, text] of EMAILS) {
  Deno.test(`a ${intent} is known by what its words mean`, () => {
    assert.equal(recordOf(sampleEmail(text)).primaryIntent, intent);
  });
}

Deno.test("a clear cue decides about an email of one sentence", () => {
  const record = recordOf(sampleEmail("I would like to schedule a meeting with your team."));
  assert.equal(record.primaryIntent, "meeting_request");
});

Deno.test("email in a language without training emails is read by cues", () => {
  const record = recordOf(
    sampleEmail("Kan ni skicka offerten före fredag? Tack så mycket för allt. Vi ses snart igen."),
  );
  assert.equal(record.language, "sv");
  assert.equal(record.needsReply, true);
});

const TEXT = "Good morning,\n\n" +
  "the hoist in bay two is stuck again and nobody can lift a thing. " +
  "Please send somebody before the night shift starts. " +
  "The canteen was painted green last year. " +
  "I'll leave the gate open for the van.\n\nRegards\nIda";

Deno.test("requests are action items; promises and what was painted are none", () => {
  const { actionItems } = recordOf(sampleEmail(TEXT));
  assert.deepEqual(actionItems, ["Please send somebody before the night shift starts."]);
});

Deno.test("trouble is a pain point, a request is none", () => {
  const { painPoints } = recordOf(sampleEmail(TEXT));
  assert.deepEqual(painPoints, [
    "the hoist in bay two is stuck again and nobody can lift a thing.",
  ]);
});

Deno.test("a polite formula is no action item", () => {
  const { actionItems } = recordOf(
    sampleEmail("Please find attached the list for May. Please don't hesitate to contact us."),
  );
  assert.deepEqual(actionItems, []);
});

/** Three sentences of one length and no sign, judged by scores alone. */
function traitsOfThree(): SentenceTraits {
  const sentences = ["One.", "Two.", "Three."].map((text, at): Sentence => ({
    source: "body_text",
    text,
    start: 6 * at,
    folded: fold(text),
    paragraph: 0,
  }));
  const signs = new Map(sentences.map((one) => [one, ["lack"] as const]));
  return { sentences, signs, language: "en", purpose: "other", mailScores: new Map() };
}

Deno.test("of many sentences that ask, each is less likely to; trouble is likelier", () => {
  const few = weighTogether(traitsOfThree(), [[0, 0], [-9, -9], [-9, -9]])[0];
  const many = weighTogether(traitsOfThree(), [[0, 0], [9, -9], [9, -9]])[0];
  assert.ok(few !== undefined && many !== undefined);
  assert.ok(many.action < few.action);
  assert.ok(many.pain > few.pain);
});

Deno.test("of many sentences that tell trouble, each is less likely to; a request is likelier", () => {
  const few = weighTogether(traitsOfThree(), [[0, 0], [-9, -9], [-9, -9]])[0];
  const many = weighTogether(traitsOfThree(), [[0, 0], [-9, 9], [-9, 9]])[0];
  assert.ok(few !== undefined && many !== undefined);
  assert.ok(many.pain < few.pain);
  assert.ok(many.action > few.action);
});

Deno.test("a sentence of which rules doubt that it asks must be surer", () => {
  const traits = traitsOfThree();
  const select = (score: number) =>
    selectSentences(traits, [[score, -9], [score, -9], [-9, -9]], [-1, 0], {
      isCalm: false,
      isDoubtful: ({ text }) => text === "One.",
    }).actionItems.map(({ text }) => text);
  assert.deepEqual(select(-0.5), ["Two."]);
  assert.deepEqual(select(2), ["One.", "Two."]);
});

Deno.test("trouble must be surer in a calm email", () => {
  const traits = traitsOfThree();
  const select = (isCalm: boolean) =>
    selectSentences(traits, [[-9, 1.2], [-9, 4], [-9, -9]], [0, 0], {
      isCalm,
      isDoubtful: () => false,
    }).painPoints.map(({ text }) => text);
  assert.deepEqual(select(false), ["One.", "Two."]);
  assert.deepEqual(select(true), ["Two."]);
});
