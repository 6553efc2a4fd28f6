import { createReadStream } from "node:fs";
import { createMboxSplitter } from "../../supabase/functions/_email/mod.ts";

/** A message of an mbox file and its place in it, from 1. */
export interface MboxMessage {
  readonly messageNumber: number;
  readonly raw: Uint8Array;
}

/** The messages of an mbox file, one at a time; only one is in memory. */
export async function* readMbox(file: string): AsyncGenerator<MboxMessage> {
  const splitter = createMboxSplitter();
  let messageNumber = 0;
  for await (const chunk of createReadStream(file)) {
    for (const raw of splitter.push(new Uint8Array(chunk))) {
      messageNumber += 1;
      yield { messageNumber, raw };
    }
  }
  for (const raw of splitter.end()) {
    messageNumber += 1;
    yield { messageNumber, raw };
  }
}
