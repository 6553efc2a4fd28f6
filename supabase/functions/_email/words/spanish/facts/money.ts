/** The Spanish words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** Spanish. */
export const SPANISH_MONEY: MoneyLists = {
  factors: "mil=1e3 millón millon millones=1e6 mil_millones millardo millardos=1e9 billón " +
    "billones=1e12",
  short: "mill=1e6",
  numbers: "dos=2 tres=3 cuatro=4 cinco=5 diez=10 cien=100 mil=1000 medio=0.5",
  one: "un",
  currencies: "dólar dólares dolar dolares=USD libra_esterlina libras_esterlinas libras=GBP " +
    "franco_suizo francos_suizos=CHF francos=? céntimo céntimos centimos centavo centavos=?/100 " +
    "yenes=JPY soles=PEN peso_mexicano pesos_mexicanos=MXN rupias=INR coronas=?",
};
