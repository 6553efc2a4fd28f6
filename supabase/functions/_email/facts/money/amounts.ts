/** Amounts as figures and as words. */
import { LETTERS } from "../../text/letters.ts";

/** Figures with thousands and decimals in any of the usual signs; no groups. */
export const FIGURES_SOURCE = "\\d{1,3}(?:(?:[.,]\\d{2,3}){1,6}|" +
  "(?:['’\\u00a0\\u202f ]\\d{3}){1,5})(?:[.,]\\d{1,2})?(?!\\d)|" +
  "\\d{1,15}(?:[.,]\\d{1,4})?(?!\\d)";

/** Factors by their words; the short ones stand right behind the figures. */
const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  tausend: 1e3,
  mil: 1e3,
  hundred: 100,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mill: 1e6,
  million: 1e6,
  milmillones: 1e9,
  millions: 1e6,
  millionen: 1e6,
  "millón": 1e6,
  millones: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  billions: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  trillion: 1e12,
};

/** Directly behind the figures, or with a space where it is a word; no groups. */
export const FACTOR_SOURCE = `(?:(?:k|m|mm|mn|b|bn)(?![${LETTERS}\\d])|` +
  `[ \\u00a0-]?(?:tsd|mio|mill|mrd|bn|mn)\\.?(?![${LETTERS}\\d])|` +
  "[ \\u00a0-]?(?:hundred|thousands?|tausend|mil millones|mil|lakhs?|crores?|millions?|" +
  "millionen|millón|millones|" +
  `billions?|milliarden?|trillion)(?![${LETTERS}]))`;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  zehn: 10,
  zwanzig: 20,
  hundert: 100,
  tausend: 1_000,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  diez: 10,
  cien: 100,
};

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

const SCALE_SOURCE = "(?:hundred|thousand|million|billion)";

const WORD_SOURCE = Object.keys(NUMBER_WORDS).filter((word) => word.length > 2).join("|");

/** An amount in words; no groups. */
export const AMOUNT_WORDS_SOURCE =
  `(?:(?:an? )?(?:half|quarter)(?: (?:of )?an?)? ${SCALE_SOURCE}|three quarters (?:of a ` +
  `)?${SCALE_SOURCE}|an? ${SCALE_SOURCE}|` +
  `(?:${WORD_SOURCE})(?:[ -](?:and )?(?:${WORD_SOURCE}|hundred|thousand|million|billion))*)`;

/** Whether a text has words for numbers at all. */
export const HAS_NUMBER_WORD = new RegExp(
  `\\b(?:${WORD_SOURCE}|half|quarter|million|billion)\\b`,
  "i",
);

/**
 * The number that figures stand for. A sign that groups by thousands cannot be decimal; where one
 * sign is alone before three digits the language decides: 1.500 is 1,500 in German and 1.5 in
 * English.
 */
export function readFigures(figures: string, language: string | null): number {
  const plain = figures.replace(/['’\u00a0\u202f ]/g, "");
  const isEnglish = language === null || language === "en";
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return Number(plain);
  const sign = plain.charAt(last);
  const others = plain.slice(0, last);
  const digitsBehind = plain.length - last - 1;
  const repeats = others.includes(sign);
  const hasOther = others.includes(sign === "." ? "," : ".");
  const isThousands = !hasOther && (repeats ||
    digitsBehind === 3 && others.length <= 3 && others !== "0" && (sign === ",") === isEnglish);
  const whole = (isThousands ? plain : others).replace(/[.,]/g, "");
  return Number(isThousands ? whole : `${whole}.${plain.slice(last + 1)}`);
}

/** What `k`, ` million` or ` Mio.` multiply with; 1 for nothing. */
export function readFactor(written: string): number {
  return FACTORS[written.replace(/[ \u00a0.-]/g, "").toLowerCase()] ?? 1;
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
      current += NUMBER_WORDS[piece] ?? 0;
    }
  }
  return total + current;
}
