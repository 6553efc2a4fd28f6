/**
 * Portuguese words and phrases of emails that a program or a mailing list sent. How they are
 * written: `text/word_table.ts`. Subjects of such emails are in `any/automatic.ts`: they are too
 * short to tell their language.
 */
export const PORTUGUESE_AUTOMATIC = String.raw`
@caixa = caixa|endereço|usuário|destinatário
@estou = estou|estarei|encontro-me|me encontro|estamos
@escritorio = escritório|loja|empresa|atelier

# What a report about an email that could not be delivered says.
## bounce_text
não (pôde|pode|foi possível) (ser )?(entregar|entregue|entregá-la) — não pôde entregar
não (foi|conseguimos) (ser )?(entregar|entregue|entregá-la) — não foi entregar
(caixa|endereço|usuário|destinatário) (~12 ){0,4}(chei[oa]|inexistente) — caixa cheio
@caixa (~12 ){0,4}(desconhecid[oa]|não encontrad[oa]) — caixa desconhecido

# The sender is away.
## absence_text
@estou (~12 ){0,2}(ausente|de férias|em férias) — estou de férias até segunda
(estou|estarei|encontro-me) (~12 ){0,2}fora do escritório — estou fora do escritório
(estou|estarei|encontro-me) (~12 ){0,2}(de licença|de baixa) — estou de licença
(me encontro|estamos) (~12 ){0,2}fora do escritório — me encontro fora do escritório
(me encontro|estamos) (~12 ){0,2}(de licença|de baixa) — me encontro de licença
(fora do escritório|ausente do escritório) — fora do escritório
(licença (maternidade|paternidade|médica|parental)|em gozo de férias) — licença maternidade
(sem|com) (acesso|acesso limitado) (ao|a) (e-?mail|correio|mail) — sem acesso ao e-mail
não (lerei|leio|verei|consultarei)( ~12){0,2} (e-?mails?|mensagens|correio) — não leio mensagens
não (responderei|estarei a ler)( ~12){0,2} (e-?mails?|mensagens|correio) — não responderei email
@escritorio (~12 ){0,2}(fechad[oa]|encerrad[oa]) (de|até|para|entre) — escritório fechado de

# What absence notes go on with.
## absence_end
(no|ao|após o|depois do|no meu|ao meu) (meu )?(regresso|retorno|volta) — responderei no meu regresso
(na minha ausência|durante a minha ausência|entretanto|nesse período) — na minha ausência
(em|para) (caso de urgência|assuntos urgentes|casos urgentes|urgências) — em caso de urgência
(contactar|contatar|contacte|contate|falar com) — contactar
(fale com|entrar em contato|dirija-se|escreva para) — fale com o tadeu
(até|volto|voltarei|regresso|regressarei|retorno) (a|ao|dia|em|no|à|~2-12|\d{1,2}) — até a

# An address that nobody uses any more.
## address_gone
(este|meu|esta|minha) (e-?mail|endereço) (~12 ){0,2}(já não|não (é|está) mais) — este email já não
(este|meu|esta|minha) (conta|caixa) (~12 ){0,2}(já não|não (é|está) mais) — este conta já não
(este|meu|esta|minha) (e-?mail|endereço) (~12 ){0,2}foi desativad[oa] — este email foi desativado
(este|meu|esta|minha) (conta|caixa) (~12 ){0,2}foi desativad[oa] — este conta foi desativado
(não uso mais|já não uso) (este|esta) (e-?mail|endereço|conta) — já não uso este endereço
deixei de usar (este|esta) (e-?mail|endereço|conta) — deixei de usar este email
(já não|não) trabalh(o|a) (mais )?(n[oa]|em|aqui|para) — já não trabalha aqui
(deixou|saiu d)[ae]? ?(a |de )?(empresa|trabalhar) — deixou empresa

# What a program says of an event.
## notice
(mensagem|e-?mail|email) (é |foi )?(gerad[oa] |enviad[oa] )?automátic[oa] — mensagem automático
mensagem (é |foi )?(gerad[oa] |enviad[oa] )?automaticamente — mensagem automaticamente
(e-?mail|email) (é |foi )?(gerad[oa] |enviad[oa] )?automaticamente — email automaticamente
(não responda|não responder|não respondam)( a este| a esta)?( e-?mail| mensagem)? — não responda
obrigad[oa] (pela|por) (sua |seu )?(compra|encomenda|pedido) — obrigado pela sua compra
obrigad[oa] (pela|por) (sua |seu )?(pagamento|reserva|inscrição) — obrigado pela pagamento
(seu|sua|o seu|a sua|o teu) (pedido|encomenda) (foi|está|será|saiu|vence|já) — seu pedido foi
(seu|sua|o seu|a sua|o teu) (compra|pagamento) (foi|está|será|saiu|vence|já) — seu compra foi
(seu|sua|o seu|a sua|o teu) (reserva|assinatura) (foi|está|será|saiu|vence|já) — seu reserva foi
(seu|sua|o seu|a sua|o teu) (fatura|boleto) (foi|está|será|saiu|vence|já) — seu fatura foi contrato
(recebemos|registámos|registramos) (o|a) (seu|sua) (pedido|mensagem) — recebemos a sua mensagem
(recebemos|registámos) (o|a) (seu|sua) (solicitação|encomenda) — recebemos o seu solicitação
registramos (o|a) (seu|sua) (solicitação|encomenda) — registramos o seu solicitação

# Who is asked to approve something gets a notice, and no mailing.
## approval
(pendente|aguarda|à espera) (d?a )?(da )?sua aprovação — aguarda a sua aprovação
(aprovar|aceitar) ou (rejeitar|recusar) — pode aprovar ou rejeitar o pedido

# How to leave a mailing list.
## unsubscribe
(cancelar|remover) (a |sua |a sua )?(subscrição|inscrição|assinatura) — cancelar a subscrição
descadastr(ar|e)(-se)?|cancele (a |sua )?inscrição — descadastrar
(não (deseja|quer|quiser|pretende) (mais )?receber) — não deseja receber
deixar de receber|sair (da|desta) lista — deixar de receber
(ver|ler|visualizar|abrir) (~12 ){0,2}(online|no (navegador|browser)) — ver no navegador
(gerir|gerenciar|alterar) (as )?(suas )?preferências — gerir preferências
`;
