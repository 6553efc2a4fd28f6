/** Where does a line such as `On 3 May, Ana Ruiz wrote:` introduce an older message? */
import { quick } from "../quick.ts";
import { isBlank, isQuoted } from "./quote_marks.ts";
import { latin } from "../latin.ts";

const MAX_LINES = 4;
const MAX_LINE_UNITS = 320;

// "Wrote" where it ends the line, in the languages of common email programs.
const WROTE_LAST = latin(
  String.raw`(?:(?<!\p{L})(?:wrote|writes|said|says|a écrit|escribi[óo]|ha escrito|va escriure|` +
    String.raw`ha scritto|scrisse|escreveu|schrieb|geschrieben|schreef|geschreven|` +
    String.raw`het volgende geschreven|skrev|skrifaði|kirjoitti|napisała?(?:\(a\))?|pisze|` +
    String.raw`napsala?(?:\(a\))?|napísala?(?:\(a\))?|napisao|je napisala?|írta|a scris|yazdı|` +
    String
      .raw`şunları yazdı|пишет|написала?(?:\(а\))?|пише|написав|έγραψε|viết|menulis)|写道|寫道|` +
    String.raw`写到|のメッセージ|作成|작성|כתב\/?ה?|كتب)\s{0,3}[:：]?[\s*_–-]{0,8}$`,
  "i",
);
/** More than the longest of them and what may be behind it. */
const WROTE_LAST_UNITS = 60;

// "Wrote" with its subject behind it.
const WROTE_THEN_WHO = /(?:^|\s)(?:schrieb|schreef|skrev|skrifaði|írta)\s/i;

const STARTER = latin(
  String.raw`^\s{0,8}(?:[-*_–—]{2,}\s?)?(?:on|am|um|el|le|il|em|op|den|dne|dnia|w dniu|in data|` +
    String.raw`på|la|vào|pada|ב|في)\s`,
  "i",
);

// Some programs write no verb: date and time, then who.
const NAMED_LAST = latin(
  String.raw`(?:[>)\]]|\s(?:от|від|od|from|von|de)\s[^\s@]{1,64}@[^\s@]{1,100})\s{0,3}[:：]\s*$`,
  "i",
);

// A date alone, or the second line of a wrapped introduction.
const DATE_STARTER = latin(String.raw`^\s{0,8}(?:at\s|(?:\p{L}{2,10}\.?,?\s)?\d)`, "i");

// The closing bracket of an address, wrapped to a line of its own, reads like a quote.
const WRAPPED_END = latin(String.raw`^\s?>\s?(?:\p{L}[\p{L}()]{0,12} ?){0,2}[:：]$`);

const WHEN = quick(
  String.raw`\d{1,2}[:.h]\d{2}|(?:19|20)\d{2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{1,2}(?:st|nd|` +
    String.raw`rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|` +
    String.raw`may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}`,
  "i",
);
const TIME = /\d{1,2}[:.h]\d{2}/;
const SHORT_NAME = latin(String.raw`^\s{0,3}["'\p{Lu}].{0,60}$`);

/**
 * The number of lines, from `end` upwards, that introduce an older message together; 0 when the
 * line at `end` is no such introduction's end. Reads at most 4 lines.
 */
export function countAttributionLines(lines: readonly string[], end: number): number {
  const last = (lines[end] ?? "").trimEnd();
  if (isQuoted(last) && !WRAPPED_END.test(last)) return 0;
  if (last.length > MAX_LINE_UNITS || !mayEndAttribution(last)) return 0;
  const isBeforeQuote = isQuoted(nextFilledLine(lines, end + 1));
  let joined = "";
  let shortest = 0;
  for (let count = 1; count <= MAX_LINES; count++) {
    const line = lines[end - count + 1];
    if (
      line === undefined || isBlank(line) || count > 1 && isQuoted(line) ||
      line.length > MAX_LINE_UNITS
    ) break;
    joined = count === 1 ? line : `${line} ${joined}`;
    const isStart = STARTER.test(line);
    const isDateStart = !isStart && DATE_STARTER.test(line);
    if (!introduces(joined, isStart || isDateStart, isBeforeQuote)) continue;
    if (isStart && (shortest === 0 || WHEN.test(line) || /^\s{0,3}on\s/i.test(line))) return count;
    if (shortest === 0 || isDateStart && WHEN.test(line)) shortest = count;
  }
  return shortest;
}

/** What most other lines end in. */
const SENTENCE_ENDS = ".,;!?";

function mayEndAttribution(line: string): boolean {
  if (SENTENCE_ENDS.includes(line.charAt(line.length - 1))) return false;
  return line.endsWith(":") || line.endsWith("：") ||
    line.endsWith(">") && /@[^\s<>]{1,100}>$/.test(line) ||
    WROTE_LAST.test(line.slice(-WROTE_LAST_UNITS));
}

function introduces(text: string, isStart: boolean, isBeforeQuote: boolean): boolean {
  const hasAddress = text.includes("@");
  const hasWhen = WHEN.test(text);
  const wrote = WROTE_LAST.exec(text);
  if (wrote !== null) {
    if (wrote.index < 3) return false;
    const hasColon = /[:：]\s*$/.test(text);
    // "As I said", without a colon, introduces nothing.
    if (!hasColon && /^sa(?:id|ys)/i.test(wrote[0])) return false;
    if (isBeforeQuote) return hasColon || hasAddress || SHORT_NAME.test(text);
    return isStart && hasWhen && (hasColon || hasAddress) ||
      hasColon && hasAddress && (hasWhen || /<[^<>]{1,100}@/.test(text));
  }
  if (WROTE_THEN_WHO.test(text)) {
    return hasWhen && (hasAddress || isBeforeQuote || isStart && TIME.test(text));
  }
  // Whatever the verb is: who begins with a date, ends with a colon and quotes, introduces.
  if (isBeforeQuote && isStart && TIME.test(text) && /[:：]\s*$/.test(text)) return true;
  if (!hasAddress) return false;
  if (/>\s{0,3}$/.test(text)) return isBeforeQuote && isStart && hasWhen;
  return TIME.test(text) && NAMED_LAST.test(text);
}

function nextFilledLine(lines: readonly string[], from: number): string {
  for (let at = from; at < from + 6; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (!isBlank(line)) return line;
  }
  return "";
}
