/**
 * Portuguese words around what an email says: closing words, signatures and legal notices. Header
 * names of quoted emails are in `any/layout.ts`. How they are written: `text/word_table.ts`.
 */
export const PORTUGUESE_LAYOUT = String.raw`
## ^closing$
(com os )?(melhores |meus melhores |cordiais |atenciosos )?(cumprimentos|cpts) — cumprimentos
(com os )?(melhores |meus melhores )?cumprimentos cordiais — cumprimentos cordiais
(com os )?(cordiais |atenciosos )?cumprimentos cordiais — cumprimentos cordiais
atenciosamente|att|atte|atentamente|cordialmente|respeitosamente|saudações( ~4-12)? — atenciosamente
(um |grande |forte )?(abraço|abraços|abs|bjs|beijos|beijinhos|beijo|abraço grande) — um abraço, ana
(muito |desde já |mais uma vez )?obrigad[oa]s?( desde já| pela atenção)? — muito obrigado
(muito |desde já |mais uma vez )?obrigad[oa]s?( a todos| mais uma vez)? — muito obrigado
(muito |desde já |mais uma vez )?grat[oa]( desde já| pela atenção| a todos| mais uma vez)? — grato
(com |os meus )?(estima|votos de [^.]{3,40}|consideração) — com estima
(sem mais|fico no aguardo|no aguardo) — sem mais
(bom (dia|fim de semana|trabalho)|boa (semana|tarde|noite)) — bom dia contrato
até (breve|logo|já|amanhã|segunda) — até breve, ana

## device_line
enviado (do|da|a partir|através|pelo|de) — enviado do meu iphone

## role
diretora?|gerente|engenheir[oa]|advogad[oa] — diretora
responsável|arquitet[oa]|gestora?|coordenadora? — responsável
consultora?|assistente|secretári[oa]|técnic[oa] — consultor
presidente|síndic[oa]|contador|contadora|analista — analista

## department
departamento|contabilidade|financeiro|compras|vendas — departamento de compras
atendimento|recursos humanos|apoio ao cliente|direção — atendimento

## organization
lda|ltda|s\.?a|unipessoal|eireli|me|cia — padaria ruiz lda
universidade|instituto|escola|câmara|associação — instituto ruiz
fundação|banco|condomínio|cooperativa|gabinete — fundação

## legal_secret
confidencia(l|is)|sigilos[oa]s? — esta mensagem é confidencial
## legal_recipient
destinatári[oa]s? — só para o destinatário
## legal_duty
(eliminar|elimine|apagar|apague|destruir|destrua|notificar|notifique|informe|avise) — eliminar
## legal_mistake
por (engano|erro|lapso) — se a recebeu por engano
## legal_ban
proibid[oa]s?|não autorizad[oa]s?|vedad[oa] — a cópia é proibida
## legal_this
esta|este|a presente — esta mensagem é confidencial
## legal_email
mensagem|comunicação|anexos? — a mensagem e os anexos

## forward_note
(para|p\/) (seu |sua |voss[oa] |tua? |teu )?(conhecimento|info|informação|análise) — para análise
(encaminho|reencaminho|segue)( abaixo| e-?mail)? — encaminho abaixo
ver abaixo|abaixo|encaminhado|conforme (combinado|conversamos|falado)|segue — ver abaixo

## reply_mark
(por favor,? )?(responda|escreva( a sua resposta)?) acima — responda acima desta linha

## form_name
nome|seu nome|nome completo|apelido|sobrenome|nome e apelido — seu nome: ana ruiz
## form_email
e-mail de contacto|seu e-mail|endereço de e-mail|correio eletrónico — seu e-mail: ana@x.example
## form_phone
telefone|telemóvel|celular|contacto telefónico|whatsapp — telefone: 21 123
## form_message
mensagem|sua mensagem|a sua mensagem|comentário|comentários|dúvida — mensagem: olá
## form_end
(este e-?mail|esta mensagem) foi enviad[ao] — esta mensagem foi enviada pelo site
## form_receipt
^(o |a )?(seu|sua)|confirmação|fatura|bem-vind[oa] — a sua encomenda
## form_other
assunto|empresa|cidade|morada|endereço|localidade|estado|cep — cidade: porto

## calendar_title
convite( atualizado)?( com nota)? — convite: colheita
## calendar_time
quando — quando: segunda às 9
## no_subject
sem assunto — (sem assunto)
`;
