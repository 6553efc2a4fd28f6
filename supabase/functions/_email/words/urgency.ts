/** Words that show how soon a mail wants an answer or an act. */
import { cuesOf } from "../text/cues.ts";

/** Damage, danger or loss under way. */
export const HARM = cuesOf({
  en: [
    "(?:whole |entire |our |the )?(?:system|server|site|website|shop|platform|production|service|network|checkout|everything|all (?:four|three|five|of our \\p{L}{3,12})|line|phones?) (?:is |are |has been |was |went )?(?:completely |totally |currently |all )?(?:down|offline|unreachable|dead)",
    "(?:outage|data loss|security breach|data breach|been hacked|ransomware|(?:is|have) an emergency|gas leak|smell of (?:gas|burning|smoke)|smells? of (?:gas|burning)|(?:is|on) fire|smoke|injured|injury|food poisoning|allergic reaction|hospital|ambulance|electric shock|flood(?:ed|ing)|evacuat(?:e|ed|ing))",
    "(?:water|rain|sewage|oil|gas) (?:is |keeps )?(?:\\p{L}{1,10} )?(?:coming|running|pouring|leaking|dripping|flooding)",
    "(?:injunction|statute of limitations)",
    "(?:all|none of|no) (?:of )?(?:our |the )?(?:users|customers|staff|orders|shops|branches|patients)(?: \\p{L}{1,10}){0,2} (?:affected|can(?:not|'t)?|blocked|unable|lost)",
    "(?:losing|lost) (?:money|customers|sales|orders|revenue|\\p{L}{3,12} (?:at|since))",
    "(?:no|without) (?:heat|heating|power|electricity|water|oxygen|insulin|cooling)",
    "(?:thawing|spoiling|burst|collapsed|stranded|trapped|bleeding|insulin|defibrillator)",
  ],
  de: [
    "(?:totalausfall|ist ein notfall|krankenhaus|produktionsstillstand|produktion steht|datenverlust|brennt|gasgeruch|rechtliche schritte|verletzt|rohrbruch|überschwemm\\p{L}{1,6}|wasser (?:läuft|tropft|kommt)|strom ist weg|kein strom|lebensgefahr|rückrufaktion)",
  ],
  es: [
    "(?:es una emergencia|hospital|caíd[oa] (?:total|el sistema)|sistema caído|pérdida de datos|incendio|fuga de (?:gas|agua)|inundad[oa]|herid[oa]s?|sin (?:luz|agua|calefacción|frío|electricidad))",
  ],
});

/** A serious consequence that is named. */
export const CONSEQUENCE = cuesOf({
  en: [
    "(?:lose|loses|losing|forfeit|miss(?:es)?) (?:the|our|my|their|a) (?:\\p{L}{1,12} )?(?:house|deposit|contract|customer|client|slot|flight|licen[cs]e|deal|booking|ship|order|tender|deadline|hearing)",
    "(?:must|have to|will|need to) (?:\\p{L}{1,12} )?(?:close|shut|evacuate|cancel everything|send (?:everyone|them|people|the children) home|throw (?:it|them|everything) away|stop (?:production|work|the line))",
    "(?:court|hearing|tribunal|penalty|penalties|fine of|contract penalty|runs? out (?:tonight|today|tomorrow)|expires? (?:tonight|today|tomorrow))",
    "(?:taken|rushed) to (?:the )?hospital|by law",
  ],
  de: [
    "(?:gericht|verhandlung|vertragsstrafe|schließen müssen|müssen (?:\\p{L}{1,12} ){0,3}schließen|läuft (?:heute|morgen) ab|frist läuft)",
  ],
  es: [
    "(?:juicio|vista|audiencia|penalización|multa|tendremos que cerrar|perdemos (?:el|la|a))",
  ],
});

