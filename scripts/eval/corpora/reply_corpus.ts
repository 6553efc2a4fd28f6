import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { capText } from "../../../supabase/functions/_email/html/plain_text.ts";
import { findNewestText } from "../../../supabase/functions/_email/text/quotes/newest_text.ts";
import { normalizeSpace } from "./zones_corpus.ts";

const EXPECTED = z.array(z.object({ file: z.string(), first_fragment: z.string().optional() }));

/** How many files were judged and how many gave exactly the text expected. */
export interface ExactCount {
  readonly right: number;
  readonly n: number;
}

/** Compares the files of `crisp` that have an expected first fragment, trimmed. */
export function judgeCrisp(replyFolder: string): ExactCount {
  const expected = EXPECTED.parse(
    JSON.parse(readFileSync(join(replyFolder, "crisp-expected.json"), "utf8")),
  );
  const hits = expected.flatMap(({ file, first_fragment: fragment }) =>
    fragment === undefined
      ? []
      : [findNewestText(readText(join(replyFolder, "crisp", file))) === fragment.trim()]
  );
  return countExact(hits);
}

/**
 * What a person read as the newest text of each file of `github`: the first 12 hexadecimal digits
 * of its SHA-256, white space normalised. The corpus has no labels of its own.
 */
const GITHUB_DIGESTS: Readonly<Record<string, string>> = {
  "correct_sig.txt": "5f9baae9efe0",
  "email_1_1.txt": "dc157ef2fe27",
  "email_1_2.txt": "ceb9a00f2ef8",
  "email_1_3.txt": "9aae1f42b0b9",
  "email_1_4.txt": "d5df5f5ea29d",
  "email_1_5.txt": "356199b270ff",
  "email_1_6.txt": "2d158f6e503a",
  "email_1_7.txt": "4069a5e41439",
  "email_1_8.txt": "6b7b8ffe82d7",
  "email_2_1.txt": "6877eb4efc86",
  "email_2_2.txt": "c56b35a13dee",
  "email_2_3.txt": "c56b35a13dee",
  "email_BlackBerry.txt": "f00d7af645cd",
  "email_bullets.txt": "d99512d2b314",
  "email_iPhone.txt": "f00d7af645cd",
  "email_multi_word_sent_from_my_mobile_device.txt": "f00d7af645cd",
  "email_one_is_not_on.txt": "ce31149fca82",
  "email_sent_from_my_not_signature.txt": "0cbd3ee7c0bd",
  "email_sig_delimiter_in_middle_of_line.txt": "e324e13e32ec",
  "greedy_on.txt": "3883c7459b8b",
};

/** Compares the files of `github` that somebody has read. */
export function judgeGithub(replyFolder: string): ExactCount {
  return countExact(
    Object.entries(GITHUB_DIGESTS).map(([file, digest]) =>
      digestNewest(readText(join(replyFolder, "github", file))) === digest
    ),
  );
}

function digestNewest(text: string): string {
  return createHash("sha256").update(normalizeSpace(findNewestText(text))).digest("hex")
    .slice(0, 12);
}

function countExact(hits: readonly boolean[]): ExactCount {
  return { right: hits.filter(Boolean).length, n: hits.length };
}

/** Every file below a folder, packed ones unpacked. */
export function readFiles(folder: string): { readonly path: string; readonly bytes: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      return { path, bytes: path.endsWith(".gz") ? gunzipSync(bytes) : bytes };
    });
}

function readText(path: string): string {
  return capText(readFileSync(path, "utf8"));
}
