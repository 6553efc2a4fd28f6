import type { Field } from "../../english/model/fields.ts";

/** The same fields in Portuguese. */
export const PORTUGUESE_FIELDS: Readonly<Record<Field, string>> = {
  greet: "olá oi bom boa dia tarde noite caro cara caros prezado prezada prezados exmo exma " +
    "exmos querido querida pessoal",
  thank: "obrigado obrigada obrigados agradeço agradec* grato grata valeu",
  please: "favor faça peço pedimos gentileza",
  may: "pode podem podes podia podiam poderia poderiam posso podemos consegue consegues " +
    "conseguem dá dava",
  want: "quero queremos queria queríamos gostava gostávamos gostaria gostaríamos preciso " +
    "precisamos precisava procuro procuramos desej* interess* prefer* pensando espero " +
    "pretend*",
  buy: "compr* encomend* pedido preço preços custa custam custo orçamento desconto stock " +
    "estoque dispon* entreg* quantidade amostra* catálogo unidade* alugar aluguer aluguel " +
    "metros litros quilos pessoas quanto tabela ficaria cada cotação fornec* lote lotes " +
    "caixas modelo* tamanho* medidas quartos lugares reposição comprar disponibilidade " +
    "entregar entregue",
  sell: "oferta ofere* proposta propo* válid* contrato condições inclui incluíd* iva mensal " +
    "honorários sinal assin* rascunho valor garantia total mais serviço* mensal* anual* " +
    "fases etapa* gratuit* assinado",
  pitch: "clientes empresas solução soluções plataforma poup* economiz* aument* vendas demo " +
    "teste site visitas contactos",
  meet: "reuni* encontro encontr* consulta visita* visitar chamada ligar agenda café almoço " +
    "passar passo vistoria adiar antecip* marcar vir ver conversa conversar prova falar " +
    "jantar almoçar lanche sessão remarc* convoc* convid* assembleia venha venham " +
    "disponibilidade combinar",
  suit: "jeito livre disponível melhor prefer* convém serve dava fica hora",
  day: "segunda terça quarta quinta sexta sábado domingo amanhã hoje ontem manhã tarde noite " +
    "semana mês feira",
  clock: "horas hora h meia quarto minutos",
  broken: "avaria avariad* estragad* erro erros bloque* parad* parou desliga desligou trava " +
    "travou apita pisca funciona funcionam arranca liga responde desapareceu caiu fora ar abre " +
    "vaza entra pinga emperra solta descola fecha sozinho sozinha avarias estrag* quebrou " +
    "quebrad* partiu queimou queimad* falh* congel* encrav* travad* trancad* emperrad* entupi* " +
    "vazam* vazamento pingando gotej* desligad* desconect* reinici* soltou rachou romp* rebentou " +
    "inacessív* ilegív* interromp* interrupção apagão recus* rejeit* expirou expirad* impossível " +
    "abrem imprime carrega aquece esquenta conecta treme piscando pifou pifad* disparou disparar " +
    "saltou sumiu caem caído avariou avariaram deixou funcionou funcionava funcionar ruído chiar " +
    "bug bugs erra bloqueio* vazamento* falha falhas",
  device: "senha conta ecrã tela aplicação aplicativo app programa versão atualização navegador " +
    "impressora router rede wifi servidor botão menu definiç* máquina caldeira sensor bomba " +
    "caixa terminal tablet telefone telemóvel celular aparelho sistema portal ficheiro arquivo " +
    "cabo bateria balança câmara geladeira cancela compressor placa computador* portátil " +
    "notebook pc laptop teclado mouse monitor scanner digitalizador projetor fone microfone " +
    "câmera crachá interfone fechadura porta portas portão janela* vidro* estore* persiana* " +
    "torneira* pia chuveiro sanita vaso descarga cano canos encanamento esgoto esquentador " +
    "aquecedor aquecimento radiador* ventilador* forno fogão frigorífico congelador freezer " +
    "lavar secar louça elevador escada telhado teto tomada* disjuntor* interruptor* lâmpada* luz " +
    "luzes alarme motor travão travões freio freios pneu pneus carro camião caminhão carrinha " +
    "furgão bicicleta software aplicações login acesso sessão fibra internet ligação conexão " +
    "link formulário contador filtro válvula equipamento",
  help: "ajuda ajudar como explic* instruções passos manual resolver arranjar suporte " +
    "assistência técnico guia esclarec* apoio conserto reparar reparação indica técnicos",
  harm: "fogo fumo fumaça arde gás inunda* água perigo* ferid* hospital emergência faíscas " +
    "incêndio bombeiros alarme queimadura* explos* vazamento fuga tóxic* intoxic* envenen* " +
    "doente vómit* vômit* vomit* febre alergi* alérgic* desmai* queda caiu fratur* sangr* sangue " +
    "ambulância polícia roubo roub* furto furt* assalt* ameaç* choque eletricidade corrente luz " +
    "apagão desabou desabamento escorreg* acident* evacu* infiltra* ratos baratas grave graves " +
    "gravemente socorro machuc* acidente*",
  lack: "não nunca ninguém nenhum nenhuma nada sem falta faltam faltava perdid* atras* errad* " +
    "vazi* nem ainda outra vez continua continuam infelizmente pena terceira segunda há " +
    "prometeram jamais ausen* carência esquec* extravi* desaparec* sumiu incomplet* insuficien* " +
    "pouco poucos pouca menos escass* esgotad* incorret* diferente outro demasiad* demais lento " +
    "lenta demor* tardi* faltou faltaram nenhuns duplicad* supostamente recebi ausência " +
    "indisponív* equivoc* atraso atrasos ausente demora demoras desapareceu",
  damage: "danificad* rachad* rasgad* riscad* amassad* molhad* bolor mofo fri* suj* manchad* " +
    "queimad* tort* partid* quebrad* podre defeito defeituos* trocad* mancha riscos humidade " +
    "fuga amolgad* range cheira estrag* deterior* desgast* fissur* arranh* furad* desbotad* " +
    "inchad* deform* empenad* vincad* instáv* húmid* úmid* encharcad* ensop* pó pegajos* fedor " +
    "azed* cru crua encolh* usado destru* enferrujad* ferrug* barulhent* furo furos buraco* " +
    "rasg* amolg* mossa* imund* nojent* bolorent* estragad*",
  bad: "pior horrível terrível vergonha péssim* ridícul* inútil desilu* decepcion* zangad* " +
    "fart* cansad* inaceitável desculpa* desastre reclam* barulho absurdo nojo nojent* " +
    "catastróf* medíocre* deploráv* insuportáv* inadmissív* abus* burla* golpe mentir* " +
    "desrespeit* grosseir* malcriad* mal educad* desagradáv* arrogan* incompeten* neglig* " +
    "descuid* desleix* furios* chatead* irritad* indignad* frustr* desesper* insatisf* " +
    "descontent* ofend* confusão caos bagunça incomod* sinto lament* queix* revolt* " +
    "vergonhos* rude chato palhaçada paciência transtorno* fraude* reclamaç* descuido " +
    "queixa queixas",
  redress: "reembols* devol* substitu* troca trocar dinheiro indemniz* indeniz* compensa* anular " +
    "cancelar advogado crédito nota recolh* refazer refaçam ressarc* estorn* reposição " +
    "repor reparação corrigir retific* garantia seguro seguradora tribunal processo " +
    "rescind* abatimento explicação gratuit* repetir reclamaç* queixa denunci* devolv* " +
    "reembolso",
  praise: "ador* maravilh* excelente* perfeit* delicios* ótim* content* feliz satisfeit* " +
    "simpátic* parabéns elogi* bonito bonita lindo linda recomend* impecável gost* " +
    "melhores anjo dez fantástic* extraordinár* excepcional espetacular* sensacional* " +
    "magnífic* incrív* saboros* delícia acolhed* atencios* profission* eficien* eficaz " +
    "competent* pontual* qualidade orgulh* alegr* prazer sucesso voltaremos agradáv* " +
    "encant* surpreend* carinho* amei",
  opinion: "opinião comentário honest* sincer* pouco bocadinho experiência impressão pareceu " +
    "gostei gostámos sugestão crítica pena nota achei acho penso geral pesquisa avaliação " +
    "avaliar sugest*",
  partner: "parceir* parceria juntos juntas colabor* comissão partilh* divid* metade ambos mútu* " +
    "consórcio troca clientela percentagem distribui* cooper* sócio* associ* conjunt*",
  acquaint: "apresent* novo nova sucessor* substitui cargo conhec* chamo nome cópia contacto " +
    "contato colega responsável fica integração chegada entrou assum* encarregad* " +
    "passagem apresentação",
  remind: "lembr* lembrete ainda espera aguard* resposta notícias semanas passada promet* " +
    "pendente vencid* aviso último anterior saber soube recordo insist* respondeu devedor " +
    "dívida impag* atras* atraso combinado enviado adiantamento estado status ponto " +
    "retorno cobrança pendên* pendentes atrasos",
  settle: "sim acordo confirm* receb* chegou chegaram perfeito feito anotado ok aceit* aprovad* " +
    "pago combinado certo reservada feita conclu* resolvid* assinado claro fechado " +
    "tranquilo beleza recebi",
  inform: "inform* aviso avis* anexo fechad* fecha mud* mudam altera* conhecimento ata acta " +
    "recibo comunic* circular nota resumo reencaminh* horário arquivo segue anunci* " +
    "aberto reabr* encerr* ausente feriado férias obras manutenção novidades boletim " +
    "partir efeito vigor mudança fechado",
  future: "será serão vamos vou próximo próxima breve",
  past: "foi era estava tinha esteve foram veio disse disseram fez",
  pay: "fatura factura facturas faturas pag* pagamento transferência banco saldo vencimento " +
    "valor recibo boleto transfir* parcela* vencid* venceu dívida* salário* honorários " +
    "renda aluguel caução depósito debit* dinheiro iban pix liquid* comprovante* juros " +
    "multa reembolso dívida pagar pague",
  ask: "pergunta pergunt* dúvida saber se qual quais quando onde quem como quanto quantos " +
    "porque porquê possível permitido diferença curios* que",
  send: "envi* mand* devolv* assin* preench* verifi* traga trazer deix* ponha imprim* apag* " +
    "acrescent* mud* reserv* cancel* lig* telefon* confirm* prepar* corrij* dê diga avis* abram " +
    "abra recolham olhada regu* reguem retire expedir remet* encaminh* reencaminh* redig* redija " +
    "confira conferir complet* anex* digitaliz* escane* carregar carregue suba subir descarreg* " +
    "baixar baixe atualiz* modific* retific* program* agend* marque organiz* arquiv* fotocopi* " +
    "copie publique divulg* distribu* partilh* compartilh* emit* fatur* facturar processe " +
    "processar tratar trate solicit* consult* anot* inscrev* regist* renov* prorrog* procure " +
    "procurar recolh* leve levar guardar guarde feche fechar abrir desligue desligar instal* " +
    "substitu* repare mostre mostrar traduz* resum* contactar contacte contatar contate convid* " +
    "forneç* fornec* indique indicar indica esclareç* mova adie adiar retir* elimin* incluir " +
    "inclua atribu* elabor* calcul* negoci* ative ativar desativ* desbloque* configur* crie " +
    "criar autoriz* aprove aprovar peça pedir põe pôr coloque colocar coloca fazer façam tenha " +
    "assegur* garantir garanta tire tirar limpar limpe arrume arrumar entregue entregar busque " +
    "buscar pague pagar compre comprar passe passar dar deem alterar altere junte juntar " +
    "distribui* anotado assinado enviado imprime instalação registo registro reservada reservado " +
    "solicitado substitui",
  private:
    "mãe pai avó avô aniversário bolo jantar miúdos crianças festa férias tia tio primo cão " +
    "gato gata jardim chave chaves escola casamento vizinh* beijos beijinhos abraço marido " +
    "mulher filho filha bebé pais irmão irmã irmãos sobrinh* cunhad* sogr* amig* natal " +
    "páscoa fim receita presente* creche piscina jogo praia cachorr* beijo beijinho",
  work: "pessoal equipa equipe motoristas clientes hóspedes crianças pacientes inquilinos " +
    "moradores visitantes funcionários colegas operári* alun* professor* médicos " +
    "enfermeir* pais famílias convidados técnicos",
  hurry: "urgente* urgência já imediat* hoje quanto antes prazo rápido agora até pressa " +
    "apress* rapidamente depressa priorit* prioridade brevidade limite esperar urgente",
  calm: "pressa calma tranquil* quando puder puderes urgente preocup* tempo momento devagar " +
    "calm* tranquilo",
  wait: "resposta respond* espera saber diga digam dizer avisa notícias retorno respondeu",
  decide: "decid* decisão aprov* assina direção administração chefe dono gerente diretor " +
    "diretora marido mulher condomínio câmara vot* mesa assembleia síndica escolh* " +
    "autoriz* conselho presidente administra* sócio* deliber* síndico aprovad*",
  chance: "remodel* reforma abrir abrimos ampli* filial projeto projecto evento casamento " +
    "congresso época temporada novo obra inaugur* renov* reformar constru* mudança lanç* " +
    "contratar desenvolv* loja hotel festival seminário aniversário",
  must: "deve devo obrig* necessidad* exig* precisa precisam precisas",
  trouble: "problema* incidente* erro erros falha falhas avaria avarias defeito defeitos queixa " +
    "queixas reclamaç* dificuldad* complicaç* contratempo* confusão engano enganos equívoco* " +
    "descuido lapso atraso atrasos demora demoras dano danos prejuízo* perda perdas roubo furto " +
    "fuga vazamento* sinistro* acidente* falta faltas conflito* divergência* incómodo* incômodo* " +
    "transtorno* imprevisto* bloqueio* cortes anomalia* percalço* malentend* vazamento",
  paper: "contrato contratos acordo relatório* nota ata rascunho* documento* documentação " +
    "ficheiro* arquivo pdf folha folhas planilha* formulário* carta cartas certificad* " +
    "certidão comprovante* recibo recibos fatura faturas guia orçamento planta plantas " +
    "desenho* foto fotos cópias apresentação ordem pauta lista inventári* anexo artigo* " +
    "texto* folheto* catálogo* processo apólice* procuração licença* passaporte receita " +
    "registo registro resumo laudo catálogo ficheiro formulário",
  count: "dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta " +
    "quarenta cinquenta sessenta cem mil vários",
  rough: "cerca uns umas quase",
  month: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro " +
    "dezembro primavera verão outono inverno época natal páscoa",
  span: "anos ano meses dias desde até há tempo então sempre",
  somebody: "alguém quem ninguém qualquer",
  person: "homem mulher senhor senhora rapaz rapariga moça motorista empregado enfermeir* " +
    "professor professora",
  speak: "disse disseram diz escrevi escreveu liguei ligou falei falou explicou respondeu",
  plant: "válvula elevador portão depósito compressor motor esgoto gerador frigorífico geladeira " +
    "câmara forno grua luz eletricidade linha",
  rescue: "bombeiros polícia piquete hospital sangue febre dor dores socorro",
  place: "aqui fora dentro baixo cima pé chão pátio sala pavilhão rua esquina cave parede porta " +
    "teto telhado cozinha corredor",
  parcel: "encomenda* pacote entrega* entregue palete paletes envio enviado transportadora " +
    "rastreio caixa caixas recolha",
  tried: "tentei experimentei limpei troquei trocámos reiniciei liguei",
  display: "mostra aparece indica mensagem sai acende salta abre",
  compare: "melhor que mais menos muito tão demais",
  demand: "espero exijo reclamo direito responsável aceito aceitamos peço",
  because: "porque embora mas enquanto apesar portanto",
  document:
    "página páginas documento* relatório* diapositivos manual carta cartas lista formulário " +
    "planta rascunho cópia versão papel artigo livro texto",
  code: "consulta índice servidor código erro campo usuário* base config* extensão",
  legal: "tribunal licença regra audiência imposto* câmara finanças",
  peers: "colegas sócios alunos pais vizinhos funcionários grupo departamento turma equipa",
  idea: "ideia propon* sugestão sugiro talvez podia poderia seria",
  skill: "formação experiência trabalhei falo",
  condition: "se senão caso contrário",
  loss: "perder perdemos multa cancelad* perda custa",
  stuck: "espera parado parada parados fila bloquead* presos preso retid*",
  social: "parabéns sorte engraçado festa filme jogo",
  travel: "voo avião aeroporto hotel bilhete* passaporte estação cais viagem visto reserva " +
    "quarto",
  absent: "férias doente ausente licença substitu* reforma funeral maternidade",
  number: "número cliente encomenda processo contrato fatura",
  ready: "começ* início pronto pronta termin* fim final acab* conclu* continu* resto segue",
  look: "ver vejo vê visto olhar reparei encontr* descobr* parece parecia",
  sums: "euros cêntimo* reais dinheiro valor total cento iva",
  know: "sei sabe sabemos sabia acho penso soube esqueci certo certeza",
  me: "eu mim meu minha meus minhas me",
  we: "nós nosso nossa nossos nossas nos gente",
  you: "você vocês tu teu tua teus tuas seu sua seus suas vosso vossa te lhe lhes vos",
  they: "ele ela eles elas deles delas",
};
