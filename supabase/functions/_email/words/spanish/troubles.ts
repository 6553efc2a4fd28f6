/** Spanish words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const SPANISH_TROUBLES = String.raw`
@aplazado = aplazado|aplaza|adelantado|adelanta|pospuesto|pospone
@problemas = problemas?|error(es)?|fallos?|retrasos?|averías?
@funcionan = funcionan?|podemos|puedo|arranca|carga|llegó|ha llegado|han llegado|hemos recibido
@funcionan = he recibido|nos han
@no = no|nadie|nunca|nada|ningún|ninguna|tampoco
@hay = hay prisa|se preocupe|hace falta|es necesario|pasa nada|dude
@atasca = atasca|atascó|rompe|rompió|cae|cayó|sale|moja|oxida|despega|suelta|calienta|apaga|traba
@dicen = dicen|dijeron|prometieron|mandan|cobraron|cobran|pasan
@huele = huele|gotea|chirría|cojea|raya|rayaron|rayado|manchad[oa]|mancha|rajad[oa]|torcid[oa]
@huele = humedad
@lstima = lástima|pena|eso sí|lo malo|una lata|incómod[oa]|apretaban|pequeñ[oa]s?|estrech[oa]
@ruido = ruido|retraso|desajust|averiad[oa]|estropead[oa]|caducad[oa]|vencid[oa]|venció|pendiente

# Something goes wrong, told plainly.
## trouble
(un|el|los|este|con|tenemos|tengo|mismo|varios) (~15 )?@problemas — tenemos un problema
no @funcionan — la impresora no arranca
(falta|faltan) (el|la|los|las|un|una|dos|tres|\d) — faltan dos sillas
(no|nunca) (me |nos |se )?(ha|han|he|hemos) (llegado|recibido|contestado|respondido) — no ha llegado
(lleva|llevan|llevamos|llevo) (~12 ){1,4}sin|sigue(n)? sin — llevamos tres días sin luz
no (se puede|puedo|podemos|nos deja|me deja) — no puedo abrir el archivo
roto|rota|rotos|dañad[oa]s?|defectuos[oa]s?|retrasad[oa]s? — el vaso llegó roto
decepcionad[oa]s?|inaceptable|insatisfech[oa]s? — estoy decepcionada con la comida
(seguimos|sigo|todavía|aún) (sin|esperando|no) — seguimos esperando las llaves

# What is missing, late or in the way, told less plainly.
## lack
@no(?! @hay) — nadie contesta al teléfono
dos (cargos|veces)|otra vez|de nuevo|vuelto a — veo dos cargos en mi tarjeta
sin (respuesta|luz|agua|servicio) — estamos sin luz
roto|rota|falta|faltan|tarde|demasiado|perdid[oa]s? — faltan dos sillas
apagado|colgad[oa]|bloquead[oa]|quedado|parad[oa]|cola|mal — el equipo se quedó bloqueado
equivocad[oa]|pasó lo mismo|se va — el color está equivocado
(se )?@atasca — se atasca a media altura
@huele — huele a humedad
(llevo|llevamos|lleva|llevan) ~2-8 (días|semanas|meses|horas|años) — llevamos dos días así
(tercer|tercera|segunda|cuarta) (vez|pedido|error|aviso|reclamación) — es la tercera vez
@lstima — lo malo es el precio
(me|nos) @dicen (que|de|a|dos) — me dicen que espere
(apenas|casi no|ya no|cada vez|siempre que|en vez de|en lugar de|menos de) — ya no cierra bien
@ruido — hace ruido

# The sender's own mistake, or trouble that only might be.
## ^apology
(lo siento|disculpe|disculpa|disculpen|perd[oó]n|perdone|perdona) — disculpe el retraso
(lamento|lamentamos|sentimos|pedimos disculpas|mis disculpas) — lamentamos el retraso
(tiene|tienes|tienen) (toda la )?razón[,:.] — tiene razón, falta una hoja

# Trouble that is denied or over.
## denied
(ningún|sin|no hay) (problemas?|errores) — no hay problema con eso
(problema|fallo|error)( (?!no|sin)~2-12){1,9} (resuelt|solucionad)[oa] — el fallo quedó resuelto
(ninguna|sin) (objeción|queja|incidencia|incidencias) — sin incidencias
(está|están) en (perfecto )?orden — las bombas están en orden

# Polite, or about something else than trouble.
## harmless
por favor|gracias — gracias por las flores
no (hay prisa|hace falta|se preocupe) — no hace falta llamar

# A day that is another now: news, but for who complains.
## moved
(se|ha|han) (ha |han )?@aplazado — la vista se adelanta al viernes
(queda|fue|sido) (aplazad|adelantad|pospuest)[oa]s? — la reunión queda aplazada
`;
