/** Which sentences each rule reports, and which it leaves out. */
import assert from "node:assert/strict";
import { findActionItems } from "./action_items.ts";
import { findBudget, findDecisionMaker, findOpportunity, findTimeline } from "./business.ts";
import { findPainPoints } from "./pain_points.ts";
import { findQuestions } from "./questions.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";

interface Rule {
  readonly name: string;
  readonly find: (sentences: readonly Sentence[]) => boolean;
  readonly finds: readonly string[];
  readonly leaves: readonly string[];
}

const RULES: readonly Rule[] = [
  {
    name: "questions",
    find: (sentences) => findQuestions(sentences).length > 0,
    finds: [
      "When can you deliver?",
      "Wann liefern Sie? :)",
      "¿Cuándo llega el pedido?",
      "(Is it safe?)",
      "I was wondering whether the lift works again.",
      "Which of the two fits the small model.",
      "Let me know by Friday at noon whether you come.",
      "Sagen Sie mir bis Montag, ob Sie kommen.",
      "Dites-moi avant vendredi midi si vous venez.",
      "Dígame antes del viernes si le sirve.",
      "Mi dica entro venerdì se va bene.",
      "Diga-me até amanhã à noite se fica com a casa.",
      "Please say yes or no.",
    ],
    leaves: [
      "See https://x.example/a?b=c",
      "We ask why.",
      "???",
      "https://x.example/?",
      "Who would have thought?",
      "How are you?",
      "Let me know by Friday if you have any other ideas.",
      "Let me know before then if there is anything else.",
    ],
  },
  {
    name: "action items",
    find: (sentences) => findActionItems(sentences, null).length > 0,
    finds: [
      "Please send the contract by Friday.",
      "Could you call me back?",
      "Confirm that the witness can come.",
      "I need the quote by Monday.",
      "Bitte bestätigen Sie den Termin.",
      "Könnten Sie das Angebot prüfen?",
      "Por favor, envíen la factura corregida.",
      "Les pido que anulen el cargo.",
      "¿Podría enviarme el borrador?",
      "Would be great if you could put the list in your reply.",
      "I'd like my £40.20 back.",
      "If anything is missing, ring me.",
    ],
    leaves: [
      "Please find attached the minutes.",
      "Please don't hesitate to contact us.",
      "Feel free to call if you have any questions.",
      "Looking forward to hearing from you.",
      "Please, no calls before Monday.",
      "Shall we say the green ones?",
      "See you next Sunday!",
      "Do not reply to this message.",
      "Vielen Dank für das Gespräch.",
      "Gracias por su ayuda.",
      "I will send it tomorrow.",
      "Ich schicke Ihnen die Liste am Freitag.",
      "If you like, we can come earlier.",
    ],
  },
  {
    name: "pain points",
    find: (sentences) => findPainPoints(sentences).length > 0,
    finds: [
      "The portal does not work since Monday.",
      "We have a serious problem with the roof.",
      "Nobody answers your emergency number.",
      "Die Anlage funktioniert seit Samstag nicht.",
      "No podemos entrar en el portal.",
    ],
    leaves: [
      "No problem at all.",
      "Is there a problem?",
      "The issue has been resolved.",
      "We like the roof.",
    ],
  },
  {
    name: "opportunities",
    find: (sentences) => findOpportunity(sentences) !== null,
    finds: [
      "Could you send us a quote for 40 panels?",
      "We are looking for a new supplier.",
      "Wir bitten um ein Angebot.",
      "Estamos interesados en sus servicios.",
    ],
    leaves: ["The weather was fine.", "I quote him: never."],
  },
  {
    name: "budgets",
    find: (sentences) => findBudget(sentences) !== null,
    finds: [
      "It must stay under 2k.",
      "Pro Kopf dürfen es höchstens 28 Euro werden.",
      "Our budget is EUR 2,800.",
      "We can spend up to €5000.",
      "Das Budget beträgt 3.000 Euro.",
      "Nuestro presupuesto es de 4.000 euros.",
    ],
    leaves: ["The invoice is over 40 euros.", "We met at ten."],
  },
  {
    name: "time frames",
    find: (sentences) => findTimeline(sentences, [], "2026-11-12T09:00:00Z") !== null,
    finds: [
      "We start next week.",
      "Bitte bis Freitag.",
      "Antes del 15 de enero.",
      "It must run by end of March.",
    ],
    leaves: ["We talked a lot.", "May I ask?"],
  },
  {
    name: "decision makers",
    find: (sentences) => findDecisionMaker(sentences, null) !== null,
    finds: [
      "Anything above 500 goes to our CFO.",
      "My partner has the last word.",
      "I decide on Monday.",
      "Our CEO wants it.",
      "Ich bin der Geschäftsführer.",
      "Soy la gerente.",
    ],
    leaves: ["The owner of the house moved.", "We have not decided."],
  },
];

for (const { name, find, finds, leaves } of RULES) {
  for (const text of finds) {
    Deno.test(`${name}: "${text}" is found`, () => assert.ok(find(splitSentences(text))));
  }
  for (const text of leaves) {
    Deno.test(`${name}: "${text}" is left out`, () => assert.ok(!find(splitSentences(text))));
  }
}
