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
import { countJudgement, crossValidate } from "./train/cross_validate.ts";
import { fitModel } from "./train/fit.ts";
import { fitMailModels } from "./train/fit_mail_models.ts";
import { judgeMail } from "./train/judge_mail_models.ts";
import { readMailCorpus } from "./train/mail_corpus.ts";
import { readRequestCorpus, REQUEST_CORPUS } from "./train/request_corpus.ts";
import { describeMailModels, writeHeads } from "./train/write_heads.ts";
import { writeWeights } from "./train/write_weights.ts";
import { runCommand, UsageError } from "./lib/command.ts";

const USAGE = `Usage: deno task train [--data DIR] [--date YYYY-MM-DD] [--check]
  --data DIR  folder that holds ${REQUEST_CORPUS}/train.tsv; without it the request model stays
  --date      the day that the weights' headers name, today without it
  --check     writes nothing; exit code 1 when the weights in the repository are not these`;

const MODEL = fileURLToPath(new URL("../supabase/functions/_email/model/", import.meta.url));
const REQUEST_WEIGHTS = join(MODEL, "requests/request_weights.ts");
const MAIL_WEIGHTS = join(MODEL, "mail_weights.ts");
const SENTENCE_WEIGHTS = join(MODEL, "sentence_weights.ts");

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
  const modules = [...requests, ...await trainOnMails(values.date)];
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
  const text = writeWeights(model, { date, sentences: sentences.length, score });
  console.log(
    `precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}, F1 ${
      score.f1.toFixed(4)
    }; ${text.length} bytes`,
  );
  return [{ file: REQUEST_WEIGHTS, text }];
}

async function trainOnMails(date: string): Promise<WeightsModule[]> {
  const mails = await readMailCorpus();
  const { mailHeads, sentenceHeads, judgements } = fitMailModels(mails);
  const quality = describeMailModels(judgements.map(judgeMail));
  console.log(`${mails.length} mails; ${quality.mail}; ${quality.sentence}`);
  const provenance = { date, mails: mails.length };
  return [{
    file: MAIL_WEIGHTS,
    text: writeHeads(mailHeads, { ...provenance, name: "MAIL_WEIGHTS", quality: quality.mail }),
  }, {
    file: SENTENCE_WEIGHTS,
    text: writeHeads(sentenceHeads, {
      ...provenance,
      name: "SENTENCE_WEIGHTS",
      quality: quality.sentence,
    }),
  }];
}
