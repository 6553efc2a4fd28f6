/** Which kind an email is of where header fields say little. */
import assert from "node:assert/strict";
import type { Email } from "../../reading.ts";
import { recognizeReadable } from "../../take_reading.ts";
import { makeReadable } from "../../text/readable_email.ts";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";

Deno.test("a member's question on a list without List-Post is a person's, and asks nobody alone", () => {
  const email = sampleEmail("Does anybody know how to mount an old disk?", {
    subject: "Re: [yard] old disks",
    headers: {
      precedence: "bulk",
      "list-unsubscribe": "<mailto:yard-leave@lists.example>",
      "in-reply-to": "<1@x.example>",
    },
  });
  const record = recordOf(email);
  assert.deepEqual([record.isBulk, record.automatedKind], [false, null]);
  assert.ok(["question", "follow_up"].includes(record.primaryIntent), record.primaryIntent);
  assert.equal(record.urgencyLevel, "low");
});

Deno.test("a list's newsletter is bulk, from its own host or in nobody's name", () => {
  const headers = {
    precedence: "bulk",
    "list-unsubscribe": "<mailto:leave@news.shop.example>",
    "reply-to": "shop@news.shop.example",
  };
  const email = sampleEmail("The new season is here.", { fromEmail: "ana@shop.example", headers });
  assert.ok(recordOf(email).isBulk);
});

Deno.test("a post on a list that names itself in its tag is a person's, a sender's mailing not", () => {
  const text = "Is anybody interested in a dinghy?";
  const unsubscribe = "<mailto:club-unsubscribe@lists.example>";
  const POSTS: readonly Partial<Email>[] = [
    { headers: { precedence: "bulk", "list-unsubscribe": unsubscribe } },
    {
      headers: { precedence: "list", "list-id": "<club.lists.example>", "list-unsubscribe": "<x>" },
    },
    { headers: { precedence: "list", "reply-to": "ana@x.example" } },
    { headers: { "list-id": "club.lists.example", "in-reply-to": "<1@x.example>" } },
  ];
  for (const changes of POSTS) {
    const record = recordOf(sampleEmail(text, { subject: "[club] Dinghy", ...changes }));
    assert.deepEqual([record.isBulk, record.needsReply], [false, false], JSON.stringify(changes));
  }
  const mailing = { precedence: "bulk", "list-id": "<club.x.example>", "list-unsubscribe": "<x>" };
  assert.ok(recordOf(sampleEmail(text, { subject: "[club] News", headers: mailing })).isBulk);
  const headlines = { subject: "[club] Headlines", headers: { precedence: "list" } };
  assert.ok(recordOf(sampleEmail("A dinghy for sale. A new pier.", headlines)).isBulk);
});

