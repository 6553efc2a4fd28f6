import type { Field } from "../../english/model/fields.ts";

/** The same fields in Portuguese. */
export const PORTUGUESE_FIELDS: Readonly<Record<Field, string>> = {
  greet:
    "olá oi bom boa dia tarde noite caro cara caros prezado prezada prezados exmo exma exmos " +
    "querido querida pessoal",
  thank: "obrigado obrigada obrigados agradeço agradec* grato grata valeu",
  please: "favor faça peço pedimos gentileza",
  may: "pode podem podes podia podiam poderia poderiam posso podemos consegue consegues " +
    "conseguem dá dava",
  want: "quero queremos queria queríamos gostava gostávamos gostaria gostaríamos preciso " +
    "precisamos precisava procuro procuramos desej* interess* prefer* pensando espero " +
    "pretend*",
  buy: "compr* encomend* pedido preço preços custa custam custo orçamento desconto stock estoque " +
    "dispon* entreg* quantidade amostra* catálogo unidade* alugar aluguer aluguel metros " +
    "litros quilos pessoas quanto tabela ficaria cada",
  sell: "oferta ofere* proposta propo* válid* contrato condições inclui incluíd* iva mensal " +
    "honorários sinal assin* rascunho valor garantia total mais",
  pitch:
    "clientes empresas solução soluções plataforma poup* economiz* aument* vendas demo teste " +
    "site visitas contactos",
  meet: "reuni* encontro encontr* consulta visita* visitar chamada ligar agenda café almoço " +
    "passar passo vistoria adiar antecip* marcar vir ver conversa conversar prova falar",
  suit: "jeito livre disponível melhor prefer* convém serve dava fica hora",
  day: "segunda terça quarta quinta sexta sábado domingo amanhã hoje ontem manhã tarde noite " +
    "semana mês feira",
  clock: "horas hora h meia quarto minutos",
  broken:
    "avaria avariad* estragad* erro erros bloque* parad* parou desliga desligou trava travou " +
    "apita pisca funciona funcionam arranca liga responde desapareceu caiu fora ar abre vaza " +
    "entra pinga emperra solta descola fecha sozinho sozinha",
  device: "senha conta ecrã tela aplicação aplicativo app programa versão atualização navegador " +
    "impressora router rede wifi servidor botão menu definiç* máquina caldeira sensor bomba " +
    "caixa terminal tablet telefone telemóvel celular aparelho sistema portal ficheiro " +
    "arquivo cabo bateria balança câmara geladeira cancela compressor placa",
  help:
    "ajuda ajudar como explic* instruções passos manual resolver arranjar suporte assistência " +
    "técnico",
  harm: "fogo fumo fumaça arde gás inunda* água perigo* ferid* hospital emergência faíscas " +
    "incêndio bombeiros alarme",
  lack: "não nunca ninguém nenhum nenhuma nada sem falta faltam faltava perdid* atras* errad* " +
    "vazi* nem ainda outra vez continua continuam infelizmente pena terceira segunda há " +
    "prometeram",
  damage: "danificad* rachad* rasgad* riscad* amassad* molhad* bolor mofo fri* suj* manchad* " +
    "queimad* tort* partid* quebrad* podre defeito defeituos* trocad* mancha riscos humidade " +
    "fuga amolgad* range cheira",
  bad: "pior horrível terrível vergonha péssim* ridícul* inútil desilu* decepcion* zangad* fart* " +
    "cansad* inaceitável desculpa* desastre reclam* barulho absurdo",
  redress: "reembols* devol* substitu* troca trocar dinheiro indemniz* indeniz* compensa* anular " +
    "cancelar advogado crédito nota recolh* refazer refaçam",
  praise:
    "ador* maravilh* excelente* perfeit* delicios* ótim* content* feliz satisfeit* simpátic* " +
    "parabéns elogi* bonito bonita lindo linda recomend* impecável gost* melhores anjo dez",
  opinion:
    "opinião comentário honest* sincer* pouco bocadinho experiência impressão pareceu gostei " +
    "gostámos sugestão crítica pena nota",
  partner: "parceir* parceria juntos juntas colabor* comissão partilh* divid* metade ambos mútu* " +
    "consórcio troca clientela percentagem distribui*",
  acquaint:
    "apresent* novo nova sucessor* substitui cargo conhec* chamo nome cópia contacto contato " +
    "colega responsável fica",
  remind:
    "lembr* lembrete ainda espera aguard* resposta notícias semanas passada promet* pendente " +
    "vencid* aviso último anterior saber soube",
  settle: "sim acordo confirm* receb* chegou chegaram perfeito feito anotado ok aceit* aprovad* " +
    "pago combinado certo",
  inform:
    "inform* aviso avis* anexo fechad* fecha mud* mudam altera* conhecimento ata acta recibo " +
    "comunic* circular nota resumo reencaminh* horário arquivo segue",
  future: "será serão vamos vou próximo próxima breve",
  past: "foi era estava tinha esteve foram veio disse disseram fez",
  pay: "fatura factura facturas faturas pag* pagamento transferência banco saldo vencimento " +
    "valor recibo boleto",
  ask: "pergunta pergunt* dúvida saber se qual quais quando onde quem como quanto quantos porque " +
    "porquê possível permitido diferença curios* que",
  send: "envi* mand* devolv* assin* preench* verifi* traga trazer deix* ponha imprim* apag* " +
    "acrescent* mud* reserv* cancel* lig* telefon* confirm* prepar* corrij* dê diga avis* " +
    "abram abra recolham olhada regu* reguem retire",
  private:
    "mãe pai avó avô aniversário bolo jantar miúdos crianças festa férias tia tio primo cão " +
    "gato gata jardim chave chaves escola casamento vizinh* beijos beijinhos abraço marido " +
    "mulher filho filha bebé",
  work: "pessoal equipa equipe motoristas clientes hóspedes crianças pacientes inquilinos " +
    "moradores visitantes funcionários colegas",
  hurry: "urgente* urgência já imediat* hoje quanto antes prazo rápido agora até",
  calm: "pressa calma tranquil* quando puder puderes",
  wait: "resposta respond* espera saber diga digam dizer avisa notícias retorno",
  decide:
    "decid* decisão aprov* assina direção administração chefe dono gerente diretor diretora " +
    "marido mulher condomínio câmara vot* mesa assembleia síndica",
  chance:
    "remodel* reforma abrir abrimos ampli* filial projeto projecto evento casamento congresso " +
    "época temporada novo obra inaugur*",
  me: "eu mim meu minha meus minhas me",
  we: "nós nosso nossa nossos nossas nos gente",
  you: "você vocês tu teu tua teus tuas seu sua seus suas vosso vossa te lhe lhes vos",
  they: "ele ela eles elas deles delas",
};
