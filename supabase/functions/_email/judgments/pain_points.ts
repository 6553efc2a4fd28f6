/** What does the sender say goes wrong? */
import { cue, type Pattern } from "../text/cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { isQuestion } from "./questions.ts";

const TROUBLE = [
  cue(
    "(?:has|have|had|having|is|are|a|an|the|this|same|serious|with|big|major|these|some|several) (?:\\p{L}{1,15} )?(?:problems?|issues?|errors?|trouble|difficult(?:y|ies)|delays?|bugs?|outages?|faults?|defects?)",
    "(?:does|do|did|is|are|was|were|has|have|will|can|could|would)(?:n't| not)(?: \\p{L}{1,12}){0,2} (?:work(?:s|ed|ing)?|respond(?:ed|ing)?|arriv(?:e|ed|ing)|load(?:ed|ing)?|connect(?:ed|ing)?|receive(?:d)?|acceptable|log ?in|sync(?:ing)?|deliver(?:ed)?|start(?:ed)?)",
    "can(?:'t|not| not) (?:log|access|open|connect|use|see|find|print|send|receive|reach|afford|get|complete)",
    "(?:unable|failed|fails?|failing) to",
    "(?:broken|damaged|faulty|defective|cracked|leaking|mouldy|moldy|spoiled|missing|crashed|crashes|crashing|overcharged|double[- ]charged)",
    "(?:is|are|was|were|went|been) (?:\\p{L}{1,12} )?(?:down|wrong|late|delayed|stuck|lost|incorrect|overdue|disappointing|unacceptable)",
    "(?:is|are|was|were) (?:now )?(?:\\d{1,3} days )?overdue|(?:in|for) the (?:second|third|2nd|3rd|4th) time|(?:second|third|fourth) time|result: {1,6}failed|(?:error|fault|alarm) (?:e?\\d|code)|(?:stops?|stopped|fails?|hangs|freezes) (?:after|when|every|at|then)|standing around|not quorate|(?:is|are|was|were) too (?:long|late|slow|small|loud|expensive)|out of hours|still not (?:in|here|there|working|arrived|paid)|no route to|has been taken to hospital|lose (?:half|an|hours|a day)",
    "still (?:waiting|no (?:reply|answer|response)|(?:has|have) ?n[o']t)",
    "(?:frustrat(?:ed|ing)|disappoint(?:ed|ing)|annoy(?:ed|ing)|struggling|fed up|too expensive|too slow|waste of)",
    "(?:no one|nobody) (?:has )?(?:answers?|answered|replied|called|responded|came)",
  ),
  cue(
    "(?:ein|das|die|mit|große|großes|kein|dieses|gleiche|wieder) (?:\\p{L}{1,15} )?(?:problem|fehler|störung|schwierigkeiten|mangel|mängel|reklamation|verspätung)",
    "(?:probleme|fehlermeldung|mängel|beanstanden|reklamieren)",
    "(?:funktioniert|funktionieren|geht|startet|läuft|klappt)(?: \\p{L}{1,15}){0,3} nicht",
    "(?:kaputt|defekt|beschädigt|verspätet|verdorben|falsch geliefert|enttäuscht|verärgert|unzufrieden|ausgefallen|inakzeptabel)",
    "(?:immer noch|noch immer|bis heute) (?:keine?n?|nicht)",
  ),
  cue(
    "(?:un|el|los|este|con|tenemos|tengo|mismo|varios) (?:\\p{L}{1,15} )?(?:problemas?|error(?:es)?|fallos?|retrasos?|averías?)",
    "no (?:funcionan?|podemos|puedo|arranca|carga|llegó|ha llegado|han llegado|hemos recibido|he recibido|nos han)",
    "(?:roto|rota|rotos|dañad[oa]s?|defectuos[oa]s?|retrasad[oa]s?|decepcionad[oa]s?|inaceptable|insatisfech[oa]s?)",
    "(?:seguimos|sigo|todavía|aún) (?:sin|esperando|no)",
  ),
];

/**
 * What is missing, late, broken or in the way, told less plainly: only where the mail as a whole
 * complains, asks for help or tells what it thought.
 */
