/** What is no question, no action item and no summary, though it looks like one. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const NOTHING_ASKED = [
  "See https://x.example/list?\nor the page below.",
  "Why pay more? Because the old one broke twice.",
  "Was soll man da noch sagen? Der Umbau ist fertig.",
  "¿Quién lo iba a decir? La obra está lista.",
  "What could be nicer than a dry cellar in spring? The walls are finished.",
  "Was gibt es Schöneres als einen trockenen Keller? Die Wände sind fertig.",
  "Quoi de mieux que des murs secs au printemps ? La cave est finie.",
  "¿Qué hay mejor que una bodega seca en primavera? Las paredes ya están.",
  "Chi avrebbe pensato a una cantina asciutta? I muri sono finiti.",
  "Wie had gedacht dat de kelder droog zou worden? De muren zijn klaar.",
  "Quem ia imaginar uma cave tão seca? As paredes estão prontas.",
  'The sign says "Who goes there?"',
  "I'll drop the keys off on Monday, and we will send the list on Tuesday.",
  "Call me if you have questions.",
  "We plan to move to the new hall in May.",
  "Our new catalogue is here.\n\nUPDATE YOUR ADDRESS\n\nThe old one is still valid.",
  "for (const key of keys) {\n  client.delete(bucket, key);\n}",
];
for (const text of NOTHING_ASKED) {
  Deno.test(`nothing is asked by ${JSON.stringify(text)}`, () => {
    const { questionsAsked, actionItems } = recordOf(sampleEmail(text));
    assert.deepEqual({ questionsAsked, actionItems }, { questionsAsked: [], actionItems: [] });
  });
}

const BANNERS = [
  "CAUTION: This email originated from outside the company. Do not click links unless you trust it.",
  "ACHTUNG: Diese E-Mail kommt von extern. Klicken Sie keine Links an.",
  "Attention, ce message vient de l'extérieur. Ne cliquez pas sur les liens.",
  "Este correo es externo. No haga clic en los enlaces.",
  "Messaggio esterno. Non cliccare sui link.",
  "Deze e-mail is extern. Klik niet op links.",
  "Mensagem externa. Não clique nos links.",
];
for (const banner of BANNERS) {
  Deno.test(`what an email system warns of asks nobody: ${banner}`, () => {
    const { actionItems, urgencyLevel } = recordOf(
      sampleEmail(`${banner}\n\nThe drawings of the bridge are ready.`),
    );
    assert.deepEqual([actionItems, urgencyLevel], [[], "low"]);
  });
}

const NO_ACTIONS: readonly string[] = [
  "// TODO: please fix this asap?\nreturn price;",
  "Mañana le mando los planos y el lunes paso.",
  "Amanhã mando as plantas e passo aí na segunda.",
  "Morgenochtend stuur ik u de tekeningen van het dak.",
  "Domattina le mando i disegni e faccio sostituire la serratura.",
  "Please call me on 0171 1234567 should you have any questions.",
  "Let me know if I can be of further assistance.",
  "Please join me in welcoming Karim to the Lyon office.",
  "The price list for today is final and posted to the website.",
  "Phone numbers and email addresses stay the same.",
  "If I have no heat by eight I must close the nursery.",
  "You will receive an email with your password on Friday.",
  "I will come round today so that we can talk it over.",
  "Please find a copy of the memorandum with this letter.",
  "The signed lease is attached for your files.",
];
for (const text of NO_ACTIONS) {
  Deno.test(`nobody has to act on ${JSON.stringify(text)}`, () => {
    assert.deepEqual(recordOf(sampleEmail(text)).actionItems, []);
  });
}

Deno.test("what is listed as tasks is asked, except of the sender", () => {
  const text = "Hi both,\n\nTo do:\n- Anna: send the drawing to the council\n" +
    "- Piet: order the door closers\n- Me: book the crane\n";
  assert.deepEqual(recordOf(sampleEmail(text)).actionItems, [
    "Anna: send the drawing to the council",
    "Piet: order the door closers",
  ]);
});

Deno.test("a request is one, whether an answer is wanted with it or not", () => {
  const ask = "Please check the deal and let me know.";
  assert.deepEqual(recordOf(sampleEmail(ask)).actionItems, [ask]);
  assert.deepEqual(recordOf(sampleEmail("Please let me know if it works.")).actionItems, []);
});

Deno.test("what will be done, and the fields of a form, are no tasks", () => {
  const told = "Next steps\n- Carla: order the felt\n" +
    "- The crews will be told their new rounds on Friday morning.\n";
  assert.deepEqual(recordOf(sampleEmail(told)).actionItems, ["Carla: order the felt"]);
  const form = "Please approve:\n\nEmployee name: Ana Ruiz\nReport total: $3,947.61\n";
  assert.deepEqual(recordOf(sampleEmail(form)).actionItems, ["Please approve:"]);
});

const NO_TROUBLE: readonly string[] = [
  "I apologize about missing the meeting today.",
  "I haven't had another problem with it.",
  "The panel will examine the issue and report back.",
  "I do not have a problem with this, it was approved before.",
  "Sorry I didn't get a chance to buy you a drink last night.",
  "If that fails, the tunnel is not working.",
  "The list makes sure that nothing gets lost on the way.",
];
for (const text of NO_TROUBLE) {
  Deno.test(`no trouble is told by ${JSON.stringify(text)}`, () => {
    assert.deepEqual(recordOf(sampleEmail(text)).painPoints, []);
  });
}

Deno.test("an article that was sent on has no questions, actions or pain points", () => {
  const article = "The tanker sank in March. Who would insure it now? Sign up below. " +
    "Two other ships failed to arrive. The port was unable to work. ";
  const { questionsAsked, actionItems, painPoints } = recordOf(sampleEmail(article.repeat(8)));
  assert.deepEqual([questionsAsked, actionItems, painPoints], [[], [], []]);
});

Deno.test("a heading takes its list along in the summary", () => {
  const text = "Hallo Ana,\n\nich erwarte bis morgen, Dienstag, 12 Uhr:\n- den Vertrag\n" +
    "- die Liste der Gäste\n";
  const { summary } = recordOf(sampleEmail(text));
  assert.equal(
    summary,
    "ich erwarte bis morgen, Dienstag, 12 Uhr: den Vertrag; die Liste der Gäste",
  );
});

Deno.test("a fragment is no summary where a sentence can be understood alone", () => {
  const text =
    "Hi Ana,\n\nhope you are well. And this is the second time. The parcel of 4 May came " +
    "in a single sheet of paper.";
  assert.equal(
    recordOf(sampleEmail(text)).summary,
    "The parcel of 4 May came in a single sheet of paper.",
  );
});

Deno.test("an email that went to many is told by its subject and its first sentence", () => {
  const email = sampleEmail("Visit our shop now. Everything must go.", {
    subject: "Autumn sale at Keelby Ovens",
    headers: { "list-unsubscribe": "<https://x.example/u>" },
  });
  assert.equal(
    recordOf(email).summary,
    "Autumn sale at Keelby Ovens: Visit our shop now. Everything must go.",
  );
});

Deno.test("a question that wants an answer alone is none, however surely the model takes it", () => {
  const text = "Please send the boiler back to us. Could you tell me how long it cools?";
  assert.deepEqual(recordOf(sampleEmail(text)).actionItems, ["Please send the boiler back to us."]);
});
