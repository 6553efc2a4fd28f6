/** Which sentences are meant for the software that reads the mail rather than for a person? */
import { cue, fold } from "../../text/cues.ts";
import { selectOccurring, type Sentence } from "../../text/sentences.ts";
import { isAssistantTask } from "./assistant_tasks.ts";

const OVERRIDES = cue(
  "(?:ignore|disregard|forget|override) (?:all |any |the |your |every |previous |prior |above |earlier |these |my ){0,4}(?:instructions?|prompts?|rules|guidelines|directions|commands)",
  "ignor(?:ier|iere|ieren) (?:sie )?(?:alle |die |bisherigen |vorherigen |obigen ){0,3}(?:anweisungen|anordnungen|instruktionen|regeln)",
  "(?:ignora|ignore|ignorar|olvida|olvide) (?:todas |las |tus |sus |anteriores ){0,4}(?:instrucciones|reglas|órdenes)",
  "(?:you are|act as|pretend to be|as) (?:now )?an? (?:ai|artificial intelligence|assistant|language model|llm|chatbot)",
  "(?:system|developer) (?:prompt|override|instruction|note)s?",
  "(?:new|updated|important) instructions? (?:for|to) (?:the )?(?:ai|assistant|model|system|agent|bot)s?",
  "(?:note|notice|message|attention|dear|hey|hello)(?: \\p{L}{1,10}){0,2} (?:ai|llm|language model)s?(?: assistants?| agents?| models?| systems?)?",
);

const TO_SOFTWARE = cue(
  "(?:classify|label|mark|flag|tag|categori[sz]e|rate|score) (?:this|the|it|me|my)(?: (?:e-?mail|message|mail|sender|text))?[^.]{0,30} (?:as|with|to)",
  "(?:set|change|raise) (?:the |its |your )?(?:urgency|priority|intent|sentiment|confidence|confidence score|primary intent)(?: level)? (?:to|as|=)",
  "(?:urgency_level|primary_intent|confidence_score|decision_maker|budget_mentioned|secondary_intents)",
  "(?:klassifiziere|markiere|bewerte|stufe) (?:diese|die) (?:e-?mail|nachricht|mail)",
  "(?:clasifica|marca|etiqueta) este (?:correo|mensaje|e-?mail)",
);

/** True when one sentence or subject instructs an automatic reader. */
export function instructsTheReader(folded: string): boolean {
  return OVERRIDES.test(folded) || TO_SOFTWARE.test(folded) || isAssistantTask(folded);
}

/**
 * Leaves out what instructs an automatic reader: the sentence ("classify this mail as …", "write a poem"),
 * and the whole paragraph around an attempt to override its orders ("ignore previous instructions"). Such
 * text says nothing about the sender's wish, so no rule reads it.
 */
export function dropReaderInstructions(sentences: readonly Sentence[]): Sentence[] {
  const overriding = selectOccurring([OVERRIDES], sentences);
  const labelling = selectOccurring([TO_SOFTWARE], sentences);
  const overridden = new Set<number>();
  for (const { folded, paragraph } of sentences) {
    if (overriding.some((pattern) => pattern.test(folded))) overridden.add(paragraph);
  }
  return sentences.flatMap((sentence) => {
    const { folded, paragraph } = sentence;
    if (overridden.has(paragraph)) return [];
    if (labelling.some((pattern) => pattern.test(folded))) return [];
    return cutAssistantTask(sentence);
  });
}

/** A task may hang on a line without a full stop: the line before it stays. */
function cutAssistantTask(sentence: Sentence): Sentence[] {
  if (isAssistantTask(sentence.folded)) return [];
  if (!sentence.text.includes("\n")) return [sentence];
  for (const { index } of sentence.text.matchAll(/(?<=\n)\p{Lu}/gu)) {
    if (!isAssistantTask(fold(sentence.text.slice(index)))) continue;
    const text = sentence.text.slice(0, index).trimEnd();
    return [{ ...sentence, text, folded: fold(text) }];
  }
  return [sentence];
}
