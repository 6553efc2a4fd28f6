/** Phone numbers: our own rules beside libphonenumber-js, which has data of each country. */
import { join } from "node:path";
import { cpuUsage } from "node:process";
import { findPhoneNumbersInText as findByAllData } from "libphonenumber-js/max";
import { findPhoneNumbersInText as findByLeastData } from "libphonenumber-js/min";
import { findPhoneNumbersInText as findByMobileData } from "libphonenumber-js/mobile";
import { findPhones } from "../../../supabase/functions/_email/facts/phones.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { readSignedMails } from "../corpora/forge_corpus.ts";
import { PHONE_LINES } from "../corpora/phone_lines.ts";
import { hasSpecimens, readSpecimens, RECOGNIZERS } from "../corpora/recognizers.ts";
import { readZonedMails } from "../corpora/zones_corpus.ts";
import { bundle } from "./bundle_size.ts";
import type { Evaluation, Measure } from "../measure.ts";
import { type Counts, scoreCounts } from "../judges/score.ts";

/** Lines of one sender, with the numbers in them. */
interface Labeled {
  readonly country: string;
  readonly lines: readonly string[];
  readonly wanted: readonly string[];
}

/** Finds the numbers of a line, told where its sender is. */
type Finder = (line: string, country: string) => string[];

const findOwn: Finder = (line) => findPhones(line).map(({ text }) => text);

const FINDERS: Readonly<Record<string, Finder>> = {
  own: findOwn,
  libphonenumber_min: byLibrary(findByLeastData),
  libphonenumber_mobile: byLibrary(findByMobileData),
  libphonenumber_max: byLibrary(findByAllData),
};

/** Whether numbers are found and others are not, with the CPU for a sender's lines. */
export const phones: Measure = {
  name: "phones",
  summary: "telephone numbers of 34 countries and of signatures, beside libphonenumber-js",
  corpora: ["email-zones", "forge-signatures", RECOGNIZERS],
  run: async ({ dataFolder }): Promise<Evaluation> => {
    const sets: Readonly<Record<string, readonly Labeled[]>> = {
      invented_lines: PHONE_LINES.flatMap(({ country, lines }) =>
        lines.map((line) => ({
          country,
          lines: [line.replace(/[<>]/g, "")],
          wanted: Array.from(line.matchAll(/<([^<>]+)>/g), ([, number = ""]) => number),
        }))
      ),
      enron_signatures: await readLabeledSignatures(dataFolder ?? ""),
      recognizers_english: await readLabeledTexts(dataFolder ?? "", "English", "US"),
      recognizers_portuguese: await readLabeledTexts(dataFolder ?? "", "Portuguese", "BR"),
    };
    const figures: Record<string, Figures> = {};
    for (const [name, find] of Object.entries(FINDERS)) {
      const scores = Object.entries(sets).map(([set, labeled]) => [set, judge(labeled, find)]);
      figures[name] = { ...Object.fromEntries(scores), ...await timeOf(dataFolder ?? "", find) };
    }
    figures["bundle_kb"] = await measureBundles();
    const own = scoreCounts((sets["invented_lines"] ?? []).map((one) => count(one, findOwn)));
    return {
      figures,
      goals: [
        reach("phones_precision", own.precision, 0.97),
        reach("phones_recall", own.recall, 0.97),
      ],
      n: Object.values(sets).flat().length,
    };
  },
};

function byLibrary(find: typeof findByAllData): Finder {
  return (line, country) =>
    find(line, { defaultCountry: country as "US", extended: false })
      .map(({ startsAt, endsAt }) => line.slice(startsAt, endsAt));
}

function judge(labeled: readonly Labeled[], find: Finder): Figures {
  const { precision, recall, f1 } = scoreCounts(labeled.map((one) => count(one, find)));
  return { precision, recall, f1 };
}

/** Numbers are the same when their digits are. */
function count({ lines, wanted, country }: Labeled, find: Finder): Counts {
  const open = wanted.map(toDigits);
  const found = lines.flatMap((line) => find(line, country)).map(toDigits);
  let hits = 0;
  for (const number of found) {
    const at = open.indexOf(number);
    if (at < 0) continue;
    open.splice(at, 1);
    hits++;
  }
  return {
    truePositives: hits,
    falsePositives: found.length - hits,
    falseNegatives: wanted.length - hits,
  };
}

function toDigits(number: string): string {
  return number.replace(/\D/g, "");
}

/** The signatures of email-zones, without its split for testing. */
async function readLabeledSignatures(dataFolder: string): Promise<Labeled[]> {
  const mails = await readZonedMails(dataFolder, "enron-full.jsonl.gz");
  return mails.filter(({ split }) => split !== "eval").flatMap(({ text, spans }) =>
    spans.filter(({ label }) => label === "Body/Signature").map(({ start, end }) => ({
      country: "US",
      lines: text.slice(start, end).split("\n"),
      wanted: spans.filter((span) =>
        /^Body\/Signature\/(?:Phone|Fax)$/.test(span.label) && span.start >= start &&
        span.start < end
      ).map((span) => span.text),
    }))
  );
}

async function readLabeledTexts(
  dataFolder: string,
  language: string,
  country: string,
): Promise<Labeled[]> {
  if (!await hasSpecimens(dataFolder, `${language}.PhoneNumberModel`)) return [];
  return (await readSpecimens(dataFolder, `${language}.PhoneNumberModel`)).map((specimen) => ({
    country,
    lines: [specimen.text],
    wanted: specimen.labels,
  }));
}

/** CPU for the lines of one email of forge-signatures, and how many numbers are found in all. */
async function timeOf(dataFolder: string, find: Finder): Promise<Figures> {
  const mails = await readSignedMails(dataFolder);
  const findAll = () =>
    mails.reduce((sum, { lines }) => sum + lines.flatMap((line) => find(line, "US")).length, 0);
  findAll();
  const before = cpuUsage();
  const numbers = findAll();
  const { user, system } = cpuUsage(before);
  return { email_cpu_ms: (user + system) / 1_000 / mails.length, forge_numbers: numbers };
}

/** Minified, in kB. */
async function measureBundles(): Promise<Figures> {
  const own = new URL("../../../supabase/functions/_email/facts/phones.ts", import.meta.url);
  const folder = await Deno.makeTempDir({ dir: import.meta.dirname ?? "." });
  try {
    const output = join(folder, "out.js");
    const sizes: Record<string, number> = { own: await bundle(own.pathname, output) / 1e3 };
    for (const data of ["min", "mobile", "max"]) {
      const entry = join(folder, `${data}.ts`);
      await Deno.writeTextFile(
        entry,
        `import { findPhoneNumbersInText } from "libphonenumber-js/${data}";\n` +
          `console.log(findPhoneNumbersInText("", "US"));\n`,
      );
      sizes[`libphonenumber_${data}`] = await bundle(entry, output) / 1e3;
    }
    return sizes;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
