/** The German words of dates. */
import { counted, type DateWords, numbered, set, unitsOf } from "../../facts/dates/word_lists.ts";

/** German. */
export const GERMAN: DateWords = {
  monthFirst: false,
  months: counted(
    "januar|jan|jänner|januars februar|feb märz|mär|maerz april|apr mai juni|jun juli|jul " +
      "august|aug september|sep|sept oktober|okt november|nov dezember|dez",
    1,
  ),
  weekdays: counted(
    "sonntag|so montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sa|sonnabend",
    0,
  ),
  units: unitsOf({
    day: "tag tage tagen tages",
    weekday: "werktag werktage werktagen arbeitstag arbeitstage arbeitstagen",
    week: "woche wochen",
    weekend: "wochenende wochenenden wochenendes",
    month: "monat monate monaten monats",
    quarter: "quartal quartale quartalen quartals",
    year: "jahr jahre jahren jahres",
    decade: "jahrzehnt jahrzehnte jahrzehnts",
  }),
  clockUnits: numbered("stunde stunden std h=3600 minute minuten min=60 sekunde sekunden=1"),
  numbers: numbered(
    "ein eine einer einem einen=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 " +
      "zehn=10 elf=11 zwölf=12 vierzehn=14 zwanzig=20 dreißig dreissig=30",
  ),
  ordinals: new Map(
    [
      "erste",
      "zweite",
      "dritte",
      "vierte",
      "fünfte",
      "sechste",
      "siebte",
      "achte",
      "neunte",
      "zehnte",
    ]
      .flatMap((word, at) => ["", "n", "r", "s", "m"].map((ending) => [word + ending, at + 1])),
  ),
  dayWords: numbered("heute=0 morgen=1 übermorgen uebermorgen=2 gestern=-1 vorgestern=-2"),
  relations: numbered(
    "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes " +
      "kommendem folgende folgenden=1 diese diesen dieser dieses diesem laufende laufenden=0 " +
      "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes " +
      "vorige vorigen voriger voriges=-1",
  ),
  trailingRelations: new Map(),
  dayParts: new Map([
    ["morgen", [8, 12]],
    ["früh", [8, 12]],
    ["morgens", [8, 12]],
    ["vormittags", [8, 12]],
    ["nachmittags", [12, 16]],
    ["abends", [16, 20]],
    ["vormittag", [8, 12]],
    ["mittag", [12, 12]],
    ["nachmittag", [12, 16]],
    ["abend", [16, 20]],
    ["nacht", [20, 24]],
  ]),
  edges: numbered("anfang beginn=0 mitte=1 ende=2"),
  fixedDays: new Map([
    ["weihnachten", [12, 25]],
    ["heiligabend", [12, 24]],
    ["silvester", [12, 31]],
    ["neujahr", [1, 1]],
  ]),
  of: set("des der im von"),
  article: set("der die das den dem des"),
  on: set("am den"),
  at: set("um gegen ab bis vor nach"),
  from: set("vom von ab"),
  between: set("zwischen"),
  to: set("bis zum - – — ~"),
  and: set("und"),
  inTime: set("in"),
  within: set("innerhalb binnen"),
  ago: new Set(),
  leadingAgo: set("vor"),
  later: set("später"),
  after: set("nach"),
  before: set("vor"),
  dateContext: set(
    "im in seit ab bis vor nach von vom zum jahr jahre für und zwischen anfang mitte ende der des",
  ),
  every: set("jeden jede jedes jeder alle"),
  clock: set("uhr"),
  weekNumber: set("kw kalenderwoche"),
};
