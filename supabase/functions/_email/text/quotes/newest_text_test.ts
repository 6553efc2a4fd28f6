import assert from "node:assert/strict";
import { findNewestText } from "./newest_text.ts";

const OLDER = "Can you pay at once?";

const ATTRIBUTIONS: Record<string, string> = {
  English: "On Mon, 9 Nov 2026 at 10:02, Ana Ruiz <ana@x.example> wrote:",
  "wrapped English": "On Mon, 9 Nov 2026 at 10:02,\nAna Ruiz <ana@x.example>\nwrote:",
  "broken English": "On Mon, 9 Nov 2026 at 10:02, Ana Ruiz <ana@x.example\n> wrote:",
  German: "Am 09.11.2026 um 10:02 schrieb Ana Ruiz:",
  Spanish: "El lun, 9 nov 2026 a las 10:02, Ana Ruiz escribió:",
  French: "Le lun. 9 nov. 2026 à 10:02, Ana Ruiz <ana@x.example> a écrit :",
  Italian: "Il giorno lun 9 nov 2026 alle ore 10:02 Ana Ruiz <ana@x.example> ha scritto:",
  Portuguese: "Em seg., 9 de nov. de 2026 às 10:02, Ana Ruiz <ana@x.example> escreveu:",
  Dutch: "Op ma 9 nov 2026 om 10:02 schreef Ana Ruiz <ana@x.example>:",
  Swedish: "Den mån 9 nov. 2026 kl 10:02 skrev Ana Ruiz <ana@x.example>:",
  Norwegian: "man. 9. nov. 2026 kl. 10:02 skrev Ana Ruiz <ana@x.example>:",
  Finnish: "ma 9. marrask. 2026 klo 10.02 Ana Ruiz (ana@x.example) kirjoitti:",
  Polish: "pon., 9 lis 2026 o 10:02 Ana Ruiz <ana@x.example> napisał(a):",
  Czech: "po 9. 11. 2026 v 10:02 odesílatel Ana Ruiz <ana@x.example> napsal:",
  Hungarian: "Ana Ruiz <ana@x.example> ezt írta (időpont: 2026. nov. 9., H, 10:02):",
  Romanian: "În lun., 9 nov. 2026 la 10:02, Ana Ruiz <ana@x.example> a scris:",
  Turkish: "Ana Ruiz <ana@x.example>, 9 Kas 2026 Pzt, 10:02 tarihinde şunu yazdı:",
  Russian: "пн, 9 нояб. 2026 г. в 10:02, Ana Ruiz <ana@x.example>:",
  "Russian without brackets": "Понедельник, 9 ноября 2026, 10:02 +03:00 от ana@x.example:",
  Chinese: "Ana Ruiz <ana@x.example> 于2026年11月9日周一 10:02写道：",
  Japanese: "2026年11月9日(月) 10:02 Ana Ruiz <ana@x.example>のメッセージ:",
  "without a verb": '09.11.2026, 10.02, "Ana Ruiz" <ana@x.example>:',
  "an address that said": "ana@x.example said:",
  "between dashes": "---- On Mon, 09 Nov 2026 10:02:00 +0100 ana@x.example wrote ----",
};
/** Without a date, these introduce what is quoted and nothing else. */
const NEEDS_QUOTE = new Set(["an address that said"]);
for (const [style, line] of Object.entries(ATTRIBUTIONS)) {
  Deno.test(`what stands below an attribution is older: ${style}`, () => {
    const quoted = `${line}\n\n> ${OLDER}`;
    for (const quote of NEEDS_QUOTE.has(style) ? [quoted] : [quoted, `${line}\n\n${OLDER}`]) {
      assert.equal(findNewestText(`Yes, gladly.\n\n${quote}\n`), "Yes, gladly.");
    }
  });
}

