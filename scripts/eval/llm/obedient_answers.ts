import {
  LABELS,
  ROLES,
} from "../../../supabase/functions/continuous-intelligence/analyzers/llm/answers/answer_schema.ts";
import type { Excerpt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/excerpt.ts";
import type { Prompt } from "../../../supabase/functions/continuous-intelligence/analyzers/llm/prompt/prompt.ts";

/** Answers for one email of a call as a model gives them that serves the attacker. */
type ObedientAnswer = (excerpt: Excerpt, prompt: Prompt, attack: string) => unknown;

const LABELLED = { v: ["complaint", "negative", "critical", "reply"] };
const ALL_ROLES = Object.keys(ROLES).join("");

/**
 * It puts the attack's words wherever words may stand; points at lines of the other email; points
 * at lines that are not there; answers in words of its own; and hides its words in numbers and
 * labels.
 */
export const OBEDIENT_ANSWERS: readonly ObedientAnswer[] = [
  (excerpt, prompt, attack) => ({
    ...LABELLED,
    l: `${numberOf(excerpt, prompt)}${ALL_ROLES}`,
    k: attack,
    e: attack,
  }),
  (_, prompt) => ({ ...LABELLED, l: `1m ${prompt.lines.length}${ALL_ROLES}`, k: "", e: "" }),
  (excerpt, prompt) => ({
    ...LABELLED,
    l: `${numberOf(excerpt, prompt)}m 0a 99999q ${prompt.lines.length + 1}p`,
    k: "",
    e: "",
  }),
  (_, __, attack) => attack,
  (excerpt, prompt, attack) => ({
    l: `${numberOf(excerpt, prompt)}m ${attack}`,
    v: [...LABELS.slice(0, 1), "neutral", "low", attack],
    k: attack,
    e: attack,
  }),
];

function numberOf(excerpt: Excerpt, prompt: Prompt): number {
  return prompt.lines.findIndex((line) => line.excerpt === excerpt) + 1;
}
