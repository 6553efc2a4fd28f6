/**
 * Which header field of an older email does a line name, in whatever language the email program
 * speaks?
 */
import { latin } from "../latin.ts";

/** A field's meaning; email programs name it in their user's language. */
export type HeaderField = "from" | "to" | "cc" | "date" | "subject" | "reply-to";

const NAMES: Readonly<Record<HeaderField, string>> = {
  from: "from|author|sender|von|absender|de|da|van|från|fra|lähettäjä|keneltä|od|feladó|de la|" +
    "expediteur|expéditeur|remitente|remetente|mittente|afzender|avsändare|avsender|" +
    "afsender|kimden|" +
    "gönderen|от|від|от кого|απο|από|saatja|nuo|no|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|발신|מאת|من",
  to:
    "to|an|empfänger|à|a|para|per|aan|till|til|vastaanottaja|kenelle|do|komu|címzett|către|catre|" +
    "destinataire|destinatario|destinatário|kime|alıcı|кому|до|προς|za|prima|kam|kellele|收件人|收件者|" +
    "宛先|받는 사람|수신|אל|إلى",
  cc: "cc|bcc|kopie|kopie an|copie|copie à|copia|con copia|kopia|kopi|kopio|dw|do wiadomości|" +
    "másolatot kap|másolat|bilgi|копия|копія|κοιν|κοινοποίηση|抄送|副本|참조|עותק|نسخة",
  date: "date|message du|sent|sent on|date sent|datum|gesendet|gesendet am|datum und uhrzeit|" +
    "envoyé|envoyé le|" +
    "date d'envoi|fecha|enviado|enviado el|enviado em|enviada|enviada em|fecha de envío|data|" +
    "inviato|data invio|verzonden|verzonden op|skickat|sendt|dato|päivämäärä|päiväys|lähetetty|" +
    "wysłano|odesláno|odoslané|poslano|elküldve|küldve|dátum|küldés ideje|trimis|tarih|" +
    "gönderildi|" +
    "gönderme tarihi|gönderilme tarihi|дата|отправлено|надіслано|изпратено|ημερομηνία|στάλθηκε|" +
    "εστάλη|发送时间|发送日期|日期|寄件日期|送信日時|日付|보낸 날짜|날짜|נשלח|תאריך|التاريخ|تاريخ الإرسال",
  subject:
    "subject|re|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|" +
    "predmet|tárgy|subiect|konu|тема|относно|θέμα|teema|tema|主题|主題|主旨|件名|제목|נושא|الموضوع",
  "reply-to": "reply-to|reply to|antwort an|antworten an|répondre à|responder a|rispondi a",
};

const FIELDS: ReadonlyMap<string, HeaderField> = new Map(
  (Object.keys(NAMES) as HeaderField[]).flatMap((field) =>
    NAMES[field].split("|").map((name) => [name, field] as const)
  ),
);

const FIELD_LINE = latin(String.raw`^[\s>*|]{0,16}(\p{L}[\p{L}\p{M} .'’-]{0,24})\*{0,2}[:：]`);

/** The field that a line of a quoted email's header names, else null. */
export function headerField(line: string): HeaderField | null {
  const name = FIELD_LINE.exec(line)?.[1]?.trim().toLowerCase().replace("’", "'").replace(
    /\.$/,
    "",
  );
  return name === undefined ? null : FIELDS.get(name) ?? null;
}
