/** What people write to each other in business is read alike in every language with a folder. */
import assert from "node:assert/strict";
import type { IntelligenceRecord, Intent, Sentiment } from "../reading.ts";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const INTENTS: readonly (readonly [intent: Intent, texts: readonly string[]])[] = [
  ["support_request", [
    "Bonjour, l'imprimante ne fonctionne plus, pouvez-vous nous aider ?",
    "Buongiorno, la stampante non funziona più. Potete aiutarci?",
    "Hallo, de printer werkt niet meer. Kunt u ons helpen?",
    "Olá, a impressora não funciona. Vocês podem nos ajudar?",
  ]],
  ["sales_inquiry", [
    "Bonjour, pourriez-vous nous envoyer un devis pour 40 chaises ?",
    "Buongiorno, vorremmo ordinare 40 sedie. Potete mandarci un preventivo?",
    "Beste, kunt u ons een offerte sturen voor 40 stoelen?",
    "Bom dia, gostaríamos de comprar 40 cadeiras. Podem enviar um orçamento?",
  ]],
  ["meeting_request", [
    "Bonjour, pouvons-nous fixer un rendez-vous jeudi à 10 h ?",
    "Ciao, possiamo fissare una riunione giovedì alle 10?",
    "Dag, kunnen we donderdag om 10 uur een afspraak maken?",
    "Oi, podemos marcar uma reunião na quinta às 10h?",
  ]],
  ["complaint", [
    "C'est la troisième fois que la livraison est en retard. C'est inadmissible, j'exige le remboursement.",
    "È la terza volta che la consegna è in ritardo. È inaccettabile, esigo il rimborso.",
    "Het is de derde keer dat de levering te laat is. Dit is onacceptabel, ik eis mijn geld terug.",
    "É a terceira vez que a entrega atrasa. Isto é inaceitável, exijo o reembolso.",
  ]],
];
for (const [intent, texts] of INTENTS) {
  for (const text of texts) {
    Deno.test(`"${text}" is ${intent}`, () => {
      assert.equal(recordOf(sampleEmail(text)).primaryIntent, intent);
    });
  }
}

type Found = readonly [text: string, field: keyof IntelligenceRecord, found: readonly string[]];
const FOUND: readonly Found[] = [
  ["Merci de renvoyer le contrat signé. Je vous rappelle demain.", "actionItems", [
    "Merci de renvoyer le contrat signé.",
  ]],
  ["N'hesitez pas a nous contacter. Veuillez signer la page 3.", "actionItems", [
    "Veuillez signer la page 3.",
  ]],
  ["Mi mandi il contratto firmato. Le manderò la fattura domani.", "actionItems", [
    "Mi mandi il contratto firmato.",
  ]],
  ["Stuur ons het getekende contract. Ik stuur u morgen de factuur.", "actionItems", [
    "Stuur ons het getekende contract.",
  ]],
  ["Me envie o contrato assinado. Vou mandar a fatura amanhã.", "actionItems", [
    "Me envie o contrato assinado.",
  ]],
  ["Envie-nos o contrato assinado, por favor.", "actionItems", [
    "Envie-nos o contrato assinado, por favor.",
  ]],
  ["Je voudrais savoir si la carte est encore valable.", "questionsAsked", [
    "Je voudrais savoir si la carte est encore valable.",
  ]],
  ["Vorrei sapere se la tessera è ancora valida.", "questionsAsked", [
    "Vorrei sapere se la tessera è ancora valida.",
  ]],
  ["Ik wil graag weten of de pas nog geldig is.", "questionsAsked", [
    "Ik wil graag weten of de pas nog geldig is.",
  ]],
  ["Gostaria de saber se o cartão ainda é válido.", "questionsAsked", [
    "Gostaria de saber se o cartão ainda é válido.",
  ]],
  ["Bonjour Ana, comment allez-vous ?", "questionsAsked", []],
  ["Buongiorno Ana, come sta?", "questionsAsked", []],
  ["Dag Ana, hoe gaat het?", "questionsAsked", []],
  ["Bom dia Ana, como está?", "questionsAsked", []],
];
for (const [text, field, found] of FOUND) {
  Deno.test(`"${text}" has ${found.length} ${field}`, () => {
    assert.deepEqual(recordOf(sampleEmail(text))[field], found);
  });
}

const TONES: readonly (readonly [tone: Sentiment, texts: readonly string[]])[] = [
  ["positive", [
    "Un grand merci, nous avons adoré le concert, c'était magnifique.",
    "Complimenti a tutti, la cena era squisita e siamo molto contenti.",
    "Complimenten, het eten was heerlijk en we zijn heel tevreden.",
    "Parabéns, adorei a oficina, foi maravilhosa.",
  ]],
  ["negative", [
    "Nous sommes très déçus, votre service est lamentable.",
    "Siamo molto delusi, il servizio è pessimo.",
    "Wij zijn zeer teleurgesteld, dit is een schande.",
    "Estamos muito desiludidos, o serviço é péssimo.",
  ]],
  ["neutral", [
    "La réunion commence à dix heures en salle 4.",
    "La riunione inizia alle dieci in sala 4.",
    "De vergadering begint om tien uur in zaal 4.",
    "A reunião começa às dez na sala 4.",
  ]],
];
for (const [tone, texts] of TONES) {
  Deno.test(`the tone of four languages is ${tone}`, () => {
    for (const text of texts) assert.equal(recordOf(sampleEmail(text)).sentiment, tone, text);
  });
}

Deno.test("who says that no answer is needed gets none, in each language", () => {
  for (
    const text of [
      "Pour information, le pont est fermé lundi. Inutile de répondre.",
      "Per conoscenza, il ponte è chiuso lunedì. Non serve rispondere.",
      "Ter informatie: de brug is maandag dicht. U hoeft niet te reageren.",
      "Para seu conhecimento, a ponte fecha segunda. Não é necessário responder.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).needsReply, false, text);
});

Deno.test("no hurry is no urgency, in each language", () => {
  for (
    const text of [
      "Pouvez-vous m'envoyer la liste ? Rien ne presse.",
      "Può mandarmi la lista? Non c'è fretta.",
      "Kunt u mij de lijst sturen? Er is geen haast bij.",
      "Pode me enviar a lista? Não há pressa.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).urgencyLevel, "low", text);
});

Deno.test("a word of one language says nothing in another", () => {
  // "brand" is a fire in Dutch, "pain" is bread in French, "due" is two in Italian.
  for (
    const text of [
      "Our brand launch went well. Thank you all for coming.",
      "Nous livrons le pain à six heures comme convenu.",
      "Abbiamo ricevuto le due sedie, tutto bene.",
    ]
  ) {
    const { urgencyLevel, painPoints } = recordOf(sampleEmail(text));
    assert.deepEqual([urgencyLevel, painPoints], ["low", []], text);
  }
});
