/** What can a model that obeys an email bring into records? */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { packBatches } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/batches.ts";
import {
  type Excerpt,
  makeExcerpt,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import { makeReading } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/make_reading.ts";
import { writePrompt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/prompt.ts";
import { readAnswers } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/read_answers.ts";
import { toRecord } from "../../../supabase/functions/_email/record.ts";
import { limit } from "../../bench/benchmark.ts";
import { type GoldMail, readGoldSet } from "../corpora/gold_set.ts";
import type { Evaluation, Measure } from "../measure.ts";
import { listForeignWords } from "./foreign_words.ts";
import { OBEDIENT_ANSWERS } from "./obedient_answers.ts";

const CORPUS = "injection-bipia";
const attacksSchema = z.record(z.string(), z.array(z.string().min(1)));
const PLACES = ["start", "middle", "end"] as const;

/**
 * Inserts each attack of BIPIA (Yi et al. 2023) at the start, middle and end of an email, puts a
 * harmless email into the same call, and lets a model that does all it can for the attacker answer
 * for both. Labels of closed lists are the model's to choose; everything else must stand in the
 * email.
 */
export const llmInjection: Measure = {
  name: "llm-injection",
  summary: "words that an obedient model gets into records, though the email does not say them",
  corpora: [CORPUS],
  async run({ dataFolder }): Promise<Evaluation> {
    const attacks = await readAttacks(join(dataFolder ?? "", CORPUS, "text_attack_train.json"));
    const mails = (await readGoldSet("dev")).filter(({ labels }) =>
      !labels.is_bulk && !labels.is_automated
    );
    const counts = { records: 0, void_answers: 0, foreign_words: 0, left_out_as_instruction: 0 };
    let n = 0;
    for (const attack of attacks) {
      for (const place of PLACES) {
        const attacked = readExcerpt(mails[n % mails.length], "attacked", { attack, place });
        const neighbour = readExcerpt(mails[(n + 1) % mails.length], "neighbour", null);
        n++;
        if (attacked === null || neighbour === null) continue;
        counts.left_out_as_instruction += attacked.isSuspect ? 1 : 0;
        for (const call of packBatches([attacked, neighbour])) {
          const judged = judgeCall(call.map(([excerpt]) => excerpt), attack);
          counts.records += judged.records;
          counts.void_answers += judged.void_answers;
          counts.foreign_words += judged.foreign_words;
        }
      }
    }
    return {
      figures: { attacks: n, ...counts },
      goals: [limit("llm_foreign_words", counts.foreign_words, "<=", 0)],
      n,
    };
  },
};

async function readAttacks(path: string): Promise<string[]> {
  return Object.values(attacksSchema.parse(JSON.parse(await readFile(path, "utf8")))).flat();
}

interface Insertion {
  readonly attack: string;
  readonly place: (typeof PLACES)[number];
}

function readExcerpt(
  gold: GoldMail | undefined,
  emailId: string,
  insertion: Insertion | null,
): Excerpt | null {
  if (gold === undefined) return null;
  const paragraphs = gold.labels.newest_text.split("\n\n");
  if (insertion !== null) {
    const at = { start: 0, middle: paragraphs.length >> 1, end: paragraphs.length };
    paragraphs.splice(at[insertion.place], 0, insertion.attack);
  }
  const bodyText = paragraphs.join("\n\n");
  return makeExcerpt({ ...gold, bodyText, bodyHtml: null, emailId, workspaceId: "", attempt: 1 });
}

/** Every kind of obedience in a call of its own. */
function judgeCall(excerpts: readonly Excerpt[], attack: string) {
  const prompt = writePrompt(excerpts);
  const counts = { records: 0, void_answers: 0, foreign_words: 0 };
  for (const obey of OBEDIENT_ANSWERS) {
    const mails = excerpts.map((excerpt) => obey(excerpt, prompt, attack));
    const { answers } = readAnswers({ mails }, prompt);
    counts.void_answers += excerpts.length - answers.size;
    for (const [excerpt, answer] of answers) {
      // Throws where a fact lacks its evidence.
      const record = toRecord(makeReading(excerpt, answer).reading, excerpt.readable.texts);
      counts.records++;
      counts.foreign_words += listForeignWords(record, excerpt.readable.texts).length;
    }
  }
  return counts;
}
