/** Spanish words that show what a mail is for. */
import { type IntentCue, sign } from "../../judgments/intent_cue.ts";

const DAY = "(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|hoy)";
const GAP = "(?:\\p{L}{1,15} ){0,3}";

export const SPANISH_CUES: readonly IntentCue[] = [
  sign(
    "meeting_request",
    3,
    "(?:programar|agendar|concertar|fijar|organizar|tener|aplazar|mover|cambiar) (?:una|la|nuestra) (?:reunión|cita|llamada|videollamada|visita)",
    "reunir(?:me|nos|se) con",
    "(?:le|te|os|les|nos) (?:vendría|viene|va|iría|vendría) (?:también )?bien",
    "(?:podemos|podríamos|podéis|podríais|puede|puedes|podría|podrían) (?:reunirnos|vernos|hablar|venir|pasar|acercar(?:se|te|os))",
    `(?:está|estaría|estás|estarías|tiene|tienes|tendría) (?:disponible|libre|un hueco|hueco|tiempo)`,
    `(?:quedar|vernos|reunirnos|nos vemos) (?:el |este |mañana )?${DAY}?`,
    "invitación:",
  ),
  sign("meeting_request", 1, "(?:reunión|cita|videollamada|visita|agenda)"),
  sign(
    "complaint",
    3,
    "(?:queja|reclamación|reclamo|inaceptable|muy (?:decepcionad|molest|insatisfech|enfadad)[oa]s?|exijo|exigimos|hoja de reclamaciones|por (?:segunda|tercera) vez|a la tercera|cambiar(?:é|emos) de proveedor|vergüenza)",
    "(?:devuelvan|devolución|devolver(?:me|nos)) (?:del |el |mi |uno |nuestro )?(?:de los |dinero|importe|cargo)?",
  ),
  sign(
    "complaint",
    2,
    "(?:reembolso|compensación|cobrad[oa] (?:dos veces|de más)|dos cargos|nadie (?:\\p{L}{1,12} ){0,3}(?:contesta|responde|llamó|vino)|me aseguraron|nos aseguraron|prometieron|lo lamento|pasó lo mismo)",
  ),
  sign(
    "complaint",
    1,
    "(?:decepcionad[oa]s?|insatisfech[oa]s?|dañad[oa]s?|molest[oa]s?|tarde|rot[oa]s?)",
  ),
  sign(
    "support_request",
    3,
    "(?:no (?:me |nos |se )?(?:funciona|arranca|enciende|carga|abre|imprime|conecta|deja|responde|reconoce|puedo (?:entrar|acceder|abrir|cobrar|imprimir))|mensaje de error|código de error|no (?:puedo|podemos|hay manera)|soporte técnico|necesit(?:o|amos) ayuda|se (?:ha|me ha|nos ha) (?:quedado|bloqueado|colgado|parado|apagado)|(?:bloquead|colgad)[oa]|qué hago)",
  ),
  sign(
    "support_request",
    1,
    "(?:error|fallo|contraseña|avería|problema con|actualiza(?:ndo|ción)|apagado|reiniciad[oa]|técnico)",
  ),
  sign(
    "sales_inquiry",
    3,
    `(?:cotización|presupuesto (?:para|sin|detallado|de)|lista de precios|pasar(?:me|nos) (?:precio|presupuesto)|(?:nos gustaría|quisiera|quisiéramos|queremos|quiero|querría) (?:comprar|contratar|encargar|pedir|reservar|alquilar)|hacer un pedido)`,
    `(?:cuánto|qué precio) ${GAP}(?:cuesta|costaría|cuestan|vale|sería|saldría|tiene)`,
    "(?:buscamos|estamos buscando|necesitamos|necesitaríamos) (?:un|una|unos|unas|\\d)",
    "(?:tienen|tenéis|les queda|os queda|disponen) (?:\\p{L}{1,12} ){0,3}(?:en stock|disponibles?|existencias|disponibilidad)",
  ),
  sign(
    "sales_inquiry",
    1,
    "(?:precios?|tarifas?|descuento|pedido|oferta|presupuesto|unidades|personas|proveedor)",
  ),
  sign(
    "proposal",
    3,
    "(?:nuestra (?:propuesta|oferta)|mi (?:propuesta|oferta)|adjunt(?:o|amos) (?:la |nuestra |mi )?(?:propuesta|oferta|presupuesto)|(?:le|les|os|te) (?:propongo|proponemos|ofrezco|ofrecemos)|propongo|proponemos|(?:válid[oa]|vigente) hasta)",
  ),
  sign("proposal", 1, "(?:propuesta|condiciones|sin compromiso|al mes)"),
  sign(
    "partnership",
    3,
    "(?:colaboración|acuerdo de (?:colaboración|distribución)|alianza|ser (?:socios|distribuidores)|colaborar|a medias|a partes iguales|juntos|unir fuerzas|comisión|recomendarnos|nos repartimos)",
  ),
  sign("partnership", 1, "(?:colaborar|conjunt[oa]|socios?)"),
  sign(
    "introduction",
    3,
    "(?:quisiera presentarme|me presento|le presento|os presento|les presento|te presento|presentarles?|presentarnos|soy (?:el|la) nuev[oa]|su nuev[oa] (?:contacto|gestor|gestora)|me habló de)",
    "no busco nada",
  ),
  sign("introduction", 1, "(?:me llamo|mi nombre es)"),
  sign(
    "follow_up",
    3,
    "(?:seguimiento|recordatorio|alguna novedad|hay novedades|sigo (?:esperando|a la espera|sin)|seguimos (?:esperando|a la espera|sin)|retomo|quería saber si|no (?:he|hemos) (?:recibido|tenido|sabido)(?: \\p{L}{1,12}){0,2} (?:respuesta|noticias|nada)|pendiente de (?:pago|respuesta)|adelante con|conforme con|de acuerdo con)",
  ),
  sign(
    "follow_up",
    1,
    "(?:como acordamos|como quedamos|nuestra (?:conversación|reunión|llamada)|la semana pasada|gracias por (?:el|la|su|tu|enviar)|confirmo|recibido)",
  ),
  sign(
    "feedback",
    3,
    "(?:muchísimas gracias|recomendar(?:é|emos)|comentarios sobre|opinión|muy (?:contentos?|satisfech[oa]s?|contentas?)|excelente (?:servicio|trabajo|atención)|encantad[oa]s? (?:con|de)|felicitar|felicidades|enhorabuena|nos (?:ha )?(?:encantado|encantó|gustó)|me (?:ha )?(?:encantado|encantó|gustó)|mejor de lo)",
  ),
  sign("feedback", 1, "(?:sugerencia|mejorar|satisfech[oa]s?|gracias de corazón)"),
  sign(
    "information_sharing",
    2,
    "(?:adjunt[oa]s?|adjuntamos|para su (?:información|conocimiento)|le(?:s)? (?:informo|informamos|comunico|comunicamos)|para que lo sep(?:as|an|a|áis)|no (?:hace falta|es necesario|tiene que|tienen que) (?:\\p{L}{1,12} ){0,2}(?:hacer|contestar|responder)|a partir del? [^.?]{0,60}(?:cambia|cierra|abre|sube|será)|permanecerá cerrad[oa]|factura (?:n|de|del|\\d)|recibo (?:n|de|del)|acta (?:de|del))",
  ),
  sign(
    "complaint",
    2,
    "(?:me|nos) devuelvan|no me coge|rot[oa]s|en mal estado|equivocad[oa]|no es lo que (?:pedí|pedimos)|esperaba más",
  ),
  sign(
    "sales_inquiry",
    3,
    "(?:mesa|habitación|sala|plazas|entradas) para|(?:seríamos|somos) \\p{L}{2,10} (?:personas|adultos)",
  ),
  sign(
    "feedback",
    2,
    "qué (?:maravilla|gusto|bien)|volveremos|seguid así|sigan así|mucho mejor que|riquísim[oa]",
  ),
  sign(
    "meeting_request",
    2,
    "(?:cambiar|pasar|mover)(?:lo|la)? (?:al|para el|a) (?:lunes|martes|miércoles|jueves|viernes)|media hora|pasar(?:me|nos)? por",
  ),
];
