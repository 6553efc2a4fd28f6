/** The French words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** French. */
export const FRENCH_DATES: DateLists = {
  months: "janvier|janv|jan février|fevrier|févr|fév|fev mars avril|avr mai juin juillet|juil " +
    "août|aout septembre|sept|sep octobre|oct novembre|nov décembre|decembre|déc|dec",
  weekdays: "dimanche|dim lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam",
  units: {
    day: "jour jours journée journées",
    weekday: "jour_ouvré jours_ouvrés jour_ouvrable jours_ouvrables",
    week: "semaine semaines",
    weekend: "week-end week-ends weekend weekends week_end",
    month: "mois",
    quarter: "trimestre trimestres",
    year: "an ans année années",
    decade: "décennie décennies",
  },
  clockUnits: "heure heures h=3600 minute minutes min=60 seconde secondes=1",
  numbers:
    "un une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 " +
    "treize=13 quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19 vingt=20 " +
    "vingt_et_un=21 vingt-deux=22 vingt-trois=23 vingt-quatre=24 vingt-cinq=25 vingt-six=26 " +
    "vingt-sept=27 vingt-huit=28 vingt-neuf=29 trente=30 trente_et_un=31 quarante=40 " +
    "cinquante=50 soixante=60",
  ordinals: "premier première premiers premières=1 deuxième second seconde=2 troisième=3 " +
    "quatrième=4 cinquième=5",
  suffixes: "er e ère ème eme º °",
  dayWords: "aujourd'hui ce_jour=0 demain=1 après-demain apres-demain=2 hier=-1 avant-hier=-2 " +
    "lendemain=1 sous_huitaine=8 sous_quinzaine=15 ce_soir cette_nuit=0 cet_après-midi=0 " +
    "ce_matin=0",
  lateDays: "ce_soir cette_nuit cet_après-midi",
  earlyDays: "ce_matin",
  relations: "prochain prochaine prochains prochaines=1 ce cet cette ces=0 dernier dernière " +
    "derniers dernières derniere=-1",
  nearRelations: "prochain prochaine",
  trailingRelations: "prochain prochaine suivant suivante qui_vient à_venir=1 en_cours courant=0 " +
    "dernier dernière derniere passé passée écoulé écoulée=-1",
  dayParts: "matin matinée=8-12 midi=12-12 après-midi apres-midi aprem=12-16 soir soirée=16-20 " +
    "nuit=20-24",
  edges: "début courant=0 mi milieu=1 fin=2",
  ends: "fin",
  fixedDays: "noël noel=12-25 réveillon=12-24 saint-sylvestre=12-31 jour_de_l'an nouvel_an=1-1 " +
    "fête_nationale=7-14 toussaint=11-1",
  feasts: "pâques dimanche_de_pâques=0 lundi_de_pâques=1 vendredi_saint=-2 ascension=39 " +
    "pentecôte=49 lundi_de_pentecôte=50",
  fixedTimes: "midi=12 minuit=0",
  behindHour: "et_demie et_demi=30 et_quart=15 moins_le_quart=-15 moins_quart=-15",
  of: "de du d' de_la de_l' en dans des",
  article: "le la les l' au",
  on: "le au",
  at: "à a vers dès jusqu'à jusqu'a avant après",
  hourIntro: "à",
  dayIntro: "le au du",
  from: "du de dès à_partir_de à_partir_du depuis",
  between: "entre",
  to: "au à a jusqu'au jusqu'à jusqu'a - – — ~",
  and: "et",
  inTime: "dans d'ici",
  within: "sous d'ici dans_un_délai_de sous_un_délai_de",
  leadingAgo: "il_y_a",
  later: "après plus_tard",
  after: "après",
  before: "avant",
  circa: "vers environ autour_de",
  dateContext: "en de du d' depuis dès avant après fin début mi pour entre et jusqu'en jusqu'à " +
    "courant année l'année",
  due: "le du au avant après dès depuis pour date échéance jusqu'au",
  every: "chaque tous toutes tous_les toutes_les",
  clock: "h heures heure hrs",
  weekNumber: "semaine s",
  weekOf: "du",
  labels: "section chapitre page pages p salle chambre version rapport échelle n° no numéro " +
    "article art point points étape tableau figure bâtiment quai phase paragraphe " +
    "question partie",
  goesOn: "ou si en avec serait est pour et mais précises cet",
  past:
    "étais était étaient étions étiez avait avaient avions aviez été fut dit appelé envoyé reçu " +
    "parlé " +
    "vu rencontré demandé écrit acheté commandé payé",
  ahead: "peut peux pouvez pouvons pourrait pourriez pourrons pourra doit doivent devez est sont " +
    "viens passe appelle envoie va vais allons vont vient veut voulez merci faut",
  aheadEnding: "[aeiouydrt]r(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$",
  auxiliaries: "ai as a avons avez ont est sont suis sommes êtes",
  participle:
    "[a-zéè]{2,}(?:ée?s?)$|^(?:reçu|vus?|eu|été|fait|dit|écrit|pris|mis|répondu|perdu|tenu)$",
  goneWith: "est sont suis sommes êtes",
  gone: "^(?:(?:re)?ven|arriv|part|pass|tomb|rest|all|rentr|sort|n|décéd|mont)[uéi]e?s?$|^morte?$",
  since: "depuis",
  aimed: "pour à",
  askedFor: "demandé prié promis",
  clauses: "que qu' , ; : ( mais parce et",
  beginnings: "t q eod",
};
