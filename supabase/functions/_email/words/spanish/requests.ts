/**
 * Spanish words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_REQUESTS = String.raw`
@podr = podr[ií]a[ns]?|podr[ií]ais|podr[ií]amos
@me = me|nos|lo|la|los|las|le|les
@necesito = necesito|necesitamos|quiero|queremos|le pido|les pido|le pedimos|les pedimos|os pido
@necesito = le ruego|le rogamos|les ruego|exijo|exigimos
@que = que|si|el|la|un|una|su|nos|me
@enviare = enviaré|enviaremos|mandaré|mandaremos|llamaré|llamaremos|llevaré|pagaré|pagaremos
@enviare = devolveremos

# The reader is asked to do something.
## asked
por favor — firme la hoja, por favor
@podr( usted| ustedes)?( ~15){0,2} \p{L}{2,}[aeií]r@me? — ¿podría usted enviarme la lista?
(puede[ns]?|podéis)( usted| ustedes)? \p{L}{2,}[aeií]r(me|nos)? — ¿pueden venir el martes?
@necesito (que|el|la|los|las|un|una|su|vuestr[ao]) — necesito la llave
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
traed|traigan|traiga|poneos|devuelvan|devolvedme — traigan las llaves
reserv[ea](me|nos|dme|dnos) — reservame una mesa
(le|les|te|os) agradecer[ií](a|amos) @que — le agradecería que llamara

# The sender says what they will do.
## promised
(le|les|te|os|lo|la|los|las) @enviare — le enviaré la lista mañana

# A promise with a condition that the reader may leave alone is an offer.
## offered
si (quiere[ns]?|quieres|lo desea) — si quiere, voy con usted

# Politeness, or bait, that asks for nothing.
## polite
no dude(n)? en — no dude en llamar
cualquier (duda|consulta|pregunta) — para cualquier duda, estoy aquí

# Only an answer is wanted, which the questions already say.
## only_answer
(dígame|díganos|avíseme|avísenos) (si|cuándo) — dígame si le viene bien

# The reader is asked not to do something.
## unwanted
por favor,? no — por favor, no llamen antes de las nueve
`;
