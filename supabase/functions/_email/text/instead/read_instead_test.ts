import assert from "node:assert/strict";
import type { Email, IntelligenceRecord } from "../../reading.ts";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";
import { makeReadable } from "../readable_email.ts";

const newestOf = (text: string, changes: Partial<Email> = {}) =>
  makeReadable(sampleEmail(text, changes)).zones.newest.replace(/^ +$/gm, "")
    .replace(/\n{3,}/g, "\n\n").trim();

function check(
  text: string,
  changes: Partial<Email>,
  expected: Partial<IntelligenceRecord>,
): IntelligenceRecord {
  const record = recordOf(sampleEmail(text, changes));
  assert.partialDeepStrictEqual(record, expected);
  return record;
}

const REQUEST = "Please call me on 0171 1234567.";

Deno.test("one line with a number is a request, not a signature", () => {
  for (
    const text of [REQUEST, `Thanks.\n\n${REQUEST}`, `Hi Tom,\n\n${REQUEST}`, `${REQUEST}\n\nInés`]
  ) {
    const { actionItems } = check(text, {}, { needsReply: true, readInstead: null });
    assert.deepEqual(actionItems, [REQUEST], text);
  }
});

Deno.test("one line without a full stop is read too", () => {
  for (const text of ["Please call me on 0171 1234567", "call me: 0171 1234567 thanks"]) {
    assert.equal(newestOf(text), text);
  }
  const said = "Thanks,\n\nplease call me back at 0171 1234567";
  assert.match(newestOf(said), /please call me back/);
});

Deno.test("an email of nothing but a signature is read as that, a short answer is not", () => {
  const signature = "Inés Prado\nHead of Sales\nCalderon Tools Ltd\n+44 171 123 4567";
  assert.equal(newestOf(signature), signature);
  check(signature, { subject: "" }, { readInstead: "signature" });
  const thanks = "Thanks!\n\nInés Prado\nHead of Sales\n+44 171 123 4567";
  assert.equal(newestOf(thanks), "Thanks!");
  check(thanks, {}, { readInstead: null });
});

const CUSTOMER = [
  "From: Jo Lund <jo@lund.example>",
  "Date: Thu, 12 Nov 2026 at 08:00",
  "Subject: Heater",
  "To: <service@calderon-tools.example>",
  "",
  "Hello,",
  "",
  "the heater in our shop has stopped and it is freezing in here.",
  "Can you send somebody today?",
  "",
  "Regards,",
  "Jo Lund",
  "+44 20 7946 0000",
].join("\n");
const SEPARATORS: Record<string, string> = {
  "Gmail's": "---------- Forwarded message ---------\n",
  "Apple's": "Begin forwarded message:\n\n",
  "Outlook's": "-----Original Message-----\n",
  "Notes'": "----- Forwarded by Inés Prado/CT on 11/12/2026 09:14 AM -----\n\n",
  "no": "",
};
for (const [whose, separator] of Object.entries(SEPARATORS)) {
  for (
    const note of [
      "",
      "FYI",
      "f.y.i.",
      "Tom -\n\nFYI\n\nInés\nHead of Sales",
      "fyi - see below",
      "Zur Info",
      "供参考",
      "FYI\n\nSent with Proton Mail secure email.",
      "Hi Tom,\n\nplease see below.\n\nInés",
    ]
  ) {
    Deno.test(`a forward with ${whose} separator below "${note}" is read`, () => {
      const text = `${note}\n\n${separator}${CUSTOMER}`;
      const record = check(text, { subject: "Fwd: Heater" }, {
        readInstead: "forwarded_email",
        primaryIntent: "support_request",
        urgencyLevel: "high",
        needsReply: true,
        questionsAsked: ["Can you send somebody today?"],
      });
      assert.equal(record.contact?.name, "Jo Lund");
      assert.deepEqual(record.contact?.phones, ["+44 20 7946 0000"]);
      assert.doesNotMatch(record.summary ?? "", /Fwd|From:/);
      assert.doesNotMatch(newestOf(text, { subject: "Fwd: Heater" }), /Regards|Subject/);
    });
  }
}

