import assert from "node:assert/strict";
import type { Email } from "../mod.ts";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

/** An event on Monday, as a calendar writes it. The email comes on Thursday. */
const EVENTS = {
  en: ["Invitation: Budget", "When: Monday 16 November 2026, 10:00\nWhere: Room 2"],
  de: ["Einladung: Etat", "Wann: Montag, 16. November 2026 10:00\nWo: Raum 2"],
  fr: ["Invitation : Budget", "Quand : lundi 16 novembre 2026 10:00\nOù : salle 2"],
  es: ["Invitación: Presupuesto", "Cuándo: lunes 16 de noviembre de 2026 10:00\nDónde: sala 2"],
  it: ["Invito: Bilancio", "Quando: lunedì 16 novembre 2026 10:00\nDove: sala 2"],
  nl: ["Uitnodiging: Begroting", "Wanneer: maandag 16 november 2026 10:00\nWaar: zaal 2"],
  pt: ["Convite: Orçamento", "Quando: segunda-feira, 16 de novembro de 2026 10:00\nOnde: sala 2"],
} as const;
type Language = keyof typeof EVENTS;

function judge(text: string, changes: Partial<Email>) {
  const { primaryIntent, needsReply, urgencyLevel } = recordOf(sampleEmail(text, changes));
  return [primaryIntent, needsReply, urgencyLevel];
}

const WAITS = ["meeting_request", true, "medium"];
const TELLS = ["information_sharing", false, "low"];

const INVITATIONS = [
  [
    "Einladung: Abstimmung Kelterplan",
    "Hallo Bert,\n\nhier gehen wir den Kelterplan durch.\n\nWann: Dienstag, 24. November 2026, 09:00\nWo: Kelterhaus",
  ],
  [
    "Updated invitation: Harvest review @ Tue 24 Nov 2026",
    "We go through the harvest figures.\n\nWhen: Tuesday 24 November 2026, 9am to 10am\nWhere: Barn 2",
  ],
  [
    "Invitation with note: Harvest review",
    "When: Tuesday 24 November, 9am\nWhere: Barn 2",
  ],
  [
    "Convocatoria: Revisión de la cosecha",
    "Repasamos las cifras.\n\nCuándo: martes 24 de noviembre de 2026, 9:00\nDónde: sala 2",
  ],
  [
    "Invitation mise à jour : Bilan de la récolte",
    "Nous regardons les chiffres.\n\nQuand : mardi 24 novembre 2026, 9 h\nOù : salle 2",
  ],
  [
    "Bijgewerkte uitnodiging: Oogst bespreken",
    "We bekijken de cijfers.\n\nWanneer: dinsdag 24 november 2026, 9:00\nWaar: zaal 2",
  ],
  [
    "Invito: Raccolto",
    "Quando: dal 24 al 26 novembre 2026\nDove: sala 2",
  ],
] as const;
for (const [subject, bodyText] of INVITATIONS) {
  Deno.test(`"${subject}" waits for yes or no`, () => {
    assert.deepEqual(judge(bodyText, { subject }), WAITS);
  });
}

const GOING = "Who: ines@x.example, bo@x.example\n\nGoing? Yes - Maybe - No";
Deno.test("what a calendar writes below an invitation changes nothing", () => {
  const [, text] = EVENTS.en;
  for (
    const subject of ["Invitation: Budget", "Invitation: Budget @ Mon 16 Nov 2026 (x@x.example)"]
  ) {
    assert.deepEqual(judge(`${text}\n${GOING}`, { subject }), WAITS);
  }
});

Deno.test("who is invited for tomorrow must answer soon", () => {
  const text = "When: Friday 13 November 2026, 10:00\nWhere: Room 2";
  for (const body of [text, `${text}\n${GOING}`]) {
    const [, needsReply, urgency] = judge(body, { subject: "Invitation: Budget" });
    assert.deepEqual([needsReply, urgency], [true, "high"], body);
  }
});

/** What does not call an event off, nor ask for anything else. */
const CONTENTS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "We discuss why the order was cancelled.",
    "To cancel this appointment, click here.",
    "If this meeting is cancelled, we will tell you.",
    "The meeting is not cancelled, whatever you heard.",
    "Agenda: the burst pipe in hall 2 and who pays for it.",
    "The pump broke twice this month. Please bring the reports.",
  ],
  de: [
    "Wir besprechen, warum der Auftrag storniert wurde.",
    "Sie können diesen Termin hier absagen: https://x.example",
    "Wir legen den Termin ab 10 Uhr in den kleinen Saal.",
  ],
  fr: ["Nous parlons de la commande annulée."],
  es: ["Hablamos del pedido cancelado."],
  it: ["Parliamo dell'ordine annullato."],
  nl: ["We bespreken de geannuleerde bestelling."],
  pt: ["Falamos da encomenda cancelada."],
};

