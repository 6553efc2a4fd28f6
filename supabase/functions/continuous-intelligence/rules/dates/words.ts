/** The words dates are made of, in the three languages the rules read. */
import type { Unit } from "./calendar.ts";

export type DateLanguage = "en" | "de" | "es";

/** What the words of one language mean. Keys are lower case, one token each. */
export interface DateWords {
  /** In a date like 3/4/2026 the month stands first. */
  readonly monthFirst: boolean;
  readonly months: ReadonlyMap<string, number>;
  /** 0 for Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Units of less than a day, in seconds. */
  readonly clockUnits: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** `today` and its like, as days from the mail's date. */
  readonly dayWords: ReadonlyMap<string, number>;
  /** `next` is 1, `this` 0, `last` -1. */
  readonly relations: ReadonlyMap<string, number>;
  /** The same behind the noun. */
  readonly trailingRelations: ReadonlyMap<string, number>;
  /** Parts of the day: first and last hour. */
  readonly dayParts: ReadonlyMap<string, readonly [number, number]>;
  /** Which part of a period: 0 beginning, 1 middle, 2 end. */
  readonly edges: ReadonlyMap<string, number>;
  readonly fixedDays: ReadonlyMap<string, readonly [month: number, date: number]>;
  readonly of: ReadonlySet<string>;
  readonly article: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
  readonly at: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** `in` of `in three weeks`. */
  readonly inTime: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
  readonly ago: ReadonlySet<string>;
  /** `ago` in front of the number. */
  readonly leadingAgo: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** Words after which a lone year or month is a date. */
  readonly dateContext: ReadonlySet<string>;
  readonly every: ReadonlySet<string>;
  /** `o'clock`, `Uhr`. */
  readonly clock: ReadonlySet<string>;
  readonly weekNumber: ReadonlySet<string>;
}

const set = (words: string) => new Set(words.split(" "));

/** `a b=1 c=2` → a and b are 1, c is 2. */
function numbered(text: string): Map<string, number> {
  const map = new Map<string, number>();
  let waiting: string[] = [];
  for (const piece of text.split(" ")) {
    const [word = "", value] = piece.split("=");
    waiting.push(word);
    if (value === undefined) continue;
    for (const each of waiting) map.set(each, Number(value));
    waiting = [];
  }
  return map;
}

/** Words in a row, counted from `first`; alternatives are joined by `|`. */
function counted(text: string, first: number): Map<string, number> {
  return new Map(
    text.split(" ").flatMap((words, at) => words.split("|").map((word) => [word, first + at])),
  );
}

function unitsOf(words: Readonly<Record<Unit, string>>): Map<string, Unit> {
  return new Map(
    (Object.keys(words) as Unit[]).flatMap((unit) =>
      words[unit].split(" ").map((word) => [word, unit] as const)
    ),
  );
}

const EN: DateWords = {
  monthFirst: true,
  months: counted(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug " +
      "september|sep|sept october|oct november|nov december|dec",
    1,
  ),
  weekdays: counted(
    "sunday|sun monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thur|thurs " +
      "friday|fri saturday|sat",
    0,
  ),
  units: unitsOf({
    day: "day days d",
    weekday: "weekday weekdays workday workdays",
    week: "week weeks wk wks",
    weekend: "weekend weekends",
    month: "month months mth mths",
    quarter: "quarter quarters qtr",
    year: "year years yr yrs y",
    decade: "decade decades",
  }),
  clockUnits: numbered(
    "hour hours hr hrs h=3600 minute minutes min mins=60 second seconds sec secs=1",
  ),
  numbers: numbered(
    "a=1 an=1 one=1 two=2 couple=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 " +
      "eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 " +
      "eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 " +
      "eighty=80 ninety=90 hundred=100 thousand=1000",
  ),
  ordinals: counted(
    "first second third fourth fifth sixth seventh eighth ninth|nineth tenth eleventh twelfth " +
      "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
  ).set("thirtieth", 30),
  dayWords: numbered("today=0 tonight tonite=0 tomorrow tmr tmrw=1 yesterday=-1"),
  relations: numbered(
    "next coming upcoming following=1 this current=0 last past previous prior=-1",
  ),
  trailingRelations: new Map(),
  dayParts: new Map([
    ["morning", [8, 12]],
    ["noon", [12, 12]],
    ["lunchtime", [11, 13]],
    ["lunch", [11, 13]],
    ["afternoon", [12, 16]],
    ["evening", [16, 20]],
    ["night", [20, 24]],
    ["tonight", [20, 24]],
    ["tonite", [20, 24]],
  ]),
  edges: numbered(
    "beginning start early=0 earlier=0 middle mid=1 end late later=2",
  ),
  fixedDays: new Map([
    ["christmas", [12, 25]],
    ["xmas", [12, 25]],
    ["halloween", [10, 31]],
    ["juneteenth", [6, 19]],
  ]),
  of: set("of in"),
  article: set("the"),
  on: set("on"),
  at: set("at @ by around about before after for"),
  from: set("from"),
  between: set("between"),
  to: set("to until till through thru - – — ~"),
  and: set("and"),
  inTime: set("in"),
  within: set("within"),
  ago: set("ago"),
  leadingAgo: new Set(),
  later: set("later hence"),
  after: set("after from following"),
  before: set("before"),
  dateContext: set(
    "in of since from until till by before after during between for to than through year and or " +
      "starting beginning throughout early late mid end for around but",
  ),
  every: set("every each"),
  clock: set("o'clock oclock"),
  weekNumber: set("week wk"),
};

