/**
 * Portuguese words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const PORTUGUESE_REPLIES = String.raw`
@responder = responder|resposta|me responder|responda|respondam|fazer nada|qualquer ação

# The sender says that no answer is needed.
## declined
não (é preciso|precisa|precisam|é necessário) (de )?@responder — não é necessário responder
não (é necessária|há necessidade|carece) (de )?@responder — não é necessária responder
(dispensa|sem necessidade de) (de )?resposta — dispensa resposta
(não precisa|não têm de|não tem de) fazer nada — não precisa fazer nada
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
que (tal|te parece|lhe parece) — que tal contrato
(espero|esperamos) (a |uma |por )?(sua |vossa |tua )?(resposta|notícias) — espero notícias
(espero|esperamos) (a |uma |por )?(sua |vossa |tua )?(retorno|ouvir) — espero retorno
(favor|por favor|peço que|agradeço que) (me |nos )?(confirmar|confirme) — favor confirmar
(favor|por favor|peço que|agradeço que) (me |nos )?(responder|responda|retornar) — favor responder
`;
