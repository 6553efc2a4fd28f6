/** The Italian words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** Italian. */
export const ITALIAN_MONEY: MoneyLists = {
  factors: "mila mille migliaia=1e3 milione milioni=1e6 miliardo miliardi=1e9 bilione bilioni=1e12",
  short: "mln mio=1e6 mld mrd=1e9",
  numbers: "tre=3 quattro=4 cinque=5 dieci=10 venti=20 cento=100 mille=1000 mezzo=0.5",
  one: "un",
  currencies:
    "dollaro dollari=USD dollari_canadesi=CAD dollari_australiani=AUD sterlina sterline " +
    "lire_sterline=GBP franco_svizzero franchi_svizzeri=CHF franchi=? centesimo " +
    "centesimi=?/100 rupie=INR corone=? rubli=RUB reais=BRL",
};