const SENT_ON = [
  "For info only.",
  "Passing this on",
  "Over to you",
  "Leite ich mal weiter.",
  "Für dich",
  "Os lo reenvío.",
  "Ti giro questa.",
  "Para tua info",
];
for (const note of SENT_ON) {
  Deno.test(`"${note}" says only that something is sent on`, () => {
    const text = `${note}\n\n${CUSTOMER}`;
    check(text, { subject: "Fwd: Heater" }, { readInstead: "forwarded_email" });
  });
}

Deno.test("a note above a forward is one though the subject is that of a reply", () => {
  const header = "\tJo Lund/LUND@LUND\n\t11/12/2026 08:00 AM\n\t\t \n\t\t To: Inés Prado/CT@CT\n" +
    "\t\t cc: \n\t\t Subject: RE: Heater\n\n";
  const mark = "----- Forwarded by Inés Prado/CT on 11/12/2026 09:14 AM -----\n\n";
  for (const above of [`FYI\n${header}`, `FYI\n${mark}${header}`, `Update - \n${mark}${header}`]) {
    const text = `${above}Can you send somebody today?`;
    check(text, { subject: "RE: Heater" }, {
      readInstead: "forwarded_email",
      questionsAsked: ["Can you send somebody today?"],
    });
    const { writer } = makeReadable(sampleEmail(text, { subject: "RE: Heater" }));
    assert.equal(writer.name, "Jo Lund", above);
  }
  const thanks = `Thanks!\n${mark}${header}Can you send somebody today?`;
  assert.equal(newestOf(thanks, { subject: "RE: Heater" }), "Thanks!");
});

Deno.test("the header of a forward is read whole, and nothing of it as text", () => {
  const said = "Can you send somebody today?";
  const long = "Subject: The heater in the shop at the harbor has stopped again, and it is";
  for (
    const header of [
      `From: Jo Lund\t\t11/12/2026 08:00 AM\n\t\n\t\n\nTo: Ana\ncc: Bo\nSubject: Heater`,
      `From: Jo Lund <jo@lund.example>\nTo: Ana\n${long}\nfreezing`,
      `\tJo Lund@LUND 11/12/2026 08:00 AM \t   To: Ana/NA@CT  cc: Bo/NA@CT  Subject: Heater\t`,
      "From: Jo Lund <jo@lund.example> Sent: Thursday 08:00 To: Ana <ana@x.example> Subject: Heater",
    ]
  ) {
    const text = `---------- Forwarded message ---------\n${header}\n\n${said}`;
    assert.equal(newestOf(text, { subject: "Fwd: Heater" }), said, header);
    const { writer } = makeReadable(sampleEmail(text, { subject: "Fwd: Heater" }));
    assert.match(writer.name ?? "", /^Jo Lund\b/, header);
  }
});

Deno.test("a forward of an email without a text is read as its subject", () => {
  const signature = "Ana Ruiz\nKeelby Ltd\n1400 Smith Street\nPhone 0171 1234567\n\n";
  const header = "----- Forwarded by Ana -----\n\n\tBo Ode\n\t06/01/2001 04:19 PM\n\t\t To: Ana\n";
  const text = `${signature}${header}\t\t Subject: Citation\n\n`;
  assert.equal(newestOf(text, { subject: "Citation" }), "");
  const { summary } = check(text, { subject: "Citation" }, { readInstead: "subject" });
  assert.equal(summary, "Citation");
});

Deno.test("names of files around a forward say nothing", () => {
  const text =
    `---------- Forwarded message ---------\nFrom: Al <al@x.example>\nSubject: Fw: Ad\n\n` +
    "> -----Original Message-----\n> From: Bo <bo@x.example>\n> Sent: Monday\n> To: Al\n" +
    "> Subject: Ad\n>\n> Have you seen this ad?\n\n - AD.jpg\n";
  assert.match(newestOf(text, { subject: "FW: Fw: Ad" }), /^Have you seen this ad\?/);
});

