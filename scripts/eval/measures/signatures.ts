import { readContact } from "../../../supabase/functions/_email/facts/contact.ts";
import { splitZones } from "../../../supabase/functions/_email/text/quotes/newest_text.ts";
import type { Sender } from "../../../supabase/functions/_email/text/signature/sender_name.ts";
import { type Figures, reach } from "../../bench/benchmark.ts";
import { bootstrap } from "../judges/bootstrap.ts";
import { readSignedMails, type SignedMail } from "../corpora/forge_corpus.ts";
import type { Evaluation, Measure } from "../measure.ts";
import { type Counts, scoreCounts } from "../judges/score.ts";
import {
  countField,
  countSignatureLines,
  SIGNATURE_FIELDS,
  type SignatureField,
} from "../judges/signature_score.ts";
import { readZonedMails, type ZonedMail } from "../corpora/zones_corpus.ts";

const HELD_OUT = "eval";
const SIGNATURE = "Body/Signature";
const LABELS: Readonly<Record<SignatureField, readonly string[]>> = {
  name: ["Name"],
  phones: ["Phone", "Fax"],
  emails: ["Mail"],
  organisation: ["Organisation"],
  position: ["Position"],
};

/** One comparison of all fields. */
type FieldCounts = Readonly<Record<SignatureField, Counts>>;

/** How well signatures and what they say of their sender are found. */
export const signatures: Measure = {
  name: "signatures",
  summary: "signature lines, and names, numbers, addresses and roles in signatures",
  corpora: ["forge-signatures", "email-zones"],
  run: async ({ dataFolder }): Promise<Evaluation> => {
    const data = dataFolder ?? "";
    const signed = await readSignedMails(data);
    const zoned = await readZonedMails(data, "enron-full.jsonl.gz");
    const lines = signed.map(({ lines, isSignature, sender }) =>
      countSignatureLines(lines, isSignature, splitZones(lines.join("\n"), sender).signature)
    );
    const labeled = judgeSplits(zoned, countLabelledSignatures);
    const { f1 } = scoreCounts(lines);
    const phones = scoreCounts(
      zoned.filter(({ split }) => split === HELD_OUT).flatMap(countNewestSignature)
        .map((counts) => counts.phones),
    );
    return {
      figures: {
        forge_lines: describeCounts(lines),
        forge_has_signature_accuracy: shareHasSignature(signed),
        labelled_signatures: labeled,
        whole_mails: judgeSplits(zoned, countNewestSignature),
      },
      goals: [
        reach("signature_lines_f1", f1, 0.8),
        reach("signature_phones_recall", phones.recall, 0.97),
        reach("signature_phones_precision", phones.precision, 0.92),
      ],
      n: signed.length + zoned.length,
    };
  },
};

function shareHasSignature(mails: readonly SignedMail[]): number {
  const right = mails.filter(({ lines, isSignature, sender }) =>
    (splitZones(lines.join("\n"), sender).signature !== null) === isSignature.includes(true)
  );
  return right.length / mails.length;
}

/**
 * Reads each labeled signature by itself, those of older messages too; their senders are unknown.
 */
function countLabelledSignatures(mail: ZonedMail): FieldCounts[] {
  return mail.spans.filter(({ label }) => label === SIGNATURE).map(({ start, end }) => {
    const sender = start < mail.newestEnd ? mail.sender : { name: null, email: null };
    const signature = mail.text.slice(0, start).replace(/[^\n]/g, " ") +
      mail.text.slice(start, end);
    return countFields(mail, { start, end, labels: SIGNATURE }, signature, sender);
  });
}

/**
 * Finds the signature of the newest message in the whole email and reads it; closing names count
 * too.
 */
function countNewestSignature(mail: ZonedMail): FieldCounts[] {
  const { signature } = splitZones(mail.text, mail.sender);
  const range = { start: 0, end: mail.newestEnd, labels: "Body" };
  return [countFields(mail, range, signature, mail.sender)];
}

function countFields(
  mail: ZonedMail,
  { start, end, labels }: { start: number; end: number; labels: string },
  signature: string | null,
  sender: Sender,
): FieldCounts {
  const contact = readContact({
    writer: sender,
    texts: { subject: "", body: mail.text, isStored: true },
    zones: { newest: "", signature },
  });
  const count = (field: SignatureField) => {
    const names = LABELS[field].map((name) => `${SIGNATURE}/${name}`);
    if (field === "name" && labels === "Body") names.push("Body/Outro/Name");
    const wanted = mail.spans.filter((span) =>
      names.includes(span.label) && span.start >= start && span.start < end
    );
    return countField(field, wanted.map(({ text }) => text), contact);
  };
  return {
    name: count("name"),
    phones: count("phones"),
    emails: count("emails"),
    organisation: count("organisation"),
    position: count("position"),
  };
}

function judgeSplits(
  mails: readonly ZonedMail[],
  count: (mail: ZonedMail) => readonly FieldCounts[],
): Figures {
  const splits = [...new Set(mails.map(({ split }) => split))].sort();
  return Object.fromEntries(splits.map((name) => {
    const counts = mails.filter(({ split }) => split === name).flatMap(count);
    return [
      name,
      Object.fromEntries(
        SIGNATURE_FIELDS.map((field) => [field, describeCounts(counts.map((each) => each[field]))]),
      ),
    ];
  }));
}

/** Precision, recall and F1, its interval over emails, and how many labels there are. */
function describeCounts(counts: readonly Counts[]): Figures {
  const { precision, recall, f1 } = scoreCounts(counts);
  const { low, high } = bootstrap(counts, (drawn) => scoreCounts(drawn).f1);
  const labels = counts.reduce((sum, each) => sum + each.truePositives + each.falseNegatives, 0);
  return { precision, recall, f1, f1_low: low, f1_high: high, labels };
}
