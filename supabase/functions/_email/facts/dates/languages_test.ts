/** Dates in the seven languages, and what of them is read in others. */
import assert from "node:assert/strict";
import { type DateCase, readDates } from "../testing/read_dates.ts";

const CASES: readonly DateCase[] = [
  // Hours, and their halves of the day.
  ["en", "next Monday morning 6-8", "next Monday morning 6-8 = 2026-11-23T06:00/2026-11-23T08:00"],
  ["en", "tomorrow evening 6-8", "tomorrow evening 6-8 = 2026-11-19T18:00/2026-11-19T20:00"],
  ["en", "Monday 9a-5p", "Monday 9a-5p = 2026-11-23T09:00/2026-11-23T17:00"],
  ["en", "the 1st of next month", "1st of next month = 2026-12-01"],
  ["en", "mid-March", "mid-March = 2027-03-11/2027-03-20"],
  ["de", "Montagmorgen 6-8 Uhr", "Montagmorgen 6-8 Uhr = 2026-11-23T06:00/2026-11-23T08:00"],
  ["de", "Freitagabend um 8", "Freitagabend um 8 = 2026-11-20T20:00"],
  ["de", "morgen um halb drei", "morgen um halb drei = 2026-11-19T14:30"],
  ["de", "vom 04.06.-07.06.2027", "04.06.-07.06.2027 = 2027-06-04/2027-06-07"],
  [
    "de",
    "bis 5.3.",
    "5.3. = 2027-03-05",
  ],
  [
    "de",
    "vom 12. Januar 2027 bis zum 22.01.2027",
    "12. Januar 2027 bis zum 22.01.2027 = 2027-01-12/2027-01-22",
  ],
  ["de", "von 8 bis 17 Uhr", "8 bis 17 Uhr = 2026-11-18T08:00/2026-11-18T17:00"],
  ["de", "am 29. Februar", "29. Februar = 2028-02-29"],
  ["de", "Ende nächster Woche", "Ende nächster Woche = 2026-11-27"],
  [
    "es",
    "antes del 5 de marzo o hasta el viernes",
    "5 de marzo = 2027-03-05",
    "viernes = 2026-11-20",
  ],
  ["es", "el lunes a las 3 de la tarde", "lunes a las 3 de la tarde = 2026-11-23T15:00"],
  ["es", "el lunes 7 a las 10:30", "lunes 7 a las 10:30 = 2026-12-07T10:30"],
  [
    "es",
    "mañana por la mañana de 6 a 8",
    "mañana por la mañana de 6 a 8 = 2026-11-19T06:00/2026-11-19T08:00",
  ],
  ["es", "a las siete y media", "siete y media = 2026-11-18T07:30"],
  ["es", "a finales de marzo", "finales de marzo = 2027-03-31"],
  ["es", "el 29 de febrero", "29 de febrero = 2028-02-29"],
  ["es", "de 1-10-2027 a 7-10-2027", "1-10-2027 a 7-10-2027 = 2027-10-01/2027-10-07"],
  ["es", "en tres días hábiles", "en tres días hábiles = 2026-11-23"],
  ["fr", "avant le 5 mars ou d'ici vendredi", "5 mars = 2027-03-05", "vendredi = 2026-11-20"],
  [
    "fr",
    "lundi matin de 6 h à 8 h",
    "lundi matin de 6 h à 8 h = 2026-11-23T06:00/2026-11-23T08:00",
  ],
  ["fr", "vendredi 5 mars à 14h30", "vendredi 5 mars à 14h30 = 2027-03-05T14:30"],
  ["fr", "demain à 14 h 30", "demain à 14 h 30 = 2026-11-19T14:30"],
  ["fr", "le 1er mars 2027 à midi", "1er mars 2027 à midi = 2027-03-01T12:00"],
  ["fr", "le 17 entre 14h et 16h", "17 entre 14h et 16h = 2026-12-17T14:00/2026-12-17T16:00"],
  [
    "fr",
    "après-demain, avant-hier, aujourd'hui",
    "après-demain = 2026-11-20",
    "avant-hier = 2026-11-16",
    "aujourd'hui = 2026-11-18",
  ],
  ["fr", "la semaine prochaine", "semaine prochaine = 2026-11-23/2026-11-29"],
  [
    "fr",
    "fin mars, mi-mai, d'ici la fin du mois",
    "fin mars = 2027-03-31",
    "mi-mai = 2027-05-11/2027-05-20",
    "fin du mois = 2026-11-30",
  ],
  ["fr", "il y a trois jours", "il y a trois jours = 2026-11-15"],
  ["fr", "du 3 au 5 mai", "3 au 5 mai = 2027-05-03/2027-05-05"],
  ["fr", "dans 3 jours ouvrés", "dans 3 jours ouvrés = 2026-11-23"],
  ["fr", "ce soir à 8h", "ce soir à 8h = 2026-11-18T20:00"],
  ["fr", "lundi de Pâques 2027", "lundi de Pâques 2027 = 2027-03-29"],
  ["fr", "le 29 février", "29 février = 2028-02-29"],
  ["it", "entro venerdì o il 5 marzo 2027", "venerdì = 2026-11-20", "5 marzo 2027 = 2027-03-05"],
  ["it", "lunedì alle 15", "lunedì alle 15 = 2026-11-23T15:00"],
  [
    "it",
    "lunedì mattina dalle 6 alle 8",
    "lunedì mattina dalle 6 alle 8 = 2026-11-23T06:00/2026-11-23T08:00",
  ],
  ["it", "domani alle ore 15.30", "domani alle ore 15.30 = 2026-11-19T15:30"],
  [
    "it",
    "fra tre giorni, tre giorni fa",
    "fra tre giorni = 2026-11-21",
    "tre giorni fa = 2026-11-15",
  ],
  ["it", "la settimana prossima", "settimana prossima = 2026-11-23/2026-11-29"],
  [
    "it",
    "entro fine mese, a metà aprile",
    "fine mese = 2026-11-30",
    "metà aprile = 2027-04-11/2027-04-20",
  ],
  ["it", "dal 3 al 5 maggio", "3 al 5 maggio = 2027-05-03/2027-05-05"],
  ["it", "stasera alle 8", "stasera alle 8 = 2026-11-18T20:00"],
  ["it", "entro 10 giorni lavorativi", "entro 10 giorni lavorativi = 2026-12-02"],
  [
    "it",
    "dopodomani, l'altro ieri, il 1° marzo",
    "dopodomani = 2026-11-20",
    "l'altro ieri = 2026-11-16",
    "1° marzo = 2027-03-01",
  ],
  ["it", "il 29 febbraio", "29 febbraio = 2028-02-29"],
  [
    "nl",
    "vóór vrijdag, uiterlijk 5 maart 2027",
    "vrijdag = 2026-11-20",
    "5 maart 2027 = 2027-03-05",
  ],
  ["nl", "vrijdag om 14.30 uur", "vrijdag om 14.30 uur = 2026-11-20T14:30"],
  ["nl", "maandagochtend 6-8 uur", "maandagochtend 6-8 uur = 2026-11-23T06:00/2026-11-23T08:00"],
  ["nl", "morgen om half drie", "morgen om half drie = 2026-11-19T14:30"],
  [
    "nl",
    "over drie dagen, drie dagen geleden",
    "over drie dagen = 2026-11-21",
    "drie dagen geleden = 2026-11-15",
  ],
  [
    "nl",
    "eind maart, half mei, eind van de week",
    "eind maart = 2027-03-31",
    "half mei = 2027-05-11/2027-05-20",
    "eind van de week = 2026-11-20",
  ],
  ["nl", "3 t/m 5 mei", "3 t/m 5 mei = 2027-05-03/2027-05-05"],
  ["nl", "binnen 5 werkdagen", "binnen 5 werkdagen = 2026-11-25"],
  [
    "nl",
    "vanavond om 8 uur, vrijdagmiddag",
    "vanavond om 8 uur = 2026-11-18T20:00",
    "vrijdagmiddag = 2026-11-20",
  ],
  ["nl", "op 29 februari", "29 februari = 2028-02-29"],
  [
    "pt",
    "até sexta-feira, até 5 de março de 2027",
    "sexta-feira = 2026-11-20",
    "5 de março de 2027 = 2027-03-05",
  ],
  ["pt", "segunda-feira às 15h30", "segunda-feira às 15h30 = 2026-11-23T15:30"],
  [
    "pt",
    "segunda de manhã das 6 às 8",
    "segunda de manhã das 6 às 8 = 2026-11-23T06:00/2026-11-23T08:00",
  ],
  ["pt", "amanhã às 3 da tarde", "amanhã às 3 da tarde = 2026-11-19T15:00"],
  ["pt", "em três dias, há três dias", "em três dias = 2026-11-21", "há três dias = 2026-11-15"],
  [
    "pt",
    "semana que vem, no fim do mês",
    "semana que vem = 2026-11-23/2026-11-29",
    "fim do mês = 2026-11-30",
  ],
  ["pt", "de 3 a 5 de maio", "3 a 5 de maio = 2027-05-03/2027-05-05"],
  ["pt", "no dia 15 às 10h", "dia 15 às 10h = 2026-12-15T10:00"],
  [
    "pt",
    "depois de amanhã, hoje à noite às 8",
    "depois de amanhã = 2026-11-20",
    "hoje à noite às 8 = 2026-11-18T20:00",
  ],
  ["pt", "em 5 dias úteis", "em 5 dias úteis = 2026-11-25"],
  ["pt", "29 de fevereiro", "29 de fevereiro = 2028-02-29"],
  // In other languages figures alone are read.
  [
    "pl",
    "do 5 marca 2027, do 2027-03-05, 05.03.2027",
    "2027-03-05 = 2027-03-05",
    "05.03.2027 = 2027-03-05",
  ],
  ["sv", "den 5 mars 2027 kl 14:30 och 2027-03-05 14:30", "2027-03-05 14:30 = 2027-03-05T14:30"],
];
for (const [language, text, ...dates] of CASES) {
  Deno.test(`"${text}" (${language}) is read`, () => {
    assert.deepEqual(readDates(text, language), dates);
  });
}

