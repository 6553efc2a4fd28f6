/** The Portuguese words of dates. */
import type { DateLists } from "../../../facts/dates/words/word_lists.ts";

/** Portuguese of Portugal and of Brazil. */
export const PORTUGUESE_DATES: DateLists = {
  isTwelveHour: true,
  months: "janeiro|jan fevereiro|fev março|marco abril|abr maio|mai junho|jun julho|jul " +
    "agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
  weekdays: "domingo segunda-feira|segunda terça-feira|terça quarta-feira|quarta " +
    "quinta-feira|quinta sexta-feira|sexta sábado|sabado",
  doubtful: "segunda terça quarta quinta sexta",
  units: {
    day: "dia dias",
    weekday: "dia_útil dias_úteis",
    week: "semana semanas",
    weekend: "fim_de_semana fins_de_semana final_de_semana fim-de-semana",
    month: "mês meses mes",
    quarter: "trimestre trimestres",
    year: "ano anos",
    decade: "década décadas",
  },
  clockUnits: "hora horas h hs=3600 minuto minutos min=60 segundo segundos=1",
  numbers: "um uma=1 dois duas=2 três tres=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 " +
    "onze=11 doze=12 treze=13 catorze quatorze=14 quinze=15 dezesseis dezasseis=16 dezessete " +
    "dezassete=17 dezoito=18 dezenove dezanove=19 vinte=20 vinte_e_um=21 vinte_e_dois=22 " +
    "vinte_e_três=23 vinte_e_quatro=24 vinte_e_cinco=25 vinte_e_seis=26 vinte_e_sete=27 " +
    "vinte_e_oito=28 vinte_e_nove=29 trinta=30 trinta_e_um=31 quarenta=40 cinquenta=50 mil=1000",
  ordinals: "primeiro primeira=1 segundo=2 terceiro terceira=3 quarto=4 quinto=5",
  suffixes: "º ° o ª",
  dayWords: "hoje=0 amanhã amanha=1 depois_de_amanhã=2 ontem=-1 anteontem=-2 hoje_à_noite=0 " +
    "esta_noite=0",
  lateDays: "hoje_à_noite esta_noite",
  relations: "próximo próxima próximos próximas proximo proxima seguinte=1 este esta estes estas " +
    "neste nesta nestes nestas=0 último última últimos últimas passado passada=-1",
  trailingRelations:
    "que_vem seguinte próximo próxima proximo proxima=1 corrente atual em_curso=0 " +
    "passado passada=-1",
  dayParts: "manhã=8-12 meio-dia meio_dia=12-12 tarde=12-16 noite=20-24 madrugada=0-6",
  edges: "início começo princípio=0 meados meio=1 fim final finais fins=2",
  ends: "fim final finais fins",
  fixedDays: "natal=12-25 véspera_de_natal=12-24 réveillon=12-31 ano_novo=1-1 finados=11-2",
  feasts: "páscoa domingo_de_páscoa=0 sexta-feira_santa sexta_santa=-2 carnaval=-47 " +
    "corpus_christi=60",
  fixedTimes: "meio-dia meio_dia=12 meia-noite meia_noite=0",
  behindHour: "e_meia=30 e_um_quarto=15 e_quinze=15 menos_um_quarto=-15 e_quarenta_e_cinco=45",
  of: "de do da dos das em no na",
  article: "o a os as ao à",
  on: "no na em ao",
  at: "às as à ao até_às pelas por_volta_das a_partir_das desde antes depois até",
  hourIntro: "às à até_às pelas por_volta_das a_partir_das",
  dayIntro: "dia",
  from: "de do da das desde a_partir_de a_partir_do a_partir_das",
  between: "entre entre_as",
  to: "a à às ao até até_às até_o até_ao - – — ~",
  and: "e e_as",
  inTime: "em daqui_a dentro_de",
  within: "dentro no_prazo_de prazo_de",
  ago: "atrás",
  leadingAgo: "há faz",
  later: "depois",
  after: "após depois",
  before: "antes",
  circa: "cerca por_volta",
  dateContext: "em de do da desde até para antes depois durante ano entre e fim final início " +
    "meados no",
  due: "em no do dia até antes desde para data vencimento prazo a",
  every: "cada todo toda todos todas todos_os todas_as",
  clock: "h hs horas hrs",
  weekNumber: "semana",
  weekOf: "do de",
  labels: "seção secção capítulo página páginas pág sala versão proporção escala nº número " +
    "artigo art ponto pontos passo tabela figura prédio fase parágrafo pergunta parte " +
    "item",
  goesOn: "que ninguém não já eu ele ela nós ou se em com seria é para e mas por cet",
  past:
    "foi era estava enviei enviou recebi recebeu disse disseram liguei ligou falamos falei vi " +
    "comprei pedi pediu ficou chegou chegaram tinha havia tivemos paguei pagou mandei fiz fez " +
    "veio vieram estive esteve deu trouxe",
  ahead: "pode podem poderia poderiam podemos deve devem deveria é são está estão vou venho " +
    "ligo envio vai vão vamos " +
    "tem preciso precisamos quer quero gostaria favor",
  pastEnding: "ou$|[aei]ram$|[bcdntz]eu$|iu$|ámos?$|(?:[^r]|[bgptd]r)ei$|avam?$",
  aheadEnding: "[aeiopz]r(?:ei|ás|á|emos|ão|ia|ias|íamos|iam)$",
  maybeSince: "desde",
  aimed: "para",
  askedFor: "pediu pedi combinamos",
  clauses: "que , ; : ( mas porque e",
  beginnings: "q t eod",
};