/** An event that is called off, and an invitation that was a mistake. */
const CALLED_OFF: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "This meeting is cancelled.",
    "The meeting on Monday has been called off.",
    "Sorry, we have to cancel this meeting.",
    "This event was removed from your calendar.",
    "The invitation was sent by mistake, please ignore it.",
    "Postponed until further notice. A new invitation will follow.",
  ],
  de: [
    "Dieser Termin wurde abgesagt.",
    "Die Besprechung fällt aus.",
    "Leider müssen wir den Termin absagen.",
    "Die Einladung wurde versehentlich verschickt, bitte ignorieren.",
  ],
  fr: [
    "Cette réunion est annulée.",
    "La réunion n'aura pas lieu.",
    "L'événement a été supprimé de votre agenda.",
    "Cette invitation a été envoyée par erreur.",
  ],
  es: [
    "Esta reunión queda cancelada.",
    "La reunión no se celebrará.",
    "La invitación se envió por error.",
  ],
  it: ["La riunione è annullata.", "La riunione non si terrà.", "Invito inviato per errore."],
  nl: [
    "Deze afspraak is geannuleerd.",
    "De vergadering gaat niet door.",
    "Deze uitnodiging is per ongeluk verstuurd.",
  ],
  pt: [
    "Esta reunião foi cancelada.",
    "A reunião não se realizará.",
    "Este convite foi enviado por engano.",
  ],
};

const NO_ANSWER: Readonly<Record<Language, readonly string[]>> = {
  en: ["No reply is needed.", "For your information only."],
  de: ["Eine Antwort ist nicht nötig.", "Nur zu Ihrer Information."],
  fr: ["Pas besoin de répondre.", "Pour information uniquement."],
  es: ["No hace falta responder.", "A título informativo."],
  it: ["Non serve rispondere.", "A solo scopo informativo."],
  nl: ["Een reactie is niet nodig.", "Alleen ter informatie."],
  pt: ["Não é preciso responder.", "Apenas para conhecimento."],
};

for (
  const [language, [subject, text]] of Object.entries(EVENTS) as [Language, [string, string]][]
) {
  Deno.test(`${language}: an invitation waits, whatever the event is about`, () => {
    for (const said of ["", ...CONTENTS[language]]) {
      assert.deepEqual(judge(`${text}\n\n${said}`, { subject }), WAITS, said);
    }
  });
  Deno.test(`${language}: an event that is called off waits for nothing`, () => {
    for (const said of CALLED_OFF[language]) {
      for (const body of [`${text}\n\n${said}`, `${said}\n\n${text}`]) {
        assert.deepEqual(judge(body, { subject }), TELLS, body);
      }
    }
  });
  Deno.test(`${language}: an invitation that wants no answer waits for nothing`, () => {
    for (const said of NO_ANSWER[language]) {
      assert.deepEqual(judge(`${text}\n\n${said}`, { subject }), TELLS, said);
    }
  });
}

Deno.test("who calls an event off and asks for another day waits for an answer", () => {
  const [subject, text] = EVENTS.en;
  const record = judge(`${text}\n\nThis meeting is cancelled. Can we meet on Tuesday instead?`, {
    subject,
  });
  assert.deepEqual(record.slice(0, 2), ["meeting_request", true]);
});

/** Help that is asked for at once, and since when it is needed. */
const HELP = [
  ["en", "When: since Tuesday", "The ceiling has come down on my bed. Please send somebody today."],
  ["de", "Wann: seit Dienstag", "Aus der Lampe läuft Wasser. Bitte rufen Sie sofort an."],
  ["es", "Cuándo: desde el martes", "Se me ha caído el techo. Por favor, manden a alguien hoy."],
  ["fr", "Quand : depuis mardi", "Le plafond est tombé. Merci d'envoyer quelqu'un aujourd'hui."],
  ["it", "Quando: da martedì", "Il soffitto è crollato. Mandate qualcuno oggi, per favore."],
  ["nl", "Wanneer: sinds dinsdag", "Het plafond is gevallen. Stuur alstublieft vandaag iemand."],
  ["pt", "Quando: desde terça-feira", "O teto caiu na cama. Por favor, mandem alguém hoje."],
] as const;
for (const [language, since, said] of HELP) {
  Deno.test(`${language}: what has been going on since a day is no event`, () => {
    const [subject] = EVENTS[language];
    assert.deepEqual(judge(`${since}\n\n${said}`, { subject }).slice(0, 2), [
      "support_request",
      true,
    ]);
  });
}