const MONTHS: Readonly<Record<string, string>> = {
  en: "5 January|5 February|5 March|5 April|5 May|5 June|5 July|5 August|5 September|5 October|" +
    "5 November|5 December",
  de: "5. Januar|5. Februar|5. März|5. April|5. Mai|5. Juni|5. Juli|5. August|5. September|" +
    "5. Oktober|5. November|5. Dezember",
  es: "5 de enero|5 de febrero|5 de marzo|5 de abril|5 de mayo|5 de junio|5 de julio|" +
    "5 de agosto|5 de septiembre|5 de octubre|5 de noviembre|5 de diciembre",
  fr: "5 janvier|5 février|5 mars|5 avril|5 mai|5 juin|5 juillet|5 août|5 septembre|" +
    "5 octobre|5 novembre|5 décembre",
  it: "5 gennaio|5 febbraio|5 marzo|5 aprile|5 maggio|5 giugno|5 luglio|5 agosto|5 settembre|" +
    "5 ottobre|5 novembre|5 dicembre",
  nl: "5 januari|5 februari|5 maart|5 april|5 mei|5 juni|5 juli|5 augustus|5 september|" +
    "5 oktober|5 november|5 december",
  pt: "5 de janeiro|5 de fevereiro|5 de março|5 de abril|5 de maio|5 de junho|5 de julho|" +
    "5 de agosto|5 de setembro|5 de outubro|5 de novembro|5 de dezembro",
};
const OF_YEAR: Readonly<Record<string, string>> = { es: " de 2027", pt: " de 2027" };
for (const [language, months] of Object.entries(MONTHS)) {
  Deno.test(`every month is read in ${language}`, () => {
    for (const [at, day] of months.split("|").entries()) {
      const text = day + (OF_YEAR[language] ?? " 2027");
      const value = `2027-${String(at + 1).padStart(2, "0")}-05`;
      assert.deepEqual(readDates(text, language), [`${text} = ${value}`]);
    }
  });
}

