/** The Spanish words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** Spanish. */
export const SPANISH_DATES: DateLists = {
  isTwelveHour: true,
  months: "enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago " +
    "septiembre|sep|sept|setiembre octubre|oct noviembre|nov diciembre|dic",
  weekdays: "domingo lunes martes miércoles|miercoles jueves viernes sábado|sabado",
  units: {
    day: "día días dia dias",
    weekday: "hábiles laborables día_hábil días_hábiles días_laborables dias_habiles",
    week: "semana semanas",
    weekend: "finde fin_de_semana fines_de_semana",
    month: "mes meses",
    quarter: "trimestre trimestres",
    year: "año años",
    decade: "década décadas",
  },
  clockUnits: "hora horas h=3600 minuto minutos min=60 segundo segundos=1",
  numbers:
    "un una uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 " +
    "doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 " +
    "diecinueve=19 veinte=20 veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 " +
    "veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 " +
    "treinta_y_uno=31 cuarenta=40 cincuenta=50 mil=1000",
  ordinals: "primer primero primera=1 segundo segunda=2 tercer tercero tercera=3 cuarto cuarta=4 " +
    "quinto quinta=5",
  suffixes: "º ° er ro",
  dayWords: "hoy=0 mañana=1 ayer=-1 anteayer antier=-2 pasado_mañana=2 esta_noche=0 anoche=-1 " +
    "antes_de_ayer=-2",
  lateDays: "esta_noche anoche",
  partMarks: "la",
  relations: "próximo próxima próximos próximas proximo proxima proximos proximas siguiente " +
    "siguientes=1 este esta estos estas=0 último última últimos últimas pasado pasada pasados " +
    "pasadas=-1",
  trailingRelations:
    "anterior=-1 viene que_viene próximo próxima proximo proxima siguiente entrante=1 actual=0 " +
    "pasado pasada=-1",
  dayParts: "mañana madrugada=8-12 mediodía mediodia=12-12 tarde=12-16 noche=20-24",
  edges: "principios comienzos inicio inicios=0 mediados=1 finales final fin fines=2",
  ends: "finales final fin fines",
  fixedDays: "navidad=12-25 nochebuena=12-24 nochevieja=12-31 año_nuevo=1-1 reyes=1-6",
  feasts: "domingo_de_pascua domingo_de_resurrección pascua=0 lunes_de_pascua=1 " +
    "viernes_santo=-2 jueves_santo=-3",
  fixedTimes: "mediodía mediodia=12 medianoche=0",
  beforeHour: "",
  behindHour: "y_media=30 y_cuarto=15 menos_cuarto=-15",
  of: "de del",
  article: "el la los las",
  on: "el",
  at: "a a_las a_la las sobre hasta antes desde desde_las sobre_las hasta_las cerca_de_las " +
    "alrededor_de_las a_eso_de_las",
  hourIntro: "a_las a_la sobre_las cerca_de_las alrededor_de_las a_eso_de_las",
  dayIntro: "el_día el_dia",
  from: "del desde de de_las desde_las",
  between: "entre entre_las",
  to: "al a a_las hasta hasta_las hasta_el - – — ~",
  and: "y e y_las",
  inTime: "en",
  within: "dentro en_un_plazo_de en_el_plazo_de",
  ago: "atrás",
  leadingAgo: "hace",
  later: "después",
  after: "después",
  before: "antes",
  circa: "sobre hacia ca",
  dateContext: "en de del desde hasta para antes después durante año entre y e finales",
  due: "el del al hasta antes desde para día fecha vence plazo",
  every: "cada todos todas todos_los todas_las",
  clock: "h hs horas hrs",
  weekNumber: "semana",
  weekOf: "del de",
  labels: "sección capítulo página páginas pág sala versión proporción escala nº núm número " +
    "artículo art punto puntos paso tabla figura edificio andén fase párrafo pregunta " +
    "parte apartado",
  goesOn: "o si en con por está sería es para y u pero hora cet",
  past: "fue estuvo era estaba envié envió recibí recibió dije dijo dijeron llamé llamó hablamos " +
    "hablé vi vimos compré pedí pedimos quedó quedamos llegó llegaron pasó ha he hemos han " +
    "había habían pidió mandé mandó pagué pagó tuve tuvo tuvimos hizo hice vino estuve hubo " +
    "puso trajo",
  ahead: "puede puedes podría podrían podemos debe deben debería es son está están voy vengo " +
    "llamo envío va van vamos " +
    "tiene tienen hay llamaría vendría enviaría quiere quiero necesito necesitamos",
  pastEnding: "ó$|(?:[ai]e|a)ron$|aban?$|[^r]é$|[bgptd]ré$",
  aheadEnding: "(?:ar|er|ir|dr|br|rr)(?:é|ás|á|emos|éis|án|ía|ías|íamos|íais|ían)$",
  maybeSince: "desde",
  aimed: "para al",
  askedFor: "pidió pedí",
  clauses: "que , ; : ( pero porque y",
  beginnings: "q h t eod",
};