/** Somebody cannot go on working. */
export const STANDSTILL = cuesOf({
  en: [
    "(?:standing (?:around|still|idle|by)|stand(?:s)? still|at a standstill|cannot (?:work|serve|trade|open|ship|deliver|invoice|sell|dispense|hand out|take (?:orders|payments))|can't (?:work|serve|trade|open|ship|deliver|invoice|sell|take (?:orders|payments))|unable to (?:work|serve|trade|open|ship|sell)|stops? (?:production|the line|after)|blocked (?:from working|until)|queue (?:out|round|to|down)|losing (?:a day|hours)|holding up|(?:crew|team|people|staff|drivers?|lorr(?:y|ies)|fitters?) (?:are|is) (?:waiting|idle|sitting))",
    "no new backups|failed (?:again|\\d|for the)|(?:2nd|3rd|\\dth|second|third) (?:night|day|time) in a row|0 bytes free",
  ],
  de: [
    "(?:steht still|stehen still|können nicht (?:arbeiten|weiterarbeiten|öffnen|liefern|verkaufen|kassieren)|stillstand|warten alle|blockiert)",
  ],
  es: [
    "(?:parad[oa]s?|no podemos (?:trabajar|abrir|vender|cobrar|atender|servir)|solo puedo cobrar|cola hasta|la gente se va|bloquead[oa]s?)",
  ],
});

/** The sender's last word before a consequence. */
export const LAST_WARNING = cuesOf({
  en: [
    "(?:final|last) (?:reminder|warning|notice|demand|chance to (?:pay|reply))",
    "(?:without further notice|hand (?:the|this) matter|instruct our (?:solicitors|lawyers)|legal (?:action|proceedings)|debt collect(?:or|ors|ion)|our (?:solicitors?|lawyers?) will)",
  ],
  de: [
    "(?:letzte (?:mahnung|erinnerung|aufforderung)|inkasso|rechtsanwalt|anwalt einschalten|gerichtliches mahnverfahren)",
  ],
  es: [
    "(?:último (?:aviso|recordatorio)|acciones legales|vía judicial|nuestros abogados)",
  ],
});

/** The word itself. */
export const SAID_URGENT = cuesOf({
  en: [
    "(?:urgent|urgently|asap|a\\.s\\.a\\.p|immediately|immediate attention|right away|straight away|straightaway|at once|as soon as possible|without delay|time[- ]critical|top priority|high priority|critical|alarm|severity[=: ](?:major|critical|high)|get (?:\\p{L}{2,12} ){1,2}here now)",
  ],
  de: [
    "(?:dringend|umgehend|sofort|unverzüglich|schnellstmöglich|so schnell wie möglich|eilig|es eilt)",
  ],
  es: [
    "(?:urgente|urgentemente|urgencia|inmediatamente|de inmediato|cuanto antes|lo antes posible|a la mayor brevedad)",
  ],
});

/** A deadline of about a day, told without a date. */
export const TODAY = cuesOf({
  en: [
    "(?:by|before|until|due|needed?|deadline(?: is)?|no later than|latest|reply|answer|decide|confirm)(?: \\p{L}{1,12}){0,2} (?:today|tonight|tomorrow|noon|eod|cob|end of (?:the )?(?:business )?day|close of business)",
    "(?:within|in) (?:the next )?(?:an|one|1|2|two|3|three|four|4|24|twenty-four|48) hours?",
  ],
  de: [
    "(?:bis|spätestens|noch)(?: \\p{L}{1,12}){0,1} (?:heute|morgen|mittag|abend|feierabend)",
  ],
  es: [
    "(?:antes de|para)(?: \\p{L}{1,12}){0,1} (?:hoy|mañana|mediodía|mismo)|hoy mismo|sin falta",
  ],
});

/** What makes a date of a sentence a deadline, where the sentence asks for nothing itself. */
export const DUE = cuesOf({
  en: [
    "(?:by|before|until|till|due|no later than|latest|deadline|must|needs?|runs? out|expires?|closes?|ends?|is required|have to|has to|pick up|collect|start(?:s|ing)?)",
  ],
  de: [
    "(?:bis|vor|spätestens|fällig|frist|muss|müssen|endet|läuft ab)",
  ],
  es: [
    "(?:antes|hasta|para el|a más tardar|vence|caduca|plazo|tiene que)",
  ],
});

