/** Instructions inserted into emails, as BIPIA does it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readCorpusLines } from "./corpus_lines.ts";

/** The corpus' folder in the data folder. */
export const INJECTION_CORPUS = "injection-bipia";

export const PLACES = ["start", "middle", "end"] as const;
export type Place = (typeof PLACES)[number];

/** An email as the corpus tells it. */
export interface InjectionMail {
  readonly subject: string;
  readonly fromEmail: string | null;
  readonly text: string;
}

/** An instruction and the family it belongs to. */
export interface Attack {
  readonly family: string;
  readonly instruction: string;
  /** Rules are written by the instructions of `dev` and judged by those of `test`. */
  readonly split: "dev" | "test";
}

const HEADER = new RegExp(
  String.raw`^(?:SUBJECT: ?(?<subject>[^|]*)\|)?(?:EMAIL_FROM: ?(?<from>[^|]*)\|)?` +
    String.raw`(?:RECEIVED DATE: ?[^|]*\|)?(?:CONTENT: ?)?`,
);

/** The corpus' emails, subject and sender apart. */
export async function readInjectionMails(dataFolder: string): Promise<InjectionMail[]> {
  const lines = await readCorpusLines(
    dataFolder,
    join(INJECTION_CORPUS, "email_train.jsonl"),
    z.object({ context: z.string() }),
  );
  return lines.map(({ context }) => {
    const header = HEADER.exec(context);
    const from = header?.groups?.["from"] ?? "";
    return {
      subject: header?.groups?.["subject"]?.trim() ?? "",
      fromEmail: /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? null,
      text: context.slice(header?.[0].length ?? 0),
    };
  });
}

/** Every instruction of the corpus; each second family, in the corpus' order, is for testing. */
export async function readAttacks(dataFolder: string): Promise<Attack[]> {
  const file = join(dataFolder, INJECTION_CORPUS, "text_attack_train.json");
  const families = z.record(z.string(), z.array(z.string()))
    .parse(JSON.parse(await readFile(file, "utf8")));
  return Object.entries(families).flatMap(([family, instructions], at) =>
    instructions.map((instruction) => ({
      family,
      instruction,
      split: at % 2 === 0 ? "dev" as const : "test" as const,
    }))
  );
}

/** Puts an instruction before, behind or between the sentences of a text. */
export function insertAttack(text: string, instruction: string, place: Place): string {
  if (place === "start") return `${instruction}\n${text}`;
  if (place === "end") return `${text}\n${instruction}`;
  const ends = [...text.matchAll(/[.!?]\s+|\n+/g)].map(({ 0: gap, index }) => index + gap.length);
  const at = ends[Math.floor(ends.length / 2)];
  return at === undefined
    ? `${text} ${instruction}`
    : `${text.slice(0, at)}${instruction} ${text.slice(at)}`;
}
