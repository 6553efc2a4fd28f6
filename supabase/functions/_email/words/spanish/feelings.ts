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
inaceptable — este trato es inaceptable
(muy|realmente|totalmente|profundamente) @decepcionad — estamos muy decepcionados
pésim[oa]|vergonzos[oa]|indignante|horrible|desastre — el servicio fue pésimo
acciones legales|exijo|exigimos|devolución del dinero — exijo una explicación

# Disappointment or worry.
## negative
lo lamento|no hay manera|la gente se va|pasó lo mismo — sin ascensor la gente se va
cambiar(é|emos) de proveedor — si sigue así, cambiaremos de proveedor
otra vez (lo mismo|igual) — hoy otra vez lo mismo
harto|harta|preocupad[oa]s?|vergüenza — estoy harto de esperar
decepcionad[oa]s?|molest[oa]s?|insatisfech[oa]s?|queja — estoy decepcionada con la comida
reclamación|enfadad[oa]s? — quiero poner una reclamación

# Praise or joy.
## positive
(muy|realmente) @contentos — estamos muy contentos
muchísimas gracias — muchísimas gracias por las flores
admiro — admiro su trabajo
me (ha )?(encantado|encanta|encantó) — me ha encantado el curso
nos (ha )?(encantado|encantó) — nos encantó la cena
un placer trabajar|gracias de corazón|nos habéis salvado — ha sido un placer trabajar con ustedes
me han salvado — me han salvado la tarde
(l[oae]s? )?recomendar(é|emos) — los recomendaremos a todos
excelente|estupend[oa]|fantástic[oa]|maravillos[oa] — la comida estaba excelente
magnífic[oa]|encantad[oa]s? con|enhorabuena|felicidades — enhorabuena por la nueva tienda

# Turns praise into its opposite.
## negation
nunca|sin — nunca llega a tiempo
`;
