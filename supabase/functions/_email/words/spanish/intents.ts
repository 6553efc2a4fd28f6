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
@programar (una|la|nuestra) @reunion — programar una reunión
reunir(me|nos|se) con — reunirme con usted antes
(le|te|os|les|nos) (vendría|viene|va|iría|vendría) (también )?bien — nos va bien, a partir de
@podemos (reunirnos|vernos|hablar|venir|pasar|acercar(se|te|os)) — podríais venir el martes 22
@esta (disponible|libre|un hueco|hueco|tiempo) — está disponible
(quedar|vernos|reunirnos|nos vemos) (el |este |mañana )?@lunes? — quedar el lunes
invitación: — invitación:

## meeting_request 1
reunión|cita|videollamada|visita|agenda — reunión: distribución

## complaint 3
queja|reclamación|reclamo|inaceptable — queja: minuta de
muy (decepcionad|molest|insatisfech|enfadad)[oa]s? — estoy muy molesto
exijo|exigimos|hoja de reclamaciones — exijo
por (segunda|tercera) vez — por segunda vez
a la tercera — a la tercera cambiaré de
cambiar(é|emos) de proveedor — cambiaré de proveedor
vergüenza — vergüenza
@devuelvan (del |el |mi |uno |nuestro )?@de? — devolución del dinero

## complaint 2
reembolso|compensación — reembolso
cobrad[oa] (dos veces|de más) — cobrado dos veces
dos cargos — dos cargos antes del
nadie (~12 ){0,3}(contesta|responde|llamó|vino) — nadie contesta
me aseguraron|nos aseguraron|prometieron|lo lamento — me aseguraron que estaba
pasó lo mismo — pasó lo mismo y ustedes me

## complaint 1
decepcionad[oa]s?|insatisfech[oa]s?|dañad[oa]s? — decepcionado
molest[oa]s?|tarde|rot[oa]s? — tarde para decirme

## support_request 3
no (me |nos |se )?@funciona — no funciona
mensaje de error|código de error — mensaje de error
no (puedo|podemos|hay manera) — no podemos matricular
soporte técnico|necesit(o|amos) ayuda — soporte técnico
se (ha|me ha|nos ha) (quedado|bloqueado|colgado|parado|apagado) — dat�fono se ha quedado en
(bloquead|colgad)[oa]|qué hago — bloqueado_en_pleno_?=

## support_request 1
error|fallo|contraseña|avería|problema con — caldera, error raro
actualiza(ndo|ción)|apagado|reiniciad[oa]|técnico — actualizando 43 %" desde

## sales_inquiry 3
cotización — cotización
presupuesto (para|sin|detallado|de) — presupuesto para publicidad no
lista de precios — lista de precios
pasar(me|nos) (precio|presupuesto) — pasarme precio
@nos (comprar|contratar|encargar|pedir|reservar|alquilar) — nos gustaría comprar
hacer un pedido — hacer un pedido
(cuánto|qué precio) (~15 ){0,3}@cuesta — cuánto costaría que ustedes
@buscamos (un|una|unos|unas|\d) — buscamos un
(tienen|tenéis|les queda|os queda|disponen) (~12 ){0,3}@en — tienen en stock

## sales_inquiry 1
precios?|tarifas?|descuento|pedido|oferta|presupuesto — presupuesto reforma de la
unidades|personas|proveedor — personas a la semana

## proposal 3
nuestra (propuesta|oferta) — nuestra propuesta
mi (propuesta|oferta) — mi propuesta
adjunt(o|amos) (la |nuestra |mi )?(propuesta|oferta|presupuesto) — adjunto propuesta
(le|les|os|te) (propongo|proponemos|ofrezco|ofrecemos) — os ofrecemos media página
propongo|proponemos — propongo
(válid[oa]|vigente) hasta — válido hasta

## proposal 1
propuesta|condiciones|sin compromiso|al mes — condiciones completas?

## partnership 3
colaboración — colaboración entre
acuerdo de (colaboración|distribución) — acuerdo de colaboración
alianza — de alianza
ser (socios|distribuidores) — ser socios
colaborar|a medias|a partes iguales|juntos|unir fuerzas — margen a partes iguales
comisión|recomendarnos|nos repartimos — comisión

## partnership 1
colaborar|conjunt[oa]|socios? — ¿los socios de honor

## introduction 3
quisiera presentarme|me presento|le presento|os presento — subject: me presento
les presento|te presento|presentarles?|presentarnos — te presento a mi sobrino
soy (el|la) nuev[oa] — soy el nuevo
su nuev[oa] (contacto|gestor|gestora) — su nuevo contacto
me habló de — me habló de ustedes
no busco nada — no busco nada concreto

## introduction 1
me llamo|mi nombre es — me llamo bego=c3=b1a

## follow_up 3
seguimiento|recordatorio|alguna novedad|hay novedades — seguimiento
sigo (esperando|a la espera|sin) — sigo esperando
seguimos (esperando|a la espera|sin) — seguimos esperando
retomo|quería saber si — quería saber si conviene
no (he|hemos) (recibido|tenido|sabido)( ~12){0,2} @respuesta — no he recibido respuesta
pendiente de (pago|respuesta) — pendiente de pago
adelante con|conforme con|de acuerdo con — adelante con

## follow_up 1
como acordamos|como quedamos — como quedamos en la feria
nuestra (conversación|reunión|llamada) — nuestra conversación
la semana pasada — la semana pasada
gracias por (el|la|su|tu|enviar) — gracias por la noche del
confirmo|recibido — recibido la minuta de

## feedback 3
muchísimas gracias|recomendar(é|emos)|comentarios sobre — muchísimas gracias por su
opinión — opinión sobre las
muy (contentos?|satisfech[oa]s?|contentas?) — muy contento
excelente (servicio|trabajo|atención) — excelente servicio
encantad[oa]s? (con|de)|felicitar|felicidades|enhorabuena — enhorabuena, ya van tres
nos (ha )?(encantado|encantó|gustó) — nos encantado
me (ha )?(encantado|encantó|gustó) — me encantado
mejor de lo — mejor de lo

## feedback 1
sugerencia|mejorar|satisfech[oa]s?|gracias de corazón — sugerencia

## information_sharing 2
adjunt[oa]s?|adjuntamos — adjunto encontrará la
para su (información|conocimiento) — para su información
le(s)? (informo|informamos|comunico|comunicamos) — les comunico que adoración
para que lo sep(as|an|a|áis) — para que lo sepas
no @hace (~12 ){0,2}(hacer|contestar|responder) — no hace falta hacer
a partir del? [^.?]{0,60}(cambia|cierra|abre|sube|será) — a partir de cambia
permanecerá cerrad[oa]|factura (n|de|del|\d) — factura de marzo
recibo (n|de|del)|acta (de|del) — acta de la reunión de

## complaint 2
(me|nos) devuelvan|no me coge|rot[oa]s|en mal estado — me devuelvan
equivocad[oa] — equivocado
no es lo que (pedí|pedimos) — no es lo que pedí
esperaba más — esperaba más

## sales_inquiry 3
(mesa|habitación|sala|plazas|entradas) para — mesa para
(seríamos|somos) ~2-10 (personas|adultos) — seríamos nueva personas

## feedback 2
qué (maravilla|gusto|bien) — qué maravilla
volveremos|seguid así|sigan así|mucho mejor que — volveremos seguro
riquísim[oa] — riquísimo

## meeting_request 2
(cambiar|pasar|mover)(lo|la)? (al|para el|a) @martes — cambiar al lunes
media hora|pasar(me|nos)? por — media hora
`;