Deno.test("a forward with a note that says something is read as the note", () => {
  const text = `Can you answer her by noon?\n\n---------- Forwarded message ---------\n${CUSTOMER}`;
  assert.equal(newestOf(text), "Can you answer her by noon?");
  check(text, { subject: "Fwd: Heater" }, { readInstead: null });
});

Deno.test("a forward with the header of Notes, which does not name its sender, is read", () => {
  const header = "\tJames Ode\n\t02/07/2001 08:14 PM\n\t\t \n\t\t To: Jo Lund/NA/Ode@ODE, Ana\n" +
    "Ruiz/PDX/ODE@ODE\n\t\t cc: \n\t\t Subject: Heater\n\n";
  const said = "Can you send somebody to the shop?";
  for (
    const above of ["----- Forwarded by Jo Lund/NA/Ode on 02/07/2001 09:21 PM -----\n\n", "FYI\n\n"]
  ) {
    const { questionsAsked } = check(`${above}${header}Jo,\n\n${said}\n`, {}, {});
    assert.deepEqual(questionsAsked, [said], above);
  }
  const wrapped = "------- Forwarded by Jo Lund on 03/21/2001 \n09:10 AM ------------------\n\n";
  assert.equal(newestOf(`${wrapped}${header}${said}`), said);
});

Deno.test("an email with text is never read as nothing", () => {
  const address = "Ode Ltd\n1400 Smith Street\nPhone 0171 1234567\n\n";
  const header = "----- Forwarded by Jo -----\n\n\tBo Ode\n\t06/01/2001 04:19 PM\n\t\t To: Jo\n";
  for (const text of [`${address}${header}\t\t Subject: Citation\n\n`, "🎉\n\n> We won the bid."]) {
    assert.notEqual(newestOf(text), "", text);
    assert.notEqual(recordOf(sampleEmail(text, { subject: "" })).summary, null, text);
  }
});

Deno.test("a forward of a forward and one in quote marks are read", () => {
  const inner = `---------- Forwarded message ---------\n${CUSTOMER}`;
  const outer =
    `---------- Forwarded message ---------\nFrom: Al <al@x.example>\nSubject: Fwd: Heater\n\nFYI\n\n${inner}`;
  check(outer, { subject: "Fwd: Fwd: Heater" }, {
    readInstead: "forwarded_email",
    questionsAsked: ["Can you send somebody today?"],
  });
  const quoted = CUSTOMER.split("\n").map((line) => `> ${line}`).join("\n");
  for (const above of ["", "Begin forwarded message:\n\n", "FYI\n\n"]) {
    const record = check(above + quoted, { subject: "Fwd: Heater" }, {
      questionsAsked: ["Can you send somebody today?"],
    });
    assert.match(record.analyzedText ?? "", /Can you send somebody today\?/);
    assert.equal(record.contact?.name, "Jo Lund");
  }
});

Deno.test("a forwarded message without a signature has the sender of its header", () => {
  const text = "---------- Forwarded message ---------\nFrom: Jo Lund <jo@lund.example>\n" +
    "Subject: Heater\n\nCan you send somebody today?";
  const { contact } = check(text, { subject: "Fwd: Heater" }, {});
  assert.deepEqual([contact?.name, contact?.emails], ["Jo Lund", ["jo@lund.example"]]);
});

Deno.test("a reply of a word stays an answer, and one of nothing says what it quotes", () => {
  const quote =
    "On Mon, 9 Nov 2026 at 10:02, Ana Ruiz <ana@x.example> wrote:\n> Shall we meet on Friday?";
  const reply = { subject: "Re: Meeting", headers: { "in-reply-to": "<a@x>" } };
  assert.equal(newestOf(`Thanks\n\n${quote}`, reply), "Thanks");
  check(`Thanks\n\n${quote}`, reply, { readInstead: null, questionsAsked: [] });
  check(quote, reply, {
    readInstead: "quoted_email",
    questionsAsked: ["Shall we meet on Friday?"],
  });
});

