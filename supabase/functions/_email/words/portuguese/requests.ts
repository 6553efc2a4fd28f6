/**
 * Portuguese words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const PORTUGUESE_REQUESTS = String.raw`
@diz = garantir|prometer
@diz = dizer|confirmar|explicar|indicar|informar|esclarecer|imaginar|fazer|ser|estar|ter|ficar
@pod = pode|podem|podes|poderia|poderiam|poderias|podia|podiam|podias|consegue|conseguem|consegues
@pode = pode|podem|poderia|poderiam|podes|podias|podia|conseguem|consegue|consegues|podiam
@enviar = enviar|mandar|ligar|responder|confirmar|passar|ver|verificar|dizer|ajudar|vir|fazer|dar
@enviar = trocar|devolver|reembolsar|assinar|preencher|preparar|trazer|levar|corrigir|entregar
@enviar = marcar
@enviar = reservar|cancelar|adiantar|adiar|retornar|encaminhar|conferir|arrumar|consertar|explicar
@enviar = avisar|emitir|pagar|resolver|remarcar|deixar|atender|indicar|informar|fornecer
@envie = envie|enviem|mande|mandem|ligue|liguem|responda|respondam|confirme|confirmem|diga|digam
@envie = avise
@envie = avisem|passe|passem|faça|façam|traga|tragam|devolva|devolvam|verifique|verifiquem|dê|deem
@envie = retorne|retornem|ajude|ajudem|informe|informem|encaminhe|indique|indiquem
@manda = manda|envia|liga|responde|confirma|avisa|traz|passa|faz|deixa|vê|dá|ajuda
@me = me|nos|lhe|lhes
@enviarei = enviarei|enviaremos|mandarei|mandaremos|ligarei|ligaremos|passarei|passaremos|farei
@enviarei = faremos
@enviarei = levarei|trarei|pagarei|pagaremos|confirmarei|retornarei|retornaremos|entregaremos
@enviarei = tratarei
@enviarei = darei|daremos|irei|avisarei
@faz = encosta|passa|manda|envia|leva|traz|deixa|põe|guarda|devolve|entrega|liga|avisa|encoste|passe
@faz = mande|leve
@faz = deixe|guarde|devolva|entregue|ponha|coloque|façam|mandem|levem|deixem|avisem|tragam|ponham
@preciso = preciso|necessário|importante|essencial|conveniente
@quero = quero|queremos|queria|exijo|exigimos|espero|esperamos
@fico = fico|ficamos|estou|estamos|continuo
@duvida = dúvida|dúvidas|esclarecimento|esclarecimentos|informação
@grato = obrigado|obrigada|grato|grata|agradeço|agradecemos
@favor = atenção|compreensão|paciência|preferência|contacto|contato|ajuda
@preciso2 = preciso|precisamos|precisava|precisávamos
@agradecia = agradecia|agradecíamos|agradeço|agradecemos|apreciaria|apreciávamos
@timo = ótimo|bom|ideal|útil|excelente
@encham = encham|fechem|abram|desliguem|tragam|levem|guardem|usem|evitem|peçam|não liguem|não deixem
@encham = não usem
@feche = feche|abra|desligue|guarde|use|evite|peça|escolha|não ligue|não deixe|não use
@fecha = fecha|abre|desliga|guarda|usa|evita|pede|põe|tira|leva|compra|rega
@enviem = enviem|mandem|devolvam|troquem|corrijam|reparem|substituam|envie|mande|devolva|troque
@enviem = repare
@deve = deve|devem|deverá|deverão|deveria
@tiver = tiver|tiverem|tiveres|houver|precisar|precisarem
@obj = o|a|os|as|um|uma|seu|sua|teu|tua|me|nos|lhe|também|tudo|isto|isso|ao|à|para|de|que|se
@ord = registe|registre|regista|tira|tire|tirem|traga|tragam|apague|apaga|mude|muda|mudem|escreva
@ord = escreve|leia|procure|procura|retire|preencham|pague|paga|pergunte|pergunta|siga|suba|desça
@ord = lembre|lembra|complete|mantenha|instale|instala|limpe|limpa
@ord = entregue|entreguem|coloquem|ponham
@clit = -me|-nos|-o|-a|-os|-as|-no|-na|-nos|-nas|-lhe|-lhes
@peco = peço|pedimos|solicito|solicitamos|agradeço|agradecemos|agradecia|agradecíamos
@deve2 = deve|devem|deverá|deverão|tem|têm|tens
@assine = assine|assinem|preencha|preencham|verifique|verifiquem|confirme|confirmem|envie|enviem
@assine = mande|mandem
@traga = traga|tragam|leve|levem|deixe|deixem|reserve|reservem|imprima|imprimam|troque|troquem
@traga = cancele|cancelem|corrija|corrijam|retire|retirem|acrescente|libere|liberem|devolva|devolvam
@papel = assinatura|comprovante|documento|pagamento
@ligue = liguem?|liga|venham?|passem?|passa
@mando = mando|envio|ligo|passo|levo|aviso

# The reader is asked to do something.
## asked
por favor|se faz favor|por gentileza|p\.?f\.?v|pfv|se possível|favor @enviar — por favor
@pode (por favor |por gentileza )?(me |nos |lhe |vir |já )?@enviar(-me|-nos|-lhe)? — pode enviar
(vocês|você|o senhor|a senhora) @pode (~12 ){0,2}@enviar — vocês podem mandar um técnico?
@me @envie — me ligue amanhã
@envie(-me|-nos|-lhe|-o|-a|-os|-as) — envie-me a lista
@manda(-me|-nos) — liga-me amanhã
(me|nos) @manda — me manda a lista
@peco (que|o|a|os|as|lhe|-lhe|por) — peço que
(peço|pedimos|solicito)-(lhe|lhes|vos|te) (que|para) — peço-lhe que venha
(agradeço|agradecia|agradecemos) (que |se )?~2-14 — agradecia que me ligasse
(preciso|precisamos|precisava|precisávamos) (de|da|do|das|dos|que|disto) — preciso das tábuas
(preciso|precisamos|precisava|precisávamos) (disso|urgente|até|hoje) — preciso disso
(gostaria|gostaríamos|gostava|gostávamos|queria|quero|queremos) que (~2-14) — gostaria que viesse
(gostaria|gostaríamos|gostava) de (receber|falar|ter|ver|marcar|agendar) — gostaria de receber
(exijo|exigimos|requeiro) (a|o|que|uma|um|as|os) — exijo a devolução
(não se esqueça|não se esqueçam|não esqueça|não esqueçam) de — não se esqueça de assinar
(não te esqueças|lembre-se|lembrem-se|não deixe) de — não te esqueças de contrato
(deve|devem|deverá|deverão|tem|têm|tens) (que |de )?(assinar|enviar|pagar|entregar) — deve assinar
@deve2 (que |de )?(preencher|devolver|levar|apresentar) — deve preencher
(seria|é) possível (~3-12|me|nos) — seria possível adiantar a entrega?
(a pagar|pagamento|vencimento|para pagar|a liquidar) (até|em|no dia|antes) — pagamento até 3 de maio
@assine (o|a|os|as|um|uma|este|esta) — assine o
@traga (o|a|os|as|um|uma) — deixe as chaves
@ligue (para|ao|à|no|na|aqui|amanhã|hoje|já|assim|antes|com) — ligue para
(fic(o|amos|a)|aguard(o|amos)) (à espera|no aguardo) d[eoa] @papel — fico no aguardo de pagamento
(dá|dava|daria) para (~12 ){0,2}@enviar|tem como (~12 ){0,2}@enviar — tem como mandar hoje?
(falta|faltam|faltava|resta|fica) (só |ainda |apenas )?(por )?~3-14[aei]r — falta trocar a data
(tem|têm|terá|terão|teria) (de|que) (~12 )?~2-14 — tem de dar entrada até dia 15
(é|era|será|seria) @preciso (que|~3-14[aei]r) — é preciso assinar
@quero (~12 ){0,2}(resolvid[oa]|pront[oa]|de volta|que) — quero isto resolvido
@preciso2 (de |que )?(alguém|um|uma|dois|duas|o|a|os|as|seu|sua) — preciso de alguém
@agradecia (um|uma|o|a|que|se|muito) — agradecia um orçamento
(dava|daria|dariam|davam) (muito )?jeito|(seria|era) @timo — dava jeito uma foto
@faz(-o|-a|-os|-as|-me|-nos|-lhe|-se) — encosta-a ao muro
@encham (~12 )?~2-14 — encham os baldes
@feche (o|a|os|as|um|uma|já|sempre|ao|à) — feche o portão
@fecha (o|a|os|as|um|uma|já|tu|lá|também) — fecha o portão
@enviem (~12 ){0,2}~2-14 — devolvam o dinheiro
(solicita-se|pede-se|roga-se|agradece-se) (que|a|o|aos|às) — pede-se que assinem
(para|a) (assinar|aprovação|assinatura) (e|até|por) — para assinar e devolver
@deve (~12 ){0,2}(ser|estar|chegar|ficar|ter) — deve ser entregue na segunda
(basta|bastaria) (um|uma|que) — basta uma fotografia
(parecia|seria)(-me)? (justo|correto|razoável) — seria justo tirarem o vinho
se (~12 ){1,4}não (chegar|for|receber|recebermos|chegarem) — se o pagamento não chegar
(pedimos|peço|solicitamos) (um|uma|a|o|as|os) — pedimos uma nota de crédito
@deve ~2-12[áêí]-l[oa]s? — deverá entregá-lo
(ficava|ficaria)(-lhe|-vos)? (muito )?grat[oa] se — ficava-lhe grato se viesse

# A question that wants something done, not told.
## by_question
@pod (me |nos |lhe |vir |já )?(?!@diz)~2-12[aei]r(-me|-nos|-lhe|-o)?(?!-se)\b — podem enviar-nos um?
@pod (fazer-nos|fazer-me|nos fazer|me fazer) — podem fazer-nos uma proposta?
(me|nos) (manda|mandam|envia|enviam|traz|liga|passa)\b — me manda a lista?
(manda|envia|traz|liga|passa|mandas|envias|trazes|ligas)-(me|nos) — mandas-me a lista?
(importa-se|importava-se|importam-se) de — importa-se de vir mais cedo?

# The sender says what they will do.
## promised
(eu |nós |já |lhe |te |vos |amanhã )?@enviarei — enviarei a lista amanhã
(vou|vamos) (já |lhe |te |vos )?~3-14(ar|er|ir) — vou mandar a lista amanhã
(te|lhe|vos) @mando (amanhã|hoje|logo|segunda|o|a|já|assim) — te mando amanhã
(mando|envio|ligo|passo|levo)-(te|lhe|vos) — envio-lhe a lista amanhã
(amanhã|hoje) (mando|envio|ligo|passo) — amanhã mando a lista

# A promise with a condition that the reader may leave alone is an offer.
## offered
se (quiser|quiserem|quiseres|preferir|preferirem|preferires|desejar) — se quiser, eu vou

# Politeness, or bait, that asks for nothing.
## polite
não hesite(m)? em|fique à vontade|qualquer dúvida|não hesites — não hesite em ligar
(desconsidere|ignore) (este|esta) (aviso|carta|mensagem|lembrete) — desconsidere este aviso
@fico (à|ao|ao seu|à sua|à vossa|ao vosso|inteiramente à) (disposição|dispor) — fico à disposição
(para|por) (qualquer|quaisquer|eventuais) @duvida — para qualquer dúvida
(desculpem?|(peço|pedimos) desculpas?|lamentamos) — pedimos desculpa pelo atraso
@grato (pela|pelo|por|a|o|desde já) (sua |seu |vossa |vosso )?@favor — obrigado pela atenção
(se|caso) @tiver (de )?(alguma|mais|qualquer|algum|dúvidas) — se tiver alguma dúvida

# Only an answer is wanted, which the questions already say.
## only_answer
(diga|digam|avise|avisem|informe)(-me|-nos)? (se|quando|qual|quanto) — diga-me se dá
(me|nos) (diga|avise|diz|informe|fala) (se|quando|qual|quanto) — me avise quando chegar
@pode (me|nos) (dizer|informar|indicar) (se|quando|qual|quanto|onde) — pode me dizer se chega
(diga-me|diga-nos|me diga),? por favor,? (se|qual|quando) — diga-me, por favor, qual prefere

# The reader is asked not to do something.
## unwanted
(por favor|favor|pede-se|solicita-se),? não — por favor, não liguem antes das nove
não (é preciso|precisa|precisam|é necessário|vale a pena) — não é preciso responder

# First words that order something.
## ^order
@ord( @obj|@clit) — registe a sua empresa
(mandem|ponham|façam|digam|tragam|expliquem|devolvam)@clit — mandem-no pôr de pé
(?!falta|parece|interessa|custa|agrada)~2-10[aáeê]-(me|lhes?|nos|l?[oa]s?) — liga-lhes na terça
`;