Deno.test("who wants to leave a list, or writes one sentence, wrote no mailing", () => {
  for (
    const text of [
      "Can you unsubscribe me from your newsletter? I have asked twice.",
      "Please take me off your mailing list. I never signed up.",
      "Bitte melden Sie mich vom Newsletter ab, ich habe schon zweimal gefragt.",
      "Merci de me désabonner, j'ai déjà demandé deux fois.",
      "Schrijf een korte tekst voor op de website over onze nieuwe openingstijden.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).isBulk, false, text);
  for (
    const text of [
      "All chairs half price until Sunday.\n\nUnsubscribe",
      "My best offers of the month: https://shop.example\n\nUnsubscribe here",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).isBulk, true, text);
});

Deno.test("an agency's offer of a call needs no reply, whatever its language", () => {
  for (
    const text of [
      "Nous sommes une agence spécialisée et aidons des entreprises comme la vôtre à trouver des " +
      "clients. Seriez-vous disponible pour un appel de 15 minutes ?",
      "Somos una agencia de marketing y ayudamos a empresas como la suya a conseguir clientes. " +
      "¿Tendría 15 minutos esta semana para una llamada?",
      "Siamo un'agenzia di web marketing e aiutiamo aziende come la vostra a trovare clienti. " +
      "Avrebbe 15 minuti per una breve chiamata?",
    ]
  ) {
    const { primaryIntent, needsReply, urgencyLevel } = recordOf(sampleEmail(text));
    assert.deepEqual([primaryIntent, needsReply, urgencyLevel], ["proposal", false, "low"], text);
  }
});

Deno.test("what a robot posts to a list is bulk and a notification", () => {
  const headers = { "auto-submitted": "auto-generated", "list-post": "<mailto:dev@x.example>" };
  const record = recordOf(sampleEmail("Build 4711 failed.", { headers }));
  assert.deepEqual([record.isBulk, record.automatedKind], [true, "notification"]);
});

Deno.test("a website that sends what a person wrote, with their address for answers, sends no notice", () => {
  const text = "Jane Ode asks about the oak table:\n\nIs it also available in walnut?";
  const kindOf = (replyTo: string, said = text, fromEmail = "noreply@shop.example") =>
    recordOf(sampleEmail(said, { fromEmail, headers: { "reply-to": replyTo } })).automatedKind;
  assert.equal(kindOf("Jane Ode <jane@ode.example>"), null);
  assert.equal(kindOf("jane@ode.example", `jane@ode.example: ${text}`), null);
  const jane = "Jane Ode <jane@ode.co.uk>";
  assert.equal(kindOf(jane, text, "noreply@shop.co.uk"), null);
  assert.equal(kindOf(jane, text, "noreply@mail.ode.co.uk"), "notification");
  const signed = sampleEmail("Is it also available in walnut?", {
    fromEmail: "noreply@shop.example",
    fromName: "Jane Ode",
    headers: { "reply-to": '"Ode, Jane" <j.ode@post.example>' },
  });
  assert.equal(recordOf(signed).automatedKind, null);
  assert.equal(kindOf("support@help.example"), "notification");
  assert.equal(kindOf("Returns <ab12@parcels.example>"), "notification");
  assert.equal(kindOf("jane@mail.shop.example"), "notification");
  assert.equal(kindOf("jane@ode.example", "Your order has been sent."), "notification");
});

Deno.test("whoever is asked to approve a request gets a notice, though it says why they get it", () => {
  for (
    const text of [
      "You have received this email because the requester specified you as their manager. Please " +
      "click http://x.example/a?id=1 to review and act upon this request.",
      "You are receiving this email because you are the approver.\n\nAccept or decline: " +
      "https://x.example/1",
      "Sie erhalten diese E-Mail, weil Sie als Vorgesetzte eingetragen sind.\n\nBitte genehmigen " +
      "Sie den Antrag: https://x.example/1",
    ]
  ) {
    const record = recordOf(sampleEmail(text, { fromEmail: "requests@x.example" }));
    assert.deepEqual([record.isBulk, record.automatedKind], [false, "notification"], text);
  }
});

Deno.test("people ask for approval, confirm that they got an email, and tell what no longer works", () => {
  for (
    const text of [
      "The budget for the fair still needs your approval. Please send it back by Friday.",
      "Please approve or reject the attached request today.",
      "Der Antrag wartet auf Ihre Freigabe. Bitte bis Freitag.",
      "El presupuesto está pendiente de su aprobación. Le ruego que lo revise antes del viernes.",
      "Wir haben Ihre Nachricht erhalten. Bitte schicken Sie das Ersatzteil bis Freitag.",
      "Please turn off the automatic reply of the shop on Monday.",
      "Die automatische Antwort ist falsch. Bitte schalten Sie sie ab.",
      "The old code will no longer work for new orders. Please use the new one from Monday.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).automatedKind, null, text);
  const mailing =
    "You are receiving this because you own an oven. Get 20 % off!\n\nUnsubscribe here.";
  assert.ok(recordOf(sampleEmail(mailing)).isBulk);
});

const ABSENCES: readonly (readonly [string, string])[] = [
  ["Afwezig: uw bestelling", "Ik ben tot maandag niet bereikbaar."],
  ["Frånvarande: Anna Berg", "Tack för ditt mejl."],
  ["Automatyczna odpowiedź: oferta", "Dziękuję za wiadomość."],
  ["Automatisk svar: Tilbud", "Tak for din mail."],
  ["Absent(e) du bureau : Claire", "Merci de votre message."],
  ["Risposta automatica: preventivo", "Grazie."],
  ["Resposta automática: proposta", "Obrigado."],
  ["Automaattinen vastaus: tarjous", "Kiitos viestistä."],
  ["Automatická odpověď: nabídka", "Děkuji za zprávu."],
  ["Automatikus válasz: ajánlat", "Köszönöm."],
  ["Răspuns automat: ofertă", "Mulțumesc."],
  ["Otomatik yanıt: teklif", "Teşekkürler."],
  ["Автоматический ответ: заказ", "Спасибо за письмо."],
  ["Hello", "I retired in May and no longer use this address. Please write to office@x.example."],
  ["Hello", "I am out of the office until 4 May. For urgent matters please contact Tom Lind."],
  ["Re: Offer", "I no longer work at Keelby Bakery. Please direct your enquiries to Tom Lind."],
  ["Re: Oferta", "Me encuentro fuera de la oficina hasta el lunes y no tendré acceso al correo."],
  ["Hallo", "Ich bin bis 4. Mai im Urlaub. In dringenden Fällen wenden Sie sich an Tom Lind."],
];
for (const [subject, text] of ABSENCES) {
  Deno.test(`"${subject}": "${text}" is an absence note`, () => {
    const record = recordOf(sampleEmail(text, { subject }));
    assert.deepEqual([record.automatedKind, record.needsReply], ["out_of_office", false]);
  });
}

Deno.test("whoever tells colleagues of a day off is no program", () => {
  const text =
    "I'll be out of the office tomorrow but will have my phone with me. Can you take the " +
    "call at nine?";
  const record = recordOf(sampleEmail(text));
  assert.deepEqual([record.automatedKind, record.needsReply], [null, true]);
});

const GONE: readonly (readonly [string, string])[] = [
  ["German", "Ich bin derzeit nicht im Büro und ab dem 4. Mai wieder für Sie da."],
  ["Polish", "Przebywam na urlopie do 4 maja. W sprawach pilnych proszę kontaktować się z Anną."],
  [
    "English",
    "Jane Ode is no longer with Keelby Bakery. Please direct your inquiries to Tom Lind.",
  ],
];
for (const [language, text] of GONE) {
  Deno.test(`an absence note with other ${language} words is one`, () => {
    assert.equal(recordOf(sampleEmail(text)).automatedKind, "out_of_office");
  });
}

Deno.test("a program's receipt of a request is a notice", () => {
  for (
    const text of [
      "We have received your request (ticket 4711) and will get back to you within 24 hours.",
      "Ihre Anfrage ist bei uns eingegangen. Wir melden uns in den nächsten Tagen.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).automatedKind, "notification", text);
});

Deno.test("whoever writes of a delivery that failed is a person", () => {
  for (
    const [subject, text] of [
      ["Delivery failed yesterday", "The parcel could not be delivered. Can you send it again?"],
      ["Mail delivery problem", "My email to your colleague bounced: the mailbox is full."],
      ["Undeliverable letter", "The letter you sent came back. What is your new address?"],
      ["Unzustellbar: Brief", "Ihr Brief kam zurück. Ich brauche Ihre neue Anschrift."],
    ] as const
  ) assert.equal(recordOf(sampleEmail(text, { subject })).automatedKind, null, subject);
  const report = "Your message did not reach some or all of the intended recipients.";
  for (
    const fromEmail of ["exchange.administrator@x.example", "system@x.example", "ana@x.example"]
  ) {
    const email = sampleEmail(report, { fromEmail, subject: "Undeliverable: your quote" });
    assert.equal(recordOf(email).automatedKind, "bounce", fromEmail);
  }
  const polite = "I'm sorry to have to inform you that your message could not be delivered.";
  for (const fromEmail of ["noreply@x.example", "delivery@x.example", "mailerdaemon@x.example"]) {
    const email = sampleEmail(polite, { fromEmail, subject: "Undeliverable: Lunch" });
    assert.equal(recordOf(email).automatedKind, "bounce", fromEmail);
  }
});

Deno.test("a newsletter whose way out is under its signature is bulk for rules and model alike", () => {
  const email = sampleEmail(
    "Hi Ana,\n\nour new ovens are here.\n\nBest regards,\nThe Keelby team\n-- \n" +
      "Keelby Ltd\nUnsubscribe: https://keelby.example/u",
  );
  assert.equal(recognizeReadable(makeReadable(email))?.kind, "bulk");
  assert.ok(recordOf(email).isBulk);
});

const NO_REPLY: readonly (readonly [string, Partial<Email>, string])[] = [
  [
    "a mortgage offer",
    { subject: "Lowest rates in 30 years" },
    "Dear homeowner,\n\nMortgage rates " +
    "are rising. Why pay more than you have to? We guarantee the lowest rate on your home loan. " +
    "Act now and fill out our online form, there is no obligation.\n\nTo be removed, click here.",
  ],
  [
    "adware",
    { subject: "Your PC is slow!!!" },
    "ARE YOU TIRED OF A SLOW COMPUTER? Click here for a " +
    "FREE download! Guaranteed results!! Limited time offer, save 50 % today only!",
  ],
  [
    "a notice of an order",
    {},
    "Thank you for your order. Your order has been shipped and will " +
    "arrive on Friday. This is an automated message.",
  ],
  [
    "an XML lead",
    {},
    '<?xml version="1.0"?>\n<adf><prospect status="new">\n<customer>\n<contact>\n' +
    '<question type="?">Price?</question>\n</contact></customer></prospect></adf>',
  ],
];
for (const [what, changes, text] of NO_REPLY) {
  Deno.test(`${what} needs no reply and asks nothing`, () => {
    const record = recordOf(sampleEmail(text, changes));
    assert.deepEqual([record.needsReply, record.urgencyLevel], [false, "low"]);
    assert.deepEqual(record.questionsAsked, []);
  });
}

Deno.test("a cold offer written for its recipient is a person's, and needs no reply", () => {
  const text =
    "Hi Ana,\n\nI came across your website and noticed that it loads slowly. We could make " +
    "it twice as fast for $400. Worth a quick call on Tuesday?";
  const { isBulk, primaryIntent, needsReply, urgencyLevel } = recordOf(sampleEmail(text));
  assert.deepEqual([isBulk, primaryIntent, needsReply, urgencyLevel], [
    false,
    "proposal",
    false,
    "low",
  ]);
});