const DE: DateWords = {
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

const ES: DateWords = {
  monthFirst: false,
  months: counted(
    "enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago " +
      "septiembre|sep|sept|setiembre octubre|oct noviembre|nov diciembre|dic",
    1,
  ),
  weekdays: counted(
    "domingo lunes martes miércoles|miercoles jueves viernes sábado|sabado",
    0,
  ),
  units: unitsOf({
    day: "día días dia dias",
    weekday: "hábiles laborables",
    week: "semana semanas",
    weekend: "finde",
    month: "mes meses",
    quarter: "trimestre trimestres",
    year: "año años",
    decade: "década décadas",
  }),
  clockUnits: numbered("hora horas h=3600 minuto minutos min=60 segundo segundos=1"),
  numbers: numbered(
    "un una uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 " +
      "doce=12 quince=15 veinte=20 treinta=30",
  ),
  ordinals: numbered(
    "primer primero primera=1 segundo segunda=2 tercer tercero tercera=3 cuarto cuarta=4",
  ),
  dayWords: numbered("hoy=0 mañana=1 ayer=-1 anteayer anoche=-2"),
  relations: numbered(
    "próximo próxima próximos próximas proximo proxima siguiente siguientes=1 " +
      "este esta estos estas=0 último última últimos últimas pasado pasada=-1",
  ),
  trailingRelations: numbered(
    "viene próximo próxima proximo proxima siguiente entrante=1 actual=0 pasado pasada=-1",
  ),
  dayParts: new Map([
    ["mañana", [8, 12]],
    ["mediodía", [12, 12]],
    ["mediodia", [12, 12]],
    ["tarde", [12, 16]],
    ["noche", [20, 24]],
  ]),
  edges: numbered("principios comienzos inicio inicios=0 mediados=1 finales fin fines=2"),
  fixedDays: new Map([
    ["navidad", [12, 25]],
    ["nochebuena", [12, 24]],
    ["nochevieja", [12, 31]],
  ]),
  of: set("de del"),
  article: set("el la los las"),
  on: set("el"),
  at: set("a a las sobre hasta antes desde"),
  from: set("del desde de"),
  between: set("entre"),
  to: set("al a hasta - – — ~"),
  and: set("y e"),
  inTime: set("en"),
  within: set("dentro"),
  ago: set("atrás"),
  leadingAgo: set("hace"),
  later: set("después"),
  after: set("después"),
  before: set("antes"),
  dateContext: set("en de del desde hasta para antes después durante año entre y e finales"),
  every: set("cada todos todas"),
  clock: new Set(["h", "hs", "horas"]),
  weekNumber: new Set(),
};

/** Whether a text may hold a date of the language at all: a figure, or one of its words. Cheap. */
export function mayHoldDate(text: string, words: DateWords): boolean {
  let candidate = CANDIDATES.get(words);
  if (candidate === undefined) {
    candidate = compileCandidate(words);
    CANDIDATES.set(words, candidate);
  }
  return candidate.test(text);
}

const CANDIDATES = new Map<DateWords, RegExp>();

function compileCandidate(words: DateWords): RegExp {
  const maps = [
    words.months,
    words.weekdays,
    words.units,
    words.clockUnits,
    words.dayWords,
    words.dayParts,
    words.fixedDays,
  ];
  // Shorter ones are names of units, which have a figure in front.
  const names = maps.flatMap((map) => [...map.keys()]).filter((name) => name.length > 2);
  return new RegExp(`\\d|(?<![a-zß-ɏ])(?:${[...names, ...OTHERS].join("|")})(?![a-zß-ɏ])`, "i");
}

const OTHERS = [
  "noon|midday|midnight|mittags|o'clock|eod|eow|eom|eoy|fortnight|thanksgiving|easter|ostern|pascua",
  "summer|winter|autumn|spring|sommer|herbst|verano|nineteen|twenty|thousand|karfreitag|labor day",
];

const WORDS: Readonly<Record<DateLanguage, DateWords>> = { en: EN, de: DE, es: ES };

/** The words of a language; English ones where it is another or unknown. */
export function dateWordsOf(language: string | null): DateWords {
  return WORDS[language === "de" || language === "es" ? language : "en"];
}
