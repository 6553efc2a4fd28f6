/** The English words of amounts. */
import type { MoneyLists } from "../../../facts/money/word_lists.ts";

/** English, Indian English included. `mil` is a million in English only. */
export const ENGLISH_MONEY: MoneyLists = {
  factors: "hundred=1e2 thousand thousands=1e3 million millions=1e6 billion billions=1e9 " +
    "trillion trillions=1e12 lakh lakhs lac lacs=1e5 crore crores=1e7",
  ownFactors: "mil=1e6",
  short: "k=1e3 m mm mn=1e6 b bn=1e9",
  numbers: "a an one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 " +
    "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 " +
    "nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
  currencies: "dollar dollars bucks us_dollar us_dollars us-dollar us-dollars american_dollars " +
    "united_states_dollars united_states_dollar=USD canadian_dollar canadian_dollars=CAD " +
    "australian_dollar australian_dollars=AUD new_zealand_dollar new_zealand_dollars=NZD " +
    "hong_kong_dollar hong_kong_dollars=HKD singapore_dollar singapore_dollars=SGD " +
    "euro euros=EUR pound pounds pound_sterling pounds_sterling british_pound british_pounds " +
    "quid=GBP pence pennies penny=GBP/100 cent cents=?/100 swiss_franc swiss_francs=CHF " +
    "franc francs=? yen japanese_yen=JPY yuan chinese_yuan renminbi chinese_renminbi kuai=CNY " +
    "rupee rupees indian_rupee indian_rupees=INR mexican_peso mexican_pesos=MXN peso pesos=? " +
    "peseta pesetas guilder guilders dutch_guilders netherlands_guilders markka " +
    "finnish_markka deutsche_mark deutsche_marks deutschmarks=? turkish_lira " +
    "turkish_liras lira liras=TRY " +
    "krona kronor krone kroner swedish_krona swedish_kronor norwegian_krone norwegian_kroner " +
    "danish_krone danish_kroner=? zloty zlotys=PLN ruble rubles rouble roubles=RUB " +
    "dirham dirhams dinar dinars=? shekel shekels=ILS bitcoin bitcoins satoshi satoshis=? " +
    "grand=?/0.001",
};
