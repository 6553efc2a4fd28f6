/** The German words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** German. */
export const GERMAN_DATES: DateLists = {
  hasCompounds: true,
  months: "januar|jan|jänner|januars februar|feb märz|mär|maerz april|apr mai juni|jun juli|jul " +
    "august|aug september|sep|sept oktober|okt november|nov dezember|dez",
  weekdays: "sonntag|so montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr " +
    "samstag|sa|sonnabend",
  units: {
    day: "tag tage tagen tages",
    weekday: "werktag werktage werktagen arbeitstag arbeitstage arbeitstagen",
    week: "woche wochen",
    weekend: "wochenende wochenenden wochenendes",
    month: "monat monate monaten monats",
    quarter: "quartal quartale quartalen quartals",
    year: "jahr jahre jahren jahres",
    decade: "jahrzehnt jahrzehnte jahrzehnts",
  },
  clockUnits: "stunde stunden std h=3600 minute minuten min=60 sekunde sekunden=1",
  numbers:
    "ein eine einer einem einen=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 " +
    "zehn=10 elf=11 zwölf=12 vierzehn=14 zwanzig=20 dreißig dreissig=30",
  ordinals: "erste ersten erster erstes erstem=1 zweite zweiten zweiter zweites zweitem=2 " +
    "dritte dritten dritter drittes drittem=3 vierte vierten vierter viertes viertem=4 " +
    "fünfte fünften fünfter fünftes fünftem=5 sechste sechsten sechster sechstes sechstem=6 " +
    "siebte siebten siebter siebtes siebtem=7 achte achten achter achtes achtem=8 " +
    "neunte neunten neunter neuntes neuntem=9 zehnte zehnten zehnter zehntes zehntem=10",
  suffixes: "º",
  dayWords: "heute=0 morgen=1 übermorgen uebermorgen=2 gestern=-1 vorgestern=-2",
  partMarks: "am guten",
  relations: "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes " +
    "kommendem folgende folgenden=1 diese diesen dieser dieses diesem laufende laufenden=0 " +
    "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes " +
    "vorige vorigen voriger voriges=-1 übernächste übernächsten übernächster übernächstes=2 " +
    "vorletzte vorletzten vorletzter vorletztes vorletztem=-2",
  dayParts: "morgen früh morgens vormittags frühmorgens=8-12 nachmittags=12-16 abends=16-20 " +
    "vormittag=8-12 " +
    "mittag mittags=12-12 nachmittag=12-16 abend=16-20 nacht nachts=20-24",
  edges: "anfang beginn=0 mitte=1 ende=2",
  ends: "ende",
  fixedDays: "weihnachten=12-25 heiligabend=12-24 silvester=12-31 neujahr=1-1 " +
    "allerheiligen=11-1 tag_der_arbeit=5-1",
  feasts: "ostern ostersonntag=0 ostermontag=1 karfreitag=-2 karsamstag=-1 gründonnerstag=-3 " +
    "palmsonntag=-7 himmelfahrt christi_himmelfahrt=39 pfingsten pfingstsonntag=49 " +
    "pfingstmontag=50 fronleichnam=60 rosenmontag=-48",
  fixedTimes: "mittags=12 mitternacht=0 mitternachts=0",
  beforeHour: "halb=-30 viertel_nach=15 viertel_vor=-15 dreiviertel=-15",
  of: "des der im von",
  article: "der die das den dem des",
  on: "am den",
  at: "um gegen ab bis vor nach",
  hourIntro: "um",
  dayIntro: "am bis zum bis_zum ab",
  from: "vom von ab",
  between: "zwischen",
  to: "bis bis_zum zum - – — ~",
  and: "und",
  inTime: "in",
  within: "innerhalb binnen",
  leadingAgo: "vor",
  later: "später",
  after: "nach",
  before: "vor",
  circa: "ca circa gegen etwa rund",
  dateContext:
    "im in seit ab bis vor nach von vom zum jahr jahre für und zwischen anfang mitte ende der des",
  due: "am bis vor nach ab seit vom zum den dem der spätestens fällig datum termin für",
  every: "jeden jede jedes jeder alle",
  clock: "uhr",
  weekNumber: "kw kalenderwoche",
  weekOf: "vom des ab",
  labels: "abschnitt kapitel seite seiten s raum zimmer version verhältnis maßstab nr nummer " +
    "artikel art punkt punkte schritt tabelle abbildung abb gebäude gleis phase absatz " +
    "ziffer ergebnis frage fragen teil stand psalm klasse halle haus",
  goesOn: "oder wenn falls in mit bitte wäre ist und passt passen geht gehen für cet mez mesz",
  past: "war waren hatte hatten wurde wurden bat baten kam kamen sagte sagten ging " +
    "gesagt geschickt gesendet bestellt bekommen erhalten telefoniert getroffen besprochen " +
    "gekommen gewesen angerufen geschrieben bezahlt geliefert lief brach ließ stahl fing fiel " +
    "gab " +
    "blieb stand rief nahm lag traf verlor begann riss platzte lieferte brachte brannte",
  ahead: "wird werden würde würden wirst werde soll sollen sollte sollten kann können könnte " +
    "könnten muss müssen müsste will wollen möchte möchten bitte kommt kommen komme " +
    "melde rufe schicke bringe hole treffe treffen sehen passt",
  since: "seit",
  aimed: "auf für",
  auxiliaries: "habe haben hat habt bin sind ist",
  participle:
    "^(?!geschl|geöff|gepl|gebu)(?:[a-zäöüß]{0,5}ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{3,}iert|" +
    "bestellt|erhalten|bekommen|" +
    "besprochen|vereinbart|verschickt|versendet|verpasst|überwiesen|bezahlt|erwähnt|begonnen)$",
  askedFor: "gebeten bat baten",
  clauses: "dass ob , ; : ( aber weil und damit",
  beginnings: "karfreitag q h eod",
};
