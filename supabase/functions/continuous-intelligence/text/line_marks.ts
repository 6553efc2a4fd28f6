/** What single lines of a mail give away: quote, attribution, forwarded header, sign-off. */

/** A line some mail program marked as quoted. */
export function isQuoted(line: string): boolean {
  return /^\s{0,3}(?:>|\|\s)/.test(line);
}

const SEPARATORS = [
  /^\s{0,8}[-_*]{2,}\s?(?:original (?:message|appointment)|forwarded (?:message|by .{0,200})|forward(?:ed)?|ursprüngliche (?:nachricht|e-?mail)|originalnachricht|weitergeleitete (?:nachricht|e-?mail)|mensaje (?:original|reenviado)|message d'origine|message transféré|messaggio originale|mensagem original|oorspronkelijk bericht)/i,
  /^\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado)\s?:/i,
];

/** A line that says: what follows is an older message. */
export function isSeparator(line: string): boolean {
  return SEPARATORS.some((pattern) => pattern.test(line));
}

const ATTRIBUTIONS = [
  /^\s{0,3}(?:on|at) .{4,300}\bwrote\s?:?\s*$/i,
  /^\s{0,3}(?:am|on|um) .{4,300}\bschrieb\b.{0,200}:\s*$/i,
  /^\s{0,3}el .{4,300}\bescribi[óo]\s?:\s*$/i,
  /^\s{0,3}le .{4,300}\ba écrit\s?:\s*$/i,
  /^\s{0,3}il .{4,300}\bha scritto\s?:\s*$/i,
  /^\s{0,3}em .{4,300}\bescreveu\s?:\s*$/i,
  /^\s{0,3}op .{4,300}\bschreef\b.{0,200}:\s*$/i,
  /^.{2,200}<[^<>\s]{3,200}@[^<>\s]{3,200}> (?:wrote|schrieb|escribió|writes)\s?:\s*$/i,
  /^\s{0,3}\d{4}[-./]\d{1,2}[-./]\d{1,2}.{4,200}<[^<>\s]{3,200}@[^<>\s]{3,200}>\s?:\s*$/,
];

/** A line such as `On 3 May, Ana Ruiz wrote:`, or two or three lines joined by spaces. */
export function isAttribution(line: string): boolean {
  return line.length <= 600 && ATTRIBUTIONS.some((pattern) => pattern.test(line));
}

/** Could an attribution that a mail program wrapped start here? */
export function startsAttribution(line: string): boolean {
  return /^\s{0,3}(?:on|am|el|le|il|em|op) .{0,120}\d/i.test(line);
}

const HEADER_FIELD =
  /^\s{0,8}\*{0,2}(from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|datum|an|betreff|de|enviado(?: el)?|fecha|para|asunto|envoyé|objet|à)\s?:\*{0,2}(?:\s|$)/i;

/** The field's name when the line looks like a header field of a quoted mail, else null. */
export function headerField(line: string): string | null {
  return HEADER_FIELD.exec(line)?.[1]?.toLowerCase() ?? null;
}

/** The usual signature separator, `-- `. */
export function isSignatureSeparator(line: string): boolean {
  return /^(?:--|—|__)\s?$/.test(line);
}

const DEVICE_LINE =
  /^\s{0,3}(?:sent from my|sent from (?:outlook|mail|yahoo|proton)|get outlook for|sent with|von meinem .{1,40} gesendet|gesendet von|gesendet mit|enviado desde|envoyé de mon)\b/i;

/** A line a phone or mail program adds below the text. */
export function isProgramLine(line: string): boolean {
  return DEVICE_LINE.test(line);
}

/** A rule of underscores, as mailing lists and companies put above their footer. */
export function isFooterRule(line: string): boolean {
  return /^\s{0,3}_{20,}\s*$/.test(line);
}

const SIGN_OFF =
  /^\s{0,3}(?:(?:with |my )?(?:best|kind|kindest|warm|warmest|many)?\s?(?:regards|wishes)|all the best|best|cheers|(?:yours )?(?:sincerely|faithfully|truly)|sincerely yours|respectfully|(?:many |with )?thanks(?: again| so much| a lot| in advance| and regards| & regards)?|thank you(?: so much| very much| in advance)?|thx|take care|mit (?:freundlichen|besten|herzlichen|lieben|vielen) gr(?:ü|ue)(?:ß|ss)en|(?:viele|beste|liebe|freundliche|herzliche|schöne) gr(?:ü|ue)(?:ß|ss)e(?: aus .{1,30})?|mfg|lg|vg|danke(?: und gru(?:ß|ss)| im voraus)?|vielen dank(?: im voraus)?|hochachtungsvoll|(?:un |muchos |cordiales )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|atte|(?:muchas )?gracias(?: de antemano| y un saludo)?|un (?:fuerte )?abrazo|quedo a la espera)\s?[,.!]{0,3}\s*$/i;

/** A line that closes a letter: `Kind regards,`, `Viele Grüße`, `Un saludo`. */
export function isSignOff(line: string): boolean {
  return line.length <= 60 && SIGN_OFF.test(line);
}

const NAME_LINE =
  /^\s{0,3}\p{Lu}[\p{L}.'’-]{1,25}(?: (?:\p{Lu}[\p{L}.'’-]{0,25}|de|del|la|van|von|der)){0,3}(?:, \p{L}[\p{L} .&-]{1,40})?[\s\p{Extended_Pictographic}\uFE0F]{0,6}$/u;

/** A line that could be somebody's name: one to four capitalised words, perhaps a role behind a comma. */
export function isNameLine(line: string): boolean {
  return line.length <= 70 && NAME_LINE.test(line);
}
