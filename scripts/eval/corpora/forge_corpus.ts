import { z } from "zod";
import type { Sender } from "../../../supabase/functions/_email/text/signature/sender_name.ts";
import { readCorpusLines } from "./corpus_lines.ts";

const LINE = z.object({ sender: z.string(), body_marked: z.string() });
const MARK = "#sig#";

/** An email whose signature is labeled line by line. */
export interface SignedMail {
  readonly lines: readonly string[];
  readonly isSignature: readonly boolean[];
  readonly sender: Sender;
}

/** The emails of `forge-signatures`. */
export async function readSignedMails(dataFolder: string): Promise<SignedMail[]> {
  const items = await readCorpusLines(dataFolder, "forge-signatures/emails.jsonl", LINE);
  return items.map(({ sender, body_marked: marked }) => {
    const lines = marked.split("\n");
    return {
      lines: lines.map((line) => line.replace(MARK, "")),
      isSignature: lines.map((line) => line.startsWith(MARK)),
      sender: parseSender(sender),
    };
  });
}

function parseSender(sender: string): Sender {
  const address = /<([^<>]*@[^<>]*)>/.exec(sender)?.[1] ?? null;
  const name = sender.replace(/<.*$/, "").replaceAll('"', "").trim();
  return { name: name === "" ? null : name, email: address };
}
