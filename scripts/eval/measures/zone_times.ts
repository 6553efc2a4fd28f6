import { join } from "node:path";
import PostalMime from "postal-mime";
import { capText } from "../../../supabase/functions/_email/html/plain_text.ts";
import type { Email } from "../../../supabase/functions/_email/reading.ts";
import { readContact } from "../../../supabase/functions/_email/facts/contact.ts";
import { makeReadable } from "../../../supabase/functions/_email/text/readable_email.ts";
import { splitSentences } from "../../../supabase/functions/_email/text/sentences.ts";
import { sampleEmail } from "../../../supabase/functions/_email/testing/sample_email.ts";
import type { Figures } from "../../bench/benchmark.ts";
import { cpuMs } from "../../lib/cpu.ts";
import { findQuantile } from "../../lib/quantiles.ts";
import { HOSTILE_LINES, repeatLine } from "../corpora/hostile_texts.ts";
import { readFiles } from "../corpora/reply_corpus.ts";

/** Half of what a stored text may hold, so that the double fits in too. */
const HALF_UNITS = 32_768;
/** The best of so many runs is taken: the machine is shared. */
const RUNS = 5;

/** Milliseconds of CPU that zones, sentences and contact of one email take, of all threads. */
export function timeZones(mail: Email): number {
  const start = cpuMs();
  const readable = makeReadable(mail);
  splitSentences(readable.zones.newest);
  readContact(readable);
  return cpuMs() - start;
}

/** Mean, 95th percentile and longest of some times in milliseconds of CPU. */
export function describeTimes(times: readonly number[]): Figures {
  return {
    mean_cpu_ms: times.reduce((sum, time) => sum + time, 0) / times.length,
    p95_cpu_ms: findQuantile(times, 0.95),
    max_cpu_ms: Math.max(...times),
  };
}

/**
 * How the time grows when a hostile text doubles; 2 is linear. Short times are left out as noise.
 */
export function measureGrowth(): Figures {
  const ratios: number[] = [];
  const longest: number[] = [];
  for (const line of Object.values(HOSTILE_LINES)) {
    const [once = 0, twice = 0] = [HALF_UNITS, 2 * HALF_UNITS].map((units) => {
      const mail = sampleEmail(capText(repeatLine(line, units)));
      return Math.min(...Array.from({ length: RUNS }, () => timeZones(mail)));
    });
    longest.push(twice);
    if (once >= 1) ratios.push(twice / once);
  }
  return {
    texts: Object.keys(HOSTILE_LINES).length,
    mean_ratio_of_double_size: ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length,
    max_ratio_of_double_size: Math.max(...ratios),
    max_cpu_ms: Math.max(...longest),
  };
}

/**
 * Reads every file of some folders as an email, pathological ones too; files that throw are
 * counted.
 */
export async function readEveryFile(
  dataFolder: string,
  folders: readonly string[],
): Promise<Figures> {
  const times: number[] = [];
  let failed = 0;
  for (const { bytes } of folders.flatMap((folder) => readFiles(join(dataFolder, folder)))) {
    try {
      // Time is measured: one at a time.
      const { text, html } = await PostalMime.parse(bytes);
      const plain = text?.trim() ? text : new TextDecoder().decode(bytes);
      times.push(timeZones(sampleEmail(html ? null : capText(plain), { bodyHtml: html ?? null })));
    } catch {
      failed++;
    }
  }
  return { files: times.length + failed, failed, max_cpu_ms: Math.max(...times) };
}
