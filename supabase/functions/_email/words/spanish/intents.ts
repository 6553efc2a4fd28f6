/**
 * Spanish words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_INTENTS = String.raw`
@programar = programar|agendar|concertar|fijar|organizar|tener|aplazar|mover|cambiar
@reunion = reunión|cita|llamada|videollamada|visita
@podemos = podemos|podríamos|podéis|podríais|puede|puedes|podría|podrían
@esta = está|estaría|estás|estarías|tiene|tienes|tendría
@lunes = lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|hoy
@devuelvan = devuelvan|devolución|devolver(me|nos)
@de = de los |dinero|importe|cargo
@funciona = funciona|arranca|enciende|carga|abre|imprime|conecta|deja|responde|reconoce
@funciona = puedo (entrar|acceder|abrir|cobrar|imprimir)
@nos = nos gustaría|quisiera|quisiéramos|queremos|quiero|querría
@cuesta = cuesta|costaría|cuestan|vale|sería|saldría|tiene
@buscamos = buscamos|estamos buscando|necesitamos|necesitaríamos
@en = en stock|disponibles?|existencias|disponibilidad
@respuesta = respuesta|noticias|nada
@hace = hace falta|es necesario|tiene que|tienen que
@martes = lunes|martes|miércoles|jueves|viernes

## meeting_request 3
@programar (una|la|nuestra) @reunion — podemos programar una reunión
reunir(me|nos|se) con — me gustaría reunirme con usted
(le|te|os|les|nos) (vendría|viene|va|iría|vendría) (también )?bien — ¿le viene bien el martes?
@podemos (reunirnos|vernos|hablar|venir|pasar|acercar(se|te|os)) — podríamos vernos en su oficina
@esta (disponible|libre|un hueco|hueco|tiempo) — ¿está libre el viernes?
(quedar|vernos|reunirnos|nos vemos) (el |este |mañana )?@lunes? — podemos quedar el lunes
invitación: — invitación: fiesta de verano
reunión (será|es|queda|tendrá lugar|se celebrará|pasa al?) — la reunión será el lunes

## meeting_request 1
reunión|cita|videollamada|visita|agenda — la cita dura una hora

## complaint 3
queja|reclamación|reclamo|inaceptable — quiero poner una reclamación
muy (decepcionad|molest|insatisfech|enfadad)[oa]s? — estamos muy decepcionados
exijo|exigimos|hoja de reclamaciones — exijo una explicación
por (segunda|tercera) vez — llegan tarde por segunda vez
a la tercera — a la tercera me voy
cambiar(é|emos) de proveedor — si sigue así, cambiaremos de proveedor
vergüenza — esto es una vergüenza
@devuelvan (del |el |mi |uno |nuestro )?@de? — quiero que me devuelvan el dinero

## complaint 2
reembolso|compensación — pido el reembolso de la entrada
cobrad[oa] (dos veces|de más) — un billete cobrado dos veces
dos cargos — veo dos cargos en mi tarjeta
nadie (~12 ){0,3}(contesta|responde|llamó|vino) — nadie contesta al teléfono
me aseguraron|nos aseguraron|prometieron|lo lamento — me aseguraron que llegaba el lunes
pasó lo mismo — ayer pasó lo mismo

## complaint 1
decepcionad[oa]s?|insatisfech[oa]s?|dañad[oa]s? — estoy decepcionada con la comida
molest[oa]s?|tarde|rot[oa]s? — el vaso llegó roto

## support_request 3
no (me |nos |se )?@funciona — la impresora no funciona
mensaje de error|código de error — sale un mensaje de error
no (puedo|podemos|hay manera) — no puedo abrir la puerta
soporte técnico|necesit(o|amos) ayuda — necesito ayuda con la alarma
se (ha|me ha|nos ha) (quedado|bloqueado|colgado|parado|apagado) — la pantalla se ha quedado negra
(bloquead|colgad)[oa]|qué hago — la cuenta está bloqueada

## support_request 1
error|fallo|contraseña|avería|problema con — he olvidado la contraseña
actualiza(ndo|ción)|apagado|reiniciad[oa]|técnico — puede venir el técnico

## sales_inquiry 3
cotización — les pido una cotización
presupuesto (para|sin|detallado|de) — un presupuesto para la cocina
lista de precios — ¿me envía la lista de precios?
pasar(me|nos) (precio|presupuesto) — ¿puede pasarme precio de diez sillas?
@nos (comprar|contratar|encargar|pedir|reservar|alquilar) — nos gustaría comprar diez sillas
hacer un pedido — quiero hacer un pedido
(cuánto|qué precio) (~15 ){0,3}@cuesta — ¿cuánto costaría la puerta?
@buscamos (un|una|unos|unas|\d) — buscamos una sala grande
(tienen|tenéis|les queda|os queda|disponen) (~12 ){0,3}@en — ¿tienen la roja en stock?

## sales_inquiry 1
precios?|tarifas?|descuento|pedido|oferta|presupuesto — ¿hay descuento por diez sillas?
unidades|personas|proveedor — somos ocho personas

## proposal 3
nuestra (propuesta|oferta) — adjunto nuestra propuesta
mi (propuesta|oferta) — mi propuesta va abajo
adjunt(o|amos) (la |nuestra |mi )?(propuesta|oferta|presupuesto) — adjunto la propuesta
(le|les|os|te) (propongo|proponemos|ofrezco|ofrecemos) — le propongo una visita al mes
propongo|proponemos — propongo empezar en mayo
(válid[oa]|vigente) hasta — la oferta es válida hasta el 9 de abril

## proposal 1
propuesta|condiciones|sin compromiso|al mes — estas son nuestras condiciones

## partnership 3
colaboración — pensamos en una colaboración
acuerdo de (colaboración|distribución) — un acuerdo de colaboración
alianza — les propongo una alianza
ser (socios|distribuidores) — podríamos ser socios
colaborar|a medias|a partes iguales|juntos|unir fuerzas — podríamos unir fuerzas
comisión|recomendarnos|nos repartimos — usted recibe una comisión

## partnership 1
colaborar|conjunt[oa]|socios? — ofrecemos una visita conjunta

## introduction 3
quisiera presentarme|me presento|le presento|os presento — me presento: soy la nueva vecina
les presento|te presento|presentarles?|presentarnos — les presento a mi colega
soy (el|la) nuev[oa] — soy la nueva gerente
su nuev[oa] (contacto|gestor|gestora) — soy su nuevo contacto
me habló de — ana me habló de ustedes
no busco nada — no busco nada, solo saludar

## introduction 1
me llamo|mi nombre es — me llamo ana

## follow_up 3
seguimiento|recordatorio|alguna novedad|hay novedades — ¿hay alguna novedad?
sigo (esperando|a la espera|sin) — sigo esperando las llaves
seguimos (esperando|a la espera|sin) — seguimos esperando las llaves
retomo|quería saber si — quería saber si lo recibió
no (he|hemos) (recibido|tenido|sabido)( ~12){0,2} @respuesta — no he recibido respuesta
pendiente de (pago|respuesta) — la factura está pendiente de pago
adelante con|conforme con|de acuerdo con — adelante con el pedido

## follow_up 1
como acordamos|como quedamos — como acordamos por teléfono
nuestra (conversación|reunión|llamada) — nuestra conversación del lunes
la semana pasada — hablamos la semana pasada
gracias por (el|la|su|tu|enviar) — gracias por la respuesta
confirmo|recibido — confirmo la fecha

## feedback 3
muchísimas gracias|recomendar(é|emos)|comentarios sobre — muchísimas gracias por las flores
opinión — esta es mi opinión
muy (contentos?|satisfech[oa]s?|contentas?) — estamos muy satisfechos
excelente (servicio|trabajo|atención) — excelente servicio
encantad[oa]s? (con|de)|felicitar|felicidades|enhorabuena — estamos encantados con la cocina
nos (ha )?(encantado|encantó|gustó) — nos gustó la cena
me (ha )?(encantado|encantó|gustó) — me ha encantado el curso
mejor de lo|delicios[oa]s?|precios[oa]s? — fue mejor de lo esperado

## feedback 1
sugerencia|mejorar|satisfech[oa]s?|gracias de corazón — tengo una sugerencia

## information_sharing 2
adjunt[oa]s?|adjuntamos — adjuntamos la lista
para su (información|conocimiento) — para su información, cerramos a las dos
le(s)? (informo|informamos|comunico|comunicamos) — les informamos de un cambio
para que lo sep(as|an|a|áis) — para que lo sepáis
no @hace (~12 ){0,2}(hacer|contestar|responder) — no hace falta contestar
a partir del? [^.?]{0,60}(cambia|cierra|abre|sube|será) — a partir del 3 de mayo el museo abre antes
permanecerá cerrad[oa]|factura (n|de|del|\d) — la oficina permanecerá cerrada
recibo (n|de|del)|acta (de|del) — acta de la reunión

## complaint 2
(me|nos) devuelvan|no me coge|rot[oa]s|en mal estado — el vaso llegó en mal estado
equivocad[oa] — el color está equivocado
no es lo que (pedí|pedimos) — esto no es lo que pedí
esperaba más — esperaba más de ustedes

## sales_inquiry 3
(mesa|habitación|sala|plazas|entradas) para — una mesa para seis
(seríamos|somos) ~2-10 (personas|adultos) — somos seis adultos

## feedback 2
qué (maravilla|gusto|bien) — qué maravilla de jardín
volveremos|seguid así|sigan así|mucho mejor que — volveremos en verano
riquísim[oa] — el arroz estaba riquísimo

## meeting_request 2
(cambiar|pasar|mover)(lo|la)? (al|para el|a) @martes — ¿podemos pasarlo al martes?
media hora|pasar(me|nos)? por — solo sería media hora
`;
