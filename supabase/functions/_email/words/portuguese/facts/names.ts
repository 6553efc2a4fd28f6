/** The Portuguese words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** Portuguese. */
export const PORTUGUESE_NAMES: NameLists = {
  titles: "sr sra senhor senhora dr dra doutor doutora eng enga engenheiro prof profa " +
    "professor professora dona",
  roles: "diretor diretora director directora gerente presidente presidenta chefe " +
    "responsável sócio sócia advogado advogada contabilista contador contadora " +
    "engenheiro engenheira arquiteto arquiteta consultor consultora assistente " +
    "secretário secretária colega fundador fundadora dono dona proprietário " +
    "proprietária técnico técnica assessor assessora médico médica amigo amiga " +
    "vizinho vizinha cliente administrador administradora ceo",
  roleEndings: "",
  introductions: "chamo-me|me chamo|meu nome é|o meu nome é|sou o|sou a|sou|cumprimentos de|" +
    "cumprimentos da|cumprimentos do|abraços de|abraços da|abraço de|abraço da|abraço do|" +
    "parte de|parte da|parte do",
  at: "da do de na no",
  employers: "trabalho na|trabalho no|trabalho em|trabalho para|trabalha na|trabalha no|" +
    "em nome da|em nome do",
  companies: "empresa companhia firma",
  no: "melhores beijos feliz próspero ano novo nova sou festas chamo-me " +
    "segunda terça quarta quinta " +
    "sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto " +
    "setembro outubro novembro dezembro olá oi bom boa dia tarde noite caro cara " +
    "caros prezado prezada prezados obrigado obrigada atenciosamente cumprimentos " +
    "abraços eu tu ele ela nós vós você vocês eles elas o a os as um uma de do da em " +
    "no na por para com e ou mas se que quem quando como onde este esta nosso nossa " +
    "meu minha seu sua hoje amanhã ontem segue anexo natal páscoa",
  common: "fatura encomenda contabilidade compras vendas administração contrato reunião " +
    "projeto rua avenida praça largo estação hotel empresa escritório equipa equipe",
};