const SEPARATORS: Record<string, string> = {
  "Outlook's": "-----Original Message-----\nFrom: Ana",
  "Outlook's German": "-----Ursprüngliche Nachricht-----",
  "a forward's": "---------- Forwarded message ---------",
  "a Danish phone's": "-------- Oprindelig besked --------",
  "Apple's": "Begin forwarded message:",
  "GroupWise's": ">>> Ana Ruiz <ana@x.example> 09/11/2026 10:02 >>>",
  "Notes' German": "----- Weitergeleitet von Ana Ruiz/Kiel am 09.11.2026 10:02 -----",
  "Exchange's": "--------- Inline attachment follows ---------",
  "Notes'": "---------------------- Forwarded by Ana Ruiz on 11/09/2026 \n10:02 AM -------",
};
for (const [whose, line] of Object.entries(SEPARATORS)) {
  Deno.test(`what stands below ${whose} separator is older`, () => {
    assert.equal(findNewestText(`Yes, gladly.\n\n${line}\n\n${OLDER}`), "Yes, gladly.");
  });
}

const HEADERS: Record<string, string> = {
  English: "From: Ana\nSent: Monday\nTo: Max\nSubject: Bill",
  German: "Von: Ana\nGesendet: Montag\nAn: Max\nBetreff: Rechnung",
  Spanish: "De: Ana\nEnviado el: lunes\nPara: Max\nAsunto: Factura",
  French: "De : Ana\nEnvoyé : lundi\nÀ : Max\nObjet : Facture",
  Italian: "Da: Ana\nInviato: lunedì\nA: Max\nOggetto: Fattura",
  Portuguese: "De: Ana\nEnviada em: segunda\nPara: Max\nAssunto: Fatura",
  Dutch: "Van: Ana\nVerzonden: maandag\nAan: Max\nOnderwerp: Rekening",
  Swedish: "Från: Ana\nSkickat: måndag\nTill: Max\nÄmne: Faktura",
  Danish: "Fra: Ana\nSendt: mandag\nTil: Max\nEmne: Regning",
  Finnish: "Lähettäjä: Ana\nLähetetty: maanantai\nVastaanottaja: Max\nAihe: Lasku",
  Polish: "Od: Ana\nWysłano: poniedziałek\nDo: Max\nTemat: Rachunek",
  Czech: "Od: Ana\nOdesláno: pondělí\nKomu: Max\nPředmět: Účet",
  Hungarian: "Feladó: Ana\nElküldve: hétfő\nCímzett: Max\nTárgy: Számla",
  Turkish: "Kimden: Ana\nGönderildi: Pazartesi\nKime: Max\nKonu: Fatura",
  Russian: "От: Ana\nОтправлено: понедельник\nКому: Max\nТема: Счёт",
  Greek: "Από: Ana\nΣτάλθηκε: Δευτέρα\nΠρος: Max\nΘέμα: Λογαριασμός",
  Chinese: "发件人: Ana\n发送时间: 2026年11月9日\n收件人: Max\n主题: 账单",
  Japanese: "差出人: Ana\n送信日時: 2026年11月9日\n宛先: Max\n件名: 請求書",
  "bold marks": "*From:* Ana\n*Sent:* Monday\n*To:* Max\n*Subject:* Bill",
  "one line":
    "From: Ana <ana@x.example> Sent: Monday, 9 November 2026 10:02 To: Max <max@x.example> Subject: Bill",
  "a rule above":
    "________________________________\nFrom: Ana\nSent: Monday\nTo: Max\nSubject: Bill",
  "an unnamed sender":
    "\tAna Ruiz\n\t11/09/2026 10:02 AM\n\t\t\n\t\t To: Max\n\t\t cc: \n\t\t Subject: Bill",
  "an unnamed sender on a broken line":
    '"Ana Ruiz" <ana@x.example> on 11/09/2026 \n10:02:03 AM\nTo: Max\ncc: \nSubject: Bill',
};
for (const [style, header] of Object.entries(HEADERS)) {
  Deno.test(`what stands below a header with ${style} is older`, () => {
    assert.equal(findNewestText(`Yes, gladly.\n\n${header}\n\n${OLDER}\n`), "Yes, gladly.");
  });
}

Deno.test("answers between quoted lines are kept in order", () => {
  const text = "On 9 Nov 2026 Ana wrote:\n> Price?\nTwelve euros.\n> When?\nOn Friday.\n";
  assert.equal(findNewestText(text), "Twelve euros.\n\nOn Friday.");
});

