/** Which letters does a text have, and in which languages are they written? */
import { LETTERS } from "../letters.ts";

/**
 * Scripts that one language of business email writes, or that its letters tell apart. The first
 * that fits is taken; `null` where the letters leave it open.
 */
const SCRIPTS: readonly (readonly [language: string | null, script: RegExp])[] = [
  ["uk", /[іїєґ]/],
  ["sr", /[ђјљњћџ]/],
  ["ru", /[ыэё]/],
  ["bg", /ъ[^еёюя\s]/],
  ["uk", /(?:^|[^а-я])(?:дякую|коли|буде|будь|ласка|прошу|немає|ще|чи|та|що|як|це)(?![а-я])/],
  [
    "bg",
    new RegExp(
      "(?:^|[^а-я])(?:благодаря|моля|бихте|изпратите|изпратили|кога|поръчката|моите|съм|сме|от|" +
        "за вас)(?![а-я])",
    ),
  ],
  [
    "ru",
    new RegExp(
      "(?:^|[^а-я])(?:спасибо|пожалуйста|когда|получил|получила|что|как|это|нет|не|на|до|для|" +
        "прошу|просим|здравствуйте|уважением|срочно|сегодня|завтра)(?![а-я])",
    ),
  ],
  [null, /[а-я]/],
  ["el", /[α-ωά-ώ]/],
  ["ja", /[ぁ-ヿ]/],
  ["ko", /[가-힣]/],
  ["zh", /[一-鿿]/],
  ["fa", /[پچژگ]/],
  ["ar", /[ء-ي]/],
  ["he", /[א-ת]/],
  ["th", /[ก-๛]/],
  ["hi", /[ऀ-ॿ]/],
];

/** Chinese characters alone are Japanese, too, in a short text. */
const MIN_CHINESE = 6;

/** Anything but Latin letters and the signs beside them: all letters of such a text are Latin. */
const MAY_BE_OTHER = new RegExp(
  "[^\\t-~\\u00A0-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00DF-\\u024F" +
    "\\u2010-\\u2027\\u2030-\\u203A\\u20AC]",
);

const LATIN = new RegExp(`[${LETTERS}]`, "g");

/** Whether most letters of a lower case text are Latin. */
export function isLatin(text: string): boolean {
  if (!MAY_BE_OTHER.test(text)) return true;
  const latin = text.match(LATIN)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters - latin <= latin;
}

/** The language of a lower case text that is not in Latin letters; null where it is open. */
export function readScript(text: string): string | null {
  const language = SCRIPTS.find(([, script]) => script.test(text))?.[0] ?? null;
  const isShort = (text.match(/[一-鿿]/g)?.length ?? 0) < MIN_CHINESE;
  return language === "zh" && isShort ? null : language;
}

/** Letters beside a to z that a language writes in its own words. */
const ALPHABETS: Readonly<Record<string, string>> = {
  en: "é",
  de: "äöüß",
  es: "áéíóúüñ",
  fr: "àâçéèêëîïôùûüÿœæ",
  it: "àèéìíîòóùú",
  pt: "áâãàçéêíóôõúü",
  nl: "éëïèöüó",
  sv: "åäöé",
  da: "æøåé",
  no: "æøåéòô",
  fi: "äöå",
  pl: "ąćęłńóśźż",
  cs: "áčďéěíňóřšťúůýž",
  sk: "áäčďéíĺľňóôŕšťúýž",
  hu: "áéíóöőúüű",
  ro: "ăâîșțşţ",
  tr: "çğıöşüâîû",
  hr: "čćđšž",
  sl: "čšž",
  lv: "āčēģīķļņšūž",
  lt: "ąčęėįšųūž",
  et: "äõöüšž",
  ca: "àçèéíïòóúü",
  is: "áéíóúýþæöð",
  vi: "áàãâăéèêíìóòõôơúùưýđ",
  id: "",
  sq: "ëç",
  gl: "áéíóúñü",
  eu: "ñ",
  ga: "áéíóú",
  cy: "âêîôûŵŷ",
  sw: "",
  tl: "",
  la: "",
};
const LETTER_BESIDE = /[ß-ɏ]/g;
/** What a letter is worth for a language that writes it, and costs one that does not. */
const OWN_LETTER = 0.4;
const FOREIGN_LETTER = -1.5;
const MOST_LETTERS = 5;

/** The letters of a lower case text that tell languages apart. */
export function listTellingLetters(text: string): readonly string[] {
  return [...new Set(text.match(LETTER_BESIDE))].slice(0, MOST_LETTERS);
}

/** How much such letters speak for a language; null where its alphabet is not known. */
export function weighLetters(letters: readonly string[], language: string): number | null {
  const alphabet = ALPHABETS[language];
  if (alphabet === undefined) return null;
  let sum = 0;
  for (const letter of letters) sum += alphabet.includes(letter) ? OWN_LETTER : FOREIGN_LETTER;
  return sum;
}
