/**
 * Spanish words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_REPLIES = String.raw`
@hace = hace falta|es necesario|necesita[ns]?
@llam = llám|respónd|contést|avís|confírm|escríb|dí

# The sender says that no answer is needed.
## declined
no @hace( que)? (~12 ){0,2}(contest|respond|hag|respuesta)~0-6 — no hace falta que respondan
para su (información|conocimiento) — solo para su información

# The sender says that they wait for an answer.
## wanted
@llam(e|a|g)?~0-2(me|nos|dme|dnos) — llámeme mañana
(su|tu|vuestra) (respuesta|confirmación) — espero su respuesta
quedo a la espera|(me |nos )?confirmen — quedo a la espera de noticias
`;