const LACKS = [
  cue(
    "(?:can't|cannot|can not|couldn't|could not|won't|will not|would not|wouldn't|did not|didn't|does not|doesn't|do not|don't|is not|isn't|are not|aren't|was not|wasn't|were not|weren't|has not|hasn't|have not|haven't|had not|never)(?! (?:need|mind|worry|hesitate|matter|want|think|like to|wish|blame|have to|let it))",
    "(?:no|nobody|no one|nothing|none|neither) (?:has|have|is|was|were|one|answer|reply|route|luck|sign|trace|sound|heat|power|signal|record|response|warning|explanation)",
    "(?:too|so) (?:long|loud|slow|late|small|dark|bright|short|hot|cold|expensive|far|complicated|heavy|tight|narrow|early|few|many|much)",
    "(?:second|third|fourth|2nd|3rd|4th) (?:time|week|day|night|attempt|delivery)",
    "(?:overdue|dead|lost|hangs|stops|stopped|freezes|crashes|failed|fails|tripped|jammed|cracked|torn|wet|dirty|cold|mouldy|spoilt|splinters|shards|smashed|scratched|empty|stale|rushed|stuffy|slog|clumsy|confusing|wrong|late|rude|leaks?|leaking|dripping|slipped|burnt|rattles?|squeaks?|beeps?|flickers?|vanished|disappeared|gone missing|stands? still|standing (?:around|still|idle|empty)|lose|loses|losing|suffered?|struggl(?:e|ed|ing)|short of|out of (?:hours|stock|order|sync)|only (?:shows?|one|half|two)|instead of|despite|even though|again and again|keeps?|refused|ignored|forgot(?:ten)?|unanswered|not answered|directly above|until half past)",
    "(?:was|were|been) (?:promised|told|assured|charged|billed|sent)(?: [\\p{L}']{1,12}){0,4} (?:but|twice|and|the wrong|a call)",
  ),
  cue(
    "(?:nicht|kein|keine|keinen|keiner|niemand|nie|nichts|nirgends)(?! (?:nötig|schlimm|eilig|dringend|problem|sorge))",
    "(?:verloren|fehlt|fehlen|kaputt|defekt|zu (?:spät|laut|langsam|klein|kurz|lang|dunkel|teuer|kalt|eng)|tropft|undicht|hängt|stürzt|bleibt (?:hängen|stehen)|falsch|doppelt|umständlich|mühsam|statt|obwohl|zum (?:zweiten|dritten) mal|schon wieder|querformat|stimmt nicht|kratzer|riss|schimmel|verspätung|warten|kaum)",
  ),
  cue(
    "(?:no|nadie|nunca|nada|ningún|ninguna|tampoco)(?! (?:hay prisa|se preocupe|hace falta|es necesario|pasa nada|dude))",
    "(?:dos (?:cargos|veces)|otra vez|de nuevo|vuelto a|sin (?:respuesta|luz|agua|servicio)|roto|rota|falta|faltan|tarde|demasiado|perdid[oa]s?|apagado|colgad[oa]|bloquead[oa]|quedado|parad[oa]|cola|mal|equivocad[oa]|pasó lo mismo|se va)",
  ),
];

const DENIED = cue(
  "no (?:problems?|issues?|worries|trouble|errors?|delays?)",
  "not a problem",
  "kein(?:e)? (?:problem|probleme|fehler)",
  "(?:ningún|sin|no hay) (?:problemas?|errores)",
  "(?:hope|glad|solved|fixed|resolved)(?: \\p{L}{1,12}){0,4} (?:problem|issue|error|trouble)s?",
  "(?:problem|issue|error)s? (?:is|was|has been|have been|are) (?:now )?(?:solved|fixed|resolved)",
);

/** Polite or told of something else than trouble. */
const HARMLESS = cue(
  "(?:thank|thanks|please|no (?:need|hurry|rush|panic|worries)|don't worry|not (?:only|to mention|urgent|a problem|at all)|nothing (?:to answer|for you|changes)|never (?:mind|forget)|can't wait|cannot thank|couldn't be (?:happier|better)|no doubt|why not|why don't)",
  "(?:bitte|danke|eilt|keine (?:eile|sorge)|nicht nur)",
  "(?:por favor|gracias|no (?:hay prisa|hace falta|se preocupe))",
);

/** Statements of trouble, in order; questions and denials are none. */
export function findPainPoints(sentences: readonly Sentence[]): Sentence[] {
  const trouble = selectOccurring(TROUBLE, sentences);
  return sentences.filter((sentence) => tells(sentence, trouble));
}

/**
 * The same, and what is told as lacking or in the way: for a mail that complains, asks for help or
 * reviews, where a statement of what is not so is one of trouble.
 */
export function findAllPainPoints(sentences: readonly Sentence[]): Sentence[] {
  const trouble = selectOccurring(TROUBLE, sentences);
  const lacks = selectOccurring(LACKS, sentences);
  return sentences.filter((sentence) =>
    tells(sentence, trouble) ||
    (tells(sentence, lacks) && !HARMLESS.test(sentence.folded) && !isQuestion(sentence))
  );
}

function tells({ folded }: Sentence, patterns: readonly Pattern[]): boolean {
  return patterns.some((pattern) => pattern.test(folded)) && !folded.endsWith("?") &&
    !DENIED.test(folded);
}
