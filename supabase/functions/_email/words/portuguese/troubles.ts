/** Portuguese words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const PORTUGUESE_TROUBLES = String.raw`
@problema = problemas?|erros?|avarias?|falhas?|defeitos?|atrasos?|inconvenientes?|panes?|pane
@funciona = funciona|funcionam|liga|ligam|abre|carrega|imprime|responde|arranca|aquece|fecha|entra
@funciona = consigo|conseguimos|conecta|chegou|chegaram
@recebi = recebi|recebemos|recebido|recebida|chegou|chegaram|entregue|entregues|pago|paga|resolvido
@entra = entra|pinga|cheira|range|emperra|solta|descola|cai|salta|rejeita|recusa|treme|enferruja
@fecha = fecha|abre|desliga|apaga|liga|reinicia
@prometeram = prometeram|disseram|garantiram|cobraram|mandaram
@infelizmente = infelizmente|pena que|é pena|só foi pena|desconfortável|apertad[oa]s?|incómod[oa]
@mancha = mancha|manchas|risco|riscos|humidade|fuga|fendas?|amolgad[oa]|rachad[oa]|desafinad[oa]
@cobradoas = cobrad[oa]s?|debitad[oa]s?|pag[oa]s?|faturad[oa]s?

# Something goes wrong, told plainly.
## trouble
(um|uma|o|os|este|mesmo|com|vários|há|deu|outro) @problema — temos um problema
mensagem de erro|código de erro|aparece (o|um) erro — aparece um erro
não (~4 )?@funciona( mais)? — a impressora não funciona
(avariad[oa]s?|partid[oa]s?|quebrad[oa]s?|estragad[oa]s?) — a caldeira está avariada
(danificad[oa]s?|bloquead[oa]s?|travad[oa]s?) — danificado
(rachad[oa]s?|riscad[oa]s?|rasgad[oa]s?|amassad[oa]s?) — três caixas amassadas
(inutilizáveis|vencid[oa]s?|com defeito|fora de serviço) — inutilizáveis
(parou|parad[oa]s?|caiu|está em baixo|fora do ar) — o elevador parou
(vazamento|vazando|a pingar|entupid[oa]|inundad[oa]) — vazamento
(ainda não|nunca|nada|até agora não) (~8 ){0,2}@recebi|não (~8 )?@recebi — ainda não recebi nada
@cobradoas (~8 )?(duas vezes|em dobro|a mais|em duplicado) — cobrado duas vezes
(não (consigo|conseguimos|dá para|é possível)) (~12 )?~4-12 — não consigo entrar
(errad[oa]s?|trocad[oa]s?) — enviaram os azulejos errados
(desiludid[oa]s?|decepcionad[oa]s?|inaceitável|em falta) — estou desiludido
(continua|ainda|está) por pagar — a fatura 22 continua por pagar

# What is missing, late or in the way, told less plainly.
## lack
(não|ninguém|nunca|nada|nenhum|nenhuma|nem) — ninguém atende o telefone
(duas|três|quatro|cinco) vezes|outra vez|de novo|mais uma vez — cobrado duas vezes
(sem|falta|faltam|faltava|faltavam|faltou) — faltam duas cadeiras
(tarde|atraso|atrasad[oa]s?|demais|perdid[oa]s?) — tarde
(vazi[oa]s?|fri[oa]s?|suj[oa]s?|barulho|pior|demora) — o jantar estava frio
(em vez de|no lugar de|à espera há|espero há|esperando há|metade) — estou à espera há três semanas
@entra (água|a|sozinh[oa]|sempre|de|mal|o|as) — entra água
@fecha(-se)? sozinh[oa]|(a cair|a fazer barulho|um barulho) — fecha sozinho
há (~12 ){1,2}(dias|semanas|meses|horas|anos) — há três semanas
(segunda|terceira|quarta|enésima) (vez|reclamação|encomenda|tentativa) — é a terceira vez
@infelizmente — infelizmente fechou
@prometeram (-?me|-?nos|que|dois|duas) — prometeram que vinham
(já liguei|já telefonei|já escrevi|já pedi|já avisei) ~3-10 vezes — já liguei três vezes
@mancha — tem uma mancha

# Trouble that is denied or over.
## denied
(nenhum|sem|não há) (problemas?|erros?|falhas?)|problema nenhum — sem problema
resolvid[oa]s?|consertad[oa]s?|reparad[oa]s?|arranjad[oa]s? — já está resolvido
já (está|foi) resolvid[oa] — já está resolvido
nenhuma? (objeção|observação|queixa|reclamação) — nenhuma objeção da minha parte
(está|estão) em (perfeita )?ordem — as bombas estão em ordem
(tem|tens|têm) (toda a )?razão[,:.] — tem razão, falta uma folha

# Polite, or about something else than trouble.
## harmless
obrigad[oa]|por favor|cumprimentos|não hesite — obrigado pelas flores
(sem pressa|não (há|tem) pressa|não (se )?preocupe|não é preciso|não faz mal) — não há pressa
(não vejo a hora|nada a opor) — não vejo a hora

# A day that is another now: news, but for who complains.
## moved
(foi|foram|fica|está|sido) (adiad[oa]s?|antecipad[oa]s?|remarcad[oa]s?) — a visita foi adiada
`;
