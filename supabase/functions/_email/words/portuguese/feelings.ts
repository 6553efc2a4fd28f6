/**
 * Portuguese words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const PORTUGUESE_FEELINGS = String.raw`
@desiludido = desiludid[oa]s?|decepcionad[oa]s?|desapontad[oa]s?|insatisfeit[oa]s?|chatead[oa]s?
@desiludido = indignad[oa]s?|descontentes?|descontente|zangad[oa]s?|irritad[oa]s?|revoltad[oa]s?
@contente = contentes?|satisfeit[oa]s?|felizes|feliz|grat[oa]s?|impressionad[oa]s?|encantad[oa]s?
@muito = muito|realmente|extremamente|profundamente|mesmo|bastante|completamente|super

# Anger or a threat; one of these is enough.
## strong_negative
inaceitável|inadmissível|intolerável|vergonhos[oa]|lamentável|péssim[oa]s? — isto é inaceitável
(é |que |uma |um )(vergonha|absurdo|palhaçada|descaso) — é uma vergonha
(falta de respeito|um desrespeito|um roubo) — isto é um roubo
@muito @desiludido — estamos muito desiludidos
(estou|estamos) (fart[oa]s?|cansad[oa]s?|de saco cheio) (de|disto|disso) — estou farto de esperar
já chega|não aguento mais — já chega
(meu|nosso) advogado|(ações|ação) judicia(l|is) — meu advogado
procon|livro de reclamações|via judicial|processar — vou ao procon
(exijo|exigimos|nunca mais|o pior|a pior|horrível|um desastre) — exijo uma explicação

# Disappointment or worry.
## negative
@desiludido|desilusão|decepção|insatisfação|desagrado — estou desiludida com o jantar
(infelizmente|lamentavelmente|que pena|é uma pena) — infelizmente ninguém veio
(segunda|terceira|quarta|enésima) vez — é a terceira vez
(mais uma vez|outra vez|de novo|ainda (não|nada)|até agora nada) — mais uma vez sem resposta
(preocupad[oa]s?|preocupa|preocupação|paciência|cansad[oa]s?|receio|medo) — estou preocupada
(reclamação|queixa|mau atendimento|falta de profissionalismo|pouco sério) — reclamação

# Praise or joy.
## positive
@muito @contente — estamos muito contentes
(parabéns|bravo|show|nota dez|nota 10|arrasaram) — parabéns a toda a equipa
(excelentes?|perfeit[oa]s?|maravilhos[oa]s?) — o jantar estava excelente
(fantástic[oa]s?|espetacular|espetaculares|ótim[oa]s?) — fantástico
(incrível|incríveis|delicios[oa]s?|lind[oa]s?) — a comida deliciosa
(magnífic[oa]s?|impecáve(l|is)|sensacional|top) — magnífico
(adorei|adorámos|adoramos|amei|amamos|gostei muito|gostámos muito|gostamos muito) — adorei
muitíssimo|imenso|do fundo do coração|de coração — obrigada de coração
obrigad[oa] (de coração|do fundo) — obrigada de coração
(recomendo|recomendamos|vou recomendar|recomendarei) — recomendo a todos
(recomendaremos|voltaremos|melhor do que) — recomendaremos
(salvaram|salvou) (o|a|nosso|nossa|meu|minha)|um prazer|uma delícia|um sucesso — salvaram o

# Turns praise into its opposite.
## negation
não|nunca|nem|nenhum|nenhuma|sem|pouco|longe de — não estava ótimo
`;
