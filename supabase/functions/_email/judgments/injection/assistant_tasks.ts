/**
 * Which sentences set a task for an assistant instead of telling the recipient something? Whoever writes
 * a mail speaks of "I", "we" and "you"; whoever writes for a language model asks for general knowledge,
 * for a poem, or for changes to "your response".
 */
import { cue, type Pattern, toLatin } from "../../text/cues.ts";

/** Like `cue`, for whole openings of a sentence. */
function begins(source: string): Pattern {
  let compiled: RegExp | null = null;
  const compile = () => compiled ??= new RegExp(toLatin(source));
  return { test: (folded) => compile().test(folded), exec: (folded) => compile().exec(folded) };
}

const ANSWER = "(?:answers?|responses?|repl(?:y|ies)|outputs?|messages?|texts?|summary)";

/** The answer of the reader is to be shaped: what people want in a reply they name, see PEOPLE_WANT. */
const SHAPES_ANSWER = begins(
  `^(?:in your ${ANSWER}, )?(?:(?:also|then|now|please|always|and),? )?` +
    "(?:add|append|augment|begin|blend|capitali[sz]e|combine|compose|conclude|convert|craft|embed|emphasi[sz]e|encode|encourage|encrypt|end|enhance|express|feature|finish|flip|format|group|highlight|hint|include|incorporate|inject|insert|integrate|interleave|introduce|invert|jumble|make|mention|mirror|misspell|mix|modify|present|prepend|promote|provide|rearrange|recommend|remove|render|repeat|rephrase|replace|reverse|rewrite|rot13|scramble|shuffle|shift|spell|sprinkle|start|substitute|suggest|swap|switch|tease|transform|translate|transliterate|type|use|utili[sz]e|weave|write|anagram|apply|employ|advertise|direct|inform|persuade|claim|state|assert|spread)\\b" +
    `.{0,240}\\b(?:your|the|each|every) (?:\\p{L}{1,12} ){0,2}${ANSWER}(?:'s)?\\b`,
);
const IN_YOUR_ANSWER = begins(
  `^in your ${ANSWER}, (?:\\p{L}{3,14}) |^(?:respond|reply|answer|write|speak|output|print)(?: \\p{L}{1,10}){0,2} (?:in|using|with|as|only) (?:\\p{L}{1,12} ){0,2}(?:base ?64|base ?32|hex|binary|morse|rot13|emojis?|leetspeak|pig latin|rhyme|verse|json|french|german|spanish|italian|latin|russian|chinese|japanese|haiku|capital letters|uppercase|anagrams?|cipher|code|backwards?)`,
);
/** "Substitute every third letter …": no mail needs it. */
const SHAPES_LETTERS = cue(
  "(?:replace|reverse|substitute|swap|shift|scramble|jumble|misspell|rearrange|remove|convert|encode|anagram|exchange|mirror|flip) (?:all |any |each |every |some |random |the |up )?(?:other |second |third |fourth |fifth |two )?(?:\\p{L}{1,12} )?(?:letters?|vowels?|consonants?|characters?|words?|spaces?|alphabets?|sentences?|typos?)",
  "(?:random|intentional|deliberate) (?:typos?|misspellings?|errors)",
  "(?:vowels?|consonants?|letters?) (?:with|into|to|for|by) (?:numbers?|symbols?|emojis?|the following|their)",
);
/** What people do want in a reply. */
const PEOPLE_WANT = cue(
  "(?:number|name|address|reference|details|date|dates|copy|pdf|file|files|photo|photos|picture|pictures|price|prices|invoice|invoices|certificate|signature|quote|figures|availability|order|phone|po|account|report|document|documents|form|attachment|cv)",
);

/** Works that a model is told to make. */
const CREATIVE =
  "(?:poems?|story|stories|essay|speech|song|lyrics|jokes?|haiku|limerick|riddle|novel|screenplay|dialogue|monologue|fairy ?tale|blog post|tweet|slogan|tagline|recipe|letter to an? \\p{L}{3,12}|paragraph about|article (?:about|on)|python|javascript|java|c\\+\\+|php|sql|html|regex|function to|function that|script (?:to|that|in)|program (?:to|that|in)|algorithm|code snippet|crossword|quiz|essay)";
const MAKES = begins(
  "^(?:(?:please|now|also|then|next),? )?(?:(?:can|could|would|will) you (?:please )?)?(?:write|compose|draft|create|generate|develop|craft|provide|produce|tell|give|show|sing|recite|design|make|invent|help me write)\\b" +
    `.{0,80}\\b${CREATIVE}\\b`,
);

/** Explanations that a model is told to give. */
const EXPLAINS = begins(
  "^(?:(?:please|now|also|then|next),? )?(?:(?:can|could|would|will) you (?:please )?)?" +
    "(?:(?:explain|describe|define|outline|illustrate|elaborate on|discuss|teach me|break down|compare|contrast|summari[sz]e|analy[sz]e|paraphrase|interpret|list|name) (?:how|why|what|the|a|an|some|three|five|ten|\\d{1,2}|briefly)\\b(?=.{0,120}\\b(?:process|theory|theories|concepts?|lifecycle|life cycle|cycle|history|plot|meaning|principles?|differences?|causes?|effects?|impacts?|importance|significance|role|structure|functions?|steps|benefits|advantages|types|examples?|works?|simple terms|findings|themes?|argument|book|novel|movie|film|article|war|revolution|planets?|species|theorem|equation|law of|characters)\\b)|" +
    "(?:translate|rewrite) (?:the (?:following|sentence|phrase|word|text)|this (?:sentence|phrase|word)|['\"])|" +
    "(?:provide|give me|show me|list) (?:the |an? )?(?:\\p{L}{2,12} )?(?:equivalent|translation|definition|synonyms?|example of|examples of|overview of|explanation of|simple \\p{L}{2,12})\\b|" +
    "(?:find|recommend|suggest|list) (?:me )?(?:a |an |some |the |any )?(?:\\p{L}{2,12} )?(?:articles?|books?|movies?|papers|studies|recipes?|songs?|activities|games?)\\b)",
);

