import assert from "node:assert/strict";
import { makeExcerpt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import { writePrompt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/prompt.ts";
import {
  readAnswers,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/read_answers.ts";
import { readGoldSet } from "../corpora/gold_set.ts";
import { writeGoldAnswer } from "./gold_answer.ts";

Deno.test("the answer written from the labels of every gold email is valid and says what they say", async () => {
  const mails = [...await readGoldSet("dev"), ...await readGoldSet("test")];
  assert.ok(mails.length >= 96);
  for (const gold of mails) {
    const mail = { ...gold, emailId: gold.name, workspaceId: "", attempt: 1 };
    const excerpt = makeExcerpt(mail);
    assert.ok(excerpt, gold.name);
    const prompt = writePrompt([excerpt]);
    const { answers, dropped } = readAnswers(
      { mails: [writeGoldAnswer(gold.labels, excerpt, 1)] },
      prompt,
    );
    const answer = answers.get(excerpt);
    assert.equal(dropped, 0, gold.name);
    assert.equal(answer?.intents[0], gold.labels.primary_intent, gold.name);
    assert.equal(answer?.urgencyLevel, gold.labels.urgency_level, gold.name);
    assert.equal(answer?.needsReply, gold.labels.needs_reply, gold.name);
    const has = (role: string) => answer?.marks.some((mark) => mark.role === role);
    assert.equal(has("b"), gold.labels.budget_mentioned, gold.name);
    assert.equal(has("t"), gold.labels.timeline_mentioned, gold.name);
    assert.equal(has("o"), gold.labels.business_opportunity !== null, gold.name);
    assert.ok(has("m"), gold.name);
  }
});
