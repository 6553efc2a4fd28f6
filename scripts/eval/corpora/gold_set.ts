import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMessage } from "../../../supabase/functions/_email/message/read_message.ts";
import { type GoldLabels, goldLabelsSchema } from "./gold_labels.ts";

/** Rules are written by the one half and judged by the other. */
export type GoldSplit = "dev" | "test";
/** What rules are written by as well: emails in languages that the dev half has few of. */
export const GOLD_LANGUAGES = "languages";

/** One email of the gold set, as `inbound-email` would store it, and its labels. */
export interface GoldMail {
  /** File name without ending; unique over both halves. */
  readonly name: string;
  /** The message as sent. */
  readonly raw: Uint8Array;
  readonly subject: string;
  readonly fromEmail: string | null;
  readonly fromName: string | null;
  /** Selected header fields, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string | null;
  readonly bodyHtml: string | null;
  /** ISO 8601, UTC: the Date field. */
  readonly receivedAt: string;
  readonly labels: GoldLabels;
}

const GOLD_FOLDER = fileURLToPath(new URL("../../../examples/gold/", import.meta.url));

/** Later than every email of the set; only an email without a usable Date would take it. */
const AFTER_THE_SET = new Date("2026-12-31T00:00:00Z");

/**
 * Reads one half of the gold set or its further languages, by name.
 * @throws {Error} naming the file, when an email has no labels, is rejected by `inbound-email`, or
 * its labels do not fit the schema.
 */
export async function readGoldSet(
  split: GoldSplit | typeof GOLD_LANGUAGES,
): Promise<readonly GoldMail[]> {
  const folder = join(GOLD_FOLDER, split);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".eml")).sort();
  return await Promise.all(
    files.map((file) => readGoldMail(folder, file.slice(0, -".eml".length))),
  );
}

async function readGoldMail(folder: string, name: string): Promise<GoldMail> {
  const raw = new Uint8Array(await readFile(join(folder, `${name}.eml`)));
  const read = await readMessage(raw, AFTER_THE_SET);
  if (!read.ok) throw new Error(`${name}.eml is rejected: ${read.refusal.detail}`);
  const { subject, fromEmail, fromName, headers, bodyText, bodyHtml, receivedAt } = read.email;
  const labels = await readLabels(join(folder, `${name}.json`));
  return {
    name,
    raw,
    subject,
    fromEmail,
    fromName,
    headers,
    bodyText,
    bodyHtml,
    receivedAt,
    labels,
  };
}

async function readLabels(file: string): Promise<GoldLabels> {
  const parsed = goldLabelsSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`${file} does not fit docs/internals/labeling.md: ${places.join("; ")}`);
  }
  return parsed.data;
}
