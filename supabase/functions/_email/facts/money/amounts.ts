/** Amounts as figures and as words. */
import { LETTERS } from "../../text/letters.ts";
import { factorOf, openMoneyWords } from "./languages.ts";
import { toAlternatives } from "./word_lists.ts";

/** Figures with thousands and decimals in any of the usual signs; no groups. */
export const FIGURES_SOURCE = "\\d{1,3}(?:(?:[.,]\\d{2,3}){1,6}|" +
  "(?:['’\\u00a0\\u202f ]\\d{3}){1,5})(?:[.,]\\d{1,2})?(?!\\d)|" +
  "\\d{1,15}(?:[.,]\\d{1,4})?(?!\\d)";

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

const SCALE_SOURCE = "(?:hundred|thousand|million|billion)";
/** Right behind the figures only; the other short ones may have a space or a full stop. */
const GLUED = new Set(["k", "m", "mm", "b"]);

/** Sources of expressions for what is around figures, and for words in their place; no groups. */
export interface AmountSources {
  /** Directly behind the figures, or with a space where it is a word. */
  readonly factor: string;
  /** Large factors behind the currency: `75 USD millones`. */
  readonly lateFactor: string;
  /** An amount in words. */
  readonly words: string;
}

/** Made of the words of all languages. */
export function writeAmountSources(): AmountSources {
  const { factors, shortFactors, numbers, ones } = openMoneyWords();
  const spaced = shortFactors.filter((word) => !GLUED.has(word));
  const long = toAlternatives(listLongFactors());
  const late = [...factors].filter(([word, value]) => value >= 1e6 && word.length > 1);
  const number = [...numbers.keys()].filter((word) => word.length > 2).join("|");
  const one = `(?:${ones.join("|")})(?=[ \u00a0](?:${long})(?![${LETTERS}]))`;
  return {
    factor: `(?:(?:k|mm?|mn|bn?)(?![${LETTERS}\\d])|` +
      `[ \\u00a0\\u202f-]?(?:${toAlternatives(spaced)})\\.?(?![${LETTERS}\\d])|` +
      `[ \\u00a0\\u202f-]?(?:${long})(?![${LETTERS}]))`,
    lateFactor: `(?:${toAlternatives(late.map(([word]) => word))})`,
    words: `(?:(?:an? )?(?:half|quarter)(?: (?:of )?an?)? ${SCALE_SOURCE}|three quarters (?:of a ` +
      `)?${SCALE_SOURCE}|an? ${SCALE_SOURCE}|` +
      `${one}|(?:${number})` +
      `(?:[ -](?:and )?(?:${number}|hundred|thousand|million|billion))*)`,
  };
}

let numberWords: ReadonlySet<string> | null = null;

/**
 * Whether words for numbers are among the words of a text.
 * @param words see `wordsOf`
 */
export function hasNumberWord(words: ReadonlySet<string>): boolean {
  const known = numberWords ??= readNumberWords();
  for (const word of words) if (known.has(word)) return true;
  return false;
}

function readNumberWords(): ReadonlySet<string> {
  const all = [...openMoneyWords().numbers.keys(), "half", "quarter", ...listLongFactors()];
  return new Set(
    all.filter((word) => word.length > 2).map((word) => word.replace(/[ -].*/, "")),
  );
}

/** The first words of all factors, and the letters that stand for one. */
export function listFactorWords(): string[] {
  const names = [...openMoneyWords().factors.keys(), ...GLUED];
  return names.map((name) => name.replace(/[ -].*/, ""));
}

function listLongFactors(): string[] {
  const { factors, shortFactors } = openMoneyWords();
  return [...factors.keys()].filter((word) => !shortFactors.includes(word));
}

/** Besides English: languages that write a full stop before decimals. */
const POINT_LANGUAGES = new Set(["en", "ja", "zh", "ko", "he", "th", "hi"]);

/**
 * The number that figures stand for. A sign that groups by thousands cannot be decimal, and prices
 * rarely have three decimals: 1.500 and 1,500 are 1,500. With a factor behind it, the language
 * decides: 1.234 million is 1,234,000 in English.
 * @param language ISO 639-1; as English when it is null
 */
export function readFigures(figures: string, language: string | null, hasFactor: boolean): number {
  const plain = figures.replace(/['’\u00a0\u202f ]/g, "");
  const hasPoint = language === null || POINT_LANGUAGES.has(language);
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return Number(plain);
  const sign = plain.charAt(last);
  const others = plain.slice(0, last);
  const digitsBehind = plain.length - last - 1;
  const repeats = others.includes(sign);
  const hasOther = others.includes(sign === "." ? "," : ".");
  const isThousands = !hasOther && (repeats ||
    digitsBehind === 3 && others.length <= 3 && others !== "0" &&
      (!hasFactor || (sign === ",") === hasPoint));
  const whole = (isThousands ? plain : others).replace(/[.,]/g, "");
  return Number(isThousands ? whole : `${whole}.${plain.slice(last + 1)}`);
}

/** What `k`, ` million` or ` Mio.` multiply with in a language; 1 for nothing. */
export function readFactor(written: string, language: string | null): number {
  const word = written.toLowerCase().replace(/[\u00a0\u202f]/g, " ").replace(/^[ -]|\.$/g, "");
  return word === "" ? 1 : factorOf(word, language);
}

/**
 * The number that words such as `thirteen`, `half a million`, `three hundred thousand` stand for.
 */
export function readAmountWords(words: string): number {
  let total = 0;
  let current = 0;
  const pieces = words.toLowerCase().split(/[ -]/);
  for (const [at, piece] of pieces.entries()) {
    const scale = SCALES[piece];
    if (piece === "half") current = 0.5;
    else if (piece === "quarter") current = 0.25;
    else if (piece === "quarters") current /= 4;
    else if (scale === 100) current *= 100;
    else if (scale !== undefined) {
      total += (current === 0 ? 1 : current) * scale;
      current = 0;
    } else if (
      !(/^an?$/.test(piece) &&
        /^(?:half|quarter|million|billion|thousand)$/.test(pieces[at + 1] ?? ""))
    ) {
      const value = openMoneyWords().numbers.get(piece) ??
        (openMoneyWords().ones.includes(piece) ? 1 : 0);
      // `cinco mil` is five times a thousand.
      current = value >= 100 ? Math.max(current, 1) * value : current + value;
    }
  }
  return total + current;
}
