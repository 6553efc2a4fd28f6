/** Absence notes without header fields are told by their words, in many languages. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";

const NOTES: readonly (readonly [language: string, text: string])[] = [
  [
    "de",
    "Vielen Dank für Ihre Nachricht. Ich bin bis zum 4. Mai im Urlaub und nach meiner Rückkehr wieder erreichbar.",
  ],
  ["sv", "Jag är på semester till den 4 maj. Vid brådskande ärenden kontakta Anna."],
  ["da", "Jeg er på ferie og er tilbage mandag den 4. maj."],
  ["no", "Jeg er på ferie. Kontakt Anna ved hastesaker."],
  ["fi", "Olen lomalla 4. toukokuuta asti. Palaan maanantaina."],
  ["pl", "Jestem na urlopie do 4 maja. W pilnych sprawach proszę o kontakt z Anną."],
  ["cs", "Jsem na dovolené do 4. května. Po návratu vám odpovím."],
  ["sk", "Som na dovolenke do 4. mája. Vrátim sa v pondelok."],
  ["hu", "Jelenleg szabadságon vagyok. Sürgős esetben keresse Annát."],
  ["ro", "Sunt în concediu până la 4 mai. Pentru urgențe contactați-o pe Ana."],
  ["tr", "Yıllık izindeyim, 4 Mayıs'ta döneceğim."],
  ["hr", "Na godišnjem sam do 4. svibnja. Za hitne slučajeve nazovite Anu."],
  ["ru", "Я в отпуске до 4 мая. По срочным вопросам обращайтесь к Анне."],
  ["uk", "Я у відпустці. Повернуся в понеділок."],
  ["el", "Είμαι σε άδεια μέχρι τις 4 Μαΐου. Επιστρέφω τη Δευτέρα."],
  ["zh", "我正在休假，5月4日回来。如有急事请联系安娜。"],
  ["ja", "5月4日まで休暇をいただいております。緊急の場合は田中までご連絡ください。"],
  ["ko", "5월 4일까지 휴가입니다. 긴급한 경우 김민수에게 연락 바랍니다."],
  ["ar", "أنا في إجازة حتى يوم الأحد. للضرورة اتصلوا بآنا."],
  ["fr", "Je serai absent du bureau jusqu'au 4 mai. À mon retour, je répondrai à votre message."],
  [
    "fr",
    "Actuellement en congé maternité, je ne consulte pas mes mails. En cas d'urgence contactez Ana.",
  ],
  ["it", "Sono fuori ufficio fino al 4 maggio. Per urgenze scrivere a Anna."],
  ["nl", "Ik ben met verlof tot en met 4 mei. Neem bij spoed contact op met Anna."],
  ["pt", "Encontro-me de férias até 4 de maio. Em caso de urgência contacte a Ana."],
  ["pt", "Estou de licença médica e retorno no dia 4 de maio. Fale com a Ana."],
  ["es", "Estoy de vacaciones hasta el 4 de mayo. Para asuntos urgentes escriba a Ana."],
  ["en", "I am out of the office until 4 May. For urgent matters please contact Ana."],
];
const SUBJECTS: readonly string[] = [
  "Abwesenheitsnotiz: Angebot",
  "Afwezig: uw bestelling",
  "Frånvarande: Anna",
  "Automatyczna odpowiedź: oferta",
  "Automatisk svar: tilbud",
  "Absent(e) du bureau : Ana",
  "Fuera de la oficina: pedido",
  "Risposta automatica: ordine",
  "Resposta automática: pedido",
  "Automatická odpověď: nabídka",
  "Automatikus válasz: ajánlat",
  "Răspuns automat: oferta",
  "Otomatik yanıt: teklif",
  "Автоматический ответ: заказ",
  "自动回复：报价",
  "Poissa: Ana",
  "Fora do escritório até segunda",
  "Assente dall'ufficio",
  "Ik ben er even niet",
  "Absente jusqu'au 4 mai",
];

for (const [language, text] of NOTES) {
  Deno.test(`an absence note in ${language} is told by its words: ${text.slice(0, 40)}`, () => {
    const record = recordOf(sampleEmail(text, { subject: "Re: offer 2210" }));
    assert.equal(record.automatedKind, "out_of_office");
    assert.equal(record.needsReply, false);
  });
}

Deno.test("subjects of absence notes are told in many languages", () => {
  for (const subject of SUBJECTS) {
    assert.equal(recordOf(sampleEmail("x", { subject })).automatedKind, "out_of_office", subject);
  }
});

Deno.test("whoever writes of somebody's holiday or absence is a person", () => {
  for (
    const text of [
      "Are you on holiday in May? We could meet when you return.",
      "Wann sind Sie aus dem Urlaub zurück?",
      "Êtes-vous en congés en août ? Nous pourrions nous voir à votre retour.",
      "Mijn collega is met vakantie, daarom schrijf ik u: kunt u de factuur sturen?",
      "Quando você volta das férias? Preciso de uma resposta.",
      "Quando torna dalle ferie? Vorrei fissare un appuntamento.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).automatedKind, null, text);
});

Deno.test("whoever lists what is open hands work over to a colleague", () => {
  const text = "Hi Ines,\n\nI am on leave from Monday, here is what is open:\n\n" +
    "- Tiles: call them on Tuesday.\n- Newsletter: Otto does it.\n\nThanks!\nBen";
  const { automatedKind, actionItems } = recordOf(sampleEmail(text));
  assert.deepEqual([automatedKind, actionItems], [null, ["Tiles: call them on Tuesday."]]);
});
