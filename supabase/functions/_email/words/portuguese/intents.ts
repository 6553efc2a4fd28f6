/**
 * Portuguese words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const PORTUGUESE_INTENTS = String.raw`
@reuniao = reunião|reuniao|visita|chamada|videochamada|encontro|conversa|call|videoconferência
@reuniao = vistoria
@marcar = marcar|agendar|remarcar|combinar|adiar|antecipar|reagendar|fazer|confirmar
@funciona = funciona|funcionam|liga|abre|carrega|imprime|responde|arranca|aquece|entra|conecta|fecha
@comprar = comprar|encomendar|reservar|alugar|contratar|fazer um pedido|adquirir|fazer uma encomenda
@podemos = podemos|poderíamos|podíamos|vamos|posso|dá para
@esta = está|estaria|estás|estão|estarias|tem|tens|teria
@esta2 = está|estaria|estás|estão|estarias|tem|tens|teria
@vemonos = vemo-nos|encontramo-nos|nos vemos|a gente se vê|nos falamos|falamos
@quando = quando|que dia|qual dia|qual horário|que horas
@procuramos = procuramos|procuro|estamos à procura|buscamos|precisamos
@ha = há|tem|têm|alguma|sem|ainda sem|já tem
@gostaria = gostaria|gostava|gostaríamos|queria|quero|gostávamos|precisava

## meeting_request 3
@marcar (um|uma|a|o|essa|nossa)? ?@reuniao — podemos marcar uma reunião?
reunião (será|fica|passa|vai ser|realiza-se|está marcada) — a reunião será na segunda
(podemos|poderíamos|podíamos|vamos|posso|dá para) (nos )?(falar|encontrar|reunir) — podemos falar
@podemos (nos )?(ver-nos|conversar|passar|ver) — podemos ver-nos
@esta (~8 )?(disponível|disponíveis|livre|livres) — está livre na sexta?
@esta2 (~8 )?(disponibilidade|um horário|agenda) — está disponibilidade
(dá|dava|der|fica|ficaria|seria) (~5 )?(jeito|bom|melhor|bem) — na quinta fica bem
(lhe|te|vos) (dá|dava|der|convém|convinha|fica) (mais )?(jeito|bem|melhor) — se lhe der mais jeito
@vemonos (na|no|amanhã|às|segunda) — vemo-nos na segunda?
@quando (~8 ){0,3}(pode|podem|disponível|prefere) — quando pode
(quando|que dia|qual dia|qual horário|que horas) (~8 ){0,3}(livre|conveniente|melhor) — quando livre
convite:|(almoço|café|jantar) (juntos|na|amanhã|quinta|sexta)|tomar um café — tomar um café?
## meeting_request 1
reunião|agenda|visita|videochamada|disponibilidade|horário|encontro — a reunião dura uma hora
## meeting_request 2
(adiar|remarcar|antecipar|mudar) (~8 ){0,2}(para|das|de)|meia hora — adiar a visita para segunda

## complaint 3
reclamação|reclamar|queixa|inaceitável|inadmissível|uma vergonha|péssimo — reclamação
(muito|profundamente) (desiludid|decepcionad|insatisfeit|chatead)[oa]s? — estamos muito desiludidos
(completamente|bastante) (desiludid|decepcionad)[oa]s? — completamente desiludido
(completamente|bastante) (insatisfeit|chatead)[oa]s? — completamente insatisfeito
(exijo|exigimos|indemnização|indenização|procon|livro de reclamações) — exijo uma explicação
(segunda|terceira|quarta|enésima) vez — é a terceira vez que chegam tarde
(devolução|reembolso|estorno) (do|da|dos|das|de|imediato) — devolução do contrato
dinheiro de volta|meu dinheiro — quero o dinheiro de volta
(mudar|trocar) de fornecedor|falta de respeito|descaso|advogado — vamos mudar de fornecedor
## complaint 2
(cobrad[oa]s?|debitad[oa]s?) (~8 )?(duas vezes|em dobro|a mais|em duplicado) — cobrado duas vezes
faturad[oa]s? (~8 )?(duas vezes|em dobro|a mais|em duplicado) — faturado duas vezes
ninguém (me |nos )?(~8 )?(responde|atende|respondeu|ligou) — ninguém responde
ninguém (me |nos )?(~8 )?(veio|retorna|retornou|resolve) — ninguém veio
(prometeram|garantiram|asseguraram|tinham prometido|foi prometido|prometido) — prometeram segunda
(tamanho|cor|modelo|artigo|endereço|valor|azulejos|produto) errad[oa]s? — a cor errada: cor errada
(chegou|chegaram|veio|vieram|recebi) (~8 ){0,3}(partid[oa]s?|quebrad[oa]s?) — chegou partido
(chegou|chegaram|veio|vieram|recebi) (~8 ){0,3}danificad[oa]s? — chegou danificado
(chegou|chegaram|veio|vieram|recebi) (~8 ){0,3}(incomplet[oa]s?|atrasad[oa]s?) — chegou incompleto
## complaint 1
desiludid[oa]s?|decepcionad[oa]s?|atraso — estou desiludido
quebrad[oa]s?|danificad[oa]s?|insatisfeit[oa]s? — quebrado

## support_request 3
não (~4 )?@funciona( mais| nada)? — a impressora não funciona
(está|estão) (em baixo|fora do ar) — o site está em baixo
(mensagem|código) de erro|erro [a-z]?\d{1,4}|dá erro|deu erro — aparece um código de erro
(não consigo|não conseguimos|não dá para|impossível) (~3-12) — não consigo entrar
(avariad[oa]|bloquead[oa]|travad[oa]|travou) — a caldeira está avariada
(parou de funcionar|fora do ar|fora de serviço|parou) — parou de funcionar
(preciso|precisamos) de (ajuda|assistência|suporte|um técnico) — preciso de ajuda
(assistência|suporte) técnic[oa]|ajuda com — assistência técnico
(senha|palavra-passe|acesso) (~8 ){0,2}(esquecida|perdida) — senha esquecida
(senha|palavra-passe|acesso) (~8 ){0,2}(expirad[oa]|bloquead[oa]) — senha expirado
esqueci a senha — esqueci a senha
como (faço|posso|se faz|devo|é que) (para )?~3-12 — como faço para acertar a hora?
(vazamento|fuga de água|sem (internet|luz|rede|aquecimento|água quente|sistema|sinal)) — vazamento
## support_request 1
erro|avaria|atualização|senha|técnico|problema com|reiniciar|reiniciei — erro

## sales_inquiry 3
(orçamento|cotação) (para|de|dos|das|sem|detalhado)|(um|o|enviar|pedir) orçamento — orçamento para
(quanto|qual o preço|qual é o preço) (~8 ){0,2}(custa|custam|custaria) — quanto custa a porta?
(quanto|qual o preço|qual é o preço) (~8 ){0,2}(fica|sai|preço|valor|prazo) — quanto fica
(que preço|qual o valor|qual seria) (~8 ){0,2}(custa|custam|custaria) — que preço custa
(que preço|qual o valor|qual seria) (~8 ){0,2}(fica|sai|preço|valor|prazo) — que preço fica
(gostaria|gostaríamos|queremos|quero) (de )?@comprar — gostaríamos de comprar dez cadeiras
(queria|pretendemos|gostávamos|pretendo) (de )?@comprar — queria comprar
(têm|tem|vocês têm|teriam) (~8 ){0,5}(em stock|em estoque|disponível) — têm a vermelha em stock?
(têm|tem|vocês têm|teriam) (~8 ){0,5}(disponíveis|a pronta entrega) — têm disponíveis
@procuramos (de )?(um|uma|uns|umas|\d{1,4}) — procuramos uma sala
(tabela|lista) de preços|preçário — enviem a tabela de preços
## sales_inquiry 1
preços?|desconto|encomenda de|amostras?|catálogo|estoque|stock|prazo de entrega — há desconto?
(para|somos|seremos) \d{1,4} (pessoas|peças|unidades|adultos|exemplares) — somos 80 pessoas

## proposal 3
(nossa|minha) (proposta|oferta)|segue (a |nossa )?(nossa )?(proposta|cotação) — a nossa proposta
(proponho|propomos|ofereço|oferecemos|venho propor|vimos propor|lhe ofereço) — proponho
(proposta|orçamento|contrato|minuta) (em anexo|anexa|anexad[oa]) — proposta em anexo
(proposta|orçamento|contrato|minuta) (assinad[oa]|para assinar) — proposta assinado
(válid[oa]) (até|por|durante) — a proposta é válida até 10 de julho
(em anexo|segue|envio|enviamos) (~8 ){0,3}(proposta|orçamento) — em anexo a proposta
(em anexo|segue|envio|enviamos) (~8 ){0,3}(contrato|oferta|minuta) — em anexo contrato
## proposal 1
condições|parcelas|mais iva|honorários|entrada de — uma entrada de um terço
por mês|por ano|sem compromisso|sem juros — por mês contrato

## partnership 3
parceria|parceiros|colaboração|colaborar|unir forças — uma parceria
(trabalhar|trabalharmos|fazer|organizar) (~8 ){0,2}juntos — trabalhar juntos
metade para cada|meio a meio — metade para cada
(comissão|indicam|indicação de clientes|recomendar os|revenda|permuta) — uma comissão de 10 %
## partnership 1
juntos|conjunt[oa]|em comum|revendedor|distribuidor|sócios — uma visita conjunta

## introduction 3
(me apresento|apresentar-me|me apresentar) — venho apresentar-me
(apresento-me|nos apresentarmos|venho apresentar) — venho apresentar-me
(apresento-lhe|apresento-vos|lhe apresento|apresentar-lhe) — apresento-lhe a ana
(apresento aqui|colocar em contato|pôr em contacto) — apresento aqui
sou (o|a) (nov[oa]|~2-12 ~2-12 e sou|seu|sua) — sou a nova gestora
(sou|é) (o|a) (seu|sua|vosso|vossa) nov[oa] — sou o seu novo
(substituo|substitui|em substituição|assumo|assumi|sucedo|assume) (a|o|da|do|de|ao) — substituo a
(me falou de|indicado por|por indicação de) — por indicação de ana
(recomendou-me|deu-me o seu contacto|me passou o seu) — recomendou-me
## introduction 1
chamo-me|me chamo|meu nome é|o meu nome é — me chamo ana
novo colega|nova colega|juntou-se|prazer em conhecer — novo colega

## follow_up 3
(lembrete|lembrar|relembro|relembrar|volto a|retomo|reforço|cobrar) — um lembrete
@ha (novidades?|notícias|resposta|retorno|previsão) — alguma novidade?
(conforme|como|tal como) (combinado|acordado|falámos) — conforme combinado
(conforme|como|tal como) (falamos|prometido|conversamos) — conforme falamos
na sequência d[aoe]|em seguimento — na sequência da contrato
(em que ponto|como está o andamento|qual a situação|a quantas anda|qual o status) — qual a situação?
(recebido, obrigad[oa]|bem recebido|confirmo) — confirmo a data
(confirmamos|de acordo|combinado|tudo certo|ok para) — confirmamos
(em aberto|por pagar|em atraso|por liquidar|pendente|pendentes|vencid[oa] (em|desde)) — em aberto
## follow_up 1
relembro|a semana passada|nossa (conversa|reunião|chamada) — a nossa conversa
obrigad[oa] (pela|pelo) (resposta|retorno|envio) — obrigado pela resposta
perfeito|entendido|certo|ótimo|beleza|fechado|recebi — certo, obrigado

## feedback 3
(parabéns|obrigad[oa] de coração|nota dez|muitíssimo obrigad[oa]) — parabéns pelo trabalho
(adorei|adorámos|adoramos|amei|gostei muito|gostámos muito|gostamos muito) — adorámos a visita
(muito|realmente|bastante) (contentes?|satisfeit[oa]s?|felizes|feliz) — estamos muito contentes
(recomendo|recomendamos|recomendarei|voltaremos) — recomendo a todos
(melhor do que|maravilhos[oa]|delicios[oa]s?|uma delícia) — melhor do que contrato
(minha|nossa|meu|nosso) (opinião|avaliação|feedback|experiência|impressão) — minha opinião
feedback sobre — feedback sobre
## feedback 1
sugestão|melhorar|pena que|só acho|único senão|impressão — uma sugestão

## information_sharing 2
para (seu |vosso |sua |vossa )?(conhecimento|informação) — para seu conhecimento
(informo|comunico|aviso) (que|também|os|a|de) — informo que contrato
(informamos|comunicamos|avisamos|informo) — informamos da mudança
(em anexo|segue|anexo|anexamos) (~8 ){0,3}(ata|fatura|recibo|documentos|lista) — em anexo a ata
(em anexo|segue|anexo|anexamos) (~8 ){0,3}(relatório|cópia) — em anexo relatório
(em anexo|segue|anexo|anexamos) (~8 ){0,3}(comprovante|nota fiscal) — em anexo comprovante
(estará|estaremos|ficará|permanecerá) (fechad[oa]s?|encerrad[oa]s?) — o bar estará fechado
nov[oa]s? (horários?|morada|endereço) — novo horário
não é (necessário|preciso) responder — não é necessário responder
(ata da|a partir de (segunda|\d{1,2})) — ata da contrato

## question 2
@gostaria (de )?(saber|perguntar|entender|esclarecer) — gostava de saber se
(uma|outra|duas|tenho uma|algumas) (dúvidas?|perguntas?|questão|questões) — tenho uma dúvida
(é|seria|será) (possível|permitido|obrigatório|necessário|verdade) — é permitido acampar?
`;
