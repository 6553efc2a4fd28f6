/** Threads in CoNLL form: a token a line, mentions of entities in brackets. */
import type { Counts } from "../judges/score.ts";

/** A thread's text, and the names of people and organizations in it. */
export interface NamedThread {
  readonly text: string;
  readonly names: readonly string[];
}

/** Tokens that are set apart in the corpus and not in email. */
const NO_SPACE_BEFORE = /^[,.;:!?)'%]/;
/** What a mention by a pronoun or a common noun looks like: not a name. */
const NAME = /^\p{Lu}/u;

/**
 * Reads a thread; only mentions of people (P) and organizations (O) that are written as names
 * count.
 */
export function readThread(conll: string): NamedThread {
  let text = "";
  const names = new Set<string>();
  let open: { readonly kind: string; words: string[] } | null = null;
  for (const line of conll.split("\n")) {
    const [token = "", , mentions = ""] = line.split("\t");
    if (line.startsWith("#") || token === "") {
      text += "\n";
      open = null;
      continue;
    }
    text += `${NO_SPACE_BEFORE.test(token) || text.endsWith("\n") ? "" : " "}${token}`;
    const start = /\(([PO])\d+/.exec(mentions);
    if (start !== null) open = { kind: start[1] ?? "", words: [] };
    open?.words.push(token);
    if (open !== null && mentions.includes(")")) {
      const name = open.words.join(" ").replace(/ ([,.])/g, "$1");
      if (NAME.test(name) && (open.words.length > 1 || name.includes("@"))) names.add(name);
      open = null;
    }
  }
  return { text, names: [...names] };
}

/** A name found is right when it is labeled, or one holds the other as whole words. */
export function scoreNames(found: readonly string[], wanted: readonly string[]): Counts {
  const holds = (text: string, part: string) => ` ${text} `.includes(` ${part} `);
  const matches = (a: string, b: string) => holds(a, b) || holds(b, a);
  return {
    truePositives: wanted.filter((name) => found.some((one) => matches(one, name))).length,
    falsePositives: found.filter((one) => !wanted.some((name) => matches(one, name))).length,
    falseNegatives: wanted.filter((name) => !found.some((one) => matches(one, name))).length,
  };
}
