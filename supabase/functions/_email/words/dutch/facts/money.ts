/** The Dutch words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** Dutch. `pond` alone is a weight. */
export const DUTCH_MONEY: MoneyLists = {
  factors: "duizend=1e3 miljoen=1e6 miljard=1e9 biljoen=1e12",
  short: "mln=1e6 mld=1e9",
  numbers: "twee=2 drie=3 vier=4 vijf=5 tien=10 twintig=20 honderd=100 duizend=1000",
  one: "een",
  currencies: "amerikaanse_dollar amerikaanse_dollars us_dollar=USD canadese_dollar=CAD " +
    "australische_dollar=AUD pond_sterling britse_pond=GBP zwitserse_frank " +
    "zwitserse_franken=CHF eurocent=EUR/100 roepies roepie=INR kronen kroon=? " +
    "roebel roebels=RUB gulden=?",
};