/** From the Thursday after the email to the Wednesday a week after it. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  en: "Thursday Friday Saturday Sunday Monday Tuesday",
  de: "Donnerstag Freitag Samstag Sonntag Montag Dienstag",
  es: "jueves viernes sábado domingo lunes martes",
  fr: "jeudi vendredi samedi dimanche lundi mardi",
  it: "giovedì venerdì sabato domenica lunedì martedì",
  nl: "donderdag vrijdag zaterdag zondag maandag dinsdag",
  pt: "quinta-feira sexta-feira sábado domingo segunda-feira terça-feira",
};
/** Received on a Wednesday. */
const HOURS: readonly (readonly [language: string, text: string, value: string])[] = [
  ["de", "Freitag 8-12 Uhr", "2026-11-20T08:00/2026-11-20T12:00"],
  ["de", "Montag 9–11", "2026-11-23T09:00/2026-11-23T11:00"],
  ["fr", "vendredi 8-12h", "2026-11-20T08:00/2026-11-20T12:00"],
  ["es", "viernes 9-11 h", "2026-11-20T09:00/2026-11-20T11:00"],
  ["it", "venerdì 9-11", "2026-11-20T09:00/2026-11-20T11:00"],
  ["nl", "vrijdag 9-11 uur", "2026-11-20T09:00/2026-11-20T11:00"],
  ["pt", "sexta 9-11h", "2026-11-20T09:00/2026-11-20T11:00"],
  ["it", "lunedì alle 5 del pomeriggio", "2026-11-23T17:00"],
  ["it", "lunedì alle 9 del mattino", "2026-11-23T09:00"],
];
for (const [language, text, value] of HOURS) {
  Deno.test(`"${text}" names hours of a day`, () => {
    assert.deepEqual(readDates(text, language), [`${text} = ${value}`]);
  });
}

