/**
 * What did a model say about which email? Nothing outside closed lists and places in the email
 * passes.
 */
import {
  type Intent,
  INTENTS,
  type Sentiment,
  SENTIMENTS,
  URGENCY_LEVELS,
  type UrgencyLevel,
} from "../../../../_email/mod.ts";
import type { z } from "zod";
import { type Answer, answerSchema, type Envelope, type Role, ROLES } from "./answer_schema.ts";
import type { Excerpt } from "../prompt/excerpt.ts";
import type { NumberedLine, Prompt } from "../prompt/prompt.ts";

/** A line of an email (0 is the subject) and what it was said to be. */
export interface Mark {
  readonly index: number;
  readonly role: Role;
}

/** An answer whose closed parts are checked; topics and names are still the model's own words. */
export interface EmailAnswer {
  /** In the order of the email. */
  readonly marks: readonly Mark[];
  /** At least one, the main one first. */
  readonly intents: readonly Intent[];
  readonly sentiment: Sentiment;
  readonly urgencyLevel: UrgencyLevel;
  readonly needsReply: boolean;
  readonly topics: readonly string[];
  readonly names: readonly string[];
}

export interface ReadAnswers {
  /** Of the emails that got exactly one valid answer. */
  readonly answers: ReadonlyMap<Excerpt, EmailAnswer>;
  /** Marks without a line or with a letter that means nothing. */
  readonly dropped: number;
  /** What is wrong with the answer, each once; nothing of what the model said. */
  readonly problems: readonly string[];
}

/**
 * Reads an answer email by email. A part that mixes emails, names none or names one twice is void.
 */
export function readAnswers({ mails }: Envelope, prompt: Prompt): ReadAnswers {
  const answers = new Map<Excerpt, EmailAnswer>();
  const seen = new Set<Excerpt>();
  const problems = new Set<string>();
  let dropped = 0;
  for (const part of mails) {
    const parsed = answerSchema.safeParse(part);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) problems.add(describeIssue(issue));
      continue;
    }
    const placed = placeMarks(parsed.data.l, prompt.lines);
    dropped += placed.dropped;
    const { excerpt } = placed;
    if (typeof excerpt === "string") {
      problems.add(excerpt);
      continue;
    }
    const answer = readLabels(parsed.data, placed.marks);
    if (typeof answer === "string") problems.add(answer);
    if (seen.has(excerpt)) problems.add("an email is answered twice");
    if (typeof answer === "string" || seen.has(excerpt)) answers.delete(excerpt);
    else answers.set(excerpt, answer);
    seen.add(excerpt);
  }
  if (prompt.lines.some(({ excerpt }) => !seen.has(excerpt))) problems.add("an email is left out");
  return { answers, dropped, problems: [...problems].slice(0, MAX_PROBLEMS) };
}

/** Problems that are told of one answer. */
const MAX_PROBLEMS = 5;

/** The place and the kind of a mistake, such as `v.0: invalid_value`. */
function describeIssue({ path, code }: z.core.$ZodIssue): string {
  return `${path.join(".") || "the answer"}: ${code}`;
}

interface PlacedMarks {
  /** What is wrong where the lines are of several emails, or of none. */
  readonly excerpt: Excerpt | string;
  readonly marks: readonly Mark[];
  readonly dropped: number;
}

function placeMarks(text: string, lines: readonly NumberedLine[]): PlacedMarks {
  const excerpts = new Set<Excerpt>();
  const marks: Mark[] = [];
  let dropped = 0;
  for (const token of text.split(/[\s,;]+/).filter(Boolean)) {
    const { number = "", letters = "" } = /^(?<number>\d{1,5})(?<letters>[a-z]{1,9})$/.exec(token)
      ?.groups ?? {};
    const line = lines[Number(number) - 1];
    if (line === undefined) {
      dropped++;
      continue;
    }
    excerpts.add(line.excerpt);
    for (const letter of letters) {
      if (isRole(letter)) marks.push({ index: line.index, role: letter });
      else dropped++;
    }
  }
  const [excerpt = "l: no line of an email"] = excerpts;
  return {
    excerpt: excerpts.size > 1 ? "l: lines of several emails" : excerpt,
    marks: marks.toSorted((a, b) => a.index - b.index),
    dropped,
  };
}

function isRole(letter: string): letter is Role {
  return Object.hasOwn(ROLES, letter);
}

function readLabels({ v, k, e }: Answer, marks: readonly Mark[]): EmailAnswer | string {
  const labels: ReadonlySet<string> = new Set(v);
  const intents = [...new Set(v)].filter((label) => isOneOf(label, INTENTS));
  const said = <Label extends string>(list: readonly Label[]) =>
    list.filter((label) => labels.has(label));
  const [sentiment = "neutral", ...otherSentiments] = said(SENTIMENTS);
  const [urgencyLevel = "low", ...otherLevels] = said(URGENCY_LEVELS);
  const contradicts = otherSentiments.length + otherLevels.length > 0;
  if (contradicts) return "v: labels contradict each other";
  if (intents.length === 0) return "v: no intent";
  return {
    marks,
    intents,
    sentiment,
    urgencyLevel,
    needsReply: labels.has("reply"),
    topics: splitList(k, ","),
    names: splitList(e, ";"),
  };
}

function isOneOf<Value extends string>(text: string, list: readonly Value[]): text is Value {
  return list.some((value) => value === text);
}

function splitList(text: string, separator: string): string[] {
  return text.split(separator).map((item) => item.trim()).filter(Boolean);
}
