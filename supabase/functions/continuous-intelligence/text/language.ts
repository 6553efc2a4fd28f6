/** Which of the languages the rules know is a text written in? */

export type Language = "en" | "de" | "es";

const FREQUENT: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    "the and you your for are with this that have will from not our can please thanks is we to of it be"
      .split(" "),
  ),
  de: new Set(
    "der die das und ist nicht sie wir ich mit für auf ein eine zu dem den bitte haben noch wird uns auch vielen dank"
      .split(" "),
  ),
  es: new Set(
    "el la los las que de y en por para con una un su se no es nos hemos gracias está del lo le favor"
      .split(" "),
  ),
};

/** Words read to decide; enough for any mail. */
const WORDS_READ = 400;

/** The language with most frequent words, or null when a text shows fewer than two of any. */
export function detectLanguage(text: string): Language | null {
  const counts = { en: 0, de: 0, es: 0 };
  const words = text.slice(0, 8_000).toLowerCase().match(/\p{L}{1,40}/gu) ?? [];
  for (const word of words.slice(0, WORDS_READ)) {
    for (const language of ["en", "de", "es"] as const) {
      if (FREQUENT[language].has(word)) counts[language]++;
    }
  }
  const [best] = (["en", "de", "es"] as const).toSorted((a, b) => counts[b] - counts[a]);
  return best !== undefined && counts[best] >= 2 ? best : null;
}
