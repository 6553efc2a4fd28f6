/** Which telephone numbers does a line of a signature name? */

import { LETTERS } from "../text/letters.ts";

/** A number as written and where it starts in the line. */
export interface PhoneMatch {
  readonly text: string;
  readonly at: number;
}

const EXTENSION = "(?:\\s{0,3}(?:ext|extension|x|durchwahl|dw)\\.?:?\\s?\\d{1,6}(?!\\d))?";

// The North American shape first: it tells two numbers on one line apart. Then any run of digit
// groups.
const NUMBER = new RegExp(
  `(?<![${LETTERS}\\d@#./_-]|\\d:)(?:(?:\\+?1[\\s./-]{1,3})?\\(?\\d{3}\\)?[\\s./-]{0,3}` +
    `\\d{3}\\s?[\\s./-]\\s?\\d{4,5}(?![\\d.-]\\d)|` +
    `(?:\\+\\s?|00)?\\(?\\d{1,5}\\)?(?:[\\s./–-]{0,2}\\(?\\d{1,8}\\)?){1,7})` +
    `${EXTENSION}(?![${LETTERS}\\d@])`,
  "gi",
);

// The last two stand for pictures of telephones.
const LABEL = new RegExp(
  String.raw`(?:\b(?:tele?(?:phone|fono|fon|fax)?|phone|ph|fax|fx|facsimile|mob(?:ile|il)?|` +
    String.raw`cell(?:ular)?|cel|handy|direct|office|pager|voice|hotline|durchwahl|zentrale|` +
    String.raw`móvil|teléfono|tél|téléphone|portable|gsm|natel|whatsapp)\b|(?:^|` +
    String.raw`[\s|])[tmpfdc]\s?[.:]|[\u260E\u2706]|\uD83D[\uDCDE\uDCF1])`,
  "i",
);
const OTHER_NUMBER = new RegExp(
  String.raw`\b(?:iban|bic|swift|vat|ust|steuer|hrb|hra|registernummer|reg(?:istration|` +
    String.raw`istered)?|account|konto|blz|cif|nif|siret|siren|invoice|rechnung|order|` +
    String.raw`bestell[a-z]{0,8}|ticket|case|kunden[a-z]{0,8}|p\.?o\.? ?box|postfach|version)\b`,
  "i",
);
const POSTCODE = /^\d{5}(?:-\d{4})?$|\([1-9]\d{4}\)/;
const DATE = new RegExp(
  String.raw`^\(?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:\s|\)?$)|` +
    String.raw`\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\)`,
);

/** Least and most digits of a number, as of ITU-T E.164; local numbers may have as few as 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** Without a label, and without `+` or `0` in front, fewer digits could be anything. */
const MIN_UNLABELLED_DIGITS = 9;
const MAX_LINE_UNITS = 300;

/**
 * Numbers of a line in order. No country is assumed: an email does not say where its numbers are
 * dialled.
 */
export function findPhones(line: string): PhoneMatch[] {
  const text = line.slice(0, MAX_LINE_UNITS);
  const isLabelled = LABEL.test(text);
  if (!/\d{3}/.test(text) || !isLabelled && OTHER_NUMBER.test(text)) return [];
  const phones: PhoneMatch[] = [];
  for (const { 0: match, index } of text.matchAll(NUMBER)) {
    const number = match.trim();
    if (isPhone(number, isLabelled)) {
      phones.push({ text: number, at: index + match.indexOf(number) });
    }
  }
  return phones;
}

function isPhone(number: string, isLabelled: boolean): boolean {
  const written = number.replace(/\s{0,3}(?:e|x|d).{0,20}$/i, "");
  const digits = written.replace(/\D/g, "").length;
  if (digits < MIN_DIGITS || digits > MAX_DIGITS) return false;
  if (POSTCODE.test(written) || DATE.test(written)) return false;
  if (isLabelled || /^(?:\+|\(?0)/.test(written)) return true;
  const groups = written.split(/\D+/).filter((group) => group !== "").length;
  return digits >= MIN_UNLABELLED_DIGITS && groups >= 2;
}
