/** Words of harm, standstill and urgency count in languages without tables of their own. */
import assert from "node:assert/strict";
import type { UrgencyLevel } from "../../reading.ts";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";

const EMAILS: readonly (readonly [language: string, level: UrgencyLevel, text: string])[] = [
  ["pl", "critical", "W magazynie jest pożar, proszę o natychmiastowy kontakt!"],
  ["pl", "high", "Nie możemy pracować, maszyna stoi. Proszę pilnie zadzwonić."],
  ["cs", "critical", "Ve skladu je požár, prosíme okamžitě zavolejte."],
  ["cs", "high", "Linka nefunguje a nemůžeme pracovat. Zavolejte mi prosím co nejdříve."],
  ["sk", "high", "Výrobná linka stojí, nefunguje nič. Prosím zavolajte čo najskôr."],
  ["sv", "critical", "Det brinner i lagret, vänligen ring oss genast."],
  ["sv", "high", "Servern fungerar inte och vi kan inte arbeta. Ring mig omgående."],
  ["no", "critical", "Det brenner på lageret, vennligst ring oss straks!"],
  ["no", "high", "Maskinen virker ikke og produksjonen står. Ring meg snarest."],
  ["da", "critical", "Der er en gaslæk i kælderen, ring venligst til os straks."],
  ["da", "high", "Maskinen virker ikke, vi kan ikke arbejde. Ring til mig hurtigst muligt."],
  ["fi", "critical", "Varastossa on tulipalo, soittakaa meille heti."],
  ["fi", "high", "Kone ei toimi ja tuotanto seisoo. Voitteko soittaa pikaisesti?"],
  ["hu", "critical", "Tűz van a raktárban, kérem, azonnal hívjon!"],
  ["hu", "high", "Nem működik a rendszer, nem tudunk dolgozni. Kérem, hívjon sürgősen."],
  ["ro", "critical", "Este un incendiu în depozit, vă rog sunați imediat."],
  ["ro", "high", "Nu funcționează linia, producția este oprită. Vă rog să mă sunați urgent."],
  ["tr", "critical", "Depoda yangın var, lütfen hemen arayın!"],
  ["tr", "high", "Makine çalışmıyor, üretim durdu. Lütfen acilen bizi arayın."],
  ["el", "critical", "Υπάρχει φωτιά στην αποθήκη, παρακαλώ τηλεφωνήστε αμέσως."],
  ["el", "high", "Η γραμμή δεν λειτουργεί. Παρακαλώ τηλεφωνήστε μου, είναι επείγον."],
  ["ru", "critical", "На складе пожар, пожалуйста, позвоните немедленно!"],
  ["ru", "high", "Система не работает, мы не можем работать. Прошу срочно позвонить."],
  ["uk", "critical", "На складі пожежа, будь ласка, зателефонуйте негайно!"],
  ["uk", "high", "Лінія не працює, виробництво стоїть. Зателефонуйте терміново."],
  ["bg", "critical", "В склада има пожар, моля, обадете се незабавно!"],
  ["hr", "critical", "U skladištu je požar, molim vas odmah nazovite!"],
  ["hr", "high", "Stroj ne radi i proizvodnja stoji. Molim vas da me hitno nazovete."],
  ["sl", "high", "Stroj ne dela in proizvodnja stoji. Prosim, pokličite čim prej."],
  [
    "ca",
    "high",
    "La producció està aturada, la màquina no funciona. Si us plau, truqueu urgentment.",
  ],
  ["ja", "critical", "倉庫で火災が発生しています。至急ご連絡ください。"],
  ["ja", "high", "システムが動かないため作業できません。至急ご対応をお願いします。"],
  ["zh", "critical", "仓库着火了，请立即联系我们！"],
  ["zh", "high", "生产线停了，系统不能工作，请尽快联系我们。"],
  ["ko", "critical", "창고에 화재가 발생했습니다. 즉시 연락 바랍니다."],
  ["ko", "high", "기계가 작동하지 않아 생산이 중단되었습니다. 긴급히 연락 부탁드립니다."],
  ["ar", "critical", "يوجد حريق في المخزن، يرجى الاتصال فورا!"],
  ["ar", "high", "النظام لا يعمل والإنتاج متوقف. يرجى الاتصال بنا بشكل عاجل."],
  ["he", "critical", "יש שריפה במחסן, אנא התקשרו מיד!"],
  ["pl", "critical", "Pękła rura i woda zalewa sklep. Proszę przyjechać natychmiast."],
  ["cs", "critical", "Praskla trubka ve skladu, prosíme přijeďte ihned."],
  ["ru", "critical", "Лопнула труба, вода заливает магазин. Приезжайте срочно."],
  ["id", "critical", "Ada kebakaran di toko, tolong segera datang."],
  ["sv", "critical", "Det rinner vatten från taket i vår butik. Skicka någon omedelbart!"],
  ["sv", "high", "Vår produktionslinje står still sedan i morse. När kan er tekniker komma?"],
  ["da", "critical", "Der løber vand ned fra loftet i vores butik. Send nogen med det samme!"],
  ["da", "high", "Vores produktionslinje har stået stille siden i morges. Hvornår kan I komme?"],
  ["no", "critical", "Det renner vann fra taket i butikken vår. Send noen med en gang!"],
  ["pl", "high", "Nasza linia produkcyjna stoi od rana. Kiedy może przyjechać technik?"],
  ["fi", "high", "Tuotantolinjamme on seisonut aamusta lähtien. Milloin teknikkonne voi tulla?"],
  ["hu", "high", "A gyártósorunk reggel óta áll. Mikor tud jönni a technikusuk?"],
  ["ro", "high", "Linia noastră de producție este oprită de azi dimineață. Când puteți veni?"],
  ["tr", "high", "Üretim hattımız sabahtan beri durdu. Teknisyeniniz ne zaman gelebilir?"],
  ["el", "high", "Η γραμμή παραγωγής μας έχει σταματήσει. Πότε μπορεί να έρθει ο τεχνικός σας;"],
  ["ko", "critical", "가게 천장에서 물이 새고 있습니다. 빨리 사람을 보내 주세요!"],
  ["lt", "high", "Gamyba sustojo, sistema neveikia. Prašome skambinkite nedelsiant."],
  ["et", "high", "Tootmine seisab, masin ei tööta. Palun helistage kohe."],
];
const languages = new Set(EMAILS.map(([language]) => language));

