/** Does a program report danger in its few words, or trouble that is over? */
import { quick } from "../text/quick.ts";
import type { Sentence } from "../text/sentences.ts";
import type { MailText } from "./mail_text.ts";

/** "Ticket 12 has been closed: shop is down", "New review: …" */
const OVER = quick(
  "(?:ticket|case|request|inciden|issue|vorgang|störung|dossier|demande|caso|richiesta|melding|" +
    "chamado)(?:(?!\\bnot?\\b|nicht|pas )[^.?!]){0,30} (?:closed|(?:re)?solved|geschlossen|" +
    "gelöst|behoben|clos|résolu|fermé|cerrad|resuelt|chius|risolt|gesloten|opgelost|encerrad|" +
    "fechad|resolvid)|new review|\\brate (?:our|your|us)|bewerten sie",
);
/** That it is over is said at once; further down it may be another's story. */
const SENTENCES_READ = 2;

/** "Smoke alarm: hall 2, 03:12" */
const ALARM = /al?larm|detect(?:ed|ad)|détecté|rilevat|\bmeldet/;
/** What devices watch over. */
const WATCHED = quick(
  "smoke|fire|gas|water|leak|monoxid|intru|rauch|feuer|brand|wasser|einbruch|fum[oéa]|incend|fug|" +
    "fuite|rook",
);
const CLOCK = /\d[:h]\d\d/;
/** What else is said of such devices. */
const NO_ALARM =
  /test|batter|drill|clear|\bend|servi|wart|will|wird|pri[cx]|preis|order|bestell|normal/;
/** "-4 °C since 07:12" */
const TOO_LONG = /°c? (?:since|seit|depuis|desde|dal|sinds)/;

/** Whether a program tells of what is over, and quotes the trouble of then. */
export function tellsOfEnd({ sentences, subject }: MailText): boolean {
  return [subject, ...sentences.slice(0, SENTENCES_READ)].some(({ folded }) => OVER.test(folded));
}

/** The sentence in which a device that watches over something sounds its alarm. */
export function findAlarm({ sentences, subject }: MailText): Sentence | undefined {
  return [...sentences, subject].find(({ folded }) =>
    (TOO_LONG.test(folded) ||
      ALARM.test(folded) && WATCHED.test(folded) && CLOCK.test(folded)) &&
    !NO_ALARM.test(folded)
  );
}