const EVENINGS: readonly (readonly [language: string, before: string, text: string])[] = [
  ["en", "Call me at", "8 in the evening"],
  ["de", "Wir kommen um", "8 Uhr abends"],
  ["fr", "Nous venons à", "8 heures du soir"],
  ["es", "Venimos a las", "8 de la tarde"],
  ["it", "Veniamo alle", "8 di sera"],
  ["nl", "We komen om", "8 uur 's avonds"],
  ["pt", "Vamos às", "8 da noite"],
];
for (const [language, before, text] of EVENINGS) {
  Deno.test(`"${text}" is in the evening, though no day is named`, () => {
    assert.deepEqual(readDates(`${before} ${text}.`, language), [`${text} = 2026-11-18T20:00`]);
  });
}

Deno.test("the last Tuesday is the nearest one, outside of English", () => {
  const last = { de: "letzten Dienstag", fr: "mardi dernier", nl: "vorige dinsdag" };
  for (const [language, text] of Object.entries(last)) {
    assert.deepEqual(readDates(text, language), [`${text} = 2026-11-17`]);
  }
});

Deno.test("days from one month to the next, and days of one month in figures", () => {
  const festive = "24 de dezembro a 6 de janeiro";
  assert.deepEqual(readDates(`de ${festive}`, "pt"), [`${festive} = 2026-12-24/2027-01-06`]);
  const fair = "23.-27.11.2026";
  assert.deepEqual(readDates(`vom ${fair}`, "de"), [`${fair} = 2026-11-23/2026-11-27`]);
});

Deno.test("the name of somebody is no month", () => {
  assert.deepEqual(readDates("June Park will bring it."), []);
  assert.deepEqual(readDates("Wir grüßen Herrn August Weber.", "de"), []);
  assert.deepEqual(readDates("We meet in June again."), ["June = 2027-06-01/2027-06-30"]);
});

for (const [language, weekdays] of Object.entries(WEEKDAYS)) {
  Deno.test(`every weekday is read in ${language}`, () => {
    for (const [at, day] of weekdays.split(" ").entries()) {
      assert.deepEqual(readDates(day, language), [`${day} = 2026-11-${19 + at}`]);
    }
  });
}
