/** Spanish words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const SPANISH_TROUBLES = String.raw`
@problemas = problemas?|error(es)?|fallos?|retrasos?|averías?
@funcionan = funcionan?|podemos|puedo|arranca|carga|llegó|ha llegado|han llegado|hemos recibido
@funcionan = he recibido|nos han
@no = no|nadie|nunca|nada|ningún|ninguna|tampoco
@hay = hay prisa|se preocupe|hace falta|es necesario|pasa nada|dude

# Something goes wrong, told plainly.
## trouble
(un|el|los|este|con|tenemos|tengo|mismo|varios) (~15 )?@problemas — tenido este problema
no @funcionan — no podemos matricular
roto|rota|rotos|dañad[oa]s?|defectuos[oa]s?|retrasad[oa]s? — new rota idea
decepcionad[oa]s?|inaceptable|insatisfech[oa]s? — decepcionado
(seguimos|sigo|todavía|aún) (sin|esperando|no) — todavía no hemos fijado

# What is missing, late or in the way, told less plainly.
## lack
@no(?! @hay) — no se corrige, buscaré
dos (cargos|veces)|otra vez|de nuevo|vuelto a — vuelto a encontrar en
sin (respuesta|luz|agua|servicio) — sin respuesta
roto|rota|falta|faltan|tarde|demasiado|perdid[oa]s? — falta, les env=c3=ado
apagado|colgad[oa]|bloquead[oa]|quedado|parad[oa]|cola|mal — bloqueado_en_pleno_?=
equivocad[oa]|pasó lo mismo|se va — pasó lo mismo y ustedes me

# Trouble that is denied or over.
## denied
(ningún|sin|no hay) (problemas?|errores) — ningún problema

# Polite, or about something else than trouble.
## harmless
por favor|gracias — muchísimas gracias por su
no (hay prisa|hace falta|se preocupe) — no hace falta que acusen
`;
