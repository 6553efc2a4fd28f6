/** The emails written for this project that the email and sentence models are trained on. */
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Email,
  type Intent,
  INTENTS,
  type Sentiment,
  SENTIMENTS,
  URGENCY_LEVELS,
  type UrgencyLevel,
} from "../../supabase/functions/_email/reading.ts";

const MAILS_FOLDER = fileURLToPath(new URL("./mails/", import.meta.url));

/**
 * What a sentence is, a letter each: A asks the reader to act, Q question, P pain point, O offers
 * business, B budget, T a time to come, D who decides, W what the sender will do, S would be a
 * usable summary of the email.
 */
export const SENTENCE_TAGS = ["A", "Q", "P", "O", "B", "T", "D", "W", "S"] as const;
export type SentenceTag = (typeof SENTENCE_TAGS)[number];

/**
 * How an email came: written by a person to this reader, by a member to a mailing list, through a
 * form, to many at once, by a program, or by a stranger who wants to sell or to cheat.
 */
export const MAIL_KINDS = [
  "person",
  "list",
  "form",
  "bulk",
  "bounce",
  "out_of_office",
  "notification",
  "cold",
  "spam",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** What went to many who were not chosen one by one. */
export const MAILINGS: ReadonlySet<MailKind> = new Set(["bulk", "spam"]);

/** A sentence as it is in the email, and what it is. */
export interface TaggedSentence {
  readonly text: string;
  readonly tags: readonly SentenceTag[];
}

/** An email labeled by `docs/internals/labeling.md`. */
export interface LabelledMail {
  /** File and line of its header: `english/short.txt:12`. */
  readonly place: string;
  readonly kind: MailKind;
  readonly intent: Intent;
  readonly urgency: UrgencyLevel;
  readonly sentiment: Sentiment;
  /** ISO 639-1. */
  readonly language: string;
  readonly needsReply: boolean;
  readonly subject: string;
  /** All of the email; of a real one the sentences that have tags. */
  readonly sentences: readonly TaggedSentence[];
  /** Only of an email of a public corpus, see `real/`. */
  readonly real?: RealMail;
}

/** What else is known of a real email. */
export interface RealMail {
  readonly email: Email;
  /** Other values that a careful reader could choose. */
  readonly acceptableIntents: readonly Intent[];
  /** Sentences that would each be a usable summary, the best first. */
  readonly summaries: readonly string[];
}

/**
 * Every email of `scripts/train/mails`, a folder for each language, by file name.
 * @throws {Error} naming file and line.
 */
export async function readMailCorpus(folder = MAILS_FOLDER): Promise<LabelledMail[]> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.split(sep).join("/"))
    .filter((file) => file.endsWith(".txt"))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.flatMap((text, at) => parseMailCorpus(text, files[at] ?? ""));
}

/**
 * Emails between empty lines: `# intent urgency sentiment language reply|noreply`, a kind where it
 * is not a person's, then `S subject`, then a line a sentence: its tags or `-`, a space, the
 * sentence.
 * @throws {Error} naming the line that has another form, and the form.
 */
export function parseMailCorpus(text: string, file: string): LabelledMail[] {
  const lines = text.split("\n").map((line, at) => ({
    text: line.trim(),
    place: `${file}:${at + 1}`,
  }));
  const mails: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines) {
    if (line.text === "") {
      current = [];
      continue;
    }
    if (current.length === 0) mails.push(current);
    current.push(line);
  }
  return mails.map(parseMail);
}

interface Line {
  readonly text: string;
  readonly place: string;
}

function parseMail([header, subject, ...body]: readonly Line[]): LabelledMail {
  const place = header?.place ?? "";
  const [, intent, urgency, sentiment, language, reply, kind = "person"] =
    /^# (\w+) (\w+) (\w+) ([a-z]{2}) (reply|noreply)(?: (\w+))?$/.exec(header?.text ?? "") ?? [];
  const labels = {
    intent: INTENTS.find((one) => one === intent),
    urgency: URGENCY_LEVELS.find((one) => one === urgency),
    sentiment: SENTIMENTS.find((one) => one === sentiment),
    kind: MAIL_KINDS.find((one) => one === kind),
  };
  if (
    labels.intent === undefined || labels.urgency === undefined ||
    labels.sentiment === undefined || labels.kind === undefined || language === undefined
  ) {
    throw new Error(
      `${place}: expected "# intent urgency sentiment language reply|noreply [kind]".`,
    );
  }
  const written = /^S(?: (.*))?$/.exec(subject?.text ?? "");
  if (written === null) {
    throw new Error(`${subject?.place ?? place}: expected "S" and the subject.`);
  }
  return {
    place,
    kind: labels.kind,
    intent: labels.intent,
    urgency: labels.urgency,
    sentiment: labels.sentiment,
    language,
    needsReply: reply === "reply",
    subject: written[1] ?? "",
    sentences: body.map(parseSentence),
  };
}

function parseSentence({ text, place }: Line): TaggedSentence {
  const [, tags, sentence] = /^(-|[A-Z]+) (.*)$/.exec(text) ?? [];
  const known = SENTENCE_TAGS.filter((tag) => tags?.includes(tag));
  if (
    sentence === undefined || tags === undefined || (tags !== "-" && known.length !== tags.length)
  ) {
    throw new Error(`${place}: expected tags of ${SENTENCE_TAGS.join("")} or "-", and a sentence.`);
  }
  return { text: sentence, tags: known };
}
