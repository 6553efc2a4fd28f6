/** How soon does the mail want an answer or an act? */
import type { UrgencyLevel } from "../analyzer.ts";
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

const HARM = cue(
  "(?:system|server|site|website|shop|platform|production|service|network|checkout|everything|inverter|line|oven) (?:is |are |has been |was )?(?:completely |totally |currently |all )?(?:down|offline|not working|unreachable|stopped)",
  "(?:outage|data loss|security breach|data breach|been hacked|ransomware|(?:is|have) an emergency|gas leak|smell of (?:gas|burning|smoke)|fire|injured|injury|food poisoning|allergic reaction|hospital)",
  "(?:legal action|court (?:order|deadline|hearing)|injunction|statute of limitations)",
  "(?:all|none of|no) (?:of )?(?:our |the )?(?:users|customers|staff|orders|shops)(?: \\p{L}{1,10}){0,2} (?:affected|can(?:not|'t)?|blocked|unable)",
  "(?:losing|lost) (?:money|customers|sales|orders|revenue)",
  "(?:totalausfall|ist ein notfall|krankenhaus|produktionsstillstand|produktion steht|datenverlust|ausgefallen|brand|gasgeruch|rechtliche schritte)",
  "(?:es una emergencia|hospital|caíd[oa] (?:total|el sistema)|sistema caído|pérdida de datos|incendio|acciones legales|fuga de gas)",
);
const NOW = cue(
  "(?:urgent|urgently|asap|a\\.s\\.a\\.p|immediately|immediate attention|right away|at once|as soon as possible|without delay|time[- ]critical|top priority|high priority|critical|alarm|severity[=: ](?:major|critical|high))",
  "(?:dringend|eilt|umgehend|sofort|unverzüglich|schnellstmöglich|so schnell wie möglich|eilig)",
  "(?:urgente|urgentemente|urgencia|inmediatamente|de inmediato|cuanto antes|lo antes posible|a la mayor brevedad)",
);
const TODAY = cue(
  "(?:by|before|until|due|needed?|deadline(?: is)?|no later than|latest|reply|answer|decide|confirm)(?: \\p{L}{1,12}){0,2} (?:today|tonight|tomorrow|noon|eod|cob|end of (?:the )?(?:business )?day|close of business)",
  "(?:within|in) (?:the next )?(?:an|one|1|2|two|3|three|four|4|24|twenty-four) hours?",
  "(?:bis|spätestens|noch)(?: \\p{L}{1,12}){0,1} (?:heute|morgen|mittag|abend|feierabend)",
  "(?:antes de|para|hoy|mañana)(?: \\p{L}{1,12}){0,1} (?:hoy|mañana|mediodía|mismo|sin falta)",
);
const SOON = cue(
  "(?:by|before|until|due|no later than|deadline(?: is)?)(?: \\p{L}{1,12}){0,2} (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|\\d{1,2}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december)",
  "this week",
  "(?:bis|spätestens)(?: \\p{L}{1,12}){0,2} (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|woche|\\d{1,2}\\.)",
  "diese woche",
  "(?:antes del?|para el|a más tardar)(?: \\p{L}{1,12}){0,2} (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|\\d{1,2})",
  "esta semana",
  "(?:deadline|frist|plazo)",
);
const CALM = cue(
  "(?:no (?:rush|hurry)|not urgent|(?:isn't|is not|nothing) urgent|whenever you (?:can|have)|when you (?:get|have) (?:a chance|time|a moment)|eilt nicht|nicht dringend|keine eile|sin prisa|no es urgente|no corre prisa|cuando pued[ae]s?)",
);

/**
 * Critical: harm under way that wants action now. High: harm, now, or a deadline of about a day.
 * Medium: a deadline of days, or an open request. Low otherwise, and when the sender says it can wait.
 */
export function readUrgency(
  sentences: readonly Sentence[],
  subject: Sentence,
  hasOpenRequest: boolean,
): UrgencyLevel {
  const all = [subject, ...sentences];
  const says = (pattern: RegExp) => all.some(({ folded }) => pattern.test(folded));
  const harm = says(HARM);
  if (says(CALM) && !harm) return "low";
  const now = says(NOW);
  if (harm && (now || says(TODAY))) return "critical";
  if (harm || now || says(TODAY)) return "high";
  return hasOpenRequest || says(SOON) ? "medium" : "low";
}
