/**
 * Portuguese words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const PORTUGUESE_REPLIES = String.raw`
@responder = responder|resposta|me responder|responda|respondam|fazer nada|qualquer ação
@reuniao = reunião|encontro|evento|compromisso|visita|sessão|convite
@devo = (temos|tenho|tivemos|tive|precisamos|preciso) (que|de)
@cancelada = cancelad[oa]|anulad[oa]|desmarcad[oa]|suspens[oa]|removid[oa]|eliminad[oa]

# The sender says that no answer is needed.
## declined
não (é preciso|precisa|precisam|é necessário) (de )?@responder — não é necessário responder
não (é necessária|há necessidade|carece) (de )?@responder — não é necessária responder
(dispensa|sem necessidade de) (de )?resposta — dispensa resposta
(não precisa|não têm de|não tem de) fazer nada — não precisa fazer nada

# The sender only informs: no answer is needed, unless something is asked.
## informs
(para|a título de) (seu |vosso |sua |vossa |tua |teu )?(conhecimento|informação) — para conhecimento
só para (informar|avisar) — só para informar

# The sender says that they wait for an answer.
## wanted
(aguardo|aguardamos|fico no aguardo|ficamos no aguardo) — aguardo a sua resposta
(fico à espera|ficamos à espera|no aguardo|estou à espera) — fico à espera
(sua|vossa|tua|uma|breve) (resposta|confirmação|decisão|posição) — sua resposta
(seu|vosso|teu|um|breve) (retorno|parecer|feedback) — aguardo o seu retorno
(me|nos) (liga|ligue|liguem|avisa|avise|avisem|responde|responda) — me ligue amanhã
(me|nos) (diga|confirma|confirme|confirmem|retorna|retorne) — me diga
(liga|ligue|liguem|avisa|avise|avisem|responda|respondam|diga|confirme|confirma)-(me|nos) — liga-me
(o que (acha|achas|acham|você acha|vocês acham|pensa|pensam|me diz)) — o que acha?
responda(m)? (sim|por escrito)|expliqu(e|em)-(me|nos)|e confirmem — responda por escrito
que (tal|te parece|lhe parece) — que tal contrato
(espero|esperamos) (a |uma |por )?(sua |vossa |tua )?(resposta|notícias) — espero notícias
(espero|esperamos) (a |uma |por )?(sua |vossa |tua )?(retorno|ouvir) — espero retorno
(favor|por favor|peço que|agradeço que) (me |nos )?(confirmar|confirme) — favor confirmar
(favor|por favor|peço que|agradeço que) (me |nos )?(responder|responda|retornar) — favor responder

# An event does not take place, or the invitation to it was a mistake.
## called_off
@reuniao (de ~12( (~12|\d\d?)){0,2} )?(foi|está|fica|será|ficou) @cancelada — a visita foi anulada
@reuniao (já )?não (se realizará|se realiza|acontecerá|terá lugar) — a visita não se realizará
(@devo (cancelar|desmarcar)|cancelamos|cancelo) (a|o|est[ae]|nossa) @reuniao — cancelo a visita
(removid[oa]|eliminad[oa]) d[ao] (seu|sua|teu|tua) (calendário|agenda) — removido do seu calendário
enviad[oa] por (engano|erro|lapso) — enviado por engano
(ignore|ignorem|desconsidere|desconsiderem) (este|o) convite(?!,? se) — ignore este convite
adiad[oa] (sem data|por tempo indeterminado) — a visita foi adiada sem data

## other_event
anterior|primeir[oa]|porque|como — a visita anterior foi cancelada
`;
