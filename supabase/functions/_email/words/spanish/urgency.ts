/**
 * Spanish words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const SPANISH_URGENCY = String.raw`
@suspendid = suspendid[oa]|bloquead[oa]|cerrad[oa]|caducad[oa]

# Damage, danger or loss under way.
## harm
es una emergencia|hospital — our hospital clients
caíd[oa] (total|el sistema) — caído total
sistema caído|pérdida de datos|incendio|fuga de (gas|agua) — sistema caído
inundad[oa]|herid[oa]s? — inundado
sin (luz|agua|calefacción|frío|electricidad) — sin luz

# A serious consequence that is named.
## consequence
juicio|vista|audiencia|penalización|multa — juicio
tendremos que cerrar|perdemos (el|la|a) — tendremos que cerrar

# Somebody cannot go on working.
## standstill
parad[oa]s? — parado
no podemos (trabajar|abrir|vender|cobrar|atender|servir) — no podemos trabajar
solo puedo cobrar|cola hasta|la gente se va|bloquead[oa]s? — cola hasta la calle y

# The sender's last word before a consequence.
## last_warning
último (aviso|recordatorio) — último aviso
acciones legales|vía judicial|nuestros abogados — acciones legales

# The sender calls it urgent.
## said_urgent
urgente|urgentemente|urgencia|inmediatamente|de inmediato — es urgente, pero me
cuanto antes|lo antes posible|a la mayor brevedad — cuanto antes

# A deadline of about a day, told without a date.
## today
(antes de|para)( ~12){0,1} (hoy|mañana|mediodía|mismo) — tienda para recoger hoy
hoy mismo|sin falta — hoy mismo, a la hora

# Makes a date of its sentence a deadline.
## due
antes|hasta|para el|a más tardar|vence|caduca|plazo — firmar antes del 15 de
tiene que — tiene que aprobar la

# The sender takes the pressure out.
## calm
sin prisas? — claro, sin prisas y sin
no (es|corre) (urgente|prisa) — no es urgente, pero me
no hay prisa|ninguna prisa|cuando pued[ae]s?|con calma — no hay prisa
sin agobios? — que sin agobios

# What fraud threatens with or promises.
## fraud
su (cuenta|buzón|contraseña)( ~12){0,3} @suspendid — su cuenta suspendido
verifique su (cuenta|identidad) — verifique su cuenta

# A stranger's offer.
## cold_offer
sin compromiso — sin compromiso
he visto (su|tu|vuestra) (web|página|empresa) — he visto su web
aumentar (sus|tus) ventas — aumentar sus ventas
`;