Deno.test("an answer below a separator and a quote is the answer", () => {
  const text = (separator: string) =>
    `${separator}\nFrom: "Bo" <bo@x.example>\n> Shall we?\nYes, on Friday.`;
  for (
    const separator of ["----- Original Message -----", "-------- Ursprüngliche Nachricht --------"]
  ) {
    assert.equal(newestOf(text(separator)), "Yes, on Friday.");
  }
  assert.equal(
    newestOf("From: Bo <bo@x.example>\nSent: Monday\nTo: Al\n\n> Shall we?\n\nYes, on Friday."),
    "Yes, on Friday.",
  );
});

Deno.test("a memo is read below its block", () => {
  const memo = "To: all staff\nFrom: Ann\nDate: 24 November 2026\nSubject: Fire drill\n\n";
  const text = `${memo}Please leave the building at 10.`;
  assert.equal(newestOf(text, { subject: "Fire drill" }), "Please leave the building at 10.");
  const record = check(text, { subject: "Fire drill" }, { readInstead: "memo" });
  assert.deepEqual(record.actionItems, ["Please leave the building at 10."]);
  for (const title of ["MEMORANDUM\n\n", "All,\n\n"]) {
    check(title + text, { subject: "Fire drill" }, { readInstead: "memo" });
    assert.equal(newestOf(title + text), "Please leave the building at 10.", title);
  }
  const ruled = text.replace("\n\n", "\n____________________\n");
  assert.equal(newestOf(ruled), "Please leave the building at 10.");
});

Deno.test("a header that quotes nothing is content", () => {
  const text =
    "Please use these settings:\n\nFrom: shop@x.example\nTo: orders@x.example\nSubject: Order";
  assert.equal(newestOf(text), text);
});

const FORM = "From: Jane Ode <jane@ode.example>\nSubject: Wedding\n\nMessage Body:\n" +
  "Could you make a cake for 40 people for Saturday, 5 December?";
const FORMS: Record<string, Partial<Email>> = {
  "a website": { fromEmail: "wordpress@cakes.example", fromName: "Cakes" },
  "noreply with Reply-To": {
    fromEmail: "noreply@cakes.example",
    fromName: "Cakes",
    headers: { "reply-to": "jane@ode.example" },
  },
  "a service with Reply-To": {
    fromEmail: "forms-receipts@service.example",
    fromName: null,
    headers: { "reply-to": "Jane Ode <jane@ode.example>" },
  },
};
for (const [who, changes] of Object.entries(FORMS)) {
  Deno.test(`a contact form sent by ${who} is a person's email`, () => {
    for (
      const text of [
        FORM,
        `${FORM}\n\n-- \nThis e-mail was sent from a contact form on Cakes (https://cakes.example)`,
        FORM.replace(
          "From: Jane Ode <jane@ode.example>",
          "Name: Jane Ode\nEmail: jane@ode.example",
        ),
        FORM.replace(
          "From: Jane Ode <jane@ode.example>",
          "Ihr Name:\nJane Ode\n\nE-Mail:\njane@ode.example",
        ),
      ]
    ) {
      const record = check(text, { subject: "Wedding", ...changes }, {
        readInstead: "form",
        needsReply: true,
        automatedKind: null,
        questionsAsked: ["Could you make a cake for 40 people for Saturday, 5 December?"],
      });
      assert.equal(record.contact?.name, "Jane Ode", text);
      assert.deepEqual(record.contact?.emails, ["jane@ode.example"]);
    }
  });
}

const QUESTION = "Could you make a cake for 40 people?";
Deno.test("of a form, what somebody wrote is read, however its fields are laid out", () => {
  for (
    const text of [
      `Name   Jane Ode\nEmail   jane@ode.example\nMessage   ${QUESTION}`,
      `Name:\tJane Ode\nE-mail Address:\tjane@ode.example\nYour enquiry:\t${QUESTION}`,
      `*Name*\nJane Ode\n*Email*\njane@ode.example\n*Message*\n${QUESTION}`,
      `Nom : Jane Ode\nCourriel : jane@ode.example\nMessage :\n${QUESTION}`,
      `Name: Jane Ode\nEmail: jane@ode.example\nWhat can we do for you?: ${QUESTION}`,
      `Name: Jane Ode\n\nEmail: jane@ode.example\n\nMessage: ${QUESTION}\n\n` +
      "Does this submission look like spam? Report it here.",
    ]
  ) {
    const from = { fromEmail: "wordpress@cakes.example", fromName: null };
    const record = check(text, from, { readInstead: "form", needsReply: true });
    assert.deepEqual(record.questionsAsked.length, 1, text);
    assert.match(record.questionsAsked[0] ?? "", /Could you make a cake for 40 people\?$/);
    assert.doesNotMatch(record.summary ?? "", /Jane|Message|spam/, text);
    assert.equal(record.contact?.name, "Jane Ode");
  }
});

