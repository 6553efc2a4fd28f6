/** Signs, codes and names of currencies. */

/** `$` is the US dollar unless letters in front say otherwise; `¥` the yen. */
const SIGNS: Readonly<Record<string, string>> = {
  "$": "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₺": "TRY",
  "₪": "ILS",
  "₫": "VND",
  "₴": "UAH",
  "₦": "NGN",
  "₡": "CRC",
  "₱": "PHP",
  "₾": "GEL",
  "₭": "LAK",
  "₸": "KZT",
  "฿": "THB",
  "元": "CNY",
};

/** Letters in front of `$`; single ones but `c` only right before it. */
const DOLLARS: Readonly<Record<string, string>> = {
  us: "USD",
  usd: "USD",
  "u.s": "USD",
  "u.s.": "USD",
  c: "CAD",
  ca: "CAD",
  can: "CAD",
  cad: "CAD",
  a: "AUD",
  au: "AUD",
  aud: "AUD",
  nz: "NZD",
  nzd: "NZD",
  hk: "HKD",
  hkd: "HKD",
  s: "SGD",
  sg: "SGD",
  nt: "TWD",
  r: "BRL",
  mx: "MXN",
  mxn: "MXN",
  mex: "MXN",
};

/** Written like words of a language in lower case, so it counts in capitals only. */
const CAPITAL_CODES =
  "TRY CAD AUD NZD SEK NOK DKK PLN CZK HUF JPY CNY INR BRL MXN SGD HKD ZAR ILS AED SAR KRW " +
  "THB RUB RON";
const ANY_CASE_CODES = "USD EUR GBP CHF RMB BTC";
const CODES = new Set(`${CAPITAL_CODES} ${ANY_CASE_CODES}`.split(" "));

/** A name's currency, and how many of it make one. Null: several states call theirs so. */
const NAMES: readonly (readonly [words: string, currency: string | null, share?: number])[] = [
  ["dollars?|bucks", "USD"],
  ["(?:us|u\\.s\\.|american|united states) dollars?|us-dollars?", "USD"],
  ["(?:canadian) dollars?", "CAD"],
  ["(?:australian) dollars?", "AUD"],
  ["(?:new zealand) dollars?", "NZD"],
  ["(?:hong kong) dollars?", "HKD"],
  ["(?:singapore) dollars?", "SGD"],
  ["d[oó]lares|d[oó]lar", "USD"],
  ["euros?", "EUR"],
  ["(?:british )?pounds?(?: sterling)?|quid", "GBP"],
  ["libras(?: esterlinas)?", "GBP"],
  ["pence|pennies|penny", "GBP", 100],
  ["cents?|c[eé]ntimos|centavos", null, 100],
  ["(?:swiss francs?|schweizer franken|franken)", "CHF"],
  ["francs?|francos", null],
  ["(?:japanese )?yen", "JPY"],
  ["(?:chinese )?(?:yuan|renminbi)|kuai", "CNY"],
  ["(?:indian )?rupees?|rupien", "INR"],
  ["(?:mexican )?pesos?", null],
  ["pesetas?|guilders?|(?:dutch|netherlands) guilders?|(?:finnish )?markka|deutsche ?marks?", null],
  ["(?:turkish )?liras?", "TRY"],
  ["(?:swedish|norwegian|danish) (?:krona|kroner?|kronor)|kronor|kroner|kronen", null],
  ["zlotys?|z[łl]oty|zł", "PLN"],
  ["rubles?|roubles?|rubel", "RUB"],
  ["dirhams?", null],
  ["dinars?", null],
  ["shekels?", "ILS"],
  ["bitcoins?|satoshis?", null],
];

const SIGN_CLASS = Object.keys(SIGNS).join("");

/**
 * A currency's sign. This and the next are sources of expressions without groups, for the flag
 * `i`.
 */
export const SIGN_SOURCE = `[${SIGN_CLASS}]`;
/** Letters in front of `$`. */
export const DOLLAR_SOURCE =
  "(?:(?:u\\.s\\.?|usd?|cad?|can|aud?|nzd?|hkd?|sg|nt|mxn?|mex|c)[ \\u00a0]?|[asr])";
/** A code of ISO 4217, in any case. */
export const CODE_SOURCE = `(?:${[...CODES].join("|")})`;
/** A currency by name. */
export const NAME_SOURCE = `(?:${NAMES.map(([words]) => words).join("|")})`;

const NAME_EXPRESSIONS = new Map<string, RegExp>();

/** What a mark means; null when it is not a mark, such as a code in the wrong case. */
export interface CurrencyMark {
  readonly currency: string | null;
  /** How many make one of the currency: 100 for cents. */
  readonly share: number;
}

/** The currency of a sign, `US$`, code or name as written. */
export function readCurrency(written: string): CurrencyMark | null {
  const mark = written.trim();
  const sign = SIGNS[mark];
  if (sign !== undefined) return { currency: sign, share: 1 };
  if (mark.endsWith("$")) {
    const letters = mark.slice(0, -1).trim().toLowerCase();
    return { currency: DOLLARS[letters] ?? "USD", share: 1 };
  }
  const upper = mark.toUpperCase();
  if (CODES.has(upper)) {
    if (mark !== upper && !ANY_CASE_CODES.includes(upper)) return null;
    if (upper === "BTC") return { currency: null, share: 1 };
    return { currency: upper === "RMB" ? "CNY" : upper, share: 1 };
  }
  for (const [words, currency, share = 1] of NAMES) {
    let expression = NAME_EXPRESSIONS.get(words);
    if (expression === undefined) {
      expression = new RegExp(`^(?:${words})$`, "i");
      NAME_EXPRESSIONS.set(words, expression);
    }
    if (expression.test(mark)) return { currency, share };
  }
  return null;
}
