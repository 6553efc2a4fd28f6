/** Orders and terms are told by their form, in every language with words of its own. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const ORDERS: readonly (readonly [language: string, lead: string, order: string])[] = [
  ["en", "Thank you for the second proof.", "Settle the balance within 30 days."],
  ["en", "Thank you for the reminder about the lift.", "Whoever is nearest should come."],
  ["en", "The system goes down at ten tonight.", "Save your work by then."],
  ["en", "Here are the approvals of today.", "Ignore the one for Tessel Ltd."],
  ["en", "I made one slight change.", "Please disregard the first version."],
  ["en", "I pass my customers on to you.", "Harper & Sons: call them about the delivery."],
  ["en", "The fair is over.", "Fair: if you still have name tags, hand them to the interns."],
  ["en", "The painters come on 2 December.", "Everybody is to clear the shelves the day before."],
  ["es", "A partir del lunes estoy de permiso.", "Carpetas: repártelas entre los nuevos."],
  ["de", "Heute Nacht wird das System gewartet.", "Speichern Sie vorher Ihre Arbeit."],
  ["de", "Vielen Dank für die Unterlagen.", "Registrieren Sie Ihre Firma dort."],
  ["es", "Muchas gracias por la segunda prueba.", "Quita también el párrafo de los viajes."],
  ["fr", "Merci beaucoup pour la deuxième version.", "Inscrivez-y votre société."],
  ["it", "Grazie mille per la seconda bozza.", "Registrate la vostra azienda."],
  ["nl", "Bedankt voor de tweede versie van het plan.", "Meld uw bedrijf daar aan."],
  ["es", "La feria ha terminado.", "Feria: si quedan acreditaciones, repártelas hoy."],
  [
    "pt",
    "A partir de segunda estou de licença.",
    "Harper e Filhos: liga-lhes por causa da entrega.",
  ],
  ["pt", "Muito obrigado pela segunda versão.", "Registe a sua empresa no portal."],
];
for (const [language, lead, order] of ORDERS) {
  Deno.test(`"${order}" is an order`, () => {
    const record = recordOf(sampleEmail(`${lead}\n\n${order}`));
    assert.equal(record.language, language);
    assert.deepEqual(record.actionItems, [order]);
  });
}

Deno.test("a need with figures in it asks, and a word to go ahead does not", () => {
  const need = "We hebben 20 stoelen nodig.";
  assert.deepEqual(recordOf(sampleEmail(need)).actionItems, [need]);
  const { actionItems, needsReply } = recordOf(
    sampleEmail("Sure, go ahead.", { subject: "Re: Paint" }),
  );
  assert.deepEqual([actionItems, needsReply], [[], false]);
});

for (const order of ["Ruf an.", "Ruft mal an!", "Kom even langs.", "Answer me!", "Ven mañana."]) {
  Deno.test(`"${order}" alone is an order`, () => {
    assert.deepEqual(recordOf(sampleEmail(order)).actionItems, [order]);
  });
}

const TERMS: readonly string[] = [
  "Unless payment reaches us by 20 December, the licence will be withdrawn.",
  "Si no se abona antes del 20 de diciembre, la licencia quedará anulada.",
  "À défaut de paiement avant le 20 décembre, la licence sera retirée.",
  "Se il pagamento non arriva entro il 20 dicembre, la licenza sarà revocata.",
  "Als het bedrag niet voor 20 december binnen is, vervalt de licentie van uw bedrijf.",
  "Se o pagamento não chegar até 20 de dezembro, a licença será retirada.",
];
for (const term of TERMS) {
  Deno.test(`"${term}" asks for what it makes a condition`, () => {
    assert.deepEqual(recordOf(sampleEmail(term)).actionItems, [term]);
  });
}

Deno.test("text that stands for text has no language, asks nothing and complains of nothing", () => {
  const record = recordOf(sampleEmail(
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.\n" +
      "Aenean turpis quam, dignissim sem vitae, mollis nulla, et ante sit amet ligula.",
  ));
  assert.equal(record.language, null);
  assert.deepEqual([record.actionItems, record.painPoints], [[], []]);
});

for (
  const question of [
    "¿Quién revisa las horas antes de facturar?",
    "Was kostet die Tonne lose, und wann könnten Sie liefern?",
    "Who checks the list before it goes out?",
  ]
) {
  Deno.test(`"${question}" wants to know, and orders nothing`, () => {
    const record = recordOf(sampleEmail(question));
    assert.deepEqual([record.questionsAsked, record.actionItems], [[question], []]);
  });
}
