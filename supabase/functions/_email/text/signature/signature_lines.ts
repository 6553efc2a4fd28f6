/** How much does one line look like a part of a signature? */
import { quick } from "../quick.ts";
import { isBlank, isRule } from "../quotes/quote_marks.ts";
import { countSenderWords, type SenderWords } from "./sender_name.ts";
import { readSignOff } from "./sign_off.ts";
import {
  ADDRESS,
  DEPARTMENT,
  isNameLine,
  isPostalAddress,
  ORGANISATION,
  PHONE,
  ROLE,
} from "./signature_words.ts";
import { latin } from "../latin.ts";
import { LayoutWords } from "../layout_words.ts";
import { listWords } from "../letters.ts";

/** The usual signature separator, `-- `. */
export function isSignatureSeparator(line: string): boolean {
  return /^\s{0,2}(?:--|—|__)\s{0,2}$/.test(line);
}

const DEVICE_LINE = new LayoutWords(
  "device_line",
  (source) => latin(String.raw`^\s{0,3}${source}(?!\p{N})`, "i"),
);
const DEVICE_LINE_END = new LayoutWords(
  "device_line_end",
  (source) => latin(String.raw`${source}\s*$`, "i"),
);

/** "Holen Sie sich Outlook für Android", in whatever language. */
const STORE_LINK = /^[^.,?!:]{0,30}\boutlook \S{2,5} (?:ios|android|mac)(?: \S{3,12})?\s*$/i;
/** Behind where an email was sent from: "…, please excuse typos". */
const EXCUSE = /(?:[,;]| -) .{0,40}(?:excus|typo|fehler|fautes).{0,20}$/i;
const PROGRAM = new RegExp(
  String.raw`\b(?:i?phone|ipad|ios|android|blackberry|mobile|outlook|samsung|galaxy|mail|yahoo|` +
    "proton)",
  "i",
);

/** A line a phone or email program adds below the text. */
export function isProgramLine(line: string): boolean {
  if (line.length > 160) return false;
  const words = listWords(line.toLowerCase());
  const mayBeStoreLink = words.includes("outlook");
  const isOfDevice = DEVICE_LINE.test(line, words) || DEVICE_LINE_END.test(line, words);
  if (!mayBeStoreLink && !isOfDevice) return false;
  const written = line.replace(/<[^<>]{0,150}>|https?:\S{1,150}/g, "").replace(EXCUSE, "");
  if (mayBeStoreLink && STORE_LINK.test(written)) return true;
  if (!isOfDevice) return false;
  return PROGRAM.test(written)
    ? !/[,;] .{20}/.test(written)
    : !/[,;.?]/.test(written) && written.trim().split(/\s+/).length <= 8;
}

/** A rule of underscores, as mailing lists and companies put above their footer. */
export function isFooterRule(line: string): boolean {
  return /^\s{0,3}_{20,}\s*$/.test(line);
}

/** A rule above "This list is sponsored by …", as hosts of mailing lists put it below a post. */
export function isSponsorRule(line: string, next: string): boolean {
  return /^\s{0,3}-{20}/.test(line) && /\bsponsor/i.test(`${line} ${next}`);
}

const ATTACHMENT = quick(
  String.raw`^\s{0,8}(?:[-<*(]{1,3}\s?(?:see attached file: ?)?` +
    String.raw`[^<>]{1,80}\.[a-z]{2,4}\s?[>)]{0,2}\s*$|` +
    String.raw`\[?(?:image|cid|inline image)[:\s].{0,160}\]$|<<.{1,80}>>)`,
  "i",
);

/** The name of a file that came with the email, as programs put it below the text. */
export function isAttachmentLine(line: string): boolean {
  return ATTACHMENT.test(line);
}

const AMOUNT = /[€$£]\s?\d|\d\s?(?:[€£]|(?:EUR|USD|GBP|CHF)\b)/;
const FOOTER = quick(
  String.raw`\bunsubscribe\b|mailing list|do you yahoo|msn hotmail|free (?:msn|e-?mail)|` +
    String.raw`consider the environment|think before (?:you )?print|handelsregister|amtsgericht|` +
    String.raw`ust-?id|registered (?:in|office|number)|vat (?:no|reg|number)|abmelden|` +
    String.raw`darse de baja`,
  "i",
);
const GREETING = quick(
  String.raw`^\s{0,8}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|` +
    String.raw`sehr geehrte|guten (?:tag|morgen)|hola|estimad[oa]s?|buen[oa]s|bonjour|ciao)\b`,
  "i",
);

/** Whether a line greets: `Dear Ana,`, `Hello`. */
export function isGreeting(line: string): boolean {
  return GREETING.test(line);
}

