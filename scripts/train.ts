// deno-lint-ignore-file no-console -- a command line program prints
/**
 * `deno task train [--data DIR] [--date YYYY-MM-DD] [--check]`: the weights of the learned models.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFeatures } from "../supabase/functions/_email/model/requests/features.ts";
import { scoreCounts } from "./eval/judges/score.ts";
import { countJudgement, crossValidate, FOLDS } from "./train/cross_validate.ts";
import { fitModel } from "./train/fit.ts";
import { fitMailModels } from "./train/fit_mail_models.ts";
import { judgeMail } from "./train/judge_mail_models.ts";
import { readMailCorpus } from "./train/mail_corpus.ts";
import { readRequestCorpus, REQUEST_CORPUS } from "./train/request_corpus.ts";
import { describeMailModels, writeClassifiers } from "./train/write_classifiers.ts";
import { writeFirstWords } from "./train/write_first_words.ts";
import { runCommand, UsageError } from "./lib/command.ts";

const USAGE = `Usage: deno task train [--data DIR] [--date YYYY-MM-DD] [--check]
  --data DIR  folder that holds ${REQUEST_CORPUS}/train.tsv; without it the request model stays
  --date      the day that the weights' headers name, today without it
  --check     writes nothing; exit code 1 when the weights in the repository are not these`;

const MODEL = fileURLToPath(new URL("../supabase/functions/_email/model/", import.meta.url));
const REQUEST_WEIGHTS = join(MODEL, "requests/request_weights.ts");
const MAIL_WEIGHTS = join(MODEL, "mail_weights.ts");
const SENTENCE_WEIGHTS = join(MODEL, "sentence_weights.ts");
const FIRST_WORDS = join(MODEL, "../words/first_words_index.ts");

await runCommand({
  usage: USAGE,
  options: {
    data: { type: "string" },
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    check: { type: "boolean", default: false },
  },
}, async (values) => {
  const dataFolder = values.data ?? null;
  if (dataFolder !== null && !existsSync(join(dataFolder, REQUEST_CORPUS))) {
    throw new UsageError(`There is no ${REQUEST_CORPUS} in ${dataFolder}.`);
  }
  const requests = dataFolder === null ? [] : await trainRequests(dataFolder, values.date);
  const modules = [...requests, ...await trainOnMails(values.date), {
    file: FIRST_WORDS,
    text: writeFirstWords(),
  }];
  const isSame = await areWritten(modules);
  if (values.check) {
    console.log(isSame ? "The weights are these." : "The weights in the repository are others.");
    return isSame ? 0 : 1;
  }
  // The email models weigh what the request model says, and this process has loaded the old one.
  if (!await areWritten(requests)) console.log("The request model is another: train once more.");
  await Promise.all(modules.map(({ file, text }) => writeFile(file, text)));
  return 0;
});

/** True when the repository holds the modules as they are. */
async function areWritten(modules: readonly WeightsModule[]): Promise<boolean> {
  const texts = await Promise.all(modules.map(({ file }) => readFile(file, "utf8")));
  return modules.every(({ text }, at) => texts[at] === text);
}

/** A module of weights. */
interface WeightsModule {
  readonly file: string;
  readonly text: string;
}

async function trainRequests(dataFolder: string, date: string): Promise<WeightsModule[]> {
  const sentences = await readRequestCorpus(dataFolder);
  console.log(`${sentences.length} sentences; cross-validation …`);
  const score = scoreCounts(crossValidate(sentences).map(countJudgement));
  const model = fitModel(
    sentences.map(({ text, isRequest }) => ({ features: listFeatures(text), isRequest })),
  );
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const text = writeClassifiers(model, {
    name: "REQUEST_WEIGHTS",
    options: `--data DIR --date ${date}`,
    about: [
      "Trained on nothing but `src/resources/Ask0729-fixed.txt` " +
      `(${sentences.length.toLocaleString("en")} labeled sentences) of the`,
      "EmailIntentDataSet by Parakweet Labs, github.com/ParakweetLabs/EmailIntentDataSet, commit",
      "055f62857b3214c1682a0b18a2c5fc2c9f0c00e6 (2014-11-19), Apache License 2.0.",
      `By ${FOLDS}-fold cross-validation: precision ${percent(score.precision)}, recall ` +
      `${percent(score.recall)}, F1 ${percent(score.f1)}.`,
    ],
  });
  console.log(
    `precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}, F1 ${
      score.f1.toFixed(4)
    }; ${text.length} bytes`,
  );
  return [{ file: REQUEST_WEIGHTS, text }];
}

async function trainOnMails(date: string): Promise<WeightsModule[]> {
  const mails = await readMailCorpus();
  const { emailClassifiers, sentenceClassifiers, judgements } = fitMailModels(mails);
  const quality = describeMailModels(judgements.map(judgeMail));
  console.log(`${mails.length} emails; ${quality.mail}; ${quality.sentence}`);
  const describe = (name: string, result: string) => ({
    name,
    options: `--date ${date}`,
    about: [
      `Trained on nothing but the ${mails.length} emails of \`scripts/train/mails\`, ` +
      "written for this project (MIT).",
      `By 5-fold cross-validation: ${result}.`,
    ],
  });
  return [{
    file: MAIL_WEIGHTS,
    text: writeClassifiers(emailClassifiers, describe("MAIL_WEIGHTS", quality.mail)),
  }, {
    file: SENTENCE_WEIGHTS,
    text: writeClassifiers(sentenceClassifiers, describe("SENTENCE_WEIGHTS", quality.sentence)),
  }];
}
