import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";
import { fold } from "../text/cues.ts";
import { listRequestSigns } from "../judgments/action_items.ts";
import type { Sentence } from "../text/sentences.ts";
import { addCues, scoreRequest, selectSentences } from "./model.ts";
import type { SentenceSign } from "./sentence_features.ts";

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

Deno.test("sentences above their boundary are found, and a formula is no action item", () => {
  const sentences = ["One.", "Two.", "Three."].map((text, at): Sentence => ({
    source: "body_text",
    text,
    start: 6 * at,
    folded: fold(text),
    paragraph: 0,
  }));
  const [first, second, third] = sentences;
  const signs = new Map(third === undefined ? [] : [[third, ["formula" as const]]]);
  const traits = { sentences, signs, language: "en", purpose: "other", mailScores: new Map() };
  const found = selectSentences(traits, [[1.5, 0], [0.25, 3], [9, 9]], {
    action: 0.5,
    pain: 1,
  });
  assert.deepEqual(found.actionItems, [first]);
  assert.deepEqual(found.painPoints, [second, third]);
  assert.deepEqual([...found.above ?? []].map(([, { action }]) => action), [1, -0.25, -Infinity]);
});

Deno.test("plain words of request and trouble add to what the classifiers say", () => {
  const sentence: Sentence = {
    source: "body_text",
    text: "It broke.",
    start: 0,
    folded: "it broke.",
    paragraph: 0,
  };
  const addTo = (signs: readonly SentenceSign[]) =>
    addCues({
      sentences: [sentence],
      signs: new Map([[sentence, signs]]),
      language: "en",
      purpose: "other",
      mailScores: new Map(),
    }, [[0, 0]])[0];
  assert.deepEqual(addTo([]), { action: 0, pain: 0 });
  assert.ok((addTo(["action"])?.action ?? 0) > 0);
  assert.ok((addTo(["trouble", "lack"])?.pain ?? 0) > (addTo(["lack"])?.pain ?? 0));
});