/** A field such as `Phone: …`; any other `Name: value` is a form's line. */
const FIELD = latin(String.raw`^[\p{L}\d_ .-]{2,30}\s?:(?:\s|$)`);
const WORDS = latin(String.raw`\p{L}[\p{L}\p{M}.'’]*`, "g");
const SMALL_WORD = latin(String.raw`^\p{Ll}{3}`);
const FROM_SOMEWHERE = latin(String.raw`^(?:aus|from|vom|from the) \p{Lu}`);
const SMILES = latin(String.raw`^[\s\p{Extended_Pictographic}\uFE0F:;)(-]{1,8}$`);
const CONTACT_FIELD = quick(
  String.raw`^(?:(?:tele)?(?:ph|f)(?:one|on|ax)?|tel|fon|fax|facsimile|mob|mobile?|mobil|handy|` +
    String.raw`cell|cellular|office|work|home|direct|dial|durchwahl|pager|voice|e-?mail|mail|web|` +
    String.raw`website|url|internet|skype|móvil|tel[eé]fono|telefoon|t[ée]l|` +
    String
      .raw`cel|celular|fono|fijo|fisso|fixe|portable|telemóvel|tl[fm]|gsm|natel|` +
    String.raw`whatsapp|puh|kom|did|hp|` +
    String.raw`correo|address|dirección|m|t|p|f|e|w)\b`,
  "i",
);

/** Points of a line: above 0 speaks for a signature, below 0 for text. */
export interface LineWeight {
  readonly points: number;
  /**
   * Whether a signature may start here: `sure` for closing words, the sender's name and footers,
   * `maybe`
   * for any name or way to reach somebody.
   */
  readonly start: "sure" | "maybe" | "no";
  /** Whether it tells how to reach somebody. */
  readonly isContact: boolean;
}

const NEUTRAL: LineWeight = { points: 0, start: "no", isContact: false };
const SURE: LineWeight = { points: 4, start: "sure", isContact: false };

/** Weighs one line of an email by itself. */
export function weighLine(line: string, sender: SenderWords): LineWeight {
  if (isBlank(line) || ATTACHMENT.test(line)) return NEUTRAL;
  if (isRule(line)) return { points: 0.3, start: "maybe", isContact: false };
  const text = line.trim();
  if (text.endsWith("?") || GREETING.test(text)) return weighText(-6);
  if (AMOUNT.test(text) || isSentence(text)) return weighText(-2);
  if (isClosing(text, sender)) return SURE;
  if (FOOTER.test(text)) return { ...SURE, points: 3 };
  const signed = text.replace(/^[-–—~*>\s]{1,8}/, "");
  const beginning = signed.slice(0, 200);
  const words = beginning.match(WORDS.for(beginning)) ?? [];
  const named = countSenderWords(signed, sender);
  if (named > 0 && named >= words.length && !text.includes("@")) return SURE;
  if (/^\s{0,8}(?:[-*•·+]|\d{1,2}[.)])\s/.test(line) && named === 0) return weighText(-2);
  if (FIELD.test(text) && !CONTACT_FIELD.test(text)) return weighText(-2);
  const small = SMALL_WORD.for(beginning);
  const lower = words.filter((word) => small.test(word)).length;
  if (text.length > 90 || lower > 4 || /[:;]$/.test(text)) {
    return weighText(text.length > 60 ? -3 : -1.5);
  }
  return weighShortLine(text, signed, named, lower);
}

/** `Please call me on 0171 1234567.`: four words or more, most of them small, and a full stop. */
function isSentence(text: string): boolean {
  if (!ENDS_SENTENCE.test(text) || ABBREVIATED.test(text)) return false;
  const said = /@|www\.|:\/\//.test(text) ? text.replace(/\S*(?:@|www\.|:\/\/)\S*/g, " ") : text;
  const words = said.match(WORDS.for(text)) ?? [];
  const start = SMALL_START.for(text);
  const small = words.filter((word) => start.test(word)).length;
  return words.length >= 3 && small >= 2 && small * 2 >= words.length;
}

const ENDS_SENTENCE = latin(String.raw`[\p{L}\p{N})"”][.!]\s*$`);
const SMALL_START = latin(String.raw`^\p{Ll}{2}`);
const ABBREVIATED = /\b(?:inc|ltd|co|corp|llc|bros|str|st|dept|ext|tel|fax|nr|no|e\.? ?v)\.\s*$/i;

function weighText(points: number): LineWeight {
  return { points, start: "no", isContact: false };
}

function weighShortLine(text: string, signed: string, named: number, lower: number): LineWeight {
  const isContact = PHONE.test(text) || ADDRESS.test(text);
  let points = isContact && lower <= 3 ? 2.5 : 0;
  const isNamed = named > 0 && lower <= 2 && !/^\S+@/.test(signed);
  if (isNamed) points += 2.5;
  if (lower <= 2 && !/[.!]$/.test(text.replace(/\b(?:inc|ltd|co|corp)\.$/i, ""))) {
    const words = listWords(text.toLowerCase());
    if (ROLE.test(text, words) || DEPARTMENT.test(text, words)) points += 1.5;
    if (ORGANISATION.test(text, words)) points += 1.5;
    if (isPostalAddress(text)) points += 2;
  }
  if (isNamed) return { points, start: "sure", isContact };
  if (isNameLine(signed)) return { points: Math.max(points, 1), start: "maybe", isContact };
  if (points > 0) return { points, start: isContact ? "maybe" : "no", isContact };
  return { points: lower === 0 && text.length <= 45 ? 0.2 : -1.5, start: "no", isContact };
}

function isClosing(text: string, sender: SenderWords): boolean {
  if (text.length > 70) return false;
  const signOff = readSignOff(text);
  if (signOff === null) return false;
  const { rest } = signOff;
  return rest === "" || isNameLine(rest) || countSenderWords(rest, sender) > 0 ||
    FROM_SOMEWHERE.test(rest) ||
    SMILES.test(rest);
}
