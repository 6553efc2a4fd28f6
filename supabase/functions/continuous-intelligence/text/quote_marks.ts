/** What single lines give away about older messages: quotes, separators, attributions. */

/** A line some mail program marked as quoted; `>From` is how mailboxes escape an unquoted line. */
export function isQuoted(line: string): boolean {
  return /^\s{0,3}(?:>(?!From [^<>@:]{0,200}$)|[|:]\s)/.test(line);
}

/** A line without anything to read on it. */
export function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** A rule of dashes or underscores, as mail programs draw above an older message; perhaps with a title. */
export function isRule(line: string): boolean {
  return /^\s{0,8}(?:[-_=*~–—]\s?){3,200}(?:[\p{L} ]{1,60}[-_=*~–—]{3,200})?\s*$/u.test(line);
}

const OLDER_MESSAGE =
  "original (?:message|appointment)|forwarded (?:message|by|mail)|forward(?:ed)?(?: header)?|" +
  "reply (?:separator|message)|ursprüngliche (?:nachricht|e-?mail)|original-?nachricht|" +
  "weitergeleitete (?:nachricht|e-?mail)|message (?:d['’]origine|original|initial|transféré|transmis)|" +
  "courriel original|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|" +
  "mensagem (?:original|encaminhada|reencaminhada)|oorspronkelijk bericht|doorgestuurd bericht|" +
  "ursprungligt meddelande|originalmeddelande|vidarebefordrat|oprindelig (?:meddelelse|besked|mail)|" +
  "videresendt|opprinnelig melding|alkuperäinen viesti|välitetty viesti|(?:oryginalna|przekazana) wiadomość|" +
  "wiadomość (?:oryginalna|przekazana)|původní (?:zpráva|e-?mail)|přeposlaná zpráva|pôvodná správa|" +
  "eredeti üzenet|továbbított üzenet|mesaj(?:ul)? (?:original|redirecționat)|izvirno sporočilo|izvorna poruka|" +
  "(?:orijinal|özgün|iletilen) (?:mesaj|ileti)|(?:исходное|оригинальное|пересланное|пересылаемое) сообщение|" +
  "(?:оригінальне|переслане) повідомлення|оригинално съобщение|αρχικό μήνυμα|προωθημένο μήνυμα|" +
  "原始邮件|原始郵件|邮件原件|转发邮件|转发的邮件|轉寄郵件|元のメッセージ|転送メッセージ|원본 메시지|전달된 메시지|" +
  "הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|رسالة محولة";

const FRAMED = new RegExp(`^\\s{0,8}[-_=*~–—]{2,}\\s{0,3}(?:${OLDER_MESSAGE})`, "iu");

const FRAMED_SENDER = /^\s{0,3}>{3} .{3,300} >{3}\s*$/;

const ANNOUNCED = new RegExp(
  "^\\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|inicio del mensaje reenviado|" +
    "début du message (?:réexpédié|transféré)|inizio (?:del )?messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)|" +
    "begin doorgestuurd bericht|vidarebefordrat (?:brev|mejl)|start på videresendt besked|videresendt melding|" +
    "välitetty viesti alkaa|początek przekazywanej wiadomości|začátek přeposílané zprávy|továbbított üzenet kezdete|" +
    "начало пере(?:адресованного|сылаемого) сообщения|下面是被转发的邮件|転送されたメッセージ)\\s?[:：]",
  "iu",
);

/** A line that says: what follows is an older message. */
export function isSeparator(line: string): boolean {
  return FRAMED.test(line) || FRAMED_SENDER.test(line) || ANNOUNCED.test(line);
}

/** Date and time, as mail programs stamp them; the time may have been wrapped to the next line. */
const STAMP =
  /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[,.]?(?: (?:at|um|à|kl\.?))?\s{1,4}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\s*$|^\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s*$/i;

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
