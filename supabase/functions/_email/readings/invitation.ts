/** Is an email a calendar's word on an event, and does it wait for an answer? */
import type { EventContext } from "../judgments/urgency/context.ts";
import { isHypothetical } from "../judgments/urgency/cues.ts";
import { namesDayToCome } from "../judgments/urgency/named_days.ts";
import { readAnswerWish } from "../judgments/reply.ts";
import type { Pattern } from "../text/cues.ts";
import { liesIn } from "../text/facts.ts";
import { cuesOf } from "../text/language_cues.ts";
import { LayoutWords } from "../text/layout_words.ts";
import { quick } from "../text/quick.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import type { MailText } from "./mail_text.ts";

/** What the text of an event says that is canceled, or that somebody has answered. */
const SETTLED = /^Status: /m;
const CALLED_OFF = cuesOf("replies", "called_off");
/** "The previous meeting was canceled" */
const OTHER_EVENT = cuesOf("replies", "other_event").all;
/** "Updated invitation: …" */
const TITLE = new LayoutWords("calendar_title", (source) => quick(`^${source} ?:`));
/** "When: Monday at 9" */
const TIME = new LayoutWords("calendar_time", (source) => quick(`^${source} ?: ?[^ ]`));
/** "Every Monday from 3 March 2025 on" is to come, whatever its first day. */
const SERIES = /every|weekly|daily|\bjede|tou(?:te)?s les|chaque|cada|\btod[oa]s|ogni|\belke/;
/** Lines with the time that are looked at: an event has one. */
const MAX_LINES = 5;
const LABEL = /^[^:]{1,20}: ?/;
/** "(UTC+01:00)" */
const ASIDE = /\([^()]*\)/g;

/** What a calendar says of an event. */
export interface CalendarWord extends EventContext {
  /** Sentences that call the event off. */
  readonly off: ReadonlySet<Sentence>;
}

/**
 * What a calendar says: an email that says nothing but when and where something is, or has the
 * title and the line with the time that a calendar writes. It waits for nothing where the event is
 * over, called off or answered, or where the sender wants no answer. Null for other emails.
 */
export function readCalendar(text: MailText): CalendarWord | null {
  const { readInstead, sentences, prose, subject, isReply } = text;
  const isAlone = readInstead === "invitation";
  if (!isAlone && (isReply || !TITLE.test(subject.folded))) return null;
  const times = sentences.filter(({ folded }) => TIME.test(folded)).slice(0, MAX_LINES);
  if (!isAlone && !times.some((line) => tellsTime(line, text))) return null;
  const off = findCalledOff(prose);
  const dated = times.filter((line) => isUnderstood(line, text));
  const isSettled = sentences.some((sentence) => SETTLED.test(sentence.text)) ||
    isOver(dated, text) || off.size > 0 || readAnswerWish(prose, false) === "declined";
  return { isInviting: !isSettled, times: dated, off };
}

/** Whether a line names a day or an hour. */
function tellsTime(line: Sentence, { dates }: MailText): boolean {
  const time = line.folded.replace(LABEL, "");
  return /\d/.test(time) || dates.some((date) => liesIn(date, line));
}

/**
 * Whether all figures of a line are in dates that were found. Otherwise it may be in another
 * language than the text, and "10:00" is not today's.
 */
function isUnderstood(line: Sentence, { dates }: MailText): boolean {
  let rest = line.text;
  for (const date of dates.filter((one) => liesIn(one, line))) {
    const [from, to] = [date.start - line.start, date.end - line.start];
    rest = rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
  }
  return !/\d/.test(rest.replace(ASIDE, ""));
}

/** Whether all days that the lines name are past; the first day of a series says nothing. */
function isOver(times: readonly Sentence[], { dates, receivedAt }: MailText): boolean {
  if (times.some(({ folded }) => SERIES.test(folded))) return false;
  const named = dates.filter((date) =>
    date.value !== null && times.some((line) => liesIn(date, line))
  );
  return named.length > 0 && !namesDayToCome({ dates: named, receivedAt });
}

function findCalledOff(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  // Short as they are, such sentences may not show their language.
  const [cue] = selectOccurring([CALLED_OFF.in(null)], sentences);
  const off = cue === undefined ? [] : sentences.filter(({ folded }) => callsOff(folded, cue));
  return new Set(off);
}

/** Whether a text calls this event off: "the previous meeting was canceled" says of another. */
function callsOff(folded: string, cue: Pattern): boolean {
  const found = cue.exec(folded);
  if (found === null || isHypothetical(folded)) return false;
  return !OTHER_EVENT.test(folded.slice(0, found.index + found[0].length));
}
