/** Which telephone numbers does a line of a signature name? */

import { quick } from "../text/quick.ts";
import { LETTERS } from "../text/letters.ts";

/** A number as written and where it starts in the line. */
export interface PhoneMatch {
  readonly text: string;
  readonly at: number;
}

const EXTENSION = "(?:\\s{0,3}(?:ext|extension|x|durchwahl|dw|poste|int|toestel|ramal)\\.?:?\\s?" +
  "\\d{1,6}(?!\\d))?";
/** Between groups: white space, or a sign that may have white space around it (`030 / 123`). */
const GAP = "(?:\\s?[./–-]\\s?|\\s{1,2})?";

// The North American shape first: it tells two numbers on one line apart. Then any run of digit
// groups.
const NUMBER = quick(
  `(?<![${LETTERS}\\d@#./_-]|\\d:)(?:(?:\\+?1[\\s./-]{1,3})?\\(?\\d{3}\\)?[\\s./-]{0,3}` +
    `\\d{3}\\s?[\\s./-]\\s?\\d{4,5}(?![\\d.-]\\d)|` +
    `(?:\\(?\\+\\s?|\\(?00)?(?:\\(\\s\\d{1,5}\\s\\)|\\(?\\d{1,5}\\)?)` +
    `(?:${GAP}\\(?\\d{1,8}\\)?){1,7})` +
    `${EXTENSION}(?![${LETTERS}\\d@])`,
  "gi",
);

// The last two stand for pictures of telephones.
const LABEL = quick(
  String.raw`(?:(?<![${LETTERS}])(?:tele?(?:phone|fono|foon|fon|fone|fax)?|phone|ph|fax|fx|` +
    String.raw`facsimile|mob(?:ile|il|iel)?|cell(?:ular|ulare)?|cel|celular|handy|direct|office|` +
    String.raw`pager|voice|hotline|durchwahl|zentrale|móvil|teléfono|tél|téléphone|portable|fixe|` +
    String
      .raw`fisso|fijo|telemóvel|telemovel|gsm|natel|whatsapp|tlf|tfn|puh|kom|standard|` +
    String.raw`fono|did|hp|kin)` +
    String.raw`(?![${LETTERS}])|(?:^|[\s|])[tmpfdc]\s?[.:]|[\u260E\u2706]|\uD83D[\uDCDE\uDCF1])`,
  "i",
);
const OTHER_NUMBER = quick(
  String.raw`(?<![${LETTERS}])(?:iban|bic|swift|vat|ust|steuer[a-z]{0,8}|hrb|hra|registernummer|` +
    String.raw`reg(?:istration|istered)?|account|konto|blz|cif|nif|nipc|siret|siren|rcs|tva|cvr|` +
    String
      .raw`org(?:\.?nr|nr)?|kvk|btw|rek(?:ening)?|p\.?\s?iva|partita iva|c\.?f|codice fiscale|` +
    String.raw`cnpj|cpf|rut|abn|acn|gstin|ein|ean|isbn|invoice|rechnung|order|bestell[a-z]{0,8}|` +
    String.raw`commande|facture|fattura|ordine|factura|pedido|fatura|factuur|bestelling|amount|` +
    String.raw`betrag|montant|importo|importe|total|summe|ref|réf|ticket|case|ssn|` +
    String
      .raw`customer|client|company|regnr|kundnr|klant[a-z]{0,8}|cliente|` +
    String.raw`serial|policy|booking|reference|tracking|` +
    String.raw`parcel|colis|(?:sendung|vertrag|auftrag|artikel)[a-z]{0,8}|expediente|processo|` +
    String.raw`dossier|pratica|id|` +
    String.raw`(?:credit )?card|kunden[a-z]{0,8}|` +
    String.raw`p\.?o\.? ?box|postfach|version)(?![${LETTERS}])`,
  "i",
);
/** `Ordernr.`, `Policy number`, `n° 12`, but `Telefonnummer`, `my number`. */
const NUMBERED = quick(
  String.raw`(?<![${LETTERS}])(?!tele?|ruf|handy|mob|fax|gsm|phone|service|kontakt|contact)` +
    String.raw`[${LETTERS}]{2,20}(?:nr|nummer)(?![${LETTERS}])|` +
    String.raw`(?<![${LETTERS}])(?:n[°º]|n\.[ºo])`,
  "i",
);
const POSTCODE = /^\d{5}(?:-\d{3,4})?$|\([1-9]\d{4}\)/;
/** Dates, stretches of dates, and opening hours. */
const DATE = quick(
  String.raw`^\(?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:\s|\)?$)|` +
    String.raw`\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?:\)|\s?[-–]|$)|` +
    String.raw`^\d{1,2}\.\s?\d{1,2}\.?\s?[-–]\s?\d{1,2}\.\s?\d{1,2}(?:\D|$)|` +
    String.raw`^(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2}$`,
);
const CURRENCY_BEHIND = /^\s?(?:[$€£%]|(?:eur|usd|gbp|chf)\b)/i;
const CURRENCY_BEFORE = /(?:[$€£]|\b(?:eur|usd|gbp|chf))\s?$/i;