/** The sender takes the pressure out. */
export const CALM = cuesOf({
  en: [
    "(?:no|not? (?:in )?any|there is no|there's no|not in a) (?:great |real |big |particular )?(?:rush|hurry|panic|pressure|urgency)",
    "(?:not urgent|(?:isn't|is not|nothing|not at all|it's not|not) (?:\\p{L}{1,8} )?urgent|whenever (?:you|it|suits)|when(?:ever)? you (?:get|have|can|find|next) (?:a chance|time|a moment|a minute|spare)?|take your time|at your (?:leisure|convenience)|in your own time|don't drop everything|can wait|in no hurry|no great hurry)",
  ],
  de: [
    "(?:eilt (?:\\p{L}{1,8} )?nicht|nicht (?:\\p{L}{1,8} )?(?:dringend|eilig)|keine eile|hat zeit|in ruhe|bei gelegenheit|wenn (?:sie|du|ihr) zeit (?:haben|hast|habt))",
  ],
  es: [
    "(?:sin prisas?|no (?:es|corre) (?:urgente|prisa)|no hay prisa|ninguna prisa|cuando pued[ae]s?|con calma|sin agobios?)",
  ],
});

/** What fraud threatens with or promises. */
export const FRAUD = cuesOf({
  en: [
    "(?:mailbox|e-?mail account|account|password)(?: \\p{L}{1,12}){0,4} (?:will be|is|has been|have|has) (?:closed|suspended|deactivated|blocked|expired?|terminated|limited)",
    "(?:verify|confirm|validate|keep) (?:your |the )?(?:same |account |mailbox )?(?:identity|password|account|mailbox|login|credentials)",
    "(?:failure to comply|permanent clos(?:ing|ure)|claim your (?:prize|winnings)|you have won|beneficiary|inheritance of|gift cards? (?:and send|codes?)|bitcoin)",
  ],
  de: [
    "(?:ihr (?:konto|postfach|passwort)(?: \\p{L}{1,12}){0,3} (?:gesperrt|geschlossen|abgelaufen)|bestätigen sie ihre (?:zugangsdaten|identität|daten))",
  ],
  es: [
    "(?:su (?:cuenta|buzón|contraseña)(?: \\p{L}{1,12}){0,3} (?:suspendid[oa]|bloquead[oa]|cerrad[oa]|caducad[oa])|verifique su (?:cuenta|identidad))",
  ],
});

/** A stranger's offer. */
export const COLD_OFFER = cuesOf({
  en: [
    "(?:we (?:help(?:ed)?|work with)|i (?:noticed|came across|was looking for|saw|stumbled)) (?:[\\p{L}']{1,12} ){0,8}(?:your (?:website|workshop|company|business|site|shop|store|profile|listing|area)|companies|businesses|a \\p{L}{2,12} \\p{L}{2,12} with the same)",
    "(?:cancel any ?time|no obligation|for a business (?:of your size|like yours)|worth a (?:quick |short |\\d{1,2}[ -]minute )?(?:chat|call)|sent from our sales|book your (?:free )?(?:slot|demo|call)|grow your (?:business|sales|revenue)|\\d{2,3} ?% more (?:leads|customers|sales|calls)|more (?:leads|calls|customers) a month)",
  ],
  de: [
    "(?:unverbindliches? (?:angebot|gespräch|demo)|mehr kunden|steigern sie|auf ihre (?:website|firma|webseite) (?:gestoßen|aufmerksam))",
  ],
  es: [
    "(?:sin compromiso|he visto (?:su|tu|vuestra) (?:web|página|empresa)|aumentar (?:sus|tus) ventas)",
  ],
});
