/**
 * Spanish words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_REPLIES = String.raw`
@hace = hace falta|es necesario|necesita[ns]?
@llam = llám|respónd|contést|avís|confírm|escríb|dí
@reunion = reunión|cita|evento|encuentro|visita|sesión|invitación|convocatoria
@debo = tenemos que|tengo que|debo|debemos|hemos tenido que|he tenido que
@cancelada = cancelad[oa]|anulad[oa]|suspendid[oa]|desconvocad[oa]|eliminad[oa]|retirad[oa]
@queda = ha sido|queda|ha quedado|fue|está|se ha|será

# The sender says that no answer is needed.
## declined
no @hace( que)? (~12 ){0,2}(contest|respond|hag|respuesta)~0-6 — no hace falta que respondan

# The sender only informs: no answer is needed, unless something is asked.
## informs
para su (información|conocimiento) — solo para su información
(a t[ií]tulo|con carácter) (meramente )?informativo — a título informativo

# The sender says that they wait for an answer.
## wanted
@llam(e|a|g)?~0-2(me|nos|dme|dnos) — llámeme mañana
(su|tu|vuestra) (respuesta|confirmación) — espero su respuesta
(responda|conteste)~0-1 (por escrito|con s[ií])|confírmelo|llamadme — responda por escrito
(explíque|explíca)(me|nos) — explíqueme por qué
quedo a la espera|(me |nos )?confirmen — quedo a la espera de noticias

# An event does not take place, or the invitation to it was a mistake.
## called_off
@reunion (del ~12( (~12|\d\d?)){0,2} )?@queda @cancelada — la reunión queda cancelada
se (cancela|anula|suspende|ha cancelado|ha anulado) (la|el|esta|este) @reunion — se cancela la cita
(@debo (cancelar|anular)|cancelamos|anulamos) (la|el|est[ae]|nuestra) @reunion — cancelamos la cita
@reunion (ya )?no (se celebrará|se celebra|tendrá lugar) — la visita no se celebrará
(eliminad[oa]|borrad[oa]|retirad[oa]) de (su|tu) calendario — retirada de su calendario
(enviad[oa]|envió|envié|enviamos|mandé) por (error|equivocación) — se envió por error
(ignore|ignora|ignoren|ignorad|omiso (de|a)) (esta|la) @reunion(?!,? si) — ignore esta invitación
aplazad[oa] (sin fecha|hasta nuevo aviso) — queda aplazada sin fecha

## other_event
anterior|primera?|por qué|cómo — la cita anterior queda cancelada
`;
