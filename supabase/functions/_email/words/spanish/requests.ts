/**
 * Spanish words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_REQUESTS = String.raw`
@diga = garantizar|prometer
@diga = decir|indicar|confirmar|explicar|informar|imaginar|contar|aclarar|dar|hacer|tener|ser|estar
@podria = podr[ií]an?|podr[ií]as|podr[ií]ais|puedes?|pueden|podéis
@hacer = (?!decir|indicar|confirmar|explicar|informar|contar|dar|llegar|venir|costar)~3-14[aeií]r
@podr = podr[ií]a[ns]?|podr[ií]ais|podr[ií]amos
@me = me|nos|lo|la|los|las|le|les
@necesito = necesito|necesitamos|quiero|queremos|le pido|les pido|le pedimos|les pedimos|os pido
@necesito = le ruego|le rogamos|les ruego|exijo|exigimos
@que = que|si|el|la|un|una|su|nos|me
@enviare = enviaré|enviaremos|mandaré|mandaremos|llamaré|llamaremos|llevaré|pagaré|pagaremos
@enviare = devolveremos
@imp = pása|acérca|avísa|encárga|asegúra|fíja|quéda|llév|lléva|recóge|búsca|mánda|envía|devuélve
@imp = arrégla
@imp = cámbia|quíta|ponga|díga|haga|pónga|tráiga|llámen|páse|pásen|páse|envíen|mánden|quíten|cámbien
@imp = confírma|confírme|resérva
@falta = falta|faltan|faltaría|faltarían|queda|quedaría
@estar = estar|llegar|ser|quedar|venir|ir
@un = un|una|el|la|que|su|si|mucho
@dejad = dejad|sacad|cerrad|abrid|tapad|apagad|guardad|llevad|tirad|usad|firmad|comprad|mirad|tened
@rogamos = rogamos|ruego|solicitamos|solicito|pedimos|se ruega|se solicita|se pide
@necesario = necesario|preciso|imprescindible|importante|conveniente
@necesito2 = necesito|necesitamos|precisamos|requerimos
@quedo = quedo|quedamos|estoy|estamos
@tiene = tiene|tienes|tienen|tenéis|necesita|necesitas|hay
@duda = duda|consulta|pregunta|información|cosa|más
@obj = el|la|los|las|lo|un|una|su|tu|mi|me|nos|también|todo|esto|eso
@obj = de|al|a|que|si|cuanto|antes|bien
@ord = quita|quite|borra|borre|añade|añada|cambia|cambie|saca|saque
@ord = pide|pida|guarda|guarde|verifique
@ord = prepara|prepare|rellene|rellena|complete|completa|elija|elige
@ord = pregunta|pregunte|escribe|escriba
@ord = coge|coja|lea|busque|cierre|abra|llévate|siga|sigue|suba|sube|baje
@ord = baja|retire|tire|tira|dé|da
@ord = cancele|cancela|corrija|corrige|indique|adjunte|solucionen|resuelvan|comprueben|recojan
@haz = haz|pon|deja|mira|revisa|comprueba|llama|manda|envía|trae
@firma = firma|paga|avisa|recuerda|confirma|lee|busca|cierra|abre
@firma2 = firma|paga|avisa|recuerda|confirma|lee|busca|cierra|abre
@mand = mánd|enví|dej|pás|tráe|ház|pón|quít|cámbi|devuélv|arrégl
@hay = hay que|tenéis que|tiene que|tienes que|tienen que|debe|debes|deben
@haga = haga|ponga|deje|mire|revise|compruebe|llame|mande|envíe|traiga|firme|pague|confirme
@haga = vengan?|pasen?|manden|hagan|revisen|arreglen|cambien
@alguien = me|el|la|los|las|lo|una?|si|que|al?|por|su|esto|eso

# The reader is asked to do something.
## asked
por favor — firme la hoja, por favor
@podr( usted| ustedes)?( ~15){0,2} \p{L}{2,}[aeií]r@me? — ¿podría usted enviarme la lista?
(puede[ns]?|podéis)( usted| ustedes)? \p{L}{2,}[aeií]r(me|nos)? — ¿pueden venir el martes?
@necesito (que|el|la|los|las|un|una|su|vuestr[ao]) — necesito la llave
(me|nos|le) @podria @hacer — ¿nos podrían pasar un presupuesto?
(me|nos) gustaría (hablar|recibir|tener) — me gustaría hablar con usted
(me|nos) gustaría que (me|nos|se|lo|la) — me gustaría que me llamara
(vencimiento|pagader[oa])  — vencimiento : 3 de mayo
(ser[ií]a|ser[ií]an|seríais) tan amables? — ¿sería tan amable de llamar?
av[ií]s[ea](me|nos|dme|dnos) — avíseme cuando llegue
av[ií]sen(me|nos) — avísenme cuando lleguen
conf[ií]rm[ea](me|nos|dme|dnos) — confírmeme la fecha
env[ií][ea](me|nos|dme|dnos) — envíeme la lista
envíen(me|nos)?|ind[ií]que(me|nos) — envíenme la lista
ll[aá]m[ea](me|nos|dme|dnos) — llámeme mañana
ll[aá]men(me|nos) — llámenme mañana
resp[oó]nd[ea](me|nos|dme) — respóndeme hoy
m[aá]nd[ea](me|nos|dme|dnos) — mándame una foto
(haz|pon|deja|mira|revisa|comprueba|llama|manda|envía|trae) (me|el|la|los|las|lo|un|una|si) — haz me
@haz (que|al|a|por|montad[oa]s?|tu|esto|eso) — haz que
@firma (me|el|la|los|las|lo|un|una|si) — firma me
@firma2 (que|al|a|por|montad[oa]s?|tu|esto|eso) — firma que
@haga @alguien — haga me
(no te olvides|no olvides|no se olvide|acuérdate) (de|que) — no te olvides de
(acordaos|acuérdese|recordad|recuerden) (de|que) — acordaos de
(les|le|os|te) (exigimos|exijo|rogamos|ruego|pedimos|pido|solicitamos|solicito) — les exigimos
(mandad|enviad|llamad|dejad|poned|haced|decid|avisad|pasad|venid)(me|nos|lo|la|los|las)? — mandad
@mand(a|e|en)?(me|nos|lo|la|los|las)(lo|la|los|las)? — mándme
@hay ~3-15(ar|er|ir)(lo|la|los|las|me|nos)? — hay que hausar
(necesito|necesitamos) que|(hace|haría) falta que — necesito que alguien lo mire
traed|traigan|traiga|poneos|devuelvan|devolvedme — traigan las llaves
reserv[ea](me|nos|dme|dnos) — reservame una mesa
(le|les|te|os) agradecer[ií](a|amos) @que — le agradecería que llamara
(hace|hacen|haría|harían) falta(n)? (que|el|la|los|las|un|una|otr[oa]|más) — hace falta otro técnico
@falta (solo |sólo |todavía |aún )?(por )?~3-14[aei]r — falta poner la fecha
(tendr|habr|deber)[ií]an? (que )?~2-14[aei]r — tendría que estar pagada
(tiene|tienen|debe|deben) (que |de )?@estar — tiene que estar aquí el lunes
@necesito2 (a|un|una|alguien|el|la|los|su|tu) — necesitamos a alguien
(quiero|queremos|exijo|exigimos|pido|pedimos) que — quiero que vengan hoy
(agradecer[ií]a|agradecer[ií]amos|agradezco|agradecemos) @un — agradecería un catálogo
(me|nos) (vendría|vendrían|iría) (muy |de )?(bien|maravilla|perfecto) — nos vendría bien una foto
(trae|traed|traiga|traigan|lleva|llevad|lleve|recoge|recoja|recoged) (~12 ){0,2}~3-14 — trae botas
@imp(lo|la|los|las|me|nos|le|les|te|se) — pásate a buscarlo
@dejad (~12 )?~2-14 — dejad las cajas
(o|si no|de lo contrario),? (me|nos) (~12 ){1,3}(antes|hoy|mañana|ya) — o me llegan antes del jueves
@rogamos (que |a )?(~12 ){0,3}~3-14 — se ruega silencio
(no (olvide|olvides|olviden|dejes|deje|dejen)) (~12 )?~2-14 — no olvide firmar
(es|sería) @necesario (que|~3-14[aei]r) — es necesario que firme
(pendiente|a la espera) de (su|tu|vuestra) (firma|aprobación|confirmación) — pendiente de su firma
(basta|bastaría) (con )?(un|una|que) — basta con una foto
lo (justo|correcto|suyo) sería|(sería|parecería) (lo )?justo — lo justo sería descontarlo
si no (se (abona|paga|recibe)|recibimos|hemos recibido|llega) — si no se abona el viernes
que (su|vuestro|un) ~3-12 (llame|venga|pase|mire) — que su técnico llame hoy

# A question that wants something done, not told.
## by_question
@podria (usted |ustedes )?(?!@diga)~2-12[aeií]r(me|nos|lo|la|los|las|le)?\b — ¿podría enviarme una?
@podria (hacerme|hacernos|darme|darnos) — ¿podría hacernos una oferta?
(ser[ií]a|ser[ií]an|seríais) tan amables? — ¿sería tan amable de llamar?
me (mandas|envías|pasas|traes|dejas|llamas|manda|envía|trae|mandan|envían) — ¿me mandas la lista?
nos (mandas|envías|pasas|traes|dejas|llamas|manda|envía|trae|mandan|envían) — ¿nos envían la lista?
(te|le|les|os) importaría — ¿le importaría venir antes?

# The sender says what they will do.
## promised
(le|les|te|os|lo|la|los|las) @enviare — le enviaré la lista mañana
(mañana|hoy) (le|te|les|os) (mando|envío|llamo|paso) — mañana le mando la lista

# A promise with a condition that the reader may leave alone is an offer.
## offered
si (quiere[ns]?|quieres|lo desea) — si quiere, voy con usted

# Politeness, or bait, that asks for nothing.
## polite
no dude(n)? en — no dude en llamar
(haga|hagan|haz) caso omiso — si ya pagó, haga caso omiso
cualquier (duda|consulta|pregunta) — para cualquier duda, estoy aquí
@quedo a (su|tu|vuestra|entera) (entera )?disposición — quedo a su disposición
(si @tiene|ante|para) (alguna|cualquier|algo|más) (~12 )?@duda? — si tiene alguna duda, llámeme

# Only an answer is wanted, which the questions already say.
## only_answer
(dígame|díganos|avíseme|avísenos) (si|cuándo) — dígame si le viene bien

# The reader is asked not to do something.
## unwanted
por favor,? no — por favor, no llamen antes de las nueve

# First words that order something.
## ^order
@ord @obj — quita también el párrafo
(díga|dígan|pónga|sáca|bája|súbe|retíra|revísa)(me|nos|lo|la|los|las|le) — díganme a qué hora
ven(ga|gan)? (mañana|ya|pronto|hoy|a) — ven mañana
(?!~2-10([úi]cul|[íá]l|ng[eu]l)[oe]s?)~2-8[áéíóú]~2-4(lo|los|las|nos|selo) — repártelas hoy
`;
