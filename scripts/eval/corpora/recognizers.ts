/** The corpus recognizers-specs: sentences with the expressions in them and what they come to. */
import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readCorpusLines } from "./corpus_lines.ts";
import type { Stretch } from "../judges/spans.ts";

/** Its folder. */
export const RECOGNIZERS = "recognizers-specs";

/** The languages of the corpus that the reader has words of. */
export const LANGUAGES = [
  ["English", "en"],
  ["German", "de"],
  ["Spanish", "es"],
  ["French", "fr"],
  ["Italian", "it"],
  ["Dutch", "nl"],
  ["Portuguese", "pt"],
] as const;

const valueSchema = z.record(z.string(), z.unknown());

const lineSchema = z.object({
  in: z.string(),
  ref: z.string().nullable(),
  out: z.array(z.object({
    text: z.string(),
    start: z.number().default(-1),
    end: z.number().default(-1),
    type: z.string().optional(),
    res: z.record(z.string(), z.unknown()).nullish(),
  })),
});

/** An expression as labeled. */
export interface Expression extends Stretch {
  readonly text: string;
  /** As the corpus writes it, e.g. `datetimeV2.date`; empty where it says none. */
  readonly type: string;
  /** What it can mean: one entry, or one for each reading of an ambiguous one. */
  readonly readings: readonly Readonly<Record<string, unknown>>[];
}

/** One text of the corpus. */
export interface Specimen {
  readonly text: string;
  /** The day relative words count from, ISO 8601; null where nothing is relative. */
  readonly receivedAt: string | null;
  readonly expressions: readonly Expression[];
  /** The texts of all labels, those without a place too. */
  readonly labels: readonly string[];
  /** In the half that was not looked at while the rules were written. */
  readonly isHeldOut: boolean;
}

/** The specimens of one language and model, e.g. `English.DateTimeModel`. */
export async function readSpecimens(dataFolder: string, name: string): Promise<Specimen[]> {
  const lines = await readCorpusLines(dataFolder, `${RECOGNIZERS}/${name}.jsonl.gz`, lineSchema);
  return lines.map((line) => ({
    text: line.in,
    receivedAt: line.ref === null ? null : `${line.ref}Z`,
    // A few labels of other languages stand nowhere.
    expressions: line.out.filter(({ start }) => start >= 0).map((
      { text, start, end, type, res },
    ) => ({
      text,
      start,
      end: end + 1,
      type: type ?? "",
      readings: readValues(res ?? {}),
    })),
    labels: line.out.map(({ text }) => text),
    isHeldOut: isHeldOut(line.in),
  }));
}

/** Whether the folder has the specimens of a language and model; some copies lack a few. */
export async function hasSpecimens(dataFolder: string, name: string): Promise<boolean> {
  const file = join(dataFolder, RECOGNIZERS, `${name}.jsonl.gz`);
  return await access(file).then(() => true, () => false);
}

/** Every other text, by its SHA-1: stays the same when texts are added. */
export function isHeldOut(text: string): boolean {
  return (createHash("sha1").update(text).digest().at(-1) ?? 0) % 2 === 1;
}

function readValues(resolution: Record<string, unknown>): Record<string, unknown>[] {
  const list = z.array(valueSchema).safeParse(resolution["values"]);
  return list.success ? list.data : [resolution];
}
