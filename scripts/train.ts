// deno-lint-ignore-file no-console -- a command line program prints
/** `deno task train --data DIR [--date YYYY-MM-DD] [--check]`: the weights of the request model, from their corpus. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { listFeatures } from "../supabase/functions/continuous-intelligence/rules/requests/features.ts";
import { scoreCounts } from "./eval/score.ts";
import { countJudgement, crossValidate } from "./train/cross_validate.ts";
import { fitModel } from "./train/fit.ts";
import { readRequestCorpus, REQUEST_CORPUS } from "./train/request_corpus.ts";
import { writeWeights } from "./train/write_weights.ts";

const USAGE = `Usage: deno task train --data DIR [--date YYYY-MM-DD] [--check]
  --data DIR  folder that holds ${REQUEST_CORPUS}/train.tsv
  --date      the day that the weights' header names, today without it
  --check     writes nothing; exit code 1 when the weights in the repository are not these`;

const WEIGHTS = fileURLToPath(
  new URL(
    "../supabase/functions/continuous-intelligence/rules/requests/request_weights.ts",
    import.meta.url,
  ),
);

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      data: { type: "string" },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
      check: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const dataFolder = values.data ?? "";
  if (values.help || !existsSync(join(dataFolder, REQUEST_CORPUS))) {
    (values.help ? console.log : console.error)(USAGE);
    return values.help ? 0 : 2;
  }
  const sentences = await readRequestCorpus(dataFolder);
  console.log(`${sentences.length} sentences; cross-validation …`);
  const score = scoreCounts(crossValidate(sentences).map(countJudgement));
  const model = fitModel(
    sentences.map(({ text, isRequest }) => ({ features: listFeatures(text), isRequest })),
  );
  const text = writeWeights(model, { date: values.date, sentences: sentences.length, score });
  console.log(
    `precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}, F1 ${
      score.f1.toFixed(4)
    }; ${text.length} bytes`,
  );
  if (!values.check) {
    await writeFile(WEIGHTS, text);
    return 0;
  }
  const isSame = await readFile(WEIGHTS, "utf8") === text;
  console.log(isSame ? "The weights are these." : "The weights in the repository are others.");
  return isSame ? 0 : 1;
}

try {
  Deno.exitCode = await main();
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!isUsage) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  Deno.exitCode = 2;
}
