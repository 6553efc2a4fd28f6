/** How good is the reader on written emails that nothing is learned from? */
import { fileURLToPath } from "node:url";
import type { Figures } from "../../../bench/benchmark.ts";
import { composeMail } from "../../../train/compose_mail.ts";
import { listTagged } from "../../../train/labelled_traits.ts";
import { type LabelledMail, readMailCorpus } from "../../../train/mail_corpus.ts";
import { bootstrap } from "../../judges/bootstrap.ts";
import { describeShared } from "../../judges/describe_shared.ts";
import { judgeShared, type SharedJudgement } from "../../judges/judge_gold.ts";
import type { Measure } from "../../measure.ts";
import { readRecord } from "../../read_record.ts";

export const UNSEEN_FOLDER = fileURLToPath(new URL("../../unseen/", import.meta.url));
/** So much of a sentence is enough to find it in a summary, which may cut it. */
const BEGINNING = 60;

/** Emails of persons, and forms: a written email has no header that would show another kind. */
export const unseen: Measure = {
  name: "unseen",
  summary: "records of written emails, in seven languages, that nothing is learned from",
  corpora: [],
  async run() {
    const judged = (await readMailCorpus(UNSEEN_FOLDER))
      .filter(({ kind }) => kind === "person" || kind === "form")
      .map(judgeUnseen);
    const languages = Map.groupBy(judged, ({ language }) => language);
    return {
      figures: {
        all: describe(judged),
        ...Object.fromEntries(
          [...languages].map(([language, own]) => [language, describe(own)]),
        ),
      },
      goals: [],
      n: judged.length,
    };
  },
};

/** One email, judged. */
export interface JudgedMail {
  readonly language: string;
  readonly judgement: SharedJudgement;
  /** Whether the summary tells a sentence that is marked as one; null where none is. */
  readonly isTold: boolean | null;
}

/** Compares what is read of an email with its labels. */
export function judgeUnseen(mail: LabelledMail): JudgedMail {
  const { record } = readRecord(composeMail(mail));
  const marked = listTagged(mail, "S");
  const summary = toLine(record.summary ?? "");
  return {
    language: mail.language,
    judgement: judgeShared(record, {
      primary_intent: mail.intent,
      acceptable_primary_intents: [],
      sentiment: mail.sentiment,
      urgency_level: mail.urgency,
      needs_reply: mail.needsReply,
      is_bulk: false,
      automated_kind: null,
      language: mail.language,
      questions_asked: listTagged(mail, "Q"),
      action_items: listTagged(mail, "A"),
      pain_points: listTagged(mail, "P"),
    }),
    isTold: marked.length === 0
      ? null
      : marked.some((sentence) => summary.includes(toLine(sentence).slice(0, BEGINNING))),
  };
}

function toLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function describe(judged: readonly JudgedMail[]): Figures {
  const told = judged.flatMap(({ isTold }) => isTold === null ? [] : [isTold]);
  const share = bootstrap(told, (drawn) => drawn.filter(Boolean).length / drawn.length);
  return {
    ...describeShared(judged.map(({ judgement }) => judgement)),
    summary_tells_marked: {
      share: share.value,
      low: share.low,
      high: share.high,
      n: told.length,
    },
  };
}
