/** The French words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** French. */
export const FRENCH_MONEY: MoneyLists = {
  factors: "mille millier milliers=1e3 million millions=1e6 milliard milliards=1e9",
  ownFactors: "billion billions=1e12",
  short: "md mds mrd=1e9",
  numbers: "deux=2 trois=3 quatre=4 cinq=5 dix=10 vingt=20 mille=1000 demi=0.5",
  one: "un",
  currencies: "dollar_américain dollars_américains dollars_us=USD dollars_canadiens=CAD " +
    "livre_sterling livres_sterling=GBP franc_suisse francs_suisses=CHF centime centimes=?/100 " +
    "yens=JPY roupies=INR couronnes=? roubles=RUB reais=BRL",
};
