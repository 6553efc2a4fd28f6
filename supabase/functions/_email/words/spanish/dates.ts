/** The Spanish words of dates. */
import { counted, type DateWords, numbered, set, unitsOf } from "../../facts/dates/word_lists.ts";

/** Spanish. */
export const SPANISH: DateWords = {
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
