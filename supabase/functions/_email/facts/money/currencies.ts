/** Signs, codes and names of currencies. */
import { LETTERS } from "../../text/letters.ts";
import { listFactorWords } from "./amounts.ts";
import { openMoneyWords } from "./languages.ts";
import { toAlternatives } from "./word_lists.ts";

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
  "円": "JPY",
  "원": "KRW",
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
  "THB RUB RON ARS CLP COP PEN UYU TWD PHP IDR MYR VND UAH BGN ISK EGP";
const ANY_CASE_CODES = "USD EUR GBP CHF RMB BTC";
const CODES = new Set(`${CAPITAL_CODES} ${ANY_CASE_CODES}`.split(" "));

/** Names that come in front of their figures: `Euro 500`, `Rs. 500`, `kr 500`. */
const LEADING_NAMES: Readonly<Record<string, string>> = {
  euro: "EUR",
  "rs.": "INR",
  rs: "INR",
  "sfr.": "CHF",
  sfr: "CHF",
  "fr.": "CHF",
  "kr.": "?",
  kr: "?",
};

/** Words behind figures that mean money in their own language alone. */
const OWN_MARKS: Readonly<Record<string, readonly [language: string, currency: string]>> = {
  Ft: ["hu", "HUF"],
  TL: ["tr", "TRY"],
  // "entro il 15 lei": she, and in Portuguese a law.
  lei: ["ro", "RON"],
};
const OWN_NAMES = Object.keys(OWN_MARKS).map((mark) => mark.toLowerCase());

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
const NAMES_WITHOUT_LIST: Readonly<Record<string, string>> = {
  "złoty": "PLN",
  "zł": "PLN",
  "kč": "CZK",
  kr: "?",
  forint: "HUF",
};
/** Those of another script, and how many of their letters tell. */
const OTHER_SCRIPTS: Readonly<Record<string, string>> = { "руб": "RUB", "грн": "UAH" };
/** A currency by name, in letters that are not Latin. */
export const OTHER_SCRIPT_SOURCE = "(?:руб(?:л(?:ей|я|ь))?|грн)";

/** A currency by name. */
export function writeNameSource(): string {
  const names = toAlternatives(openMoneyWords().currencies.keys());
  return `(?:${[names, ...Object.keys(NAMES_WITHOUT_LIST), ...OWN_NAMES].join("|")})`;
}

/** A name in front of its figures. */
export const LEADING_NAME_SOURCE = `(?:${toAlternatives(Object.keys(LEADING_NAMES))})`;

const SIGN = new RegExp(`${SIGN_SOURCE}|${Object.keys(OTHER_SCRIPTS).join("|")}`, "i");
const NAME_WORD = new RegExp(`[${LETTERS}]+`, "g");
let nameWords: ReadonlySet<string> | null = null;

/**
 * Whether a text may name a currency. One look at its words: most texts name none.
 * @param words see `wordsOf`
 */
export function mayNameCurrency(text: string, words: ReadonlySet<string>): boolean {
  return SIGN.test(text) || hasAny(words, nameWords ??= readNameWords());
}

let sumWords: ReadonlySet<string> | null = null;

/** Whether the words of a text may belong to a sum: a currency's name or code, or a factor. */
export function hasSumWord(words: ReadonlySet<string>): boolean {
  sumWords ??= new Set([...nameWords ??= readNameWords(), ...listFactorWords()]);
  return hasAny(words, sumWords);
}

function hasAny(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of words) {
    if (wanted.has(word)) return true;
    // `20euros`, `5kEUR`, `usd20`
    const letters = hasDigitAtEnd(word) ? word.replace(/^\d+|\d+$/g, "") : word;
    if (letters !== word && wanted.has(letters)) return true;
    const isShort = letters.startsWith("m") || letters.startsWith("k");
    if (isShort && wanted.has(letters.slice(1))) return true;
  }
  return false;
}

function hasDigitAtEnd(word: string): boolean {
  return isDigit(word.charCodeAt(0)) || isDigit(word.charCodeAt(word.length - 1));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A word of each name: that of `us dollars` is another name, as `us` is in most texts. */
function readNameWords(): ReadonlySet<string> {
  const names = [
    ...openMoneyWords().currencies.keys(),
    ...Object.keys(NAMES_WITHOUT_LIST),
    ...OWN_NAMES,
    ...Object.keys(LEADING_NAMES),
    ...[...CODES].map((code) => code.toLowerCase()),
  ];
  const known = new Set(names);
  return new Set(names.map((name) => {
    const words = name.match(NAME_WORD) ?? [];
    return words.find((word) => known.has(word)) ?? words[0] ?? name;
  }));
}

/** What a mark means; null when it is not a mark, such as a code in the wrong case. */
export interface CurrencyMark {
  readonly currency: string | null;
  /** How many make one of the currency: 100 for cents. */
  readonly share: number;
}

/**
 * The currency of a sign, `US$`, code or name as written.
 * @param language ISO 639-1, of the text around it
 */
export function readCurrency(written: string, language: string | null): CurrencyMark | null {
  const mark = written.trim();
  if (OWN_NAMES.includes(mark.toLowerCase())) {
    const [own, currency] = OWN_MARKS[mark] ?? [];
    return currency !== undefined && (language === null || language === own)
      ? { currency, share: 1 }
      : null;
  }
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
  const name = mark.toLowerCase().replace(/\s/g, " ");
  const kind = openMoneyWords().currencies.get(name) ?? LEADING_NAMES[name] ??
    NAMES_WITHOUT_LIST[name] ?? OTHER_SCRIPTS[name.slice(0, 3)];
  if (kind === undefined) return null;
  const [code = "", share = "1"] = kind.split("/");
  return { currency: code === "?" ? null : code, share: Number(share) };
}
