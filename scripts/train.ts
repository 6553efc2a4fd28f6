// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task train [--data DIR] [--check]`: the weights of the linear model. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listWeights, unpackModel } from "../supabase/functions/_email/model/linear_model.ts";
import { MODEL_WEIGHTS } from "../supabase/functions/_email/model/model_weights.ts";
import { scoreCounts } from "./eval/judges/score.ts";
import { runCommand, UsageError } from "./lib/command.ts";
import type { FittedGroup } from "./train/fit_group.ts";
import { FOLDS } from "./train/folds.ts";
import { judgeMail } from "./train/judge_mails.ts";
import { readMailCorpus } from "./train/mail_corpus.ts";
import { fitMails } from "./train/mails.ts";
import { readRequestCorpus, REQUEST_CORPUS } from "./train/request_corpus.ts";
import { countJudgement, crossValidateRequests, fitRequests } from "./train/requests.ts";
import { fitUrgency, writeUrgency } from "./train/urgency.ts";
import { writeFirstWords } from "./train/write_first_words.ts";
import { describeMails, packModel, readAbout, writeModel } from "./train/write_model.ts";

const USAGE = `Usage: deno task train [--data DIR] [--check]
  --data DIR  folder that holds ${REQUEST_CORPUS}/train.tsv; without it the classifier of requests
              stays as it is
  --check     writes nothing; exit code 1 when the weights in the repository are not these`;

const EMAIL = fileURLToPath(new URL("../supabase/functions/_email/", import.meta.url));
const WEIGHTS = join(EMAIL, "model/model_weights.ts");
const URGENCY = join(EMAIL, "judgments/urgency/weights.ts");
const FIRST_WORDS = join(EMAIL, "words/first_words_index.ts");

await runCommand({
  usage: USAGE,
  options: { data: { type: "string" }, check: { type: "boolean", default: false } },
}, async ({ data, check }) => {
  if (data !== undefined && !existsSync(join(data, REQUEST_CORPUS))) {
    throw new UsageError(`There is no ${REQUEST_CORPUS} in ${data}.`);
  }
  const written = await readFile(WEIGHTS, "utf8");
  const requests = data === undefined ? keepRequests(written) : await trainRequests(data);
  const mails = await trainMails();
  const model = packModel({ sentence: requests.fitted, ...mails.fitted });
  const about = { sentence: requests.about, ...mails.about };
  const modules = [
    { file: WEIGHTS, text: writeModel(model, about) },
    { file: URGENCY, text: writeUrgency(mails.urgency) },
    { file: FIRST_WORDS, text: writeFirstWords() },
  ];
  const texts = await Promise.all(modules.map(({ file }) => readFile(file, "utf8")));
  const isSame = modules.every(({ text }, at) => texts[at] === text);
  if (check) {
    console.log(isSame ? "The weights are these." : "The weights in the repository are others.");
    return isSame ? 0 : 1;
  }
  await Promise.all(modules.map(({ file, text }) => writeFile(file, text)));
  // The email classifiers weigh what the classifier of requests says, and this process has loaded
  // the old one.
  if (!isSame && data !== undefined) console.log("Train once more if the requests are others.");
  return 0;
});

/** The classifier of requests as it is in the repository. */
function keepRequests(written: string): { fitted: FittedGroup; about: readonly string[] } {
  const model = unpackModel(MODEL_WEIGHTS);
  return {
    fitted: { weights: listWeights(model, "sentence"), classifiers: model.groups.sentence },
    about: readAbout(written, "sentence"),
  };
}

async function trainRequests(
  dataFolder: string,
): Promise<{ fitted: FittedGroup; about: readonly string[] }> {
  const sentences = await readRequestCorpus(dataFolder);
  console.log(`${sentences.length} sentences; cross-validation …`);
  const score = scoreCounts(crossValidateRequests(sentences).map(countJudgement));
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const quality = `precision ${percent(score.precision)}, recall ${percent(score.recall)}, ` +
    `F1 ${percent(score.f1)}`;
  console.log(quality);
  return {
    fitted: fitRequests(sentences),
    about: [
      "Trained on nothing but `src/resources/Ask0729-fixed.txt` " +
      `(${sentences.length.toLocaleString("en")} labeled sentences)`,
      "of the EmailIntentDataSet by Parakweet Labs, github.com/ParakweetLabs/EmailIntentDataSet,",
      "commit 055f62857b3214c1682a0b18a2c5fc2c9f0c00e6 (2014-11-19), Apache License 2.0.",
      `By ${FOLDS}-fold cross-validation, three times: ${quality}.`,
    ],
  };
}

async function trainMails() {
  const mails = await readMailCorpus();
  const { email, context, judgements } = fitMails(mails);
  const quality = describeMails(judgements.map(judgeMail));
  console.log(`${mails.length} emails; ${quality.email}; ${quality.context}`);
  const describe = (result: string) => [
    `Trained on nothing but the ${mails.length.toLocaleString("en")} emails of ` +
    "`scripts/train/mails`, written for this",
    `project (MIT). By ${FOLDS}-fold cross-validation: ${result}.`,
  ];
  return {
    fitted: { email, context },
    urgency: fitUrgency(judgements),
    about: { email: describe(quality.email), context: describe(quality.context) },
  };
}
