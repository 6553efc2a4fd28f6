import { XMLParser } from "fast-xml-parser";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ROOT } from "../lib/list_files.ts";

/** Milliseconds by test file; paths are from the repository's root. */
export type FileTimes = ReadonlyMap<string, number>;

const lineSchema = z.object({ file: z.string(), ms: z.number() });

/** Reads what the test files wrote. */
export function readFileTimes(lines: string, root: string = ROOT): FileTimes {
  return new Map(
    lines.split("\n").filter((line) => line !== "").map((line) => {
      const { file, ms } = lineSchema.parse(JSON.parse(line));
      return [relative(root, fileURLToPath(file)), ms];
    }),
  );
}

const PGTAP = "scripts/test/pgtap_test.ts";
const PGTAP_STEP = /^pgTAP &gt; (\S+\.test\.sql)$/;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: false,
  isArray: (name) => ["testsuite", "testcase"].includes(name),
});
const reportSchema = z.object({
  testsuites: z.object({
    testsuite: z.array(z.object({
      testcase: z.array(z.object({
        name: z.string(),
        // A test that was still running when the run was ended has none.
        time: z.coerce.number().default(0),
      })).default([]),
    })).default([]),
  }),
});

/**
 * One test runs all pgTAP files: gives each of them the time that the report of `deno test` has for
 * it, and leaves the test the rest.
 */
export function splitPgtap(times: FileTimes, report: string | undefined): FileTimes {
  if (report === undefined) return times;
  const split = new Map(times);
  const suites = reportSchema.parse(parser.parse(report)).testsuites.testsuite;
  for (const { name, time } of suites.flatMap(({ testcase }) => testcase)) {
    const file = PGTAP_STEP.exec(name)?.[1];
    if (file === undefined) continue;
    split.set(file, time * 1_000);
    split.set(PGTAP, (split.get(PGTAP) ?? 0) - time * 1_000);
  }
  return split;
}

/** In these rooms a folder of the third level is a subject of its own. */
const DEEP_ROOM = /^supabase\/(tests|functions)\//;
const LEAST_SECONDS = 1;

/**
 * Says what part of a run's seconds each folder took, the longest first. Files run beside each
 * other, so a folder's part is that of its files in the sum of all.
 * @param seconds what the whole run took
 */
export function formatTimes(times: FileTimes, seconds: number): string[] {
  const folders = new Map<string, number>();
  let sum = 0;
  for (const [file, ms] of times) {
    const folder = file.split("/").slice(0, -1).slice(0, DEEP_ROOM.test(file) ? 3 : 2).join("/");
    folders.set(folder, (folders.get(folder) ?? 0) + ms);
    sum += ms;
  }
  const shares = [...folders]
    .map(([folder, ms]) => ({ folder, share: ms / sum * seconds }))
    .sort((one, other) => other.share - one.share);
  const shown = shares.filter(({ share }) => share >= LEAST_SECONDS);
  const rest = shares.slice(shown.length);
  const restShare = rest.reduce((total, { share }) => total + share, 0);
  return [
    `Where ${Math.round(seconds)} s went, by folder:`,
    ...shown.map(({ folder, share }) => formatShare(share, folder)),
    ...rest.length === 0 ? [] : [formatShare(restShare, `${rest.length} other folders`)],
  ];
}

function formatShare(seconds: number, what: string): string {
  return `${seconds.toFixed(1).padStart(7)} s  ${what}`;
}
