/**
 * Spanish words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const SPANISH_FEELINGS = String.raw`
@decepcionad = decepcionad[oa]s?|molest[oa]s?|insatisfech[oa]s?|enfadad[oa]s?
@contentos = contentos?|contentas?|satisfech[oa]s?|felices|feliz|agradecid[oa]s?|impresionad[oa]s?
@contentos = buen

# Anger or a threat; one of these is enough.
## strong_negative
inaceptable — inaceptable
(muy|realmente|totalmente|profundamente) @decepcionad — estoy muy molesto
pésim[oa]|vergonzos[oa]|indignante|horrible|desastre — pésimo
acciones legales|exijo|exigimos|devolución del dinero — acciones legales

# Disappointment or worry.
## negative
lo lamento|no hay manera|la gente se va|pasó lo mismo — efectivo, la gente se va
cambiar(é|emos) de proveedor — cambiaré de proveedor
otra vez (lo mismo|igual) — otra vez lo mismo
harto|harta|preocupad[oa]s?|vergüenza — harto
decepcionad[oa]s?|molest[oa]s?|insatisfech[oa]s?|queja — queja: minuta de
reclamación|enfadad[oa]s? — reclamación

# Praise or joy.
## positive
(muy|realmente) @contentos — muy contento
muchísimas gracias — muchísimas gracias por su
admiro — admiro su cat�logo
me (ha )?(encantado|encanta|encantó) — me encanta lo que estáis
nos (ha )?(encantado|encantó) — nos encantado
un placer trabajar|gracias de corazón|nos habéis salvado — un placer trabajar
me han salvado — me han salvado
(l[oae]s? )?recomendar(é|emos) — los recomendaré a todo el
excelente|estupend[oa]|fantástic[oa]|maravillos[oa] — excelente
magnífic[oa]|encantad[oa]s? con|enhorabuena|felicidades — enhorabuena, ya van tres

# Turns praise into its opposite.
## negation
nunca|sin — claro, sin prisas y sin
`;
