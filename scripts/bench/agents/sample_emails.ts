import { fileURLToPath } from "node:url";
import { readMessage, type StoredEmail } from "../../../supabase/functions/_email/mod.ts";
import { toClaimedMail } from "../../eval/corpora/corpus_mail.ts";
import type { ClaimedEmail } from "../../../supabase/functions/continuous-intelligence/analyzers/analyzer.ts";
import { readMailSources } from "../../import/mail_sources.ts";

const SAMPLES = fileURLToPath(new URL("../../../examples/mail", import.meta.url));

/** `count` emails: the samples over and over. */
export async function readSampleEmails(count: number): Promise<StoredEmail[]> {
  const samples: StoredEmail[] = [];
  for await (const { raw } of readMailSources([SAMPLES])) {
    const read = await readMessage(raw, new Date(0));
    if (read.ok) samples.push(read.email);
  }
  return Array.from({ length: count }, (_, at) => samples[at % samples.length]).flatMap((email) =>
    email ?? []
  );
}

/** The same emails as a run would claim them, with ids of their own. */
export async function readClaimedSamples(count: number): Promise<ClaimedEmail[]> {
  const emails = await readSampleEmails(count);
  return emails.map((email) => toClaimedMail(crypto.randomUUID(), email));
}