Deno.test("the names of a form's fields may be questions, bold lines or keys of JSON", () => {
  for (
    const text of [
      `1. What is your name?\nJane Ode\n2. How do we reach you?\njane@ode.example\n` +
      `3. What would you like to know?\n${QUESTION}`,
      `What is your name?   Jane Ode\nWhere do you live?   Leeds\nHow can we help?   ${QUESTION}`,
      `Submitted on Tuesday, 10 November 2026 - 09:12\nName - Jane Ode\n` +
      `Contact - jane@ode.example\nMessage - ${QUESTION}`,
      `| Field | Value |\n|---|---|\n| Name | Jane Ode |\n| Message | ${QUESTION} |`,
      `{\n"name": "Jane Ode",\n"email": "jane@ode.example",\n"message": "${QUESTION}"\n}`,
      `Guest name: Jane Ode\nGuest phone: 020 7946 0000\nSpecial requests: ${QUESTION}`,
    ]
  ) {
    const from = { fromEmail: "forms@cakes.example", fromName: null };
    const record = check(text, from, { readInstead: "form", needsReply: true });
    assert.equal(record.questionsAsked.length, 1, text);
    assert.equal(record.contact?.name, "Jane Ode", text);
  }
});

Deno.test("what a website tells somebody of their own order is no form", () => {
  const fields = "Name: Jane Ode\nEmail: jane@ode.example\nNote: we deliver from nine to twelve.";
  for (
    const subject of [
      "Your order 4711",
      "Booking confirmation",
      "Ihre Terminbestätigung",
      "Facture",
    ]
  ) {
    const from = { fromEmail: "noreply@cakes.example", fromName: "Cakes", subject };
    const record = recordOf(sampleEmail(`Thank you for your order!\n\n${fields}`, from));
    assert.deepEqual([record.readInstead, record.automatedKind], [null, "notification"], subject);
  }
});

for (
  const line of [
    "Holen Sie sich Outlook für Android<https://aka.ms/AAb9ysg>",
    "Obtenez Outlook pour iOS<https://aka.ms/o0ukef>",
    "Provenance : Courrier pour Windows",
    "Sent from my mobile, please excuse typos.",
    "Get Outlook for Mac",
    "Von meinem Handy gesendet, bitte Fehler entschuldigen.",
    "Von unterwegs gesendet",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
  ]
) {
  Deno.test(`a forward below "${line}" is read`, () => {
    const text = `${line}\n________________________________\n${CUSTOMER}`;
    check(text, { subject: "WG: Heater" }, { readInstead: "forwarded_email", needsReply: true });
  });
}

Deno.test("a form to fill in and a report of a mail server are no forms", () => {
  const headers = { "reply-to": "pay@other.example" };
  const empty = "Please send us this:\nName:\nAddress:\nPhone:\nEmail:\n\nWe pay at once to you.";
  assert.notEqual(recordOf(sampleEmail(empty, { headers })).readInstead, "form");
  const report = "Your email could not be delivered.\n\nReceived: from a by b\n" +
    "From: Jo <jo@x.example>\nSubject: Order\n\nWe would like to order some flour.";
  const from = { fromEmail: "mailer-daemon@x.example", headers: { "return-path": "<>" } };
  assert.equal(recordOf(sampleEmail(report, from)).automatedKind, "bounce");
  const whole = "Your email to bo could not be delivered.\n\nMessage-ID: <1@x.example>\n" +
    "From: Jo <jo@x.example>\nTo: bo@y.example\nSubject: Order\nDate: 24 Nov 2026";
  for (const fromEmail of ["mailer-daemon@x.example", "mail@x.example"]) {
    assert.notEqual(recordOf(sampleEmail(whole, { fromEmail })).readInstead, "form");
  }
});

