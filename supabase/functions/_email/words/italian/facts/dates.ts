/** The Italian words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** Italian. */
export const ITALIAN_DATES: DateLists = {
  isTwelveHour: true,
  months: "gennaio|gen|genn febbraio|feb|febb marzo aprile|apr maggio|mag giugno|giu luglio|lug " +
    "agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
  weekdays: "domenica|dom lunedì|lunedi|lun martedì|martedi|mart mercoledì|mercoledi|mer|merc " +
    "giovedì|giovedi|gio|giov venerdì|venerdi|ven sabato|sab",
  units: {
    day: "giorno giorni giornata",
    weekday: "giorno_lavorativo giorni_lavorativi giorni_feriali",
    week: "settimana settimane",
    weekend: "weekend week-end fine_settimana",
    month: "mese mesi",
    quarter: "trimestre trimestri",
    year: "anno anni",
    decade: "decennio decenni",
  },
  clockUnits: "ora ore h=3600 minuto minuti min=60 secondo secondi=1",
  numbers: "un una uno un'=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 " +
    "undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 " +
    "diciotto=18 diciannove=19 venti=20 ventuno=21 ventidue=22 ventitré=23 ventiquattro=24 " +
    "venticinque=25 ventisei=26 ventisette=27 ventotto=28 ventinove=29 trenta=30 trentuno=31 " +
    "quaranta=40 cinquanta=50",
  ordinals: "primo prima=1 secondo seconda=2 terzo terza=3 quarto quarta=4 quinto quinta=5",
  suffixes: "º ° ª",
  dayWords: "oggi=0 domani=1 dopodomani=2 ieri=-1 l'altro_ieri altroieri=-2 stasera stanotte=0 " +
    "stamattina stamani stamane=0 domattina=1 questa_sera=0 questa_mattina=0 domani_sera=1",
  lateDays: "stasera stanotte questa_sera domani_sera",
  earlyDays: "stamattina stamani stamane domattina questa_mattina",
  relations: "prossimo prossima prossimi prossime=1 questo questa questi queste=0 scorso scorsa " +
    "scorsi scorse ultimo ultima ultimi ultime=-1",
  trailingRelations: "prossimo prossima che_viene entrante venturo seguente successivo " +
    "successiva=1 corrente in_corso=0 scorso scorsa passato passata=-1",
  dayParts: "mattina mattino mattinata=8-12 mezzogiorno=12-12 pomeriggio=12-16 sera " +
    "serata=16-20 notte=20-24",
  edges: "inizio inizi=0 metà=1 fine=2",
  ends: "fine",
  fixedDays: "natale=12-25 santo_stefano=12-26 capodanno=1-1 ferragosto=8-15 epifania=1-6 " +
    "vigilia_di_natale=12-24 ognissanti=11-1",
  feasts: "pasqua=0 pasquetta=1 lunedì_dell'angelo=1 venerdì_santo=-2",
  fixedTimes: "mezzogiorno=12 mezzanotte=0",
  behindHour:
    "e_mezza e_mezzo=30 e_un_quarto=15 meno_un_quarto=-15 e_trenta=30 e_quarantacinque=45",
  of: "di del della dell' d' dello nel nella in",
  article: "il la lo i le gli l' al alla",
  on: "il di al del della",
  at: "alle all' all'una alle_ore dalle ore verso verso_le per_le entro_le le ad a prima dopo " +
    "fino",
  hourIntro: "alle ore alle_ore dalle verso_le entro_le per_le",
  dayIntro: "il giorno al dal",
  from: "dal dalle dalle_ore da dall'",
  between: "tra fra tra_le fra_le",
  to: "al alle alle_ore fino_al fino_alle a - – — ~",
  and: "e e_le ed e_il",
  inTime: "tra fra in",
  within: "entro",
  ago: "fa",
  later: "dopo",
  after: "dopo",
  before: "prima",
  circa: "circa verso",
  dateContext: "in di del da dal fino entro a per dopo prima durante anno fine inizio metà e tra " +
    "nel dall' dell' d' ad",
  due: "il del al dal entro prima dopo per da data scadenza giorno fino",
  every: "ogni tutti tutte tutti_i tutte_le",
  clock: "h",
  weekNumber: "settimana",
  weekOf: "del",
  labels: "sezione capitolo pagina pagine pag sala stanza versione rapporto scala n nr numero " +
    "articolo art punto punti passo tabella figura edificio binario fase paragrafo " +
    "domanda parte comma",
  goesOn: "o oppure se in con sarebbe è per e ma circa va cet",
  past: "era erano eravamo aveva avevano stato stata detto chiamato inviato " +
    "ricevuto parlato visto scritto chiesto comprato ordinato pagato arrivato fu disse ero",
  ahead: "può puoi potete possiamo potrebbe potremmo deve devono dobbiamo dovete vengo chiamo " +
    "mando va viene " +
    "vuole vorrei prego serve",
  pastEnding: "av(?:a|ano|o|amo)$",
  aheadEnding: "[aeiudprv]r(?:ò|ai|à|emo|ete|anno|ei|esti|ebbe|emmo|este|ebbero)$",
  auxiliaries: "ho hai ha abbiamo avete hanno è sono siamo",
  participle:
    "(?:at|ut|it)[oaie]$|^(?:scritt|dett|chiest|vist|lett|fatt|pres|pers|mess|rott|success|" +
    "rimast)[oaie]$",
  goneWith: "è sono siamo",
  gone: "^(?:arriv|and|torn|pass|st|n|sal|entr)at[oaie]$|^(?:ven|cad|scad)ut[oaie]$|^(?:part|" +
    "usc)it[oaie]$|" +
    "^(?:success|rimast|mort)[oaie]$",
  maybeSince: "da",
  aimed: "per a",
  askedFor: "chiesto detto pregato promesso",
  clauses: "che , ; : ( ma perché e",
  beginnings: "q eod",
};
