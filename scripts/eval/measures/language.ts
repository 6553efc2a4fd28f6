import { detectLanguage } from "../../../supabase/functions/_email/text/language/language.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import type { Measure } from "../measure.ts";
import { readSpecimens, RECOGNIZERS } from "../corpora/recognizers.ts";

/**
 * Files labeled by their name. Portuguese.CurrencyModel is left out: most of its texts are
 * Spanish with a word replaced.
 */
const FILES = [
  ["English", "en", ["DateTimeModel", "CurrencyModel"]],
  ["German", "de", ["DateTimeModel", "CurrencyModel"]],
  ["French", "fr", ["DateTimeModel", "CurrencyModel"]],
  ["Spanish", "es", ["DateTimeModel", "CurrencyModel"]],
  ["Italian", "it", ["DateTimeModel", "CurrencyModel"]],
  ["Dutch", "nl", ["DateTimeModel", "CurrencyModel"]],
  ["Portuguese", "pt", ["DateTimeModel"]],
] as const;

const MIN_CHARACTERS = 25;

interface Judged {
  readonly isRight: boolean;
  readonly isHeldOut: boolean;
}

/** Languages told, against those of the corpus files. */
export const language: Measure = {
  name: "language",
  summary: `language of texts with ${MIN_CHARACTERS} letters or more, seven languages`,
  corpora: [RECOGNIZERS],
  async run({ dataFolder }) {
    const figures: Record<string, Figures> = {};
    const all: Judged[] = [];
    for (const [name, code, models] of FILES) {
      const texts = await Promise.all(
        models.map((model) => readSpecimens(dataFolder ?? "", `${name}.${model}`)),
      );
      const judged = texts.flat().filter(({ text }) => countLetters(text) >= MIN_CHARACTERS)
        .map(({ text, isHeldOut }) => ({ isRight: detectLanguage(text) === code, isHeldOut }));
      all.push(...judged);
      figures[code] = { right: shareRight(judged), n: judged.length };
    }
    const { value, low, high } = bootstrap(all, shareRight);
    const heldOut = all.filter(({ isHeldOut }) => isHeldOut);
    return {
      figures: {
        all: { right: value, low, high, n: all.length },
        held_out_half: { right: shareRight(heldOut), n: heldOut.length },
        ...figures,
      },
      goals: [reach("language_right", value, 0.97)],
      n: all.length,
    };
  },
};

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function shareRight(judged: readonly Judged[]): number {
  return judged.filter(({ isRight }) => isRight).length / Math.max(judged.length, 1);
}
