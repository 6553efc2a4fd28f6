/** What other rules found in an email and its intent depends on. */
import type { Sentiment } from "../reading.ts";
import type { Sentence } from "../text/sentences.ts";

/** By the cues alone: the learned models weigh it. */
export interface IntentContext {
  readonly language: string | null;
  readonly questions: readonly Sentence[];
  /** Questions that name a day or a time. */
  readonly datedQuestions: number;
  readonly actionItems: number;
  readonly painPoints: number;
  /** Whether harm is under way or work cannot go on, and something is asked. */
  readonly isHarmed: boolean;
  readonly sentiment: Sentiment;
  readonly hasDates: boolean;
  /** Whether the sender answers an earlier email. */
  readonly isReply: boolean;
  /** What the sender says about an answer in so many words. */
  readonly answerWish: "declined" | "wanted" | null;
}
