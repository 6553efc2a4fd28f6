/**
 * Portuguese words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const PORTUGUESE_URGENCY = String.raw`
@trabalhar = trabalhar|abrir|vender|cobrar|entregar|atender|produzir|faturar
@suspensa = suspens[oa]|bloquead[oa]|cancelad[oa]|desativad[oa]|limitad[oa]|expirad[oa]|vencid[oa]
@parada = parad[oa]s?|bloquead[oa]s?|paralisad[oa]s?
@simulacro = simulacro|simulação|porta|alarme|detetor|detector|seguro|prevenção|extintor
@ninguem = ninguém|nenhum|nenhuma|não houve|não há|sem
@producao = produção|linha|fábrica|obra|máquina|caixa
@motoristas = motoristas|clientes|operários|equipa|equipe
@aumentar = aumentar|aumente|dobrar|alavancar

# Damage, danger or loss under way.
## harm
(fuga|vazamento|cheir[oa]|escape) (de|a) (gás|gas|queimado|água) — há uma fuga de gás
(entra|entrando|cai|a entrar|a cair) água — entra água
água (está )?(a )?(entra|entrar|entrando|cair|caindo) — a água está a entrar
(sai|sair|saindo) fumo|há fogo — há fogo na cozinha
inundaç(ão|ões)|inundad[oa]s?|alagad[oa]s?|alagamento — a cave está inundada
(incêndio|em chamas|pegou fogo|pegando fogo|a arder|está a arder|fumaça|fumo na|fumo no) — incêndio
(ferid[oa]s?|no hospital|ambulância|eletrocutad[oa]) — há um ferido
(passa mal|passando mal|intoxicaç(ão|ões)) — passa mal contrato
(parou tudo|falha total|avaria total|apagão|tudo parado|pane geral) — parou tudo
perda de dados|hackead[oa]s?|ataque informático|ransomware|invadid[oa]s? — fomos hackeados
(sem|falta) (luz|energia|eletricidade|água|aquecimento|oxigénio|oxigênio|insulina) — estamos sem luz
(pres[oa]s?) (lá dentro|dentro|no elevador|na) — uma moradora presa no elevador
(moradora|pessoa|gente|alguém) presa? — uma moradora presa no elevador
(é uma emergência|emergência médica) — é uma emergência
(perigo (imediato|grave|de vida)|risco de vida) — perigo imediato

# The same words where they tell of no harm here.
## harmless
@simulacro (de|contra|corta)[ -](incêndios?|fogo|fumo|fumaça) — simulacro de incêndio
(fogos? de artifício|corta-fogo|proibido fumar|sem fumo) — fogo de artifício
@ninguem (~12 ){0,2}(ferid[oa]s?|incêndio|danos) — ninguém ficou ferido
(ninguém|nenhum|nenhuma|não houve|não há|sem) (~12 ){0,2}(fumo|emergência|perigo) — ninguém fumo
(número|saída|plano|luz) de emergência — a saída de emergência

# The story of something that is over, or not so.
## over
(o|no) (ano|mês|verão|inverno) passado — no ano passado
(a|na) semana passada|há (~8 )?(anos|meses)|antigamente — a semana passada
(anos|meses) atrás|naquela época — dois anos atrás
resolvid[oa]|consertad[oa] — já está resolvido
reparad[oa]|arranjad[oa]|apagad[oa] — foi reparado
já (foi|está) (resolvid[oa]|reparad[oa]) — já está resolvido

# Only if something happens.
## ^condition
(e |mas )?(se|em caso de|caso|no caso de|quando houver)\b — se houver um incêndio

# A serious consequence that is named.
## consequence
(audiência|julgamento|tribunal|despejo|multa|penalização|penalidade|coima) — a audiência é segunda
(perdemos|perco|perderemos|vamos perder) (o|a|um|uma|este|esta) — perdemos o cliente
(teremos|vamos ter|temos) (que|de) (~12 )?(fechar|cancelar) — teremos que fechar a loja
(teremos|vamos ter|temos) (que|de) (~12 )?(evacuar|deitar|jogar) — teremos que evacuar

# Somebody cannot go on working.
## standstill
@producao( ~12){0,2} (está |estão |ficou )?@parada — a produção está parada
(linha|máquina|elevador|sistema|produção) parou|estamos @parada|tudo @parada — a linha parou
não funciona( nada| mais)?|nada funciona|sistema (fora do ar|em baixo) — não funciona nada
(não) (podemos|conseguimos|dá para|consigo) (mais )?@trabalhar — não podemos trabalhar
@motoristas (~8 )?(à espera|esperando|parad[oa]s?|aguardam) — os motoristas esperando

# The sender's last word before a consequence.
## last_warning
(último|última|derradeiro) (aviso|lembrete|oportunidade|notificação|prazo) — este é o último aviso
(ações|medidas|vias) judiciais|via judicial — medidas judiciais
cobrança judicial|contencioso|protesto em cartório — cobrança judicial
(meu|nosso) advogado|(meus|nossos) advogados — meu advogado
livro de reclamações|procon|caso contrário (farei|irei|vou) — caso contrário farei queixa

# The sender calls it urgent.
## said_urgent
(é |muito |com |bastante )?(urgente|urgentes|urgência|urgentemente|urgentíssimo) — é urgente
o mais (rápido|breve|depressa|rapidamente|cedo) possível — o mais rápido possível
(quanto antes|o quanto antes|assim que possível|logo que possível) — venha quanto antes
(imediatamente|de imediato|sem demora|com a máxima urgência|já|agora mesmo) — liguem imediatamente

# A deadline of about a day, told without a date.
## today
(até|para|antes de|ainda)( ~12){0,1} (hoje|amanhã|meio-dia|logo|17h|18h|fim do dia) — até hoje
(hoje mesmo|ainda hoje|hoje|agora|nas próximas horas|em 24 horas|esta tarde|esta manhã) — hoje mesmo

# Makes a date of its sentence a deadline.
## due
até|antes (de|do|da|das)|o mais tardar|no máximo|para (segunda|terça|quarta|quinta|sexta) — até
prazo|vence|vencimento|data limite|deve|devem|expira — o prazo é 3 de maio

# The sender takes the pressure out.
## calm
(sem|não há|não tem|nenhuma) pressa|com calma — não há pressa
sem compromisso|não é urgente|nada urgente — sem compromisso
quando (puder|puderem|puderes|quiser|quiserem|tiver tempo|der)|à vontade — quando puder

# What fraud threatens with or promises.
## fraud
(sua|tua|seu|teu) (conta|caixa|cartão|senha|encomenda|cpf)( ~12){0,4} @suspensa — sua conta suspenso
(verifique|confirme) (os seus|seus|sua|seu|a sua) (dados|identidade) — confirme os seus dados
(verifique|confirme) (os seus|seus|sua|seu|a sua) (conta|cadastro) — verifique os seus conta
(atualize|valide) (os seus|seus|sua|seu|a sua) (dados|identidade) — atualize os seus dados
(atualize|valide) (os seus|seus|sua|seu|a sua) (conta|cadastro) — atualize os seus conta

# A stranger's offer.
## cold_offer
(sem compromisso|teste grátis|diagnóstico gratuito|demonstração gratuita) — um diagnóstico gratuito
(aumentar|aumente) (as |suas |as suas |o |seu |o seu )?(vendas|faturamento) — aumentar as vendas
(aumentar|aumente) (as |suas |as suas |o |seu |o seu )?faturação — aumentar faturação
(dobrar|alavancar) (as |suas |as suas |o |seu |o seu )?(vendas|faturamento) — dobrar vendas
(dobrar|alavancar) (as |suas |as suas |o |seu |o seu )?faturação — dobrar faturação
@aumentar (as |suas |as suas |o |seu |o seu )?(clientes|visibilidade) — aumentar clientes
(vi|visitei|encontrei|conheci) (o|a) (seu|sua|vosso|vossa) (site|página|empresa) — vi o seu site
(ajudamos|ajudo) (empresas|negócios|lojas|profissionais) — ajudamos empresas

# What friends do together, which is seldom urgent.
## social
almoço|almoçar|jantar|festa|aniversário|cerveja|cinema|churrasco|copos|happy hour|chope — almoço
`;
