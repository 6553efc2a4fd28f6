/**
 * Spanish words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const SPANISH_URGENCY = String.raw`
@trabajar = trabajar|abrir|vender|cobrar|atender|servir|salir|entrar|moverse|seguir
@suspendid = suspendid[oa]|bloquead[oa]|cerrad[oa]|caducad[oa]
@ninos = niños|pacientes|clientes|huéspedes|vecinos|alumnos|pasajeros|gente
@urgencias = urgencias|emergencias?|averías|guardia
@somos = somos|soy
@llamada = llamada|reunión|demo|videollamada

# Damage, danger or loss under way.
## harm
es una emergencia|(en el|al) hospital — es una emergencia
caíd[oa] (total|el sistema) — caído el sistema desde las ocho
sistema caído|pérdida de datos|incendio|fuga de (gas|agua) — hay una fuga de gas
inundad[oa]|herid[oa]s? — el sótano está inundado
(sin|no (hay|tenemos)) (luz|agua|calefacción|frío|electricidad|oxígeno|corriente) — sin luz
(huele|olor) (~12 ){0,3}a (gas|quemado|humo|chamusquina) — huele a gas en la cocina
humo|chispas|echa chispas|arde|en llamas|quemado(?! por el sol) — sale humo del cuadro
(sale|cae|entra|gotea|chorrea|cayendo|saliendo|entrando) (~12 ){0,3}agua — sale agua
agua (~12 ){0,3}(por|hasta) (el|la|los|las) — agua por el
(roto|rota|reventad[oa]) (~5 )?(tubería|caldera)|agua (entra|sale|cae) — se ha roto una tubería
(tubería|manguera|caldera|techo) (~12 ){0,3}(revent|rot|caíd|hundid)~1-4 — la tubería ha reventado
(atrapad|encerrad|desmayad|inconsciente|intoxicad|evacuad|desalojad)~0-3 — atrapad
hemos (sacado|evacuado|desalojado) (~12 ){0,2}(a )?(los|las|todos) — hemos sacado a los niños
(han|nos han) (entrado a robar|robado|forzado|hackeado|cifrado) — nos han robado
(se )?(está|están) (echando a perder|estropeando|descongelando|pudriendo) — está echando a perder

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
(nadie puede|no puede|no pueden|no podemos|no puedo) (~12 ){0,2}@trabajar — nadie puede abrir
está caído|están caídos|está caída — el servidor está caído
@ninos (~12 ){0,4}(sin|esperando|fuera|tirados) — niños sin
(cámara|nevera|congelador|frigorífico) (~12 ){0,6}(no (baja|enfría)|grados) — cámara no baja
(cámara|nevera|congelador|frigorífico) (~12 ){0,6}(apagad[oa]|parad[oa]) — cámara apagado
(averiad[oa]|tirad[oa]s?|no arranca|ha dejado de funcionar) — el autobús está averiado
solo puedo cobrar|cola hasta|la gente se va|bloquead[oa]s? — hay cola hasta la calle

# The sender's last word before a consequence.
## last_warning
último (aviso|recordatorio) — este es el último aviso
acciones legales|vía judicial|nuestros abogados — empezaremos acciones legales

# The sender calls it urgent.
## said_urgent
@urgencias (~12 ){0,4}(no (contesta|coge|responde)|comunica) — urgencias no contesta
(urgencias|emergencias?|averías|guardia) (~12 ){0,4}(nadie) — urgencias nadie
urgente|urgentemente|urgencia|inmediatamente|de inmediato — es urgente
cuanto antes|lo antes posible|a la mayor brevedad — llámeme cuanto antes

# The same where the sentence must also ask the reader.
## haste
inmediatamente|de inmediato|cuanto antes — le llamaré cuanto antes
lo antes posible|a la mayor brevedad — lo haré lo antes posible

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
no hay prisa|ninguna prisa|cuando pued[ae]s?(?! ~2-12r)|con calma — conteste con calma
(tómate|tómese|tomaos|tómense) (el|tu|su|vuestro) tiempo|sin urgencia|no urge — tómate tu tiempo
cuando (te|le|os|les) (venga|vaya|cuadre)|tranquil[oa]mente|con tranquilidad — cuando te venga bien
no (tiene|hace falta) que (ser|sea) (hoy|ya|ahora|esta semana) — no tiene que ser hoy
sin agobios? — hágalo sin agobios

# What fraud threatens with or promises.
## fraud
su (cuenta|buzón|contraseña)( ~12){0,3} @suspendid — su cuenta ha sido suspendida
verifique su (cuenta|identidad) — verifique su identidad

# A stranger's offer.
## cold_offer
somos una (agencia|empresa|consultora) (de|especializada) — somos una agencia de marketing
(empresas|negocios) como (la suya|la tuya|el suyo) — ayudamos a empresas como la suya
(15|20|30|quince|veinte) minutos (esta|la próxima) semana — tendría 15 minutos esta semana
sin compromiso — una visita sin compromiso
he visto (su|tu|vuestra) (web|página|empresa) — he visto su web y quería escribirle
ayudamos a (~12 )?(empresas|negocios|tiendas|restaurantes|comercios) — ayudamos a empresas
(somos|soy) (una|de una) (empresa|agencia) (~12 ){0,2}(líder) — somos una empresa líder
(somos|soy) (una|de una) (empresa) (~12 ){0,2}(especializad[oa]) — somos una empresa especializado
(somos|soy) (una|de una) (agencia) (~12 ){0,2}(especializad[oa]) — somos una agencia especializado
(somos|soy) (una|de una) (consultora|startup) (~12 ){0,2}(líder) — somos una consultora líder
(somos|soy) (una) (consultora) (~12 ){0,2}(especializad[oa]) — somos una consultora especializado
@somos (de una) (consultora) (~12 ){0,2}(especializad[oa]) — somos de una consultora especializado
(somos|soy) (una|de una) (startup) (~12 ){0,2}(especializad[oa]) — somos una startup especializado
(somos|soy) (una|de una) (empresa|agencia) (~12 ){0,2}(dedicad[oa]|que) — somos una empresa dedicado
(somos|soy) (una|de una) (consultora) (~12 ){0,2}(dedicad[oa]|que) — somos una consultora dedicado
(somos|soy) (una|de una) (startup) (~12 ){0,2}(dedicad[oa]|que) — somos una startup dedicado
(he|hemos) (visto|encontrado|revisado) (su|tu|vuestro) (perfil|sitio|negocio) — he visto su perfil
@llamada (~12 ){0,2}(de|rápida|breve) (\d{1,2}|quince|diez|unos) — llamada de 1
(gratuit[oa]|gratis) (y )?(sin|para)|prueba gratuita|auditoría gratuita — una prueba gratuita
aumentar (sus|tus) ventas — le ayudamos a aumentar sus ventas

# What friends do together, which is seldom urgent.
## social
comida|cena|desayuno|fiesta|cerveza|cine|barbacoa|cumpleaños — ¿comemos hoy? una cerveza
`;
