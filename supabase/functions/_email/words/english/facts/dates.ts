/** The English words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** English. */
export const ENGLISH_DATES: DateLists = {
  isTwelveHour: true,
  months: "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug " +
    "september|sep|sept october|oct november|nov december|dec",
  doubtful: "may march mar",
  weekdays: "sunday|sun monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thur|thurs " +
    "friday|fri saturday|sat",
  units: {
    day: "day days d",
    weekday: "weekday weekdays workday workdays",
    week: "week weeks wk wks",
    weekend: "weekend weekends",
    month: "month months mth mths",
    quarter: "quarter quarters qtr",
    year: "year years yr yrs y",
    decade: "decade decades",
  },
  clockUnits: "hour hours hr hrs h=3600 minute minutes min mins=60 second seconds sec secs=1",
  numbers: "a=1 an=1 one=1 two=2 couple=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 " +
    "ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 " +
    "eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 " +
    "eighty=80 ninety=90 hundred=100 thousand=1000",
  ordinals: "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth " +
    "nineth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 " +
    "sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30",
  suffixes: "st nd rd th º",
  dayWords: "today=0 tonight tonite=0 tomorrow tmr tmrw=1 yesterday=-1 day_after_tomorrow=2 " +
    "day_before_yesterday=-2",
  lateDays: "tonight tonite",
  nearRelations: "coming upcoming",
  relations: "next coming upcoming following=1 this current=0 last past previous prior=-1",
  dayParts: "morning=8-12 noon=12-12 lunchtime lunch=11-13 afternoon=12-16 evening=16-20 " +
    "night tonight tonite=20-24",
  edges: "beginning start early=0 earlier=0 middle mid=1 end late later=2",
  ends: "end",
  fixedDays: "christmas xmas=12-25 halloween=10-31 juneteenth=6-19",
  feasts: "easter easter_sunday=0 easter_monday=1 good_friday=-2",
  fixedTimes: "noon midday=12 midnight=0",
  beforeHour: "half_past=30 quarter_past=15 quarter_to=-15",
  of: "of in",
  article: "the",
  on: "on",
  at: "at @ by around about before after for from",
  from: "from",
  between: "between",
  to: "to until till through thru - – — ~",
  and: "and",
  inTime: "in",
  within: "within",
  ago: "ago",
  later: "later hence",
  after: "after from following",
  before: "before",
  circa: "around about approximately ca circa",
  dateContext: "in of since from until till by before after during between for to than through " +
    "year and or starting beginning throughout early late mid end for around but",
  due: "on by before after until till since from due starting beginning dated date deadline of " +
    "week through for",
  every: "every each",
  clock: "o'clock oclock",
  weekNumber: "week wk",
  weekOf: "of commencing beginning starting",
  labels:
    "build section sections chapter chapters page pages room rooms version ratio scale no nr " +
    "number article articles item items step steps table figure fig apartment apt flat " +
    "suite building gate platform line phase paragraph clause verse odds score question " +
    "questions option options ward level lot part parts lots psalm",
  goesOn: "or to if in works work with please would is for and est edt cst cdt pst pdt gmt utc " +
    "cet cest bst sharp latest local at then as so but instead",
  past: "was were did had been since sent met spoke told said asked called rang talked wrote " +
    "received got came went left arrived visited happened failed broke stopped missed took " +
    "bought ordered paid agreed promised decided wanted planned hoped moved invited reminded " +
    "offered scheduled booked saw discussed submitted delivered signed " +
    "stole drove fell began lost gave made sold ran heard brought caught burst tore threw flew " +
    "forgot froze spent woke died",
  ahead:
    "will would shall should can could may might must ll going is are am has have let please " +
    "comes arrives starts opens closes ends leaves returns",
  since: "since",
  aimed: "for to",
  askedFor: "asked told agreed promised decided wanted planned hoped invited reminded offered " +
    "scheduled moved going due supposed meant expected coming booked postponed",
  clauses: "that , ; : ( but because so which when and",
  beginnings: "half quarter q h fy cy eod eow eom eoy new boxing labor memorial black " +
    "thanksgiving now fortnight fortnights couple",
};
