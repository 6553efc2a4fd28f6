import assert from "node:assert/strict";
import type { UrgencyLevel } from "../../../supabase/functions/_email/reading.ts";
import { EMPTY_RECORD } from "../../../supabase/functions/_email/testing/sample_email.ts";
import type { GoldLabels } from "../corpora/gold_labels.ts";
import { count, judgeGold, judgeShared } from "./judge_gold.ts";

const LABELS: GoldLabels = {
  primary_intent: "question",
  acceptable_primary_intents: ["other"],
  secondary_intents: [],
  sentiment: "neutral",
  urgency_level: "medium",
  key_topics: ["delivery window", "oven", "flour", "bread"],
  entities_mentioned: [],
  pain_points: [],
  questions_asked: ["When do you open?"],
  action_items: [],
  business_opportunity: null,
  budget_mentioned: true,
  timeline_mentioned: false,
  decision_maker: false,
  summary: "When?",
  needs_reply: true,
  is_bulk: false,
  is_automated: false,
  automated_kind: null,
  language: "en",
  dates: [],
  money: [],
  contact: { name: null, organisation: null, position: null, phones: [], emails: [], urls: [] },
  newest_text: "When do you open?",
};

Deno.test("a record is judged field by field, an acceptable intent is right", () => {
  const { labels, lists, topics } = judgeGold({
    ...EMPTY_RECORD,
    primaryIntent: "other",
    questionsAsked: ["When do\nyou open"],
    budgetMentioned: true,
    timelineMentioned: true,
    keyTopics: ["window", "delivery window", "shop"],
  }, LABELS);
  assert.deepEqual([labels.primary_intent, labels.urgency_level, labels.needs_reply], [
    true,
    false,
    false,
  ]);
  assert.equal(lists.questions_asked.truePositives, 1);
  assert.deepEqual(lists.flags, { truePositives: 1, falsePositives: 1, falseNegatives: 0 });
  assert.deepEqual(topics, { named: 3, right: 2 });
});

Deno.test("a label is used once, and half a sentence is not the sentence", () => {
  assert.deepEqual(count(["Send the list.", "Send the list."], ["Send the list."]), {
    truePositives: 1,
    falsePositives: 1,
    falseNegatives: 0,
  });
  assert.deepEqual(count(["the list"], ["Send the list to Ana before Friday."]), {
    truePositives: 0,
    falsePositives: 1,
    falseNegatives: 1,
  });
});

Deno.test("high for critical is the wrong level, and still rightly urgent", () => {
  const judge = (found: UrgencyLevel, wanted: UrgencyLevel) => {
    const { labels, urgent } = judgeShared(
      { ...EMPTY_RECORD, urgencyLevel: found },
      { ...LABELS, urgency_level: wanted },
    );
    return [labels.urgency_level, urgent.truePositives, urgent.falsePositives];
  };
  assert.deepEqual(judge("high", "critical"), [false, 1, 0]);
  assert.deepEqual(judge("critical", "medium"), [false, 0, 1]);
  assert.deepEqual(judge("medium", "medium"), [true, 0, 0]);
});
