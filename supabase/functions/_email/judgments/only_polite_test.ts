/** An order in front of a set phrase is an order. */
import assert from "node:assert/strict";
import { fold } from "../text/cues.ts";
import { isOnlyPolite } from "./action_items.ts";

function saysOnlyPoliteWords(text: string): boolean {
  return isOnlyPolite({ source: "body_text", text, start: 0, folded: fold(text), paragraph: 0 });
}

const WITH_ORDER = [
  "Please review the draft and call should you have questions.",
  "Please fill in the attached sheet, and feel free to call with questions.",
  "Bitte unterschreiben Sie Seite 3 und zögern Sie nicht, bei Fragen anzurufen.",
  "Merci de signer la page 3 et n'hésitez pas à appeler.",
  "Por favor, firme la página 3 y no dude en llamarnos.",
  "Firmi la pagina 3 e non esiti a chiamarci.",
  "Assine a página 3 e não hesite em ligar.",
  "Please sign page 3; feel free to call.",
  "Feel free to ring us, and please sign page 3.",
  "Please let me know if you have questions, and return page 3 by Monday.",
  "Melden Sie sich gern bei Fragen, und schicken Sie bitte Seite 3 zurück.",
  "N'hésitez pas à m'appeler, et renvoyez-moi la page 3.",
  "No dude en llamarme y envíeme la página 3 firmada.",
  "Non esiti a chiamarmi e mi mandi la pagina 3 firmata.",
  "Bel gerust, en stuur pagina 3 getekend terug.",
  "Não hesite em ligar e envie a página 3 assinada.",
];
for (const text of WITH_ORDER) {
  Deno.test(`an order: ${text}`, () => assert(!saysOnlyPoliteWords(text)));
}

const POLITE = [
  "Please call or write if you have questions.",
  "If you have any questions, please call me.",
  "Please find attached the agenda and let me know if you have questions.",
  "Bitte rufen Sie an, wenn Sie Fragen haben.",
  "Thanks and have a nice weekend.",
  "Feel free to call, and have a nice weekend.",
  "Llámenos y pregunte por Ana si tiene alguna duda.",
  "Take care and see you on Sunday.",
  "Stay healthy and feel free to write if you need anything.",
  "Enjoy the holidays and let me know if you have questions.",
  "Nehmen Sie sich Zeit und melden Sie sich, wenn Sie Fragen haben.",
  "Prenez votre temps et n'hésitez pas à revenir vers moi.",
  "Neem de tijd en laat het weten als je vragen hebt.",
];
for (const text of POLITE) {
  Deno.test(`only polite: ${text}`, () => assert(saysOnlyPoliteWords(text)));
}
