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
por favor — por favor, y que avise
@podr( usted| ustedes)?( ~15){0,2} \p{L}{2,}[aeií]r@me? — podríais venir el martes 22
(puede[ns]?|podéis)( usted| ustedes)? \p{L}{2,}[aeií]r(me|nos)? — pueden subir la renta?
@necesito (que|el|la|los|las|un|una|su|vuestr[ao]) — les pido que anulen ese
(me|nos) gustaría (hablar|recibir|tener) — me gustaría hablar con esa
(me|nos) gustaría que (me|nos|se|lo|la) — me gustaría que me
(vencimiento|pagader[oa])  — vencimiento :
(ser[ií]a|ser[ií]an|seríais) tan amables? — seria tan amable
av[ií]s[ea](me|nos|dme|dnos) — avíseme de cuántos
av[ií]sen(me|nos) — avisenme
conf[ií]rm[ea](me|nos|dme|dnos) — confirmeme
env[ií][ea](me|nos|dme|dnos) — envieme
envíen(me|nos)?|ind[ií]que(me|nos) — envíen una factura
ll[aá]m[ea](me|nos|dme|dnos) — llamadme por favor, en
ll[aá]men(me|nos) — llamenme
resp[oó]nd[ea](me|nos|dme) — respondeme
m[aá]nd[ea](me|nos|dme|dnos) — así, mándame un nuevo
traed|traigan|traiga|poneos|devuelvan|devolvedme — devolvedme los 39 euros
reserv[ea](me|nos|dme|dnos) — reserveme
(le|les|te|os) agradecer[ií](a|amos) @que — le agradeceríamos que nos

# The sender says what they will do.
## promised
(le|les|te|os|lo|la|los|las) @enviare — le enviaré el borrador

# A promise with a condition that the reader may leave alone is an offer.
## offered
si (quiere[ns]?|quieres|lo desea) — si quiere, el sábado 7

# Politeness, or bait, that asks for nothing.
## polite
no dude(n)? en — no dude en
cualquier (duda|consulta|pregunta) — cualquier duda

# Only an answer is wanted, which the questions already say.
## only_answer
(dígame|díganos|avíseme|avísenos) (si|cuándo) — dígame si le encaja o

# The reader is asked not to do something.
## unwanted
por favor,? no — por favor no
`;
