/** A question that wants something done is an action item, one that wants an answer is not. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const DO: readonly (readonly [lead: string, question: string])[] = [
  ["We need eleven blinds for the surgery.", "Could you send us a quote?"],
  ["Wir brauchen elf Jalousien für die Praxis.", "Könnten Sie uns ein Angebot schicken?"],
  ["Queremos poner toldos en la terraza.", "¿Nos podrían pasar un presupuesto?"],
  ["Nous ouvrons une auberge en avril.", "Pourriez-vous nous envoyer deux échantillons ?"],
  ["Vogliamo mettere le tende allo studio.", "Potreste farci avere un preventivo?"],
  ["Wij zoeken een fietsenrek voor de school.", "Zou u ons een offerte kunnen sturen?"],
  ["Vamos abrir um restaurante em março.", "Vocês podem me enviar um orçamento?"],
];
for (const [lead, question] of DO) {
  Deno.test(`"${question}" is a question and an action item`, () => {
    const { questionsAsked, actionItems } = recordOf(sampleEmail(`${lead} ${question}`));
    assert.deepEqual({ questionsAsked, actionItems }, {
      questionsAsked: [question],
      actionItems: [question],
    });
  });
}

const PROMISES = [
  "Können Sie uns den Termin im Juni garantieren?",
  "¿Pueden garantizar la fecha de junio?",
  "Pouvez-vous garantir la date de juin ?",
  "Potete garantire la data di giugno?",
  "Kunt u de datum in juni garanderen?",
  "Podem garantir a data de junho?",
];
for (const question of PROMISES) {
  Deno.test(`"${question}" wants an answer, which promises`, () => {
    const { questionsAsked, actionItems } = recordOf(
      sampleEmail(`Hello Ana,\n\nSolar 640 kWp. ${question}\n\nJo Lund`),
    );
    assert.deepEqual([questionsAsked, actionItems], [[question], []]);
  });
}

/** Questions that begin or end like a set phrase which nobody needs to answer. */
const REAL = [
  "Are the blinds ready?",
  "Is the green one right?",
  "Do you remember the price?",
  "How are things with our claim?",
  "What difference is there between the two blinds?",
  "Was soll das kosten?",
  "Comment allez-vous livrer ?",
  "Comment va la réparation ?",
  "¿Qué tal el lunes?",
  "¿Cómo está mi pedido?",
  "Come va la riparazione?",
  "È possibile?",
  "Hoe gaat het met de reparatie?",
  "Como vai a reparação?",
];
for (const question of REAL) {
  Deno.test(`"${question}" waits for an answer`, () => {
    const { questionsAsked, needsReply } = recordOf(sampleEmail(question));
    assert.deepEqual([questionsAsked, needsReply], [[question], true]);
  });
}

const COURTEOUS = ["How are you today?", "Comment allez-vous ?", "Come sta?"];
for (const question of COURTEOUS) {
  Deno.test(`"${question}" waits for no answer`, () => {
    const said = sampleEmail(`Hello, ${question}\n\nThe blinds have come, thank you.`);
    assert.equal(recordOf(said).needsReply, false);
  });
}

const UNMARKED = [
  "wann habt ihr sonntag auf",
  "wie lange dauert die reparatur",
  "c'est combien la pose à Metz",
  "avete ancora il modello verde",
  "quanto custa a entrega em Faro",
  "hebben jullie de groene nog",
  "any news on my claim",
];
for (const question of UNMARKED) {
  Deno.test(`"${question}" asks without a mark, and waits`, () => {
    const { questionsAsked, needsReply } = recordOf(sampleEmail(question));
    assert.deepEqual([questionsAsked, needsReply], [[question], true]);
  });
}

const ANSWER: readonly (readonly [lead: string, question: string])[] = [
  ["We have the kiln since May.", "Could you tell me how long it cools?"],
  ["Wir haben den Ofen seit Mai.", "Können Sie uns sagen, wie lange er abkühlt?"],
  ["Tenemos el sensor desde mayo.", "¿Se puede poner a cero desde el móvil?"],
  ["Nous avons le capteur depuis mai.", "Peut-on le remettre à zéro depuis le téléphone ?"],
  ["Abbiamo il sensore da maggio.", "Si può azzerare dal telefono?"],
  ["Wij hebben de sensor sinds mei.", "Kan ik de sensor via de telefoon op nul zetten?"],
  ["Temos o sensor desde maio.", "Os cães podem entrar no jardim?"],
  ["The insulin is in the fridge of ward two.", "Is the technician on duty today?"],
];

const BY_A_DAY: readonly (readonly [lead: string, question: string])[] = [
  ["The stall costs 90 pounds.", "Could you let me know by Friday whether you take it?"],
  ["Der Stand kostet 90 Euro.", "Können Sie mir bis Freitag sagen, ob Sie ihn nehmen?"],
  ["Le stand coûte 90 euros.", "Pouvez-vous me dire avant vendredi si vous le prenez ?"],
];
for (const [lead, question] of BY_A_DAY) {
  Deno.test(`"${question}" is to be done, as it has a day`, () => {
    assert.deepEqual(recordOf(sampleEmail(`${lead} ${question}`)).actionItems, [question]);
  });
}

for (const [lead, question] of ANSWER) {
  Deno.test(`"${question}" wants an answer alone`, () => {
    const { questionsAsked, actionItems } = recordOf(sampleEmail(`${lead} ${question}`));
    assert.deepEqual({ questionsAsked, actionItems }, {
      questionsAsked: [question],
      actionItems: [],
    });
  });
}

Deno.test("what an email program wrote as a question mark before a line asks nothing", () => {
  const text = "Phase two is released. ?\nThe estimate for the office is done. ?\nNothing is open.";
  assert.deepEqual(recordOf(sampleEmail(text)).questionsAsked, []);
});

const TOLD = [
  "What is still open is the date of the hearing.",
  "What could be improved is the lighting in the hall.",
];
for (const text of TOLD) {
  Deno.test(`"${text}" tells, and asks nothing`, () => {
    assert.deepEqual(recordOf(sampleEmail(text)).questionsAsked, []);
  });
}

const ASKED = [
  "What time is it in your office.",
  "What is wrong with the machine that was delivered.",
  "What are the hours when the shop is open.",
  "Je voulais savoir si la chambre est encore libre.",
  "Quería saber cuánto cuesta la visita guiada.",
  "Queria saber quanto custa a visita guiada.",
];
for (const text of ASKED) {
  Deno.test(`"${text}" asks without a mark`, () => {
    assert.deepEqual(recordOf(sampleEmail(text)).questionsAsked, [text]);
  });
}
