/** How did a second reader label emails that a first one had labeled? */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { htmlToText } from "../../../supabase/functions/_email/html/html_to_text.ts";
import { readCorpusLines } from "../corpora/corpus_lines.ts";
import { readGoldSet } from "../corpora/gold_set.ts";
import { normalizeSpace } from "../corpora/zones_corpus.ts";
import { findSpan, readRealGold } from "../real_gold/real_gold.ts";
import { type RealGoldLine, realGoldLine, type RealSpan } from "../real_gold/real_gold_labels.ts";

/** The folder that holds what the second reader wrote. */
export const TEST_FOLDER = fileURLToPath(new URL("../../../examples/gold/test/", import.meta.url));

/** The name of an invented email, or the hash of a real one. */
export const testEmail = z.string().regex(/^[a-z\d][a-z\d_]*$/);

/** One line of `second.jsonl`. Its spans are those of `real.jsonl`, for invented emails too. */
const secondLine = realGoldLine.pick({
  primary_intent: true,
  urgency_level: true,
  needs_reply: true,
  questions_asked: true,
  action_items: true,
  pain_points: true,
}).extend({ email: testEmail }).strict();

/** The second labels of one email, spans as places. */
export type SecondLine = z.output<typeof secondLine>;

/** What both readers labeled of one email. */
export interface SharedReading extends Pick<RealGoldLine, "primary_intent" | "urgency_level"> {
  readonly needs_reply: boolean;
  readonly questions_asked: readonly string[];
  readonly action_items: readonly string[];
  readonly pain_points: readonly string[];
}

/** One email, read twice. */
export interface TwiceRead {
  readonly email: string;
  readonly isReal: boolean;
  readonly first: SharedReading & Pick<RealGoldLine, "acceptable_primary_intents">;
  readonly second: SharedReading;
}

/** Emails that were read twice. */
export interface TwiceReadSet {
  readonly emails: readonly TwiceRead[];
  /** Hashes of real emails that no corpus in the folder has. */
  readonly missing: readonly string[];
  /** Second labels whose text is not in its email: `email field`. They are left out. */
  readonly lost: readonly string[];
}

/**
 * The lines of `second.jsonl`, in the order of the draw. They need no corpus.
 * @throws {Error} naming the line that does not fit the schema.
 */
export async function readSecondLines(): Promise<SecondLine[]> {
  return await readCorpusLines(TEST_FOLDER, "second.jsonl", secondLine);
}

/**
 * Every email with second labels, beside its first ones. Real emails need the folder of corpora.
 * @throws {Error} where labels do not fit their schema, or a corpus is not what it was.
 * @example const { emails } = await readTwice("corpora");
 */
export async function readTwice(dataFolder: string | null): Promise<TwiceReadSet> {
  const invented = (await readGoldSet("test")).map(({ name, labels, bodyText, bodyHtml }) => ({
    email: name,
    isReal: false,
    text: normalizeSpace(bodyText ?? htmlToText(bodyHtml ?? "")),
    first: labels,
  }));
  const real = dataFolder === null ? [] : (await readRealGold("test", dataFolder)).emails.map(
    ({ hash, text, labels }) => ({ email: hash, isReal: true, text, first: labels }),
  );
  const known = new Map([...invented, ...real].map((one) => [one.email, one]));
  const emails: TwiceRead[] = [];
  const missing: string[] = [];
  const lost: string[] = [];
  for (const { email, ...line } of await readSecondLines()) {
    const found = known.get(email);
    if (found === undefined) {
      missing.push(email);
      continue;
    }
    const quote = (field: string, spans: readonly RealSpan[]) =>
      spans.flatMap((span) => {
        const text = findSpan(found.text, span);
        if (text === null) lost.push(`${email} ${field}`);
        return text ?? [];
      });
    emails.push({
      email,
      isReal: found.isReal,
      first: found.first,
      second: {
        ...line,
        questions_asked: quote("questions_asked", line.questions_asked),
        action_items: quote("action_items", line.action_items),
        pain_points: quote("pain_points", line.pain_points),
      },
    });
  }
  return { emails, missing, lost };
}
