/**
 * Portuguese words and phrases of advertising and fraud. Each section is one kind of sign, and
 * several kinds are needed. How they are written: `text/word_table.ts`.
 */
export const PORTUGUESE_ADVERTS = String.raw`
@compre = compre|peça|encomende|inscreva-se|aproveite|reserve|descubra|garanta|adquira

# Press, go, order.
## click
clique (aqui|já|agora|no) — clique aqui
@compre (já|agora|aqui|hoje|o seu|a sua) — compre já contrato
# It costs nothing.
## free
grátis|gratis|gratuit[oa]s?|gratuitamente|brinde|sem (compromisso|custos?|riscos?) — teste grátis
# It is cheap.
## price
-? ?\d{1,2} ?% (de desconto|off|desconto)|descontos? — 30 % de desconto
saldos|promoç(ão|ões)|oferta especial|liquidação — saldos
poupe|economize|cupom|código de desconto|melhor preço|preço baixo — poupe até domingo
# Now or never.
## hurry
(último|últimos|última|últimas) (dia|dias|horas|vagas|chance|oportunidade|unidades) — último dia
só hoje|só até|até à meia-noite — só hoje
(vagas|stock|estoque) limitad[oa]s?|não (perca|percas|deixe escapar) — não perca
# Money for the reader.
## money
(ganhe|ganhar) (dinheiro|até|mais)|renda extra|trabalhe em casa — ganhe dinheiro
(empréstimo|crédito) (rápido|fácil|imediato|sem) — empréstimo rápido
# Praise of the goods.
## hype
garantid[oa]s?|incrível|incríveis|imperdível — resultado garantido
revolucionári[oa]|exclusiv[oa]s?|satisfação garantida — revolucionário
# What is sold to everybody.
## goods
emagrecer|emagreça|perder peso|casino|cassino|viagra|criptomoedas?|bitcoin|apostas — emagrecer
# How to leave the list.
## leave
cancelar (a )?(subscrição|inscrição)|descadastrar — cancelar inscrição
deixar de receber|remover (o )?(seu )?e-?mail — deixar de receber
# Anybody reads it.
## reader
(caro|cara|prezado|prezada) (cliente|leitor|leitora|amigo|usuário|assinante) — caro cliente
(estimado|estimada|querido|querida) (cliente|leitor|leitora) — estimado cliente
(estimado|estimada|querido|querida) (amigo|usuário|assinante) — estimado amigo
parabéns, você — parabéns, você
(você|foi) (ganhou|selecionad[oa]|contemplad[oa]|sortead[oa]|escolhid[oa]) — você ganhou
# Money for nothing, from somebody unknown.
## bait
herança|beneficiári[oa]|milhões de (euros|dólares|reais)|lotaria|loteria|doação — uma herança
# The account will be closed.
## threat
(conta|caixa|senha|cartão|palavra-passe|cpf)( ~12){0,5} (suspens[oa]|bloquead[oa]) — conta suspenso
(conta|caixa|senha|cartão|palavra-passe|cpf)( ~12){0,5} (expirad[oa]|desativad[oa]) — conta expirado
(verifique|confirme|atualize|valide) (os |a |o )?(seus|sua|seu) ~4-16 — confirme os seus dados
# Nobody must know, and it is urgent.
## secrecy
estritamente confidencial|sigilo absoluto|em (24|48) horas — em 24 horas
`;