Deno.test("trouble that cannot wait is what an email is about, an event below it or not", () => {
  for (const [language, , said] of HELP.slice(0, 2)) {
    const [subject, text] = EVENTS[language];
    const [intent, needsReply] = judge(`${text}\n\n${said}`, { subject });
    assert.deepEqual([intent, needsReply], ["support_request", true], said);
  }
});

const PAST = {
  en: "When: Sunday 16 November 2025, 10:00",
  de: "Wann: Sonntag, 16. November 2025 10:00",
  fr: "Quand : dimanche 16 novembre 2025 10:00",
  es: "Cuándo: domingo 16 de noviembre de 2025 10:00",
  it: "Quando: domenica 16 novembre 2025 10:00",
  nl: "Wanneer: zondag 16 november 2025 10:00",
  pt: "Quando: domingo, 16 de novembro de 2025 10:00",
} as const;
Deno.test("an event that is over waits for nothing", () => {
  for (const [language, line] of Object.entries(PAST) as [Language, string][]) {
    const [subject, text] = EVENTS[language];
    assert.deepEqual(judge(`${line}\n${text.split("\n")[1]}`, { subject }), TELLS, line);
  }
});

const TOLD = "Thank you for last week, the cider was lovely.";
const TIME = `${TOLD}\n\nWhen: Tuesday 24 November 2026, 9am`;
const OTHERS: readonly (readonly [what: string, text: string, changes: Partial<Email>])[] = [
  ["an answer", TIME, {
    subject: "Invitation: Harvest review",
    headers: { "in-reply-to": "<a@x.example>" },
  }],
  ["an invitation without a time", TOLD, { subject: "Invitation: Harvest review" }],
  ["a canceled one", `Status: canceled\n${TIME}`, { subject: "Invitation: Harvest review" }],
  ["an announcement", TIME, { subject: "Invitation to a talk: how cider is made" }],
];
for (const [what, text, changes] of OTHERS) {
  Deno.test(`${what} waits for nothing`, () => {
    assert.equal(recordOf(sampleEmail(text, changes)).needsReply, false);
  });
}

/** Another event was called off, or the invitation before, and this one takes place. */
const OTHER_EVENTS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Last week's meeting was canceled because of snow, so here is a new date.",
    "The link in the first invitation was sent by mistake, use this one.",
  ],
  de: [
    "Der vorherige Termin wurde abgesagt, hier ist der neue.",
    "Die erste Einladung wurde versehentlich verschickt, diese gilt.",
  ],
  fr: ["La réunion précédente a été annulée, voici la nouvelle date."],
  es: ["La reunión anterior ha sido cancelada, esta es la nueva fecha."],
  it: ["La riunione precedente è stata annullata, ecco la nuova data."],
  nl: ["De vorige vergadering is geannuleerd, hier is de nieuwe datum."],
  pt: ["A reunião anterior foi cancelada, aqui está a nova data."],
};

const SERIES = {
  en: "When: every Tuesday from 9:00 to 10:00, starting 4 March 2025",
  de: "Wann: jeden Dienstag 9:00-10:00 ab 4. März 2025",
  fr: "Quand : tous les mardis de 9h à 10h à partir du 4 mars 2025",
  es: "Cuándo: todos los martes de 9:00 a 10:00, desde el 4 de marzo de 2025",
  it: "Quando: ogni martedì dalle 9:00 alle 10:00 dal 4 marzo 2025",
  nl: "Wanneer: elke dinsdag 9:00-10:00 vanaf 4 maart 2025",
  pt: "Quando: todas as terças das 9:00 às 10:00 a partir de 4 de março de 2025",
};
for (const language of Object.keys(EVENTS) as Language[]) {
  Deno.test(`"${SERIES[language]}" is not over`, () => {
    const [intent, needsReply] = judge(SERIES[language], { subject: EVENTS[language][0] });
    assert.deepEqual([intent, needsReply], WAITS.slice(0, 2));
  });
}

const REASONS = [
  "This meeting is cancelled because of an earlier commitment.",
  "I have to cancel this meeting, we covered everything last week.",
];
for (const said of REASONS) {
  Deno.test(`"${said}" calls this event off`, () => {
    const [subject, event] = EVENTS.en;
    assert.notDeepEqual(judge(`${event}\n\n${said}`, { subject }), WAITS);
  });
}
for (const language of Object.keys(EVENTS) as Language[]) {
  const [subject, event] = EVENTS[language];
  for (const said of OTHER_EVENTS[language]) {
    Deno.test(`"${said}" calls off another event`, () => {
      const [intent, needsReply] = judge(`${said}\n\n${event}`, { subject });
      assert.deepEqual([intent, needsReply], WAITS.slice(0, 2));
    });
  }
}
