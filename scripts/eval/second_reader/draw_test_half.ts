/**
 * In which order does a second reader see the emails of the test half?
 *
 * The order is drawn with a seed from names and hashes alone. Labels play no part in it.
 */
import { readdir } from "node:fs/promises";
import type { Email } from "../../../supabase/functions/_email/reading.ts";
import { readGoldSet } from "../corpora/gold_set.ts";
import { readRealGoldLines } from "../real_gold/real_gold.ts";
import { hashOf, readRealMessages } from "../real_gold/real_messages.ts";
import { TEST_FOLDER } from "./second_labels.ts";

/** Chosen once, before any email was drawn with it. */
const SEED = "nightshift-second-reader-2026-11-26";

/** One email of the test half, without its labels. */
export interface TestEmail {
  /** The name of an invented email, the hash of a real one. */
  readonly email: string;
  readonly isReal: boolean;
  readonly stored: Email;
}

/** Identifiers in the order of the draw: the first N of them are a random sample of N. */
export function drawOrder(emails: readonly string[]): string[] {
  const order = (email: string) => hashOf(`${SEED}:${email}`, 64);
  return emails.toSorted((a, b) => order(a) < order(b) ? -1 : 1);
}

/** Names and hashes of the whole test half in the order of the draw. They need no corpus. */
export async function drawTestHalf(): Promise<string[]> {
  const files = (await readdir(TEST_FOLDER)).filter((file) => file.endsWith(".eml"));
  const real = await readRealGoldLines("test");
  return drawOrder([
    ...files.map((file) => file.slice(0, -".eml".length)),
    ...real.map(({ message }) => message),
  ]);
}

/**
 * The emails of the test half in the order of the draw, without labels. Real ones are left out
 * where the folder of corpora is null or lacks them.
 * @throws {Error} where a corpus that is there is not what it was.
 * @example const [first] = await readTestHalf("corpora");
 */
export async function readTestHalf(dataFolder: string | null): Promise<TestEmail[]> {
  const invented = (await readGoldSet("test")).map(
    ({ name, labels: _labels, raw: _raw, ...stored }): [string, TestEmail] => [
      name,
      { email: name, isReal: false, stored },
    ],
  );
  const messages = dataFolder === null ? [] : await readRealMessages(dataFolder);
  const real = messages.map(({ hash, email }): [string, TestEmail] => [
    hash,
    { email: hash, isReal: true, stored: email },
  ]);
  const found = new Map([...invented, ...real]);
  return (await drawTestHalf()).flatMap((email) => found.get(email) ?? []);
}
