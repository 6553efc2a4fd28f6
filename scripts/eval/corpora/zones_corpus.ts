import { z } from "zod";
import { capText } from "../../../supabase/functions/_email/html/plain_text.ts";
import type { Sender } from "../../../supabase/functions/_email/text/signature/sender_name.ts";
import { readCorpusLines } from "./corpus_lines.ts";

const LINE = z.object({
  id: z.string(),
  split: z.string(),
  text: z.string(),
  spans: z.array(z.tuple([z.number(), z.number(), z.string()])),
  header: z.record(z.string(), z.string()).optional(),
});

/** A labeled part of an email; offsets in UTF-16 units. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  /** A path such as `Body/Signature/Phone`. */
  readonly label: string;
  readonly text: string;
}

/** An email whose zones are labeled. */
export interface ZonedMail {
  readonly id: string;
  readonly split: string;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  readonly sender: Sender;
  /** Where the first header of an older message starts; the text's length when there is none. */
  readonly newestEnd: number;
}

/**
 * The emails of a file of `email-zones`. Offsets there count code points. Texts are those that the
 * capped form leaves as they are, so that offsets hold.
 */
export async function readZonedMails(dataFolder: string, file: string): Promise<ZonedMail[]> {
  const lines = await readCorpusLines(dataFolder, `email-zones/${file}`, LINE);
  return lines.map(({ id, split, text, spans, header }) => {
    const toUnits = createOffsets(text);
    const labeled = spans.map(([start, end, label]) => ({
      start: toUnits(start),
      end: toUnits(end),
      label,
      text: text.slice(toUnits(start), toUnits(end)),
    }));
    const headers = labeled.filter(({ label }) => label === "Header").map(({ start }) => start);
    return {
      id,
      split,
      text,
      spans: labeled,
      sender: readSender(header ?? {}),
      newestEnd: Math.min(text.length, ...headers),
    };
  });
}

/** White space counts as one space: labels and texts differ in line ends. */
export function normalizeSpace(text: string): string {
  return capText(text).replace(/\s+/g, " ").trim();
}

function createOffsets(text: string): (codePoints: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (codePoints) => codePoints;
  const points = Array.from(text);
  return (codePoints) => points.slice(0, codePoints).join("").length;
}

function readSender(header: Readonly<Record<string, string>>): Sender {
  const name = (header["X-From"] ?? "").replace(/<.*$/, "").replace(/["']/g, "").trim();
  return { name: name === "" ? null : name, email: header["From"] ?? null };
}
