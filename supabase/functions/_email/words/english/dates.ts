/** The English words of dates. */
import { counted, type DateWords, numbered, set, unitsOf } from "../../facts/dates/word_lists.ts";

/** English. */
export const ENGLISH: DateWords = {
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
  at: set("at @ by around about before after for from"),
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
