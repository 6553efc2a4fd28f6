/** The German words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** German, Swiss German included. A German `Billion` is a thousand times an English one. */
export const GERMAN_MONEY: MoneyLists = {
  factors: "tsd tausend=1e3 mio million millionen=1e6 mrd milliarde milliarden=1e9 billionen=1e12",
  ownFactors: "billion=1e12",
  short: "t tsd=1e3 mio=1e6 mrd=1e9",
  numbers: "zwei=2 drei=3 vier=4 fünf=5 zehn=10 zwanzig=20 hundert=100 tausend=1000 halbe=0.5 " +
    "anderthalb=1.5",
  one: "ein eine",
  currencies: "us-dollar us-dollars=USD schweizer_franken franken sfr=CHF rupien=INR rubel=RUB " +
    "deutschmark=? kronen=? złoty=PLN",
};
