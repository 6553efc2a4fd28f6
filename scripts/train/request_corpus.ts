/** The sentences that the request model is trained on. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The corpus' folder in the data folder. */
export const REQUEST_CORPUS = "parakweet-intent";

/** A sentence and whether it carries a request, a proposal or a promise. */
export interface LabelledSentence {
  readonly text: string;
  readonly isRequest: boolean;
}

/**
 * `train.tsv`, a line a sentence: `Yes` or `No`, a tab, the sentence.
 * @throws {Error} naming the line that has another form.
 */
export async function readRequestCorpus(dataFolder: string): Promise<LabelledSentence[]> {
  const text = await readFile(join(dataFolder, REQUEST_CORPUS, "train.tsv"), "utf8");
  return parseRequestCorpus(text);
}

/** The same from the file's text. */
export function parseRequestCorpus(text: string): LabelledSentence[] {
  return text.trimEnd().split("\n").map((line, at) => {
    const [, label, sentence] = /^(Yes|No)\t(.+)$/.exec(line) ?? [];
    if (label === undefined || sentence === undefined) {
      throw new Error(`train.tsv:${at + 1}: expected Yes or No, a tab and a sentence.`);
    }
    return { text: sentence, isRequest: label === "Yes" };
  });
}
