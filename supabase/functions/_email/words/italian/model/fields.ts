import type { Field } from "../../english/model/fields.ts";

/** The same fields in Italian. */
export const ITALIAN_FIELDS: Readonly<Record<Field, string>> = {
  greet: "ciao buongiorno buonasera salve caro cara cari care gentile gentili egregio egregi " +
    "spettabile carissim*",
  thank: "grazie ringrazi* grato grata riconoscen*",
  please: "favore prego preghiamo cortesia piacere cortesemente",
  may: "può puoi potete potrebbe potreste potremmo possiamo posso potrei potresti possono",
  want: "vorrei vorremmo voglio vogliamo bisogno serve servono servirebbe servirebbero cerco " +
    "cerchiamo desider* interess* preferi* pensando piacerebbe speriamo",
  buy: "acquist* compr* ordin* prezzo prezzi costa costano costo costi preventivo sconto " +
    "magazzino disponib* consegn* quantità campion* catalogo pezzo pezzi noleggi* affitt* " +
    "metri litri chili persone quanto listino",
  sell: "offerta offerte proposta propon* propost* valid* contratto condizioni compres* inclus* " +
    "iva canone forfait compenso acconto firma firmato firmi bozza importo garanzia totale",
  pitch: "clienti aziende soluzion* piattaforma risparmi* aument* vendite demo prova sito visite " +
    "contatti",
  meet: "incontr* riunione appuntamento visita visite telefonata chiamata sentiamo vediamo " +
    "vederci agenda caffè pranzo passare passo passi sopralluogo spostare anticip* rimand* " +
    "venire venirci prova",
  suit: "bene libero libera comodo disponibile meglio preferi* jolly riesci riesce orario",
  day: "lunedì martedì mercoledì giovedì venerdì sabato domenica domani oggi stasera stamattina " +
    "domattina mattina pomeriggio sera settimana mese mezzogiorno weekend",
  clock: "ore ora mezza quarto minuti mezzanotte",
  broken:
    "guasto guasta rotto rotta errore errori bloccat* blocca fermo ferma spento spegne perde " +
    "fischia lampeggia funziona funzionano parte risponde sparito sparita scarica segna " +
    "schermata inceppa stacca scarta cigola gocciola salta",
  device: "password account schermo applicazione app programma versione aggiornamento browser " +
    "stampante router rete wifi server tasto menù impostazion* macchina caldaia sensore pompa " +
    "cassa terminale tablet telefono apparecchio sistema portale file cavo batteria forno " +
    "lavastoviglie sbarra compressore",
  help: "aiuto aiutare come spieg* istruzioni passaggi manuale sistemare risolvere assistenza " +
    "tecnico",
  harm:
    "fuoco fumo brucia gas allag* acqua pericol* ferit* ospedale emergenza scintille incendio " +
    "pompieri vigili alluvione",
  lack: "non mai nessuno nessuna niente nulla senza manca mancano mancava pers* ritardo tardi " +
    "sbagliat* vuoto vuota né ancora sempre purtroppo peccato ennesima terza volta promesso",
  damage: "danneggiat* crepat* strappat* graffiat* ammaccat* bagnat* muffa freddo fredda sporc* " +
    "macchiat* bruciat* storto storta rotti rotte marcio scadut* difettos* cort* ammaccatura " +
    "graffio macchia crepa arrugginit* puzza rumor*",
  bad: "peggio orribile terribile vergogna pessim* ridicol* inutil* delus* arrabbiat* stuf* " +
    "stanc* inaccettabile scus* disastro lamentel* rumore indecente",
  redress: "rimbors* sostitu* cambio soldi risarc* indennizz* reclam* annull* recesso disdetta " +
    "avvocato accredito nota rifare rifatelo rifarle storn*",
  praise: "ador* stupend* meraviglios* eccellent* perfett* delizios* ottim* content* felic* " +
    "soddisfatt* gentilissim* brav* complimenti bello bella bellissim* consigli* magnific* " +
    "divertit* migliore angelo",
  opinion: "opinione parere riscontro onest* sincer* poco però esperienza impressione sembrato " +
    "piaciuto suggeriment* critica unica peccato voto",
  partner:
    "partner socio soci insieme collabor* commissione divid* divider* metà entrambi recipro* " +
    "consorzio comune scambio clientela percentuale distribu*",
  acquaint:
    "present* presento nuovo nuova subentr* sostituisce successore incarico referente conosc* " +
    "chiamo nome copia contatto collega responsabile affid*",
  remind: "sollecit* promemoria ancora attesa aspett* risposta notizie riguardo settimane scorsa " +
    "promess* scadut* insoluto ultimo precedente sapere saputo",
  settle: "sì accordo conferm* ricevut* arrivato arrivata perfetto fatto va ok ricevuto accett* " +
    "approvat* pagato saldato",
  inform:
    "inform* avviso avvis* allegat* chius* chiude trasfer* cambia cambiano conoscenza verbale " +
    "ricevuta comunic* circolare nota riepilogo inoltr* orari orario ricordiamo archivio",
  future: "sarà saranno andremo prossimo prossima presto",
  past: "era erano stato stata ha hanno aveva abbiamo venuto detto fatto",
  pay: "fattura fatture paga pagare pagato pagamento bonifico banca saldo scadenza importo " +
    "ricevuta rata",
  ask: "domanda domande chied* sapere se quale quali quando dove chi come quanto quanti perché " +
    "possibile permesso differenza curios* cosa",
  send: "mand* invi* rimand* firm* compil* controll* port* lasci* mett* stamp* cancell* aggiung* " +
    "cambi* prenot* annull* chiam* richiam* conferm* restitu* prepar* corregg* dammi dia dica " +
    "datemi apri aprite ritir* innaffi* annaffi*",
  private:
    "mamma papà nonna nonno compleanno torta cena bambini festa vacanze zia zio cugino cane " +
    "gatto gatta giardino chiave chiavi scuola matrimonio vicin* baci bacio abbraccio marito " +
    "moglie figlio figlia",
  work: "personale squadra autisti clienti ospiti bambini pazienti inquilini abitanti visitatori " +
    "dipendenti colleghi",
  hurry: "urgent* subito immediat* presto oggi entro scadenza appena prima rapid*",
  calm: "fretta calma comodo tranquill* quando",
  wait: "risposta rispond* attesa sapere dica dimmi fateci notizie riscontro",
  decide: "decid* decisione approv* firma consiglio capo titolare direttore direttrice gestore " +
    "marito moglie comune vot* suocero tesoriere assemblea",
  chance:
    "ristruttur* aprire apriamo apertura ampli* filiale progetto evento matrimonio congresso " +
    "stagione nuovo cantiere inaugur*",
  me: "io me mio mia miei mie mi",
  we: "noi nostro nostra nostri nostre ci",
  you: "lei voi tu tuo tua tuoi tue suo sua suoi sue vostro vostra vostri vostre le vi ti",
  they: "lui loro essi esse gli",
};
