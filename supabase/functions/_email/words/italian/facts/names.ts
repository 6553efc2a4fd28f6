/** The Italian words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** Italian. */
export const ITALIAN_NAMES: NameLists = {
  titles: "sig sigg signor signora signorina dott dott.ssa sig.ra dottor dottore dottoressa ing " +
    "avv avvocato geom arch prof professor professoressa rag don",
  roles: "ingegner dottor direttore direttrice presidente amministratore amministratrice " +
    "responsabile titolare socio socia avvocato avvocata commercialista ingegnere " +
    "architetto consulente assistente segretario segretaria collega fondatore " +
    "fondatrice proprietario proprietaria tecnico medico professore professoressa " +
    "amico amica vicino vicina cliente capo geometra ceo",
  roleEndings: "",
  introductions: "mi chiamo|il mio nome è|sono|saluti da|saluti di|parte di|grazie da",
  at: "di presso della dell' del da",
  employers: "lavoro presso|lavoro per|lavora presso|lavora per|per conto di|lavoro in|lavoro alla",
  companies: "azienda società ditta impresa",
  no: "baci felice anno nuovo nuova sono buon buone feste lunedì martedì mercoledì giovedì " +
    "venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio " +
    "agosto settembre ottobre novembre dicembre ciao buongiorno buonasera salve " +
    "gentile gentilissimo gentilissima egregio egregia caro cara cari grazie cordiali " +
    "distinti saluti io tu lui lei noi voi loro il lo la i gli le un uno una di a da " +
    "in con su per tra fra e o ma se che chi come quando dove questo questa nostro " +
    "nostra vostro vostra mio mia suo sua oggi domani ieri allegato natale pasqua",
  common: "contabilità acquisti vendite amministrazione fattura ordine contratto riunione " +
    "progetto via viale piazza corso stazione hotel società azienda ufficio",
};
