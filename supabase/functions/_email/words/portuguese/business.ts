/**
 * Portuguese words and phrases that show budgets, deadlines, decisions and offers of business. How
 * they are written: `text/word_table.ts`.
 */
export const PORTUGUESE_BUSINESS = String.raw`
@segunda = segunda|terça|quarta|quinta|sexta|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho
@segunda = julho|agosto|setembro|outubro|novembro|dezembro|semana|mês|ano|trimestre|amanhã|\d{1,2}
@dois = \d{1,3}|um|uma|dois|duas|três|quatro|seis|dez|quinze
@diretor = diretor|diretora|direção|gerente|gerência|dono|dona|proprietári[oa]|presidente|sóci[oa]s?
@diretor = administrador|administradora|administração|síndic[oa]|conselho|assembleia|comissão|câmara
@diretor = prefeitura|marido|mulher|esposa|chefe|patrão|patroa|tesoureir[oa]|responsável|diretoria
@decide = decide|decidirá|decidem|assina|assinará|aprova|aprovará|autoriza|tem de (aprovar|assinar)
@decide = precisa (aprovar|assinar|autorizar)|vai decidir|dá o aval
@comprar = comprar|encomendar|reservar|alugar|contratar|fazer um pedido|adquirir|fazer uma encomenda
@no = no máximo|até|não mais de|não mais que|sem ultrapassar|sem passar de
@no2 = no máximo|não mais de|não mais que|sem ultrapassar
@procuramos = procuramos|procuro|estamos à procura|buscamos|estamos procurando

# Words that name a budget or limit what may be spent.
## budget
(verba|nosso orçamento|orçamento (é|de até|máximo|disponível|anual|aprovado)|budget) — verba
(temos|tenho|há) (~12 |\d[\d.,]{0,9} ){0,5}(disponíveis|reservad[oa]s?) — temos 500 euros reservados
(temos|tenho|há) (~12 |\d[\d.,]{0,9} ){0,5}(previst[oa]s?|guardad[oa]s?|de lado) — temos previsto
@no( ~12){0,2} (r\$|€) ?\d[\d.,]{0,9} — até r$ 2.000
@no2( ~12){0,2} \d[\d.,]{0,9} ?(€|euros|reais|mil) — no máximo 500 euros
(podemos|posso|queremos) gastar( ~12){0,3} (r\$ ?|€ ?)?\d[\d.,]{0,9} — podemos gastar 500 euros
(subsídio|financiamento|fundo) (de|para) — um subsídio de 4.000 euros

# Words that name a deadline or a time frame.
## timeline
(até|antes de|antes do|antes da|a partir de)( ~10){0,2} @segunda — até 30 de maio
(no final de|no início de|para|em meados de)( ~10){0,2} @segunda — no final de segunda
(semana|mês|trimestre|ano) (que vem|próxim[oa]) — decidimos no mês que vem
(próxim[oa]|est[ea]|nest[ea]) (semana|mês|trimestre|ano|verão|inverno) — decidimos esta semana
(dentro de|em|daqui a) @dois (dias|semanas|semana|meses|mês|horas) — em duas semanas
prazo|data limite|cronograma|prazo de entrega|calendarização — qual é o prazo?

# Words that say who decides, signs or approves.
## decides
(como|sou|na qualidade de|nosso|nossa|é)( o| a)? @diretor — como gerente assino os contratos
@diretor( ~12'){0,4} (que |quem )?@decide — a câmara decide na sexta
@decide (~12 ){0,3}@diretor|quem (decide|assina|aprova) (é|sou) — quem decide é a assembleia
(eu|nós) (mesmo |mesma |próprio )?(decido|decidimos|assino|assinamos) — eu decido sozinho
(decisão|aprovação|assinatura|autorização|aval) (é|cabe|da|do|de|final|definitiva) — decisão é
(última palavra|tenho de falar com|preciso consultar|tenho que falar com) — última palavra

# Words that offer business.
## opportunity
(interessad[oa]s? em|interesse em|temos interesse|tenho interesse) — temos interesse no seu curso
@procuramos (um|uma|uns|umas|de um|de uma) — procuramos um fornecedor
(orçamento|cotação|proposta|tabela de preços|lista de preços) (para|de|dos|das) — orçamento para
(gostaria|gostaríamos|queremos|quero) (de )?@comprar — gostaríamos de encomendar dez cadeiras
(queria|pretendemos|gostávamos|pretendo) (de )?@comprar — queria comprar
(parceria|colaboração|trabalharmos juntos|trabalhar juntos) — uma parceria
(renovar|prolongar|ampliar) (o|o nosso|nosso) (contrato|plano) — queremos renovar o contrato
`;
