/** What single lines give away about older messages: quotes, separators, attributions. */
import { quick } from "../quick.ts";
import { latin } from "../latin.ts";
import { isInWord } from "../letters.ts";
import { LayoutWords } from "../layout_words.ts";

const QUOTED = /^\s{0,3}(?:>(?!From [^<>@:]{0,200}$)|[|:]\s(?![^|]*\|))/;
/** What makes a capital letter small, and leaves digits as they are. */
const SMALL_BIT = 0x20;

/**
 * A line some email program marked as quoted. `>From` is how mailboxes escape an unquoted line, and
 * bars on both sides of something make a table.
 */
export function isQuoted(line: string): boolean {
  // Most lines begin with a letter, which costs less to see.
  return !isInWord(line.charCodeAt(0) | SMALL_BIT) && QUOTED.test(line);
}

/** `##- Please type your reply above this line -##`, as help desks ask for. */
const REPLY_MARK = new LayoutWords(
  "reply_mark",
  (source) => latin(String.raw`^[\s>#*=_–—-]{0,30}${source}`, "i"),
);

/** A line below which a help desk repeats older messages, and above which an answer is written. */
export function isReplyMark(line: string): boolean {
  return line.length <= 120 && /^\s{0,3}[>#*=_–—-]/.test(line) && REPLY_MARK.test(line);
}

/** A line without anything to read on it. */
export function isBlank(line: string): boolean {
  return line.trim() === "";
}

const RULE = latin(
  String.raw`^\s{0,8}(?:[-_=*~–—]\s?){3,200}(?:[\p{L} ]{1,60}[-_=*~–—]{3,200})?\s*$`,
);

/**
 * A rule of dashes or underscores, as email programs draw above an older message; perhaps with a
 * title.
 */
export function isRule(line: string): boolean {
  return RULE.test(line);
}

// How email programs call an older message, at the start of a line between dashes.
const ANSWERED_MESSAGE = ("original message|original appointment|reply separator|" +
  "inline attachment follows|" +
  "reply message|ursprüngliche nachricht|ursprüngliche e-mail|" +
  "ursprüngliche email|originalnachricht|original-nachricht|" +
  "message d'origine|message original|message initial|courriel original|" +
  "mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|" +
  "ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|oprindelig besked|" +
  "oprindelig mail|opprinnelig melding|alkuperäinen viesti|" +
  "oryginalna wiadomość|wiadomość oryginalna|původní zpráva|" +
  "původní e-mail|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|" +
  "izvirno sporočilo|izvorna poruka|orijinal mesaj|özgün ileti|" +
  "исходное сообщение|оригинальное сообщение|оригінальне повідомлення|оригинално съобщение|" +
  "αρχικό μήνυμα|原始邮件|原始郵件|邮件原件|元のメッセージ|원본 메시지|הודעה מקורית|الرسالة الأصلية")
  .split("|");
/** The same of one that is sent on. */
const FORWARDED_MESSAGE = ("forwarded|begin forwarded|forward header|" +
  "weitergeleitete nachricht|weitergeleitete e-mail|weitergeleitete email|weitergeleitet von|" +
  "weitergeleitet durch|message transféré|message transmis|transféré par|transmis par|" +
  "réexpédié par|mensaje reenviado|reenviado por|remitido por|messaggio inoltrato|" +
  "inoltrato da|mensagem encaminhada|encaminhado por|mensagem reencaminhada|reencaminhado por|" +
  "doorgestuurd bericht|doorgestuurd door|doorgezonden door|vidarebefordrat|vidarebefordrad|" +
  "videresendt|välitetty viesti|välittäjä|przekazana wiadomość|wiadomość przekazana|" +
  "przekazane przez|přeposlaná zpráva|přeposláno|továbbított üzenet|továbbította|" +
  "mesaj redirecționat|redirecționat de|iletilen mesaj|iletilen ileti|ileten|" +
  "пересланное сообщение|пересылаемое сообщение|переслане повідомлення|προωθημένο μήνυμα|" +
  "转发邮件|转发的邮件|轉寄郵件|転送メッセージ|転送された|전달된 메시지|הודעה שהועברה|رسالة محولة")
  .split("|");
const OLDER_MESSAGE = [...ANSWERED_MESSAGE, ...FORWARDED_MESSAGE];

// How a line with a colon announces one.
const ANNOUNCEMENTS = ("begin forwarded message|anfang der weitergeleiteten nachricht|anfang der " +
  "weitergeleiteten e-mail|" +
  "inicio del mensaje reenviado|début du message réexpédié|début du message " +
  "transféré|inizio messaggio inoltrato|" +
  "inizio del messaggio inoltrato|início da mensagem encaminhada|início da mensagem " +
  "reencaminhada|begin doorgestuurd bericht|" +
  "vidarebefordrat brev|vidarebefordrat mejl|start på videresendt besked|videresendt " +
  "melding|välitetty viesti alkaa|" +
  "początek przekazywanej wiadomości|začátek přeposílané zprávy|továbbított üzenet kezdete|" +
  "начало переадресованного сообщения|начало пересылаемого сообщения|下面是被转发的邮件|転送されたメッセージ")
  .split("|");

const FRAMED_SENDER = latin(
  String.raw`^\s{0,3}>{3} (?=[^>]{0,100}[\p{L}@])[^\s].{3,300} >{3}\s*$`,
);

/** Signs that rules are drawn with. */
const RULE_SIGNS = "-_=*~–—";
const FRAMED = /^\s{0,8}[-_=*~–—]{2,}\s{0,3}([^\s_=*~–—-].{0,60})/;

/** A line that says: what follows is an older message. */
export function isSeparator(line: string): boolean {
  // Plain words instead of one large expression: compiling that took half of a first email's time.
  const written = line.trim();
  const framed = readFramed(line, written);
  if (framed !== null) return OLDER_MESSAGE.some((name) => framed.startsWith(name));
  return written.startsWith(">>>") && FRAMED_SENDER.test(line) || announces(line, written);
}

/** A line that says: what follows is an older message that somebody sends on. */
export function isForwardMark(line: string): boolean {
  const written = line.trim();
  const framed = readFramed(line, written);
  if (framed !== null) return FORWARDED_MESSAGE.some((name) => framed.startsWith(name));
  return announces(line, written);
}

/** What a line between dashes says, in lower case; null for any other line. */
function readFramed(line: string, written: string): string | null {
  const framed = RULE_SIGNS.includes(written.charAt(0)) ? FRAMED.exec(line)?.[1] : undefined;
  return framed?.toLowerCase().replace("’", "'") ?? null;
}

function announces(line: string, written: string): boolean {
  if (line.length > 80 || !written.endsWith(":") && !written.endsWith("：")) return false;
  const words = written.toLowerCase();
  return ANNOUNCEMENTS.some((name) => words.startsWith(name));
}

/** Date and time, as email programs stamp them; the time may have been wrapped to the next line. */
const STAMP = quick(
  String.raw`\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[,.]?(?: (?:at|um|à|` +
    String.raw`kl\.?))?\s{1,4}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|` +
    String.raw`\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\s*$|^\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s*$`,
  "i",
);

/** A line that is little more than a stamp of date and time, or a sender with it. */
export function findStamp(line: string): { readonly before: string } | null {
  if (line.length > 160) return null;
  const match = STAMP.exec(line);
  if (
    match === null ||
    !/^[\s)\]>]{0,9}(?:[a-z]{2,4}\s*)?$/i.test(line.slice(match.index + match[0].length))
  ) {
    return null;
  }
  return { before: line.slice(0, match.index).trim() };
}