for (const language of languages) {
  Deno.test(`harm and standstill are urgent in ${language}, and the tone is neutral`, () => {
    for (const [own, level, text] of EMAILS) {
      if (own !== language) continue;
      const record = recordOf(sampleEmail(text));
      assert.equal(record.urgencyLevel, level, text);
      assert.equal(record.language, language, text);
      assert.equal(record.sentiment, "neutral", text);
      assert.ok(record.confidenceScore <= 40, `${text}: ${record.confidenceScore}`);
    }
  });
}

Deno.test("questions have the marks of their scripts", () => {
  for (
    const text of [
      "いつ届きますか？",
      "カタログを送っていただけますか。",
      "什么时候到货？",
      "متى ستصل الشحنة؟",
      "Πότε θα φτάσει η παραγγελία;",
    ]
  ) {
    const { questionsAsked, needsReply } = recordOf(sampleEmail(text));
    assert.deepEqual([questionsAsked, needsReply], [[text], true]);
  }
  for (const text of ["明日届きます。", "Η παραγγελία έφτασε· ευχαριστώ."]) {
    assert.deepEqual(recordOf(sampleEmail(text)).questionsAsked, []);
  }
});

Deno.test("a question when somebody can come takes no pressure out", () => {
  for (
    const text of [
      "La nostra linea di produzione è ferma da stamattina. Quando può venire il vostro tecnico?",
      "Nuestra línea está parada desde esta mañana. ¿Cuando puede venir su técnico?",
      "Merci d'envoyer le plan corrigé avant demain midi.",
    ]
  ) assert.equal(recordOf(sampleEmail(text)).urgencyLevel, "high", text);
  assert.equal(recordOf(sampleEmail("Mi chiami quando può.")).urgencyLevel, "low");
});

Deno.test("the emails above are in at least 15 languages", () => {
  assert.ok(languages.size >= 15, `${languages.size}`);
});
