/** What single lines give away about older messages: quotes, separators, attributions. */
import { latin } from "../latin.ts";

/**
 * A line some email program marked as quoted. `>From` is how mailboxes escape an unquoted line, and
 * bars on both sides of something make a table.
 */
export function isQuoted(line: string): boolean {
  return /^\s{0,3}(?:>(?!From [^<>@:]{0,200}$)|[|:]\s(?![^|]*\|))/.test(line);
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
const OLDER_MESSAGE =
  ("original message|original appointment|forwarded message|forwarded by|forwarded mail|" +
    "begin forwarded|forward header|forwarded header|forwarded|reply separator|" +
    "reply message|ursprüngliche nachricht|ursprüngliche e-mail|" +
    "ursprüngliche email|originalnachricht|original-nachricht|weitergeleitete nachricht|" +
    "weitergeleitete e-mail|weitergeleitete email|" +
    "message d'origine|message original|message initial|message transféré|message transmis|" +
    "courriel original|" +
    "mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|" +
    "mensagem original|mensagem encaminhada|" +
    "mensagem reencaminhada|oorspronkelijk bericht|doorgestuurd bericht|" +
    "ursprungligt meddelande|originalmeddelande|" +
    "vidarebefordrat|oprindelig meddelelse|oprindelig besked|oprindelig mail|videresendt|" +
    "opprinnelig melding|alkuperäinen viesti|" +
    "välitetty viesti|oryginalna wiadomość|przekazana wiadomość|wiadomość oryginalna|" +
    "wiadomość przekazana|původní zpráva|" +
    "původní e-mail|přeposlaná zpráva|pôvodná správa|eredeti üzenet|továbbított üzenet|" +
    "mesaj original|mesajul original|" +
    "mesaj redirecționat|izvirno sporočilo|izvorna poruka|orijinal mesaj|özgün ileti|" +
    "iletilen mesaj|iletilen ileti|" +
    "исходное сообщение|оригинальное сообщение|пересланное сообщение|" +
    "пересылаемое сообщение|оригінальне повідомлення|" +
    "переслане повідомлення|оригинално съобщение|αρχικό μήνυμα|προωθημένο μήνυμα|原始邮件|原始郵件|" +
    "邮件原件|转发邮件|" +
    "转发的邮件|轉寄郵件|元のメッセージ|転送メッセージ|원본 메시지|전달된 메시지|הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|" +
    "رسالة محولة")
    .split("|");

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

const BEGINS_RULE = /^[-_=*~–—]/;
const FRAMED = /^\s{0,8}[-_=*~–—]{2,}\s{0,3}([^\s_=*~–—-].{0,60})/;

/** A line that says: what follows is an older message. */
export function isSeparator(line: string): boolean {
  // Plain words instead of one large expression: compiling that took half of a first email's time.
  const written = line.trim();
  const framed = BEGINS_RULE.test(written) ? FRAMED.exec(line)?.[1] : undefined;
  if (framed !== undefined) {
    const words = framed.toLowerCase().replace("’", "'");
    return OLDER_MESSAGE.some((name) => words.startsWith(name));
  }
  if (written.startsWith(">>>") && FRAMED_SENDER.test(line)) return true;
  if (line.length > 80 || !written.endsWith(":") && !written.endsWith("：")) return false;
  const words = written.toLowerCase();
  return ANNOUNCEMENTS.some((name) => words.startsWith(name));
}

/** Date and time, as email programs stamp them; the time may have been wrapped to the next line. */
const STAMP = new RegExp(
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