/** Questions of general knowledge. */
const KNOWLEDGE = begins(
  "^(?:so |and |also |by the way,? )?(?:" +
    "what(?:'s| is| are| was| were) (?:the |an? |some )?(?:\\p{L}{2,14} ){0,2}(?:capital|difference|differences|meaning|definition|functions?|causes?|benefits?|symptoms?|population|currency|history|formula|significance|importance|impacts?|effects?|principles?|square root|boiling point|speed of|distance|largest|tallest|highest|longest|smallest|fastest|oldest|trends?|best (?:way|practices|strategies)|process|lifecycle|stages|advantages|disadvantages|weather|sentiment|synonym|antonym|plot|theme|moral|theory|role) (?:of|between|in|to|for|from|on|like|at)\\b|" +
    "what(?:'s| is| are| does|) ['\"].{1,80}['\"] (?:in|mean|translated|called)|" +
    "how (?:do|would|can|could) (?:you|i|we|one) (?:say|spell|pronounce|translate|solve|calculate|write ['\"])|" +
    "(?:can|could) you (?:tell me|explain) (?:what|why|how|who|the (?:meaning|difference|history|plot))|" +
    "who (?:wrote|painted|invented|discovered|composed|directed|founded|was the first|is the (?:author|president|king|queen|inventor|prime minister))\\b|" +
    "(?:how|why) (?:do|does|did|is|are|was|were|can) (?!(?:you|we|i|they|he|she|it|this|that|these|those|the|your|our|my)\\b)(?:\\p{L}{2,16} ){1,4}(?:work|works|form|formed|function|happen|occur|important|blue|created|made|affect|affects|influence|evolve|change)\\b|" +
    "(?:when|where|why) (?:did|was|were|do|does) (?:the )?(?:\\p{L}{2,16} ){1,3}(?:war|revolution|empire|dinosaurs?|discovered|invented|born|built|begin|happen|fall|occur)\\b|" +
    "(?:what|which|who)(?:'s| is| are) your (?:favou?rite|name|purpose|opinion on|hobby|hobbies)|" +
    "(?:tell me|do you know) (?:a joke|about (?:the )?(?:history|life|theory)|something (?:funny|interesting)|who (?:you are|made you|created you)))",
);

/** The person at the other end, who makes a question one of this mail. */
const SPEAKS_OF_US =
  /\b(?:we|us|our|ours|my|mine|your (?!answer|response|reply|output|favou?rite|name|purpose)|order|invoice|meeting|contract|delivery|attached|mail|email|e-mail|quote)\b/;

/** Speaks of an answer or of letters; cheap, so that few sentences are looked at more closely. */
const OF_ANSWERS = /\b(?:answer|response|repl(?:y|ies)|output|message|text|summary)/;
const OF_LETTERS =
  /\b(?:letter|vowel|consonant|character|word|space|alphabet|sentence|typo|misspelling|error)s?\b/;
const POLITE =
  "(?:please |now |also |then |next |so |and |(?:can|could|would|will) you (?:please )?)?";
/** How tasks begin; few sentences do. */
const MAKING = new RegExp(
  `^${POLITE}(?:write|compose|draft|create|generate|develop|craft|provide|produce|tell|give|show|sing|recite|design|make|invent|help)\\b`,
);
const EXPLAINING = new RegExp(
  `^${POLITE}(?:explain|describe|define|outline|illustrate|elaborate|discuss|teach|break|compare|contrast|summari[sz]e|analy[sz]e|paraphrase|interpret|list|name|translate|rewrite|provide|give|show|find|recommend|suggest)\\b`,
);
const ASKING =
  /^(?:so |and |also |by the way,? )?(?:what|how|who|when|where|why|which (?:is|are) your|can|could|tell|do)\b/;

/** True when a folded sentence sets a task for an assistant. */
export function isAssistantTask(folded: string): boolean {
  if (OF_LETTERS.test(folded) && SHAPES_LETTERS.test(folded)) return true;
  const isOfAnswers = OF_ANSWERS.test(folded);
  if (/^(?:in your|respond|reply|answer|write|speak|output|print)\b/.test(folded)) {
    if (IN_YOUR_ANSWER.test(folded)) return true;
  }
  if (isOfAnswers && SHAPES_ANSWER.test(folded)) {
    return !PEOPLE_WANT.test(folded) || /\busers?\b|["'][^"']{8,}["']|www\./.test(folded);
  }
  if (SPEAKS_OF_US.test(folded)) return false;
  return (MAKING.test(folded) && MAKES.test(folded)) ||
    (EXPLAINING.test(folded) && EXPLAINS.test(folded)) ||
    (ASKING.test(folded) && KNOWLEDGE.test(folded));
}
