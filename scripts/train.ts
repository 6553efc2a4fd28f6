// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task train --data DIR [--check]`: weights of the learned models. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scoreCounts } from "./eval/judges/score.ts";
import { CommandError, runCommand, UsageError } from "./lib/command.ts";
import { packLinear } from "../supabase/functions/_email/model/linear_model.ts";
import { describeMails } from "./train/describe_mails.ts";
import { FOLDS } from "./train/folds.ts";
import { judgeMail } from "./train/judge_mails.ts";
import { type LabelledMail, readMailCorpus } from "./train/mail_corpus.ts";
import { fitMails } from "./train/mails.ts";
import { describeMassMail } from "./train/mass_mail.ts";
import { readRealCorpus } from "./train/real/real_corpus.ts";
import { readRequestCorpus, REQUEST_CORPUS } from "./train/request_corpus.ts";
import { countJudgement, crossValidateRequests, fitRequests } from "./train/requests.ts";
import { fitSummaries, writeSummaries } from "./train/readings/summaries.ts";
import { fitUrgency } from "./train/urgency.ts";
import { LOADED_TABLES, writeLoadedTables } from "./train/modules/write_loaded_tables.ts";
import {
  writeFeatureNet,
  writeLinear,
  writeNet,
  writeThresholds,
} from "./train/modules/write_weights.ts";

const USAGE = `Usage: deno task train --data DIR [--check]
  --data DIR  folder of the corpora that the classifiers learn from, ${REQUEST_CORPUS} and those
              of the real emails
  --check     writes nothing; exit code 1 when what is in the repository is not this`;

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const EMAIL = join(ROOT, "supabase/functions/_email");
/** Modules of weights, from `EMAIL`. */
const REQUESTS = "model/weights/requests.ts";
const EMAIL_NET = "model/weights/email_net.ts";
const SENTENCE_NET = "model/weights/sentence_net.ts";
const SECOND_LOOK = "model/weights/second_look.ts";
const URGENCY = "judgments/urgency/weights.ts";
const SUMMARIES = "judgments/summary/weights.ts";

await runCommand({
  usage: USAGE,
  options: { data: { type: "string" }, check: { type: "boolean", default: false } },
}, async ({ data, check }) => {
  if (data === undefined) throw new UsageError("Say where the corpora are, with --data DIR.");
  if (!existsSync(join(data, REQUEST_CORPUS))) {
    throw new UsageError(`There is no ${REQUEST_CORPUS} in ${data}.`);
  }
  if (await readFile(join(ROOT, LOADED_TABLES), "utf8") !== writeLoadedTables()) {
    throw new CommandError("The word tables have changed. Run `deno task ok --write` first.");
  }
  const modules = await trainAll(data);
  const texts = await Promise.all(modules.map(({ file }) => readFile(join(EMAIL, file), "utf8")));
  const isSame = modules.every(({ text }, at) => texts[at] === text);
  if (check) {
    console.log(isSame ? "The weights: the same." : "The weights: others in the repository.");
    return isSame ? 0 : 1;
  }
  await Promise.all(modules.map(({ file, text }) => writeFile(join(EMAIL, file), text)));
  // The nets weigh what `requests` says, and this process has loaded the old one.
  const hasOtherRequests = modules.some(({ file, text }, at) =>
    file === REQUESTS && texts[at] !== text
  );
  if (hasOtherRequests) console.log("The requests have changed. Train once more.");
  return 0;
});

async function trainAll(dataFolder: string): Promise<{ file: string; text: string }[]> {
  const real = await readRealCorpus(dataFolder);
  if (real.missing.length > 0) {
    throw new CommandError(`${dataFolder} does not have ${real.missing.join(", ")}.`);
  }
  const requests = await trainRequests(dataFolder);
  const mails = trainMails(await readMailCorpus(), real.mails);
  return [{ file: REQUESTS, text: requests }, ...mails];
}

async function trainRequests(dataFolder: string): Promise<string> {
  const sentences = await readRequestCorpus(dataFolder);
  console.log(`${sentences.length} sentences; cross-validation …`);
  const score = scoreCounts(crossValidateRequests(sentences).map(countJudgement));
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const quality = `precision ${percent(score.precision)}, recall ${percent(score.recall)}, ` +
    `F1 ${percent(score.f1)}`;
  console.log(quality);
  return writeLinear(packLinear(fitRequests(sentences)), {
    name: "REQUESTS",
    about: [
      "Trained on nothing but `src/resources/Ask0729-fixed.txt` " +
      `(${sentences.length.toLocaleString("en")} labeled sentences)`,
      "of the EmailIntentDataSet by Parakweet Labs, github.com/ParakweetLabs/EmailIntentDataSet,",
      "commit 055f62857b3214c1682a0b18a2c5fc2c9f0c00e6 (2014-11-19), Apache License 2.0.",
      `By ${FOLDS}-fold cross-validation, three times: ${quality}.`,
    ],
  });
}

function trainMails(
  written: readonly LabelledMail[],
  real: readonly LabelledMail[],
): { file: string; text: string }[] {
  const { judgements, ...fitted } = fitMails([...written, ...real]);
  const qualityOf = (isMeant: (mail: LabelledMail) => boolean) =>
    describeMails(judgements.filter(({ mail }) => isMeant(mail)).map(judgeMail));
  const quality = qualityOf(({ real }) => real === undefined);
  const qualityOfReal = qualityOf(({ real }) => real !== undefined);
  console.log(`${written.length} written emails; ${quality.email}; ${quality.sentence}`);
  console.log(`${real.length} real emails; ${qualityOfReal.email}; ${qualityOfReal.sentence}`);
  console.log(describeMassMail(judgements));
  const summaries = fitSummaries(judgements);
  for (const [kind, { right, of }] of Object.entries(summaries.right)) {
    console.log(
      `${of} ${kind} emails with summaries; a sentence of the summary usable in ${right}`,
    );
  }
  const describe = (result: string, resultOfReal: string) => [
    `Trained on nothing but the ${written.length.toLocaleString("en")} emails of ` +
    "`scripts/train/mails`, written for this",
    `project (MIT), and ${real.length} emails of email-zones (\`real.jsonl\`) by Tim Repke,`,
    "github.com/TimRepke/email-splitting, commit 73f8fa7ab7aeeb85b968cc2b982c8679531a6a95, MIT.",
    `By ${FOLDS}-fold cross-validation: ${result};`,
    `of the real ones ${resultOfReal}.`,
  ];
  const aboutOf = (field: keyof typeof quality) => describe(quality[field], qualityOfReal[field]);
  const secondLook = {
    name: "SECOND_LOOK",
    about: ["Fitted to what nets said of emails that they had not seen, see `sentence_net.ts`."],
  };
  const urgency = {
    name: "URGENCY_NET",
    about: ["Says whether something is expected, whether soon, and whether harm is under way."],
  };
  return [
    {
      file: EMAIL_NET,
      text: writeFeatureNet(fitted.email, { name: "EMAIL_NET", about: aboutOf("email") }),
    },
    {
      file: SENTENCE_NET,
      text: writeFeatureNet(fitted.sentence, { name: "SENTENCE_NET", about: aboutOf("sentence") }),
    },
    {
      file: SECOND_LOOK,
      text: writeNet(fitted.secondLook, secondLook, "../nets/net.ts") +
        writeThresholds(fitted.thresholds),
    },
    {
      file: URGENCY,
      text: writeNet(fitUrgency(judgements), urgency, "../../model/nets/net.ts"),
    },
    { file: SUMMARIES, text: writeSummaries(summaries.weights) },
  ];
}
