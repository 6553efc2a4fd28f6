/** Words that show what a mail is for. Weights: 1 a hint, 2 a clear sign, 3 hardly anything else. */
import type { Intent } from "../analyzer.ts";
import { cue } from "../text/cues.ts";

export interface IntentCue {
  readonly intent: Intent;
  readonly weight: 1 | 2 | 3;
  readonly pattern: RegExp;
}

const WEEKDAY =
  "(?:monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag|lunes|martes|miércoles|jueves|viernes)";

function sign(intent: Intent, weight: 1 | 2 | 3, ...sources: readonly string[]): IntentCue {
  return { intent, weight, pattern: cue(...sources) };
}

/** English, German and Spanish, written in folded form (see `fold`). */
export const INTENT_CUES: readonly IntentCue[] = [
  sign(
    "meeting_request",
    3,
    "(?:schedule|arrange|set up|book|organi[sz]e|request) (?:an?|the|our|another|some) (?:\\p{L}{1,12} ){0,2}(?:meeting|call|appointment|demo|visit|consultation|time|video call)",
    "(?:can|could|shall|should|may) we (?:please )?(?:meet|talk|speak|have a (?:\\p{L}{1,10} )?(?:call|chat|meeting))",
    "(?:are you|would you be) (?:available|free)",
    "(?:invitation|invite|einladung|invitación):",
    "(?:you have been|you are|you're) invited",
    "(?:would|'d) like to meet",
    `(?:can|could|how about|would) (?:we do |you do )?(?:on )?${WEEKDAY}`,
    "meeting request",
    "(?:termin|treffen|besprechung|telefonat|videokonferenz) (?:vereinbaren|ausmachen|vorschlagen|machen)",
    "(?:passen|passt) (?:ihnen |euch |dir |uns )?(?:diese|folgende|der|einer)(?: \\p{L}{1,12}){0,2} termine?",
    "(?:diese|folgende) termine",
    "(?:hätten|haben) sie (?:\\p{L}{1,12} ){0,3}zeit",
    "(?:programar|agendar|concertar|fijar|organizar|tener) una (?:reunión|cita|llamada|videollamada)",
    "reunir(?:me|nos) con",
    "(?:le|te|os|les) (?:vendría|viene|va|iría) bien",
    "(?:podemos|podríamos) (?:reunirnos|vernos|hablar)",
    "(?:está|estaría|estás|estarías) (?:disponible|libre)",
  ),
  sign(
    "meeting_request",
    1,
    "(?:meeting|appointment|call|meet up|get together)",
    "(?:termin|besprechung|telefonat)",
    "(?:reunión|cita|videollamada)",
    `${WEEKDAY},? (?:at|um|a las) \\d{1,2}`,
  ),
  sign(
    "complaint",
    3,
    "(?:formal |official )?complaint",
    "(?:unacceptable|disgraceful|outrageous|fed up|appalling)",
    "(?:demand|want|expect|request) (?:a |my |an immediate |an )?(?:full )?(?:refund|replacement|compensation|explanation|apology)",
    "(?:at your (?:own )?(?:cost|expense)|(?:second|third|fourth) time (?:i|we)|(?:our|my) (?:solicitor|lawyer|attorney))",
    "(?:very|extremely|deeply|really|so) (?:disappointed|unhappy|dissatisfied|upset|frustrated|annoyed)",
    "(?:beschwerde|reklamation|inakzeptabel|unverschämt|frechheit|(?:sehr|zutiefst|mehr als) (?:enttäuscht|verärgert|unzufrieden))",
    "(?:queja|reclamación|inaceptable|muy (?:decepcionad|molest|insatisfech)[oa]s?|exijo|exigimos)",
  ),
  sign(
    "complaint",
    1,
    "(?:disappointed|dissatisfied|unhappy|frustrated|refund|compensation|overcharged|damaged|spoiled|wrong order|not happy)",
    "(?:enttäuscht|unzufrieden|verärgert|beschädigt|erstattung|gutschrift|mangelhaft)",
    "(?:decepcionad[oa]s?|insatisfech[oa]s?|reembolso|dañad[oa]s?|molest[oa]s?)",
  ),
  sign(
    "support_request",
    3,
    "(?:error (?:message|code|text|\\d{2,5}|e\\d)|stack ?trace|exception|bug report)",
    "(?:will not|won't|does not|doesn't|did not) (?:start|come back|turn on|switch on|boot)",
    "(?:keeps? (?:crashing|failing|tripping|disconnecting)|drops? out|tripped|fault|stopped working)",
    "(?:can't|cannot|can not|unable to|couldn't) (?:log ?in|sign in|access|connect|open|upload|download|print|reset|install|load)",
    "(?:does|do|is|are|has|did)(?:n't| not)(?: \\p{L}{1,12}){0,2} (?:working|work|respond(?:ing)?|load(?:ing)?|start(?:ing)?|sync(?:ing)?|connect(?:ing)?|report(?:ing)?)",
    "(?:support ticket|technical support|need (?:some |your )?help|please help|help me)",
    "(?:fehlermeldung|fehlercode|funktioniert(?: \\p{L}{1,12}){0,2} nicht|brauche(?:n)? (?:ihre |eure )?hilfe|lässt sich nicht)",
    "(?:no funciona|mensaje de error|código de error|no (?:puedo|podemos) (?:acceder|entrar|conectar|abrir)|soporte técnico|necesit(?:o|amos) ayuda)",
  ),
  sign(
    "support_request",
    1,
    "(?:error|crash(?:es|ed)?|troubleshoot|reinstall|password|login|not working|issue with|problem with|fails?|offline)",
    "(?:fehler|störung|passwort|anmeldung|absturz|kaputt|ausgefallen)",
    "(?:error|fallo|contraseña|avería|problema con)",
  ),
  sign(
    "sales_inquiry",
    3,
    "(?:quote|quotation|price list|pricing|estimate) (?:for|on|of)",
    "(?:send|provide|give|prepare|like|need|request|want)(?: \\p{L}{1,12}){0,3} (?:quote|quotation|estimate|price list|price|pricing)",
    "(?:interested in|looking to) (?:buy(?:ing)?|purchas(?:e|ing)|order(?:ing)?|your (?:product|service|offer|catering|panels?|solution)s?)",
    "(?:would|'d) like to (?:order|buy|purchase)",
    "(?:request for (?:a )?quot(?:e|ation)|rfq)",
    "(?:angebot|kostenvoranschlag|preisliste)(?: \\p{L}{1,15}){0,6} (?:zusenden|senden|schicken|erstellen|machen|unterbreiten|anfordern|erhalten|zukommen)",
    "(?:um (?:ein|ihr) angebot|preisanfrage|angebotsanfrage)",
    "(?:cotización|presupuesto (?:para|sin|detallado)|lista de precios|nos gustaría (?:comprar|contratar|encargar)|hacer un pedido)",
  ),
  sign(
    "sales_inquiry",
    1,
    "(?:how much (?:would|does|do|is)|what (?:would|does|do) (?:it|this|that|you) (?:cost|charge))",
    "(?:cuánto (?:cuesta|costaría|cuestan|vale)|was (?:kostet|kosten|würde))",
    "(?:pricing|prices?|quote|quotation|discount|bulk order|demo|trial|per unit|minimum order)",
    "(?:angebot|preise?|rabatt|bestellung|stückzahl|mengenrabatt)",
    "(?:precios?|tarifas?|descuento|pedido|oferta)",
  ),
  sign(
    "proposal",
    3,
    "(?:attached|enclosed|our|this|following|a|the|revised|formal) (?:\\p{L}{1,12} ){0,2}proposal",
    "(?:i|we)(?:'d| would)? (?:like to )?(?:propose|offer you)(?! a partnership)",
    "(?:our|this) offer (?:includes|covers|is valid)",
    "(?:unser (?:angebot|vorschlag)|wir (?:schlagen|bieten)(?: \\p{L}{1,15}){0,4} (?:vor|an)|anbei (?:unser|das) angebot)",
    "(?:nuestra (?:propuesta|oferta)|adjunt(?:o|amos) (?:la |nuestra )?propuesta|(?:le|les|os) proponemos|propongo)",
  ),
  sign("proposal", 1, "(?:proposal|proposed|scope of work|offer)", "vorschlag", "propuesta"),
  sign(
    "partnership",
    3,
    "(?:partnership|partner with|partnering|joint venture|strategic alliance|become (?:a |your )?(?:partner|reseller|distributor)|reseller agreement|co-?marketing|collaborat(?:e|ion|ing) (?:with|between|on))",
    "(?:partnerschaft|kooperation|gemeinsam anbieten|vertriebspartner(?:schaft)?)",
    "(?:colaboración (?:entre|con)|acuerdo de (?:colaboración|distribución)|alianza|ser (?:socios|distribuidores)|colaborar con)",
  ),
  sign(
    "partnership",
    1,
    "(?:collaboration|referral|reseller|synerg(?:y|ies))",
    "zusammenarbeit",
    "colaborar",
  ),
  sign(
    "introduction",
    3,
    "(?:introduce (?:you|myself|ourselves|our|my|him|her|them|two)|introducing (?:you|myself)|introduction (?:to|between)|meet my (?:colleague|friend)|(?:connect|connecting) you (?:with|to|two|both))",
    "introduction:",
    "meet \\p{L}{2,20}(?: \\p{L}{2,20}){1,2}, (?:who|our|the|my)",
    "(?:i(?:'m| am) (?:the new|a new|your new)|i (?:recently|just) (?:joined|started)|nice to e-?meet you)",
    "(?:möchte mich (?:kurz )?vorstellen|darf ich (?:ihnen|euch|dir|mich|vorstellen)|stelle mich (?:kurz )?vor)",
    "(?:quisiera presentarme|me presento|le presento|os presento|les presento)",
  ),
  sign("introduction", 1, "my name is", "mein name ist", "(?:me llamo|mi nombre es)"),
  sign(
    "follow_up",
    3,
    "(?:follow(?:ing)?[- ]?up|circling back|checking in|touching base|just checking|(?:gentle|friendly|short|quick|kind|little) reminder|any (?:news|update|updates|progress) (?:on|about|regarding|yet|from)|second reminder)",
    "(?:have you had (?:a |the )?(?:chance|time|opportunity)|did you (?:get|receive|see|have a chance)|have(?:n't| not) (?:heard|received)(?: \\p{L}{1,12}){0,3} (?:back|reply|response|answer|anything|from you))",
    "(?:nachfassen|nachfragen|zurückkommen auf|erinnerung|gibt es (?:schon )?(?:neuigkeiten|etwas neues)|wie besprochen|bezugnehmend auf|noch keine (?:antwort|rückmeldung))",
    "(?:seguimiento|recordatorio|alguna novedad|sigo (?:esperando|a la espera)|retomo|quería saber si|no (?:he|hemos) recibido (?:respuesta|noticias))",
  ),
  sign(
    "follow_up",
    1,
    "(?:as discussed|as agreed|per our|further to|last week|our (?:last )?(?:call|conversation|meeting)|reminder|again)",
    "(?:wie vereinbart|unser gespräch|letzte woche)",
    "(?:como acordamos|nuestra (?:conversación|reunión|llamada)|la semana pasada)",
  ),
  sign(
    "feedback",
    3,
    "(?:feedback|wanted to (?:say (?:a big |a huge )?thank|let you know how|tell you how|say how)|(?:really|absolutely|truly) (?:love|loved|enjoyed|impressed|delicious)|(?:great|excellent|fantastic|wonderful|amazing) (?:work|job|service|experience|team|product|support)|keep up the|compliments?|well done|highly recommend)",
    "(?:rückmeldung zu|feedback|lob|weiterempfehlen|sehr zufrieden|begeistert|hervorragend|großartig|ein großes (?:lob|dankeschön))",
    "(?:muchísimas gracias|recomendar(?:é|emos)|comentarios sobre|opinión|muy (?:contentos?|satisfech[oa]s?|contentas?)|excelente (?:servicio|trabajo|atención)|encantad[oa]s? con|felicitar|enhorabuena)",
  ),
  sign(
    "feedback",
    1,
    "(?:suggestions?|suggest(?:ed)?|improve(?:ment)?|happy with|pleased with|impressed)",
    "(?:verbesserung|zufrieden)",
    "(?:sugerencia|mejorar|satisfech[oa]s?)",
  ),
  sign(
    "information_sharing",
    2,
    "(?:fyi|for your (?:information|records|reference)|please (?:find|see)(?: \\p{L}{1,12}){0,3} (?:attached|enclosed|below)|(?:attached|enclosed) (?:is|are|you will find|please find)|please (?:note|be advised|be informed)|(?:just )?(?:to|wanted to) (?:inform|update|notify) you|letting you know|heads[- ]up|here (?:is|are) the)",
    "(?:zur (?:info|information|kenntnis)|anbei|im anhang|beigefügt|teilen (?:wir )?(?:ihnen )?mit|möchten (?:wir )?(?:sie|euch) (?:darüber )?informieren)",
    "(?:adjunt[oa]s?|adjuntamos|para su (?:información|conocimiento)|le(?:s)? (?:informo|informamos|comunico|comunicamos)|para que lo sepas)",
  ),
  sign(
    "information_sharing",
    2,
    "(?:invoice|receipt|minutes) (?:no\\.?|number|#|for|attached|\\d|of|is)",
    "(?:rechnung|beleg|protokoll) (?:nr|re|für|vom|über|\\d)",
    "(?:factura|recibo|acta) (?:n|de|del|para|\\d)",
  ),
];