Deno.test("the points of a list and the header of an email in a digest are no fields", () => {
  const headers = { "reply-to": "sales@other.example" };
  const points = "Our plans have\n\n- Easy customer signup\n- Email and phone support\n" +
    "- Your own message board\n- Billing of names";
  assert.notEqual(recordOf(sampleEmail(points, { headers })).readInstead, "form");
  const digest = "In this issue:\n\nFrom: Jo <jo@x.example>\nSubject: Sheep\nDate: 24 Nov 2026\n" +
    "Reply-To: jo@x.example\n\nThe sheep are back from the hill.";
  assert.notEqual(recordOf(sampleEmail(digest, { headers })).readInstead, "form");
});

Deno.test("a person's list of fields and a newsletter are no forms", () => {
  check(FORM, {}, {});
  assert.notEqual(recordOf(sampleEmail(FORM)).readInstead, "form");
  const list = { fromEmail: "info@x.example", headers: { "list-id": "<news.x.example>" } };
  assert.notEqual(recordOf(sampleEmail(FORM, list)).readInstead, "form");
});

Deno.test("an invitation waits for yes or no, a canceled event and an answer do not", () => {
  const headers = { "content-type": "text/calendar; method=REQUEST" };
  const event = "Review\nWhen: 2026-12-01 10:00\nWhere: Room 4";
  const read = (text: string) => {
    const { primaryIntent, needsReply } = recordOf(sampleEmail(text, { headers }));
    return [primaryIntent, needsReply];
  };
  assert.deepEqual(read(event), ["meeting_request", true]);
  assert.equal(read(`${event}\nStatus: canceled`)[1], false);
  assert.equal(read(`${event}\nStatus: accepted by bo@x.example`)[1], false);
});

Deno.test("an invitation and a telling subject say what was read", () => {
  const calendar = { headers: { "content-type": "text/calendar; method=REQUEST" } };
  check("Review\nWhen: 2026-12-01 10:00\nWhere: Room 4\nOrganizer: Bo <bo@x.example>", calendar, {
    readInstead: "invitation",
  });
  const attached = { headers: { "content-type": "multipart/mixed; boundary=b" } };
  check("Offsite\nWhen: 2026-12-01", attached, { readInstead: "invitation" });
  check("", { subject: "Please send the March invoice" }, { readInstead: "subject" });
  check("", { subject: "Hello" }, { readInstead: null });
});

Deno.test("a table drawn with bars is content", () => {
  const table = "| Item  | Price |\n| Flour | 40    |";
  assert.equal(newestOf(table), table);
});

Deno.test("a hostile email that is all quotes, fields or phrases is read fast", () => {
  const pieces = [
    "> \n",
    ">> a\n",
    "From: a\n",
    "From: a\nTo: b\n\n",
    "fyi ",
    "fyi\n",
    "Name: a\n",
    "-----Original Message-----\n",
    "On 3 May Ana wrote:\n> a\n",
    "Name:\n",
    "| a\n",
  ];
  for (const piece of pieces) {
    const startedAt = performance.now();
    recordOf(sampleEmail(piece.repeat(60_000 / piece.length), { subject: "Fwd: a" }));
    assert.ok(performance.now() - startedAt < 20_000, piece);
  }
});

Deno.test("one word above a forwarded email says no more than FYI, above a quote it answers", () => {
  const forwarded = "-----Original Message-----\nFrom: Ana <ana@x.example>\nSubject: Lease\n\n" +
    "The revised lease of the mill is ready to be signed.";
  check(`Apologies!\n\n${forwarded}`, { subject: "FW: Lease" }, {
    readInstead: "forwarded_email",
    summary: "The revised lease of the mill is ready to be signed.",
  });
  check(`Agreed.\n\n${forwarded}`, { subject: "RE: Lease" }, { readInstead: null });
});