Deno.test("an answer below the quote is new", () => {
  const text = "On 9 Nov 2026 Ana wrote:\n\n> Price?\n> When?\n\nTwelve euros, on Friday.";
  assert.equal(findNewestText(text), "Twelve euros, on Friday.");
});

Deno.test("lines marked with the initials of who wrote them are quoted", () => {
  const commands = "PS> Get-Process\nSQL> select 1\n\nBoth stand still.";
  assert.equal(findNewestText(commands), commands);
  assert.equal(findNewestText("SQL> select 1"), "SQL> select 1");
});

Deno.test("the line of a help desk above which people answer is not theirs", () => {
  for (
    const line of [
      "##- Please type your reply above this line -##",
      "--- Bitte antworten Sie oberhalb dieser Linie ---",
      "-- Merci de répondre au-dessus de cette ligne --",
    ]
  ) {
    const text = `${line}\n\nTwelve euros.\n\nOn 9 Nov 2026, Ana wrote:\n> Price?`;
    assert.equal(findNewestText(text), "Twelve euros.", line);
  }
});

Deno.test("what signs a text with PGP is no part of it", () => {
  const head = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n";
  const end = "-----BEGIN PGP SIGNATURE-----\nVersion: 2\n\niQEzBAEBCAAdFiEE\n=aB3d\n" +
    "-----END PGP SIGNATURE-----\n";
  assert.equal(findNewestText(`${head}Twelve euros.\n\n${end}`), "Twelve euros.");
  assert.equal(
    findNewestText(`${head}Hash: the dish, not the sum.\n${end}`),
    "Hash: the dish, not the sum.",
  );
});

Deno.test("the end of a quoted line that was wrapped stays quoted", () => {
  const text =
    "Yes.\n\n> We would like to know when the second part of the order will\narrive here\n> at last.";
  assert.equal(findNewestText(text), "Yes.");
});

Deno.test("an introduction with any verb is one above a quote", () => {
  const text =
    "On Fri, 6 Nov 2026 at 15:35 or so it is told,\nAna thought:\n> Price?\nTwelve euros.";
  assert.equal(findNewestText(text), "Twelve euros.");
});

Deno.test("quote marks around nothing separate nothing", () => {
  assert.equal(findNewestText("> a\n>>>      >>>\n> b\n\nI agree."), "I agree.");
});

Deno.test("of a forwarded email only the words above it are new", () => {
  const header = "From: Ana\nDate: Monday\nSubject: Bill\nTo: Max";
  const forwarded = `---------- Forwarded message ---------\n${header}\n\n${OLDER}`;
  assert.equal(findNewestText(`Please pay this.\n\n${forwarded}`), "Please pay this.");
  assert.equal(findNewestText(forwarded), "");
});

const NO_QUOTES: Record<string, string> = {
  "From as a word": "From: the market we bring apples.\nThey are red.",
  "a sentence with wrote": "Please look at what bob@x.example wrote\nand tell me your opinion.",
  "a sentence that announces": "On 3 May the board decided the following:\nwe move to Leeds.",
  "a list of dates": "15.01.2026 14:30\nJan 15, 2026 at 14:30\nAll of these suit me.",
  "an escaped From": ">From here we drive to Leeds.",
  "dashes between paragraphs": "First point\n----\nSecond point follows.",
};
for (const [what, text] of Object.entries(NO_QUOTES)) {
  Deno.test(`${what} is no quote`, () => assert.equal(findNewestText(text), text));
}

Deno.test("an email of nothing but a quote has no new text", () => {
  assert.equal(findNewestText("> a\n> b"), "");
});

Deno.test("whatever is below the mark of a help desk is older, if an answer is above it", () => {
  for (
    const mark of [
      "##- Please type your reply above this line -##",
      "--- Reply above this line ---",
      "##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##",
      "##- Tapez votre réponse au-dessus de cette ligne -##",
      "##- Inserisci la tua risposta sopra questa riga -##",
    ]
  ) {
    const desk = `${mark}\n\nAna Ruiz, 9 Nov, 10:02\n\n${OLDER}`;
    assert.equal(findNewestText(`It is paid.\n\n${desk}`), "It is paid.", mark);
    assert.match(findNewestText(desk), /Can you pay/, mark);
  }
});
