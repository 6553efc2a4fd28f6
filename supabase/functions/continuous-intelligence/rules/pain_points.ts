/** What does the sender say goes wrong? */
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

const TROUBLE = [
  cue(
    "(?:has|have|had|having|is|are|a|an|the|this|same|serious|with|big|major|these|some|several) (?:\\p{L}{1,15} )?(?:problems?|issues?|errors?|trouble|difficult(?:y|ies)|delays?|bugs?|outages?|faults?|defects?)",
    "(?:does|do|did|is|are|was|were|has|have|will|can|could|would)(?:n't| not)(?: \\p{L}{1,12}){0,2} (?:work(?:s|ed|ing)?|respond(?:ed|ing)?|arriv(?:e|ed|ing)|load(?:ed|ing)?|connect(?:ed|ing)?|receive(?:d)?|acceptable|log ?in|sync(?:ing)?|deliver(?:ed)?|start(?:ed)?)",
    "can(?:'t|not| not) (?:log|access|open|connect|use|see|find|print|send|receive|reach|afford|get|complete)",
    "(?:unable|failed|fails?|failing) to",
    "(?:broken|damaged|faulty|defective|cracked|leaking|mouldy|moldy|spoiled|missing|crashed|crashes|crashing|overcharged|double[- ]charged)",
    "(?:is|are|was|were|went|been) (?:\\p{L}{1,12} )?(?:down|wrong|late|delayed|stuck|lost|incorrect|overdue|disappointing|unacceptable)",
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

const DENIED = cue(
  "no (?:problems?|issues?|worries|trouble|errors?|delays?)",
  "not a problem",
  "kein(?:e)? (?:problem|probleme|fehler)",
  "(?:ningún|sin|no hay) (?:problemas?|errores)",
  "(?:hope|glad|solved|fixed|resolved)(?: \\p{L}{1,12}){0,4} (?:problem|issue|error|trouble)s?",
  "(?:problem|issue|error)s? (?:is|was|has been|have been|are) (?:now )?(?:solved|fixed|resolved)",
);

/** Statements of trouble, in order; questions and denials are none. */
export function findPainPoints(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ folded }) =>
    !folded.endsWith("?") && !DENIED.test(folded) && TROUBLE.some((trouble) => trouble.test(folded))
  );
}
