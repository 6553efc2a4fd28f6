/** How does the sender feel about it, where the words leave no doubt? */
import type { Sentiment } from "../reading.ts";
import { cue, type Pattern } from "../text/cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";

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
    "(?:second|third|fourth) time",
    "(?:expected|deserve) (?:better|more)|for (?:that|this) (?:price|money)|nobody said a word|not (?:good|acceptable|impressed|what (?:i|we) (?:ordered|booked|paid for))|a disgrace|let us down|quite frankly|frankly",
    "(?:nobody|no one) (?:has |have )?(?:rung|called|answered|replied|came|come|turned up|apologi[sz]ed|bothered)",
    "(?:was|were|been) (?:promised|told|assured) (?:[\\p{L}']{1,12} ){0,6}(?:but|and|call|within|in)",
    "(?:make a fuss|consider it fair|so thoughtful|who am i to complain|world's first|how (?:hard|difficult) can)",
    "(?:i am|i'm|we are|we're) (?:not|hardly) (?:impressed|amused|leaving|going to (?:pay|accept|wait))",
    "(?:where (?:is|are) (?:the|my|our)|still not (?:in|here|arrived)|did not sleep|ruined|splinters|shards|my patience|worried|worrying|afraid we will|at a loss|sick of|tired of|sad(?:ly)? to|sorry to say|regret (?:to|that))",
    "(?:cannot|can't|could not) (?:[\\p{L}']{1,12} ){1,3}and (?:therefore|so) (?:cannot|can't)",
    "(?:must|have to) (?:close|shut|send (?:everyone|them) home)",
    "(?:lose|loses|losing) (?:the|our|my|their|customers|money)",
  ),
  cue(
    "(?:disappointed|disappointing|frustrated|frustrating|unhappy|dissatisfied|annoyed|upset|angry|concerned)",
    "(?:complaint|complain)",
    "(?:poor|bad) (?:service|quality|experience)",
    "(?:still waiting|not happy|not satisfied|let down)",
  ),
  cue("(?:enttäuscht|verärgert|unzufrieden|beschwerde|ärgerlich|bedauerlicherweise|reklamation)"),
  cue(
    "(?:lo lamento|no hay manera|la gente se va|pasó lo mismo|cambiar(?:é|emos) de proveedor|otra vez (?:lo mismo|igual)|harto|harta|preocupad[oa]s?|vergüenza)",
  ),
  cue(
    "(?:zum (?:zweiten|dritten) mal|schon wieder|langsam reicht|geduld|besorgt|sorgen|leider (?:schon|immer|wieder))",
  ),
  cue("(?:decepcionad[oa]s?|molest[oa]s?|insatisfech[oa]s?|queja|reclamación|enfadad[oa]s?)"),
];
const POSITIVE = [
  cue(
    "(?:absolute |you )?legends?",
    "what an? (?:weekend|day|evening|night|meal|party|show|treat)|spotless|(?:we|i)(?:'ll| will) be back|(?:much|far|so much) (?:clearer|better|nicer|easier) than|made us forget",
    "(?:thank you[,!. ]{0,3}thank you|saved (?:our|my|the|us)|a joy|well spent|kindness itself|made my (?:day|week)|the best (?:[\\p{L}']{1,12} ){0,3}(?:ever|in years|we|i)|worth (?:it|every)|hats off|so glad|such a (?:relief|pleasure|treat)|over the moon|couldn't be happier|can't thank you enough|i (?:love|loved|adore)|we (?:love|loved)|won't leave me alone|spot on|first class|five stars|a gift for)",
  ),
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
    "(?:genial|besser als (?:gedacht|erwartet)|danke dir|gerettet|klasse|spitze|wunderschön|traumhaft|herrlich)",
    "(?:tolle|super|gute) (?:arbeit|zusammenarbeit|service|leistung)",
  ),
  cue(
    "(?:muy|realmente) (?:contentos?|contentas?|satisfech[oa]s?|felices|feliz|agradecid[oa]s?|impresionad[oa]s?|buen)",
    "muchísimas gracias",
    "(?:admiro|me (?:ha )?(?:encantado|encanta|encantó)|nos (?:ha )?(?:encantado|encantó)|un placer trabajar|gracias de corazón|nos habéis salvado|me han salvado)",
    "(?:l[oae]s? )?recomendar(?:é|emos)",
    "(?:excelente|estupend[oa]|fantástic[oa]|maravillos[oa]|magnífic[oa]|encantad[oa]s? con|enhorabuena|felicidades)",
  ),
];
const NEGATION = cue("not|n't|never|no|nicht|kein|keine|nie|nunca|sin", "\\p{L}{1,10}n't");

/**
 * Positive or negative when cues say so clearly (one strong, or two) and do not balance, else neutral.
 * @param painPoints how many sentences tell of trouble
 */
export function readSentiment(sentences: readonly Sentence[], painPoints: number): Sentiment {
  const strong = selectOccurring(STRONG_NEGATIVE, sentences);
  const weak = selectOccurring(NEGATIVE, sentences);
  const good = selectOccurring(POSITIVE, sentences);
  let negative = 0;
  let positive = 0;
  for (const { folded } of sentences) {
    if (matches(strong, folded)) negative += 2;
    else if (matches(weak, folded)) negative += 1;
    if (matches(good, folded)) {
      if (NEGATION.test(folded)) negative += 0.5;
      else positive += 1.5;
    }
  }
  // Trouble alone is told calmly; beside a word of annoyance it adds to it.
  if (negative > 0) negative += 0.5 * Math.min(painPoints, 3);
  if (negative >= 2 && negative > positive) return "negative";
  return positive >= 1.5 && positive > negative ? "positive" : "neutral";
}

function matches(patterns: readonly Pattern[], folded: string): boolean {
  return patterns.some((pattern) => pattern.test(folded));
}