/** Least and most digits of a number, as of ITU-T E.164; local numbers may have as few as 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** Without a label, and without `+` or `0` in front, fewer digits could be anything. */
const MIN_UNLABELLED_DIGITS = 9;
/** Eight digits in three groups or more, as in Denmark and Norway: `22 33 44 55`. */
const SMALL_GROUPS = /^\d{2,3} \d{2} \d{2,3}(?: \d{2})?$/;
const MAX_LINE_UNITS = 300;

/**
 * Numbers of a line in order. No country is assumed: an email does not say where its numbers are
 * dialled, and the groups, the sign in front and the label of a number tell it from others.
 */
export function findPhones(line: string): PhoneMatch[] {
  const text = line.slice(0, MAX_LINE_UNITS);
  if (!/\d\D{0,3}\d\D{0,3}\d\D{0,3}\d\D{0,3}\d\D{0,3}\d\D{0,3}\d/.test(text)) return [];
  const isLabelled = LABEL.test(text);
  if (!isLabelled && OTHER_NUMBER.test(text)) return [];
  const phones: PhoneMatch[] = [];
  let end = 0;
  const matches = [...text.matchAll(NUMBER)].flatMap(({ 0: match, index }) => cut(match, index));
  for (const { match, index } of matches) {
    const number = match.trim();
    const at = index + match.indexOf(number);
    const before = text.slice(end, at);
    end = index + match.length;
    // `Tel. 12 34 56 78 | CVR 87 65 43 21`: the nearest word says what a number is.
    const other = OTHER_NUMBER.exec(before);
    const isOther = other !== null && !LABEL.test(before.slice(other.index + other[0].length)) ||
      NUMBERED.test(before) && !LABEL.test(before);
    const isPrice = CURRENCY_BEFORE.test(before) || CURRENCY_BEHIND.test(text.slice(end, end + 5));
    if (!isOther && !isPrice && isPhone(number, isLabelled)) phones.push({ text: number, at });
  }
  return phones;
}

/** `030 212 3456 / 024 123 4567` is longer than any number. */
function cut(match: string, index: number): { match: string; index: number }[] {
  const at = match.indexOf(" / ");
  if (at < 0 || match.replace(/\D/g, "").length <= MAX_DIGITS) return [{ match, index }];
  return [{ match: match.slice(0, at), index }, {
    match: match.slice(at + 2),
    index: index + at + 2,
  }];
}

function isPhone(number: string, isLabelled: boolean): boolean {
  const written = number.replace(/\s{0,3}(?:[a-z]).{0,20}$/i, "");
  const digits = written.replace(/\D/g, "").length;
  if (digits < MIN_DIGITS || digits > MAX_DIGITS) return false;
  if (POSTCODE.test(written) || DATE.test(written)) return false;
  if (isLabelled || /^(?:\+|\(?0)/.test(written)) return true;
  const groups = written.split(/\D+/).filter((group) => group !== "").length;
  return digits >= MIN_UNLABELLED_DIGITS && groups >= 2 ||
    digits === 8 && SMALL_GROUPS.test(written);
}
