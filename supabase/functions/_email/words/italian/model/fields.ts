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
    "metri litri chili persone quanto listino fornit* lotto cartoni modelli misura misure " +
    "taglia scheda sconti tariff* stima camere posti affitto ordinare ordini",
  sell: "offerta offerte proposta propon* propost* valid* contratto condizioni compres* " +
    "inclus* iva canone forfait compenso acconto firma firmato firmi bozza importo " +
    "garanzia totale vendere vendiamo vendita sconto mensil* annual* abbonament* durata " +
    "clausol* gratuit* fornitura stima",
  pitch: "clienti aziende soluzion* piattaforma risparmi* aument* vendite demo prova sito " +
    "visite contatti",
  meet: "incontr* riunione appuntamento visita visite telefonata chiamata sentiamo vediamo " +
    "vederci agenda caffè pranzo passare passo passi sopralluogo spostare anticip* " +
    "rimand* venire venirci prova vedere ritrov* parlare parliamo discut* colloqui* " +
    "riunioni cena rinvi* convoc* invit* videochiamata vieni",
  suit: "bene libero libera comodo disponibile meglio preferi* jolly riesci riesce orario",
  day: "lunedì martedì mercoledì giovedì venerdì sabato domenica domani oggi stasera " +
    "stamattina domattina mattina pomeriggio sera settimana mese mezzogiorno weekend",
  clock: "ore ora mezza quarto minuti mezzanotte",
  broken: "guasto guasta rotto rotta errore errori bloccat* blocca fermo ferma spento spegne " +
    "perde fischia lampeggia funziona funzionano parte risponde sparito sparita scarica segna " +
    "schermata inceppa stacca scarta cigola gocciola salta guasti guaste guastat* rotti rotte " +
    "rott* avari* difettos* malfunzion* inceppat* incastrat* crash* congelat* perdite intasat* " +
    "otturat* ostruit* staccat* allentat* spezzat* spaccat* crepato fuso bruciata surriscald* " +
    "spenta spente accende accendono avvia riavvi* scollega disconnett* collega connette " +
    "irraggiung* inaccessib* inutilizz* illeggib* introvab* corrott* interrott* interruzion* " +
    "blackout rifiut* respint* scadut* fallit* impossibile stampa carica scalda suona vibra " +
    "trema fischi* stride ronza fermi funzionava funzionante riconosce scomparso blocco scattat* " +
    "lampeggi* giù morto morta avariat*",
  device: "password account schermo applicazione app programma versione aggiornamento browser " +
    "stampante router rete wifi server tasto menù impostazion* macchina caldaia sensore pompa " +
    "cassa terminale tablet telefono apparecchio sistema portale file cavo batteria forno " +
    "lavastoviglie sbarra compressore computer pc portatile tastiera mouse schermi monitor " +
    "scanner fotocopiatrice proiettore cuffie telecamera citofono serratura porta porte finestra " +
    "finestre tapparell* rubinett* lavandino doccia bagno wc scarico tubo tubi scaldabagno " +
    "riscaldamento termosifon* radiator* climatizz* condizionat* ventilator* cappa frigo " +
    "frigorifero congelatore lavatrice ascensore scale cancello tetto grondai* soffitto " +
    "pavimento interruttore contatore lampad* luce luci allarme motore freni gomma gomme " +
    "pneumatic* auto camion furgone bici software modulo accesso login connessione modem link " +
    "collegamento cellulare pos filtro impianto impianti backup termostato pulsante",
  help: "aiuto aiutare come spieg* istruzioni passaggi manuale sistemare risolvere assistenza " +
    "tecnico guida tecnici riparare riparazion* spiegazion* riparazione",
  harm: "fuoco fumo brucia gas allag* acqua pericol* ferit* ospedale emergenza scintille " +
    "incendio pompieri vigili alluvione ustion* esplos* tossic* intossic* avvelen* malat* febbre " +
    "allergi* malore svenut* caduto infortun* frattur* sangue ambulanza polizia furto rubat* " +
    "ladri minacci* scossa corrente fornitura croll* cedimento incident* evacu* infiltrazion* " +
    "topi cimici grave gravi gravemente",
  lack: "non mai nessuno nessuna niente nulla senza manca mancano mancava pers* ritardo tardi " +
    "sbagliat* vuoto vuota né ancora sempre purtroppo peccato ennesima terza volta promesso " +
    "alcun* assente assenti assenza dimentic* smarrit* scompars* sparit* incomplet* insufficien* " +
    "poco poca pochi meno scars* esaurit* errat* diverso altro troppo lento lenta tardiv* " +
    "rinviat* mancanza mancante mancanti mancat* neanche nemmeno doppio quarta previsto invece " +
    "seconda indisponibil* dimenticat* dimenticanz* scomparso sparita sparito",
  damage: "danneggiat* crepat* strappat* graffiat* ammaccat* bagnat* muffa freddo fredda sporc* " +
    "macchiat* bruciat* storto storta rotti rotte marcio scadut* difettos* cort* ammaccatura " +
    "graffio macchia crepa arrugginit* puzza rumor* deterior* rovinat* usurat* scheggiat* " +
    "incrinat* scrostat* scollat* schiacciat* forat* bucat* strapp* sbiadit* gonfi* deformat* " +
    "piegat* stropicciat* traballant* allentat* umid* infiltrazion* fradici* polver* appiccicos* " +
    "puzzol* maleodorant* avariat* ammuffit* crudo cruda secco duro dura usato consumat* " +
    "distrutt* spaccat* scass* buco buchi crepe graffi bruciata crepato",
  bad: "peggio orribile terribile vergogna pessim* ridicol* inutil* delus* arrabbiat* stuf* " +
    "stanc* inaccettabile scus* disastro lamentel* rumore indecente schifo schifos* " +
    "disgust* catastrof* mediocr* penos* indegn* intollerabil* insopportab* inammissibil* " +
    "scandal* truff* ingann* bugi* maleducat* sgarbat* sgradevol* incompeten* negligen* " +
    "sciatt* furios* arrabbi* indignat* frustr* esasper* scontent* confusione caos " +
    "fastidi* disturb* lament* dispiac* spiac* pazienza basta assurd* delud* brutt* scuse",
  redress: "rimbors* sostitu* cambio soldi risarc* indennizz* reclam* annull* recesso disdetta " +
    "avvocato accredito nota rifare rifatelo rifarle storn* restitu* reso riparazione " +
    "correggere rettific* rimedi* garanzia perizia assicurazione denunci* contest* legale " +
    "legali sconto gratis gratuit* ripetere spiegazion* indenn* scuse ritirare sostitui* " +
    "rimborso sostituirò sostituto",
  praise: "ador* stupend* meraviglios* eccellent* perfett* delizios* ottim* content* felic* " +
    "soddisfatt* gentilissim* brav* complimenti bello bella bellissim* consigli* " +
    "magnific* divertit* migliore angelo fantastic* straordinari* eccezional* impeccabil* " +
    "splendid* squisit* gustos* buono buona simpatic* cordial* accoglient* attento " +
    "attenta attenti professional* efficien* competen* puntual* qualità superb* " +
    "entusiast* fiero piacere successo riuscit* elogi* compliment* gradevol* piacevol* " +
    "apprezz* ideale deliz*",
  opinion: "opinione parere riscontro onest* sincer* poco però esperienza impressione sembrato " +
    "piaciuto suggeriment* critica unica peccato voto commento osservazion* penso trovo " +
    "trovato comunque stelle sembra",
  partner: "partner socio soci insieme collabor* commissione divid* divider* metà entrambi " +
    "recipro* consorzio comune scambio clientela percentuale distribu* cooper* associ* " +
    "sponsor* provvigion* accordo",
  acquaint: "present* presento nuovo nuova subentr* sostituisce successore incarico referente " +
    "conosc* chiamo nome copia contatto collega responsabile affid* arrivo sostituto " +
    "assunt* pensione passaggio consegne stagista recapit* presentazion*",
  remind: "sollecit* promemoria ancora attesa aspett* risposta notizie riguardo settimane " +
    "scorsa promess* scadut* insoluto ultimo precedente sapere saputo solleciti riscontro " +
    "attendo attendiamo dimenticat* avanzamento stato ritardo novità seconda " +
    "aggiornament* sospeso pendent* aggiornamento sollecitare",
  settle: "sì accordo conferm* ricevut* arrivato arrivata perfetto fatto va ok ricevuto accett* " +
    "approvat* pagato saldato bene concordat* preso prenotat* consegnat* registrat* " +
    "arrivati spedito firmato certo volentieri risolt*",
  inform: "inform* avviso avvis* allegat* chius* chiude trasfer* cambia cambiano conoscenza " +
    "verbale ricevuta comunic* circolare nota riepilogo inoltr* orari orario ricordiamo " +
    "archivio annunc* segnal* aperto aperta riapr* ferie assente lavori manutenzion* " +
    "modific* aggiornat* novità pubblic* partire sospes* sappiate trasloc*",
  future: "sarà saranno andremo prossimo prossima presto",
  past: "era erano stato stata ha hanno aveva abbiamo venuto detto fatto",
  pay: "fattura fatture paga pagare pagato pagamento bonifico banca saldo scadenza importo " +
    "ricevuta rata fatturat* pagati versament* bonifici iban rate acconto caparra " +
    "cauzion* affitto canone spese addebit* accredit* incass* contanti carta estratto " +
    "contabil* credito stipendi* busta rimborso saldato",
  ask: "domanda domande chied* sapere se quale quali quando dove chi come quanto quanti perché " +
    "possibile permesso differenza curios* cosa",
  send: "mand* invi* rimand* firm* compil* controll* port* lasci* mett* stamp* cancell* aggiung* " +
    "cambi* prenot* annull* chiam* richiam* conferm* restitu* prepar* corregg* dammi dia dica " +
    "datemi apri aprite ritir* innaffi* annaffi* sped* inoltr* trasmett* diffond* distribu* " +
    "rediga redigere redigi verific* rilegg* convalid* complet* alleg* scansion* scarica " +
    "scaricare caricare carichi deposit* pianific* programm* organizz* fissare fissi fissiamo " +
    "bloccare archivi* aggiorn* modific* rettific* toglie* elimin* rimuov* ordini ordinare " +
    "acquist* compri comprare paghi fatturare gestire inserire inserisc* registr* proroga* " +
    "rinnov* disdire recuper* cerca cercare cerchi consegn* pulire pulisc* chiud* aprire apra " +
    "accend* spegn* collegare install* sostitui* riparare ripari mostrare mostri mostrami " +
    "traduc* riassum* fotocopi* pubblic* avvert* avvis* inform* contattare contatta contattate " +
    "invit* accompagn* tenere tenga prend* prenda assicurarsi assicuri lanciare emett* rilasc* " +
    "calcol* negoziare sblocc* attivare attivazione disattiv* crea creare configur* condivid* " +
    "guardare guardi guardate leggere consult* esamin* comunic* fornire fornisc* precisare " +
    "precisi indicare indichi indicarci solleciti sollecitare sistemi adattare spost* rinvi* " +
    "rifare approv* telefon* fai faccia fate facciamo fammi fateci dateci dimmi scriv* richied* " +
    "chiedi passami passare accende accendono chiude correggere installazione ritirare " +
    "sostituirò sostituisce spegne spostare stampa",
  private:
    "mamma papà nonna nonno compleanno torta cena bambini festa vacanze zia zio cugino cane " +
    "gatto gatta giardino chiave chiavi scuola matrimonio vicin* baci bacio abbraccio " +
    "marito moglie figlio figlia madre padre genitori fratello sorella nipot* suocer* amic* " +
    "bimb* natale pasqua ricetta regal* piscina partita mare suocero",
  work: "personale squadra autisti clienti ospiti bambini pazienti inquilini abitanti " +
    "visitatori dipendenti colleghi operai addett* alunn* student* residenti soci " +
    "infermier* genitori famiglie partecipanti tecnici gente",
  hurry: "urgent* subito immediat* presto oggi entro scadenza appena prima rapid* adesso " +
    "celer* tempestiv* priorit* espress* scade attendere urgente",
  calm: "fretta calma comodo tranquill* quando urgente preoccup* prenda tempo momento seren* " +
    "pressione",
  wait: "risposta rispond* attesa sapere dica dimmi fateci notizie riscontro",
  decide: "decid* decisione approv* firma consiglio capo titolare direttore direttrice gestore " +
    "marito moglie comune vot* suocero tesoriere assemblea scelt* autorizz* consenso voto " +
    "presidente amministrat* sindaco soci condomin* dirigen*",
  chance: "ristruttur* aprire apriamo apertura ampli* filiale progetto evento matrimonio " +
    "congresso stagione nuovo cantiere inaugur* rinnov* trasloc* negozio locale albergo " +
    "fiera seminario anniversario programma",
  must: "deve devi devo dobbiamo dovete devono dovremo bisogna occorre occorrono necessari* " +
    "obblig* tenuto richiesto esig* dovere serve doveva",
  trouble: "problem* inconvenient* error* sbaglio sbagli difett* guast* avari* anomali* " +
    "difficolt* disguid* malintes* equivoc* confusion* contrattemp* intopp* imprevist* reclam* " +
    "lamentel* contenzios* disput* conflitt* dimenticanz* ritard* dann* perdite furto sinistr* " +
    "incident* mancanz* carenz* disservizi* disagio disagi complicazion* blocco interruzion* " +
    "discrepanz* svist* malfunzion* guastat* avariat* difettos* errore errori guasta guaste " +
    "guasti guasto mancanza ritardo",
  paper: "contratto contratti accordo relazione rapporto rapporti nota promemoria verbale bozza " +
    "bozze documento documenti file foglio fogli scheda lettera lettere raccomandat* " +
    "certificat* attestat* fattura fatture preventivo piantina planimetri* disegn* schema " +
    "foto copia copie presentazion* diapositiv* slide ordine programma lista elenco " +
    "inventari* allegat* articol* testo opuscol* catalogo questionari* polizz* delega " +
    "permesso ricetta registr* bilancio pratica pratiche modulo moduli",
  count: "due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta " +
    "quaranta cinquanta sessanta cento mille diversi",
  rough: "circa quasi intorno",
  month: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre " +
    "dicembre primavera estate autunno inverno stagione natale pasqua",
  span: "anni anno mesi giorni dal fino tempo allora sempre",
  somebody: "qualcuno qualcuna chi chiunque nessuno",
  person: "uomo donna signore signora ragazzo ragazza giovane autista cameriere infermier* " +
    "maestro maestra corriere commess* portiere",
  speak: "detto disse dice scritto chiamato telefonato parlato spiegato risposto raccontato",
  plant: "valvola ascensore cancello sbarra serbatoio compressore motore tubo generatore frigo " +
    "frigorifero cella forno gru corrente linea",
  rescue: "pompieri carabinieri ambulanza urgenze reperibil* ospedale sangue febbre svenut* " +
    "respira soccors*",
  place: "qui fuori dentro giù sotto sopra piedi pavimento cortile sala capannone strada " +
    "angolo cantina muro porta tetto cucina corridoio",
  parcel: "pacco pacchi consegna consegne consegnato spedizion* spedito trasportatore scatola " +
    "scatole ritiro",
  tried: "provato pulito cambiato controllato riavviato staccato reinstallato premuto spento " +
    "acceso",
  display: "mostra indica messaggio esce accende salta gira apre ronza segna compare",
  compare: "meglio che troppo più meno molto così tanto",
  demand: "pretendo esigo chiedo chiediamo diritto responsabile",
  because: "perché quindi però ma anche mentre nonostante",
  document:
    "pagina pagine document* relazione rapporto diapositive manuale lettera lettere elenco " +
    "lista modulo piantina bozza copia versione carta articolo libro testo",
  code: "indice server codice classe campo api",
  legal: "tribunale legge legale permesso autorizzazione regolamento regola licenza udienza " +
    "ricorso affitto tasse comune disdetta",
  peers: "colleghi colleghe soci studenti alunni genitori vicini gruppo reparto classe squadra",
  idea: "idea idee propon* forse magari potremmo potrebbe sarebbe",
  skill: "esperienza lavorato laurea parlo lingue percorso speciali* nata gestisco fondat* sede",
  condition: "se altrimenti salvo caso purché",
  loss: "perdere perdiamo scade scadono costa",
  stuck: "fermo ferma fermi coda bloccat* chius*",
  social: "complimenti congratulazioni auguri fortuna ridere riso scherzo festa partita ballare",
  travel: "volo aereo biglietto biglietti passaporto stazione binario viaggio bagagl* visto " +
    "confine prenotazione camera",
  absent: "ferie assente maternità sostitu* pensione funerale permesso assenza",
  number: "numero n riferimento cliente ordine pratica serie contratto fattura",
  ready: "inizi* cominci* pronto pronta finit* fine termin* continu* resto prosegu*",
  look: "vedere vedo vede visto guard* notato trovo trova trovato scopert* sembra pare accort*",
  sums: "euro centesim* contanti assegno somma importo cento iva",
  know: "so sa ricordo capisco capito credo penso saputo dimenticato sicuro certo",
  me: "io me mio mia miei mie mi",
  we: "noi nostro nostra nostri nostre ci",
  you: "lei voi tu tuo tua tuoi tue suo sua suoi sue vostro vostra vostri vostre le vi ti",
  they: "lui loro essi esse gli",
};
