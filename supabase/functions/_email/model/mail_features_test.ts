import assert from "node:assert/strict";
import { fold } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";
import { listMailFeatures } from "./mail_features.ts";

function placesOf(subject: string): number[] {
  const sentence = (text: string): Sentence => ({
    source: "body_text",
    text,
    start: 0,
    folded: fold(text),
    paragraph: 0,
  });
  const features = listMailFeatures({
    sentences: [sentence("It is about the yard.")],
    subject: sentence(subject),
    cueScores: new Map(),
    context: {
      language: "en",
      questions: [],
      datedQuestions: 0,
      actionItems: 0,
      painPoints: 0,
      isHarmed: false,
      sentiment: "neutral",
      hasDates: false,
      isReply: false,
      answerWish: null,
    },
    signs: new Map(),
  }, null);
  return [...features.places].toSorted((a, b) => a - b);
}

Deno.test("the same words of a subject say another thing in another order", () => {
  assert.notDeepEqual(placesOf("Invoice broken"), placesOf("Broken invoice"));
});

Deno.test("words of the same fields in a subject are alike, and others are not", () => {
  const [lost, missed, police] = ["Parcel lost", "Parcel missed", "Parcel police"].map(placesOf);
  const count = (some: number[] = [], others: number[] = []) =>
    some.filter((place) => others.includes(place)).length;
  assert.ok(count(lost, missed) > count(lost, police));
});
