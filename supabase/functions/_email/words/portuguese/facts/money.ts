/** The Portuguese words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** Portuguese of Brazil and Portugal: `mil milhões` are `um bilhão`, `um bilião` is more. */
export const PORTUGUESE_MONEY: MoneyLists = {
  factors: "mil=1e3 milhão milhões milhao milhoes=1e6 bilhão bilhões bilhao bilhoes " +
    "mil_milhões=1e9 bilião biliões trilhão trilhões=1e12",
  ownFactors: "mi=1e6 bi=1e9",
  short: "",
  numbers: "dois=2 duas=2 três=3 quatro=4 cinco=5 dez=10 vinte=20 cem=100 mil=1000 meio=0.5",
  one: "um",
  currencies: "dólar dólares dólares_americanos dólares_norte-americanos=USD " +
    "dólares_canadenses dólares_canadianos=CAD dólares_australianos=AUD reais=BRL " +
    "libra_esterlina libras_esterlinas libras=GBP franco_suíço francos_suíços=CHF francos=? " +
    "cêntimo cêntimos centavo centavos=?/100 ienes=JPY rúpias=INR coroas=? rublos=RUB " +
    "contos=?",
};
