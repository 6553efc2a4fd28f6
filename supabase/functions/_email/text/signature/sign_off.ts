/** Does a line close a letter, like `Kind regards,` or `Danke und Gruß, Ana`? */
import { latin } from "../latin.ts";

const CLOSINGS = "(?:with |my )?(?:(?:very |the )?(?:best|kind|kindest|warm|warmest|" +
  "many))?(?: and )?(?:best |kind |warm )?(?:regards|rgds|wishes)|" +
  "all (?:the best|my best)|best|b\\.?rgds|cheers|(?:yours |very )?(?:sincerely|faithfully|" +
  "truly)(?: yours)?|cordially|respectfully|" +
  "(?:many |with )?thanks(?: a lot| so much| very much| a million| again| in advance| once " +
  "again)?|" +
  "thank you(?: so much| very much| in advance| again| both| all)?|thx|tx|tks|thanx|ty|ta|" +
  "take care|talk soon|see you(?: soon| then)?|" +
  "later|(?:lots of )?love|your (?:pal|friend)|have a (?:good|great|nice) (?:day|weekend|" +
  "evening|week|one)|" +
  "mit (?:freundlichen|besten|herzlichen|lieben|vielen|sonnigen) gr(?:ü|ue)(?:ß|ss)en|" +
  "(?:viele|beste|liebe|freundliche|herzliche|schöne|sonnige) gr(?:ü|ue)(?:ß|ss)e|" +
  "(?:lieben |schönen |herzlichen |besten )?gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|" +
  "mfg|lg|vg|bg|danke(?:schön)?(?: dir| ihnen| im voraus)?|(?:vielen|besten|" +
  "herzlichen) dank(?: im voraus)?|hochachtungsvoll|bis (?:bald|dann)|" +
  "(?:un |muchos |cordiales |atentos )?(?:cordial )?saludos?(?: " +
  "cordial(?:es)?)?|atentamente|atte|(?:muchas |mil )?gracias(?: de antemano| por todo)?|" +
  "un (?:fuerte )?abrazo|abrazos|quedo a la espera|cordialement|bien (?:cordialement|à " +
  "vous)|cdt|(?:meilleures|sincères) salutations|(?:un grand )?merci(?: beaucoup| " +
  "d'avance)?|bonne journée|" +
  "(?:cordiali |distinti |cari )?saluti|(?:molte )?grazie(?: mille)?|a presto|" +
  "(?:com os melhores )?cumprimentos|atenciosamente|obrigad[oa]|abraços|" +
  "(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|" +
  "(?:alvast )?bedankt|dank je(?: wel)?|(?:med )?(?:vänliga|bästa|vennlig|venlig|" +
  "beste) hilsen(?:er)?|" +
  "(?:med )?(?:vänliga|bästa) hälsningar|mvh|hilsen|tack|takk|tak|" +
  "(?:ystävällisin )?terveisin|kiitos|pozdrawiam|(?:z )?pozdrowieniami|z poważaniem|" +
  "dziękuję|" +
  "s (?:přátelským )?pozdravem|děkuji|s pozdravom|üdvözlettel|köszönettel|cu stimă|" +
  "mulțumesc|saygılarımla|teşekkürler|с уважением|спасибо|з повагою|дякую|με εκτίμηση|此致|" +
  "谢谢|敬具|よろしくお願いします|감사합니다";

// Lower case is matched, which compiles much faster than ignoring case.
const CLOSING = latin(`^(?:${CLOSINGS})(?![\\p{L}\\p{N}'’])`);
const THANKS = latin(
  String.raw`^\p{L}{0,10} ?(?:than|thx|tx|tks|ty|dan|gracias|merci|grazie|obrig)`,
  "i",
);
const LINK = /^(?:[\s,.!;:_&+*/–—-]|(?:and|und|y|et|e|en|og|och|i)\s)+/i;

/** What a closing line consists of. */
export interface SignOff {
  /** What follows the closing words, e.g. a name; empty when nothing does. */
  readonly rest: string;
  /** Whether only a word of thanks closes, which may as well be all that an email says. */
  readonly isThanks: boolean;
}

/** Reads the closing words at the start of a line; null when there are none. */
export function readSignOff(line: string): SignOff | null {
  let rest = line.slice(0, 120).trim().replace(/^[-–—~*\s]{1,6}/, "");
  const isThanks = THANKS.test(rest);
  let count = 0;
  for (; count < 3; count++) {
    const closing = CLOSING.exec(rest.toLowerCase());
    if (closing === null) break;
    rest = rest.slice(closing[0].length).replace(LINK, "");
  }
  return count === 0 ? null : { rest: rest.trim(), isThanks: isThanks && count === 1 };
}
