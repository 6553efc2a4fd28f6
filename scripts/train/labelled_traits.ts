/** Training emails as the rules read them, with what their labels say. */
import { takeEmailTraits } from "../../supabase/functions/_email/take_reading.ts";
import type { MailTraits } from "../../supabase/functions/_email/model/mail_features.ts";
import { makeReadable } from "../../supabase/functions/_email/text/readable_email.ts";
import { count } from "../eval/judges/judge_gold.ts";
import { composeMail } from "./compose_mail.ts";
import type { LabelledMail, SentenceTag } from "./mail_corpus.ts";

/** An email, read by cues. */
export interface LabelledTraits {
  readonly mail: LabelledMail;
  readonly traits: MailTraits;
}

/** Reads a training email as far as the cues go. */
export function labelTraits(mail: LabelledMail): LabelledTraits {
  return { mail, traits: takeEmailTraits(makeReadable(composeMail(mail))) };
}

/** The texts of the sentences with a tag. */
export function listTagged(mail: LabelledMail, tag: SentenceTag): string[] {
  return mail.sentences.filter(({ tags }) => tags.includes(tag)).map(({ text }) => text);
}

/** Whether each sentence that the rules found is, by its text, one with the tag. */
export function matchTags({ mail, traits }: LabelledTraits, tag: SentenceTag): boolean[] {
  const tagged = listTagged(mail, tag);
  return traits.sentences.map(({ text }) => count([text], tagged).truePositives > 0);
}
