import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

/** How many tests ended in which way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Names are compared, never shown, so their entities can stay as they are. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: false,
  isArray: (name) => ["testsuite", "testcase", "failure", "error"].includes(name),
});

const troubleSchema = z.array(z.object({ message: z.string() })).default([]);
const reportSchema = z.object({
  testsuites: z.object({
    testsuite: z.array(z.object({
      testcase: z.array(z.object({
        name: z.string(),
        failure: troubleSchema,
        error: troubleSchema,
        skipped: z.unknown().optional(),
      })).default([]),
    })).default([]),
  }),
});

const STEP_SEPARATOR = " &gt; ";
const STEPS_FAILED = /^\d+ test steps? failed$/;

/**
 * Counts the tests of a report that `deno test --junit-path` wrote. A test that has steps counts as
 * its steps, and as one failure more when it failed by itself.
 */
export function countTests(xml: string): Tally {
  const { testsuites } = reportSchema.parse(parser.parse(xml));
  const cases = testsuites.testsuite.flatMap(({ testcase }) => testcase);
  const containers = new Set(cases.flatMap(({ name }) => listContainers(name)));
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, failure, error, skipped } of cases) {
    const trouble = [...failure, ...error].map(({ message }) => message);
    const isContainer = containers.has(name);
    if (trouble.some((message) => !isContainer || !STEPS_FAILED.test(message))) tally.failed += 1;
    else if (isContainer) continue;
    else if (skipped !== undefined) tally.skipped += 1;
    else tally.passed += 1;
  }
  return tally;
}

/** `a > b > c` is a step of `a > b`, which is a step of `a`. */
function listContainers(name: string): string[] {
  const parts = name.split(STEP_SEPARATOR);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(STEP_SEPARATOR));
}

/** What several reports count together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The last line of every test run, which other tools read. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
