/** Portuguese words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const PORTUGUESE_QUESTIONS = String.raw`
@saber = saber|perguntar|perguntar-lhe|perguntar-vos|perguntava|pergunto|dizer|dizer-me|diga-me
@saber = me diga|diga|digam|confirme|confirmem|avise|avisem
@ate = até|antes|hoje|amanhã|ainda|agora|esta|para|por
@saber = me avise|avise-me|informar|confirmar|entender|perceber|digam-me|digam-nos|me digam
@se = se|quando|quanto|quantos|quantas|qual|quais|quem|como|onde|o que|que horas|porque|por que
@se = porquê

# A question without a question mark.
## indirect
@saber @se — gostava de saber se a água está incluída
@saber @ate (~10 )?(~10 )?(~10 )?(~10 )?@se — diga-me até amanhã à noite se fica com a casa
(uma|outra|última|minha) (dúvida|pergunta|questão): — uma dúvida: onde está a chave
(confirme|confirmem|confirma) (a )?(sua|vossa|tua)? ?presença — confirme a sua presença

# Nobody waits for an answer to these.
## rhetorical
como (está|estás|estão|vai|vão|vocês estão)( ~8)? ?\?? ?$ — bom dia, como está?
tudo (bem|bom|certo|joia)( com (você|vocês|o senhor))? ?\?$ — olá, tudo bem?
(quem diria|o que mais se pode querer) — quem diria
(o )?que há (de )?(melhor|mais ~3-9) (do )?que — o que há de melhor do que a chuva?
quem (iria|ia|havia de|poderia) (dizer|pensar|imaginar) — quem ia pensar nele?

# Begins what a sender answers to a question of their own.
## ^own_answer
porque |muito simples|claro que|ninguém[,.]|pois — porque os preços sobem
(sim|não|claro|exato|exatamente)[,.!] — sim, correu bem
`;
