/**
 * Spanish words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const SPANISH_URGENCY = String.raw`
@suspendid = suspendid[oa]|bloquead[oa]|cerrad[oa]|caducad[oa]

# Damage, danger or loss under way.
## harm
es una emergencia|(en el|al) hospital — es una emergencia
caíd[oa] (total|el sistema) — caído el sistema desde las ocho
sistema caído|pérdida de datos|incendio|fuga de (gas|agua) — hay una fuga de gas
inundad[oa]|herid[oa]s? — el sótano está inundado
sin (luz|agua|calefacción|frío|electricidad) — estamos sin calefacción

# The same words where they tell of no harm here.
## harmless
(simulacro|seguro|prevención|alarma|detector) (de|contra) (incendios?|humo) — simulacro de incendio
(nadie|ningún|ninguna|no|sin) (~12 ){0,3}(herid[oa]s?|incendio|emergencia) — no hubo heridos

# The story of something that is over, or not so.
## over
(el|la) (año|mes|verano|invierno|semana) pasad[oa]|hace (~8 )?(años|meses) — el año pasado
antiguamente — antiguamente
(resuelto|arreglad[oa]|solucionad[oa]|reparad[oa]) — ya está resuelto

# Only if something happens.
## ^condition
(y |pero )?(si|en caso de|cuando haya)\b — si hay un incendio

# A serious consequence that is named.
## consequence
(el|al|un) juicio|(la|una) vista (oral|es|se)|audiencia|penalización|multa — el juicio es el lunes
tendremos que cerrar|perdemos (el|la|a) — tendremos que cerrar la tienda

# Somebody cannot go on working.
## standstill
parad[oa]s? — la obra está parada
no podemos (trabajar|abrir|vender|cobrar|atender|servir) — sin llave no podemos trabajar
solo puedo cobrar|cola hasta|la gente se va|bloquead[oa]s? — hay cola hasta la calle

# The sender's last word before a consequence.
## last_warning
último (aviso|recordatorio) — este es el último aviso
acciones legales|vía judicial|nuestros abogados — empezaremos acciones legales

# The sender calls it urgent.
## said_urgent
urgente|urgentemente|urgencia|inmediatamente|de inmediato — es urgente
cuanto antes|lo antes posible|a la mayor brevedad — llámeme cuanto antes

# A deadline of about a day, told without a date.
## today
(antes de|para)( ~12){0,1} (hoy|mañana|mediodía|mismo) — lo necesito para mañana
hoy mismo|sin falta — tiene que ser hoy mismo

# Makes a date of its sentence a deadline.
## due
antes|hasta|para el|a más tardar|vence|caduca|plazo — el plazo vence el viernes
tiene que — usted tiene que firmar

# The sender takes the pressure out.
## calm
sin prisas? — conteste sin prisa
no (es|corre) (urgente|prisa) — no es urgente
no hay prisa|ninguna prisa|cuando pued[ae]s?|con calma — conteste con calma
sin agobios? — hágalo sin agobios

# What fraud threatens with or promises.
## fraud
su (cuenta|buzón|contraseña)( ~12){0,3} @suspendid — su cuenta ha sido suspendida
verifique su (cuenta|identidad) — verifique su identidad

# A stranger's offer.
## cold_offer
sin compromiso — una visita sin compromiso
he visto (su|tu|vuestra) (web|página|empresa) — he visto su web y quería escribirle
aumentar (sus|tus) ventas — le ayudamos a aumentar sus ventas

# What friends do together, which is seldom urgent.
## social
comida|cena|desayuno|fiesta|cerveza|cine|barbacoa|cumpleaños — ¿comemos hoy? una cerveza
`;
