/** The Dutch words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** Dutch. */
export const DUTCH_DATES: DateLists = {
  isTwelveHour: true,
  hasCompounds: true,
  months: "januari|jan februari|feb|febr maart|mrt april|apr mei juni|jun juli|jul augustus|aug " +
    "september|sep|sept oktober|okt november|nov december|dec",
  weekdays: "zondag|zo maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za",
  units: {
    day: "dag dagen",
    weekday: "werkdag werkdagen",
    week: "week weken",
    weekend: "weekend weekeinde weekends",
    month: "maand maanden",
    quarter: "kwartaal kwartalen",
    year: "jaar jaren",
    decade: "decennium decennia",
  },
  clockUnits: "uur uren h=3600 minuut minuten min=60 seconde seconden=1",
  numbers: "een één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 " +
    "twaalf=12 dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 " +
    "negentien=19 twintig=20 eenentwintig=21 tweeëntwintig=22 drieëntwintig=23 " +
    "vierentwintig=24 vijfentwintig=25 zesentwintig=26 zevenentwintig=27 achtentwintig=28 " +
    "negenentwintig=29 dertig=30 eenendertig=31 veertig=40 vijftig=50",
  ordinals: "eerste=1 tweede=2 derde=3 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 negende=9 " +
    "tiende=10 elfde=11 twaalfde=12 vijftiende=15 twintigste=20",
  suffixes: "e de ste º",
  dayWords: "vandaag heden=0 morgen=1 overmorgen=2 gisteren=-1 eergisteren=-2 vanavond vannacht " +
    "vanmiddag=0 vanochtend vanmorgen=0 morgenochtend=1 morgenmiddag morgenavond=1 " +
    "gisteravond gistermiddag gisterenmiddag gisterenavond gisternacht=-1 gisterochtend=-1",
  lateDays: "vanavond vannacht vanmiddag morgenmiddag morgenavond gisteravond gistermiddag",
  earlyDays: "vanochtend vanmorgen morgenochtend gisterochtend",
  partMarks: "de goede",
  relations:
    "volgende volgend komende komend aanstaande aankomende a.s. eerstvolgende=1 deze dit " +
    "huidige huidig lopende=0 vorige vorig afgelopen laatste verleden=-1",
  nearRelations: "komende komend aanstaande aankomende a.s. eerstvolgende",
  trailingRelations: "aanstaande a.s. jongstleden=1 jl=-1",
  dayParts: "ochtend morgen voormiddag=8-12 middag namiddag=12-16 avond=16-20 nacht=20-24 " +
    "'s_ochtends 's_morgens=8-12 's_middags=12-16 's_avonds=16-20 's_nachts=20-24",
  edges: "begin=0 half medio midden=1 eind einde=2",
  ends: "eind einde",
  fixedDays: "kerstmis kerst eerste_kerstdag=12-25 tweede_kerstdag=12-26 kerstavond=12-24 " +
    "oudejaarsavond oudjaar=12-31 nieuwjaarsdag nieuwjaar=1-1 sinterklaas=12-5 koningsdag=4-27",
  feasts: "pasen eerste_paasdag=0 tweede_paasdag=1 goede_vrijdag=-2 hemelvaartsdag hemelvaart=39 " +
    "pinksteren=49 tweede_pinksterdag=50",
  fixedTimes: "middernacht=0",
  beforeHour: "half=-30 kwart_over=15 kwart_voor=-15",
  of: "van in der",
  article: "de het den",
  on: "op",
  at: "om rond tegen vanaf tot voor na omstreeks",
  hourIntro: "om",
  dayIntro: "",
  from: "van vanaf",
  between: "tussen",
  to: "tot tot_en_met t/m tot_aan - – — ~",
  and: "en",
  inTime: "over",
  within: "binnen",
  ago: "geleden",
  later: "later",
  after: "na",
  before: "voor vóór",
  circa: "rond omstreeks circa ca ongeveer tegen",
  dateContext: "in van sinds vanaf tot voor vóór na tegen eind begin medio per jaar en of tussen " +
    "einde over",
  due: "op voor vóór na vanaf sinds tot uiterlijk per datum van deadline",
  every: "elke elk iedere ieder alle",
  clock: "uur u",
  weekNumber: "week wk",
  weekOf: "van",
  labels: "sectie hoofdstuk pagina blz bladzijde kamer zaal versie verhouding schaal nr nummer " +
    "artikel art punt punten stap tabel figuur gebouw spoor fase paragraaf vraag deel lid",
  goesOn: "of als in met zou is en maar voor kan cet past",
  past: "was waren had hadden werd werden zei zeiden belde gebeld gestuurd " +
    "ontvangen gesproken gezien geschreven gevraagd gekocht besteld betaald kwam kwamen ging " +
    "liep brak viel gaf bleef stond lag begon bracht stal",
  ahead: "zal zullen zou zouden kan kunnen kunt kunnen moet moeten mag mogen wil willen graag " +
    "gaat gaan komt kom komen bel stuur",
  since: "sinds",
  aimed: "naar voor",
  auxiliaries: "heb hebt heeft hebben ben is zijn",
  participle: "^(?!geslo|geope|gepla|gebo)(?:[a-z]{0,4}ge[a-zë]{2,}(?:d|t|en)|(?:be|ver|ont|" +
    "her)[a-z]{2,}(?:d|t)|ontvangen)$",
  askedFor: "gevraagd vroeg beloofd afgesproken",
  clauses: "dat of , ; : ( maar omdat en",
  beginnings: "q eod",
};
