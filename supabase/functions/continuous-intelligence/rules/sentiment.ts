/** How does the sender feel about it, where the words leave no doubt? */
import type { Sentiment } from "../analyzer.ts";
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

const STRONG_NEGATIVE = [
  cue(
    "unacceptable",
    "(?:extremely|very|really|deeply|so|utterly|bitterly) (?:disappointed|frustrated|unhappy|upset|annoyed|angry|dissatisfied|poor|bad)",
    "(?:terrible|horrible|awful|appalling|disgraceful|outrageous|furious|disgusted|nightmare|ridiculous)",
    "worst",
    "fed up",
    "waste of (?:time|money)",
    "(?:demand|want|expect) (?:a |my |an immediate )?(?:full )?refund",
    "(?:legal action|my lawyer|our lawyers?|cancel (?:my|our|the) (?:contract|subscription|account))",
    "never (?:again|been so)",
    "(?:done|finished|tired of) being (?:polite|patient)",
    "(?:our|my) (?:solicitor|lawyer|attorney)s? (?:takes?|will|is|are)",
  ),
  cue(
    "inakzeptabel",
    "unverschämt(?:heit)?",
    "(?:sehr|äußerst|zutiefst|mehr als) (?:enttäuscht|verärgert|unzufrieden|ärgerlich)",
    "(?:katastrophe|katastrophal|frechheit|unzumutbar|miserabel)",
    "(?:rechtliche schritte|anwalt einschalten|geld zurück)",
  ),
  cue(
    "inaceptable",
    "(?:muy|realmente|totalmente|profundamente) (?:decepcionad[oa]s?|molest[oa]s?|insatisfech[oa]s?|enfadad[oa]s?)",
    "(?:pésim[oa]|vergonzos[oa]|indignante|horrible|desastre)",
    "(?:acciones legales|exijo|exigimos|devolución del dinero)",
  ),
];
const NEGATIVE = [
  cue(
    "(?:disappointed|disappointing|frustrated|frustrating|unhappy|dissatisfied|annoyed|upset|angry|concerned)",
    "(?:complaint|complain)",
    "(?:poor|bad) (?:service|quality|experience)",
    "(?:still waiting|not happy|not satisfied|let down)",
  ),
  cue("(?:enttäuscht|verärgert|unzufrieden|beschwerde|ärgerlich|bedauerlicherweise|reklamation)"),
  cue("(?:decepcionad[oa]s?|molest[oa]s?|insatisfech[oa]s?|queja|reclamación|enfadad[oa]s?)"),
];
const POSITIVE = [
  cue(
    "(?:love|loved|loving) (?:it|the|your|how|working)",
    "(?:great|excellent|fantastic|wonderful|amazing|outstanding|superb|brilliant|delicious) (?:work|job|service|experience|team|product|result|results|quality|support|news|meeting|talk|time|help)",
    "(?:very|really|so|extremely|more than|absolutely) (?:happy|pleased|satisfied|impressed|grateful|delighted|glad|helpful)",
    "(?:delighted|thrilled|impressed)",
    "wanted to (?:say|send) (?:a (?:big |huge )?)?thank",
    "thank you so much for",
    "(?:keep up the|well done|congratulations|congrats)",
    "(?:works?|working|went) (?:perfectly|great|flawlessly|beautifully|very well)",
    "(?:highly|would|will) recommend",
    "(?:was|is|were|are) (?:excellent|fantastic|wonderful|amazing|outstanding|superb|brilliant|perfect|delicious)",
  ),
  cue(
    "(?:sehr|wirklich|äußerst|rundum) (?:zufrieden|glücklich|begeistert|gut|schön|freundlich|dankbar)",
    "(?:werde|werden|kann|können)(?: \\p{L}{1,12}){0,3} weiterempfehlen",
    "(?:ganz |tausend )?herzlichen dank",
    "(?:begeistert|hervorragend|ausgezeichnet|großartig|wunderbar|fantastisch|glückwunsch)",
    "(?:tolle|super|gute) (?:arbeit|zusammenarbeit|service|leistung)",
  ),
  cue(
    "(?:muy|realmente) (?:contentos?|contentas?|satisfech[oa]s?|felices|feliz|agradecid[oa]s?|impresionad[oa]s?|buen)",
    "muchísimas gracias",
    "(?:l[oae]s? )?recomendar(?:é|emos)",
    "(?:excelente|estupend[oa]|fantástic[oa]|maravillos[oa]|magnífic[oa]|encantad[oa]s? con|enhorabuena|felicidades)",
  ),
];
const NEGATION = cue("not|n't|never|no|nicht|kein|keine|nie|nunca|sin", "\\p{L}{1,10}n't");

/** Positive or negative when cues say so clearly (one strong, or two) and do not balance, else neutral. */
export function readSentiment(sentences: readonly Sentence[], painPoints: number): Sentiment {
  let negative = 0;
  let positive = 0;
  for (const { folded } of sentences) {
    if (matches(STRONG_NEGATIVE, folded)) negative += 2;
    else if (matches(NEGATIVE, folded)) negative += 1;
    if (matches(POSITIVE, folded)) {
      if (NEGATION.test(folded)) negative += 0.5;
      else positive += 1.5;
    }
  }
  if (negative >= 2 && negative > positive) return "negative";
  return positive >= 1.5 && positive > negative ? "positive" : "neutral";
}

function matches(patterns: readonly RegExp[], folded: string): boolean {
  return patterns.some((pattern) => pattern.test(folded));
}
