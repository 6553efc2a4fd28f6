/**
 * Italian words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const ITALIAN_REQUESTS = String.raw`
@dica = garantir|promett
@dica = dire|dirmi|dirci|confermar|spiegar|indicar|chiarir|immaginar|fare|essere|avere|consegnar
@puo = potete|potreste|può|puo|puoi|potresti|potrebbe|possono|riuscite|riesci|riesce
@potete = potete|potreste|potrebbe|può|puo|puoi|potresti|possono|riesce|riesci|riuscite
@inviare = inviarmi|inviarci|mandarmi|mandarci|spedirmi|spedirci|confermarmi|confermarci|chiamarmi
@inviare = chiamarci|richiamarmi|richiamarci|rispondermi|risponderci|farmi|farci|darmi|darci
@inviare = aiutarmi
@inviare = aiutarci|mandare|inviare|passare|controllare|verificare|confermare|sistemare|spedire
@inviare = sostituire|rimborsare|firmare|compilare|preparare|portare|venire|guardare|dirmi|dirci
@inviare = prenotare|anticipare|spostare|annullare|correggere|indicare|indicarmi|fornirci|fornirmi
@mi = mi|ci|me lo|me la|me li|ce lo|ce la|ce li
@mandi = mandi|mandate|invii|inviate|spedisca|spedite|confermi|confermate|chiami|chiamate|richiami
@mandi = richiamate|risponda|rispondete|faccia|fate|dia|date|dica|indichi|porti|portate|aiuti
@mandi = aiutate
@mandami = mandami|inviami|dammi|chiamami|richiamami|fammi|portami|confermami|aiutami|rispondimi
@mandami = spediscimi|mandateci|mandatemi|inviateci|inviatemi|chiamatemi|chiamateci|richiamatemi
@mandami = richiamateci|rispondetemi|rispondeteci|confermatemi|confermateci|fatemi|fateci|datemi
@mandami = dateci|rimandatemi|rimandateci|speditemi|speditela|mandaci|mandamelo|mandamela|avvisatemi
@mandami = avvisami|richiamatela|contattatemi|contattateci|contattami
@mandero = manderò|manderemo|invierò|invieremo|spedirò|spediremo|chiamerò|chiameremo|richiamerò
@mandero = porterò|porteremo|farò|faremo|pagherò|pagheremo|confermerò|confermeremo|passerò|passeremo
@mandero = rispondiamo|risponderò|provvederò|provvederemo|aggiornerò|terrò|sistemerò|ritirerò
@fai = manda|mandate|rimanda|rimandate|invia|inviate|porta|portate|lascia|lasciate|passa|passate
@fai = chiama|chiamate
@fai = richiama|richiamate|metti|mettete|prendi|prendete|dai|date|fate|scrivi|scrivete|avvisa
@fai = avvisate|spedisci|spedite
@serve = serve|servono|occorre|occorrono|servirebbe|servirebbero|ci vuole|ci vorrebbe
@c = c'è|ci sarebbe|resta|rimane|manca|mancano|restano
@deve = deve|devono|dovrebbe|dovrebbero|dovrà|dovranno
@pretendo = pretendo|pretendiamo|esigo|esigiamo|voglio|vogliamo|chiedo|chiediamo
@sarebbe = sarebbe|sarebbero
@gradiremmo = gradiremmo|gradirei|apprezzeremmo|apprezzerei
@porta = porta|portate|porti|lascia|lasciate|lasci|prendi|prendete|chiudi|chiudete|copri|coprite
@apri = apri|aprite|spegni|spegnete|butta|buttate|metti|mettete|togli|compra|comprate
@ritira = ritira|ritirate|usa|usate|scrivi|scrivete|chiedi|chiedete|tieni|tenete|evita|evitate
@prega = prega|pregano|invita|invitano|chiede|raccomanda|ricorda
@rimborso = rimborso|firma|copia|documento|bonifico|conferma
@mandi2 = mandi|mandate|invii|inviate|faccia|fate|porti|portate|spedisca
@dubbi = dubbi|domande|dubbio|domanda|altre informazioni
@ha = ha|hai|avete|ci sono|serve|servono
@obj = il|lo|la|i|gli|le|l'~2-12|un|una|un'~2-12|il vostro|la vostra|anche|tutto|al|alla|a|di|da|in
@clit = lo|la|li|le|mi|ci|gli|melo|mela|celo|cela|ne
@ord = chiamate|registrate|compilate|controllate|verificate|inviate|mandate|portate|togliete|aprite
@ord = chiudete|riparate|sostituite|cambiate|scrivete|leggete|usate|prendete|mettete|lasciate|pagate
@ord = correggete|spostate|rimborsate|fate|dite|spiegate|guardate|trovate|ricordate|avvisate
@ord2 = chiama|manda|sposta|porta|prendi|metti|togli|usa|lascia|chiudi|apri|guarda|trova|compra
@ord2 = ricorda|ricordati|paga|firma|invia|controlla|cambia|correggi|scrivi|aggiungi|leggi|passa
@firmate = firmate|firmi|firma|compilate|compili|verificate|verifichi|controllate|controlli
@portate = portate|porta|porti|lasciate|lascia|lasci|prenotate|prenota|stampate|stampa|annullate
@portate = annulli|correggete|corregga|togliete|tolga|aggiungete|aggiunga
@chiama = chiama|chiamate|chiami|passa|passate|passi|venite|venga|vieni
@rimandate = rimandate|rimandatelo|rispedite|restituite|restituitelo|restituisca|ritirate|ritiri
@resto = resto|restiamo|rimango|rimaniamo|sono|siamo
@mi2 = mi|ci|mi faccia|fammi|fatemi|mi dica|mi dia|dimmi
@mando = mando|invio|porto|chiamo|richiamo|faccio

# The reader is asked to do something.
## asked
per favore|per piacere|per cortesia|cortesemente|gentilmente — firmi il foglio, per favore
@potete( ~12){0,2} @inviare — potete mandare un tecnico?
@potete (gentilmente |per favore |anche )?~2-14r(e|mi|ci|lo|la|li|le) — potrebbe richiamarmi?
(le|vi|ti) (chiedo|chiediamo|prego) (di|gentilmente|cortesemente|se) — le chiedo di firmare
(le|vi|ti) (preghiamo|chiederei|chiederemmo) (di|gentilmente|cortesemente|se) — le preghiamo di
(si prega|siete pregati|è pregat[oa]|la prego|vi prego|ti prego) — si prega di compilare il modulo
@mandami — chiamatemi oggi
@mi @mandi — mi mandi il preventivo
(mi|ci) (serve|servono|servirebbe|servirebbero|occorre|occorrono) — mi serve la chiave
(ho|abbiamo|avrei|avremmo) bisogno (di|che|del|della|dei) — ho bisogno della chiave
(vorrei|vorremmo|desidero|desideriamo|voglio|vogliamo) che ~2-14 — vorrei che venisse lunedì
(vorrei|vorremmo|gradirei|gradiremmo) (parlare|ricevere|avere|essere) — vorrei parlare con lei
(esigo|esigiamo|pretendo|pretendiamo|chiedo|chiediamo) (il|la|un|una|che|di|l'~2-12) — esigo il
(non )?(dimentichi|dimenticate|dimenticarti|dimenticare|dimenticatevi) (di|il|la|le) — dimentichi di
(ricordati|ricordatevi|si ricordi) di — ricordatevi di chiudere
(deve|dovete|dovrebbe|dovreste|devi|dovresti) ~3-14 — dovete firmare
(sarebbe|è|e') possibile ~3-14(re|rlo|rla|rci|rmi|rli) — sarebbe possibile anticipare la consegna?
(le|vi|ti) (sarei|saremmo) grat[oaie] — le sarei grato di una risposta
(da|va|vanno) (pagare|saldare|restituire|firmare|compilare|rimandare) — da pagare entro il 3 maggio
(pagamento|scadenza|saldo) (entro|il|al) — pagamento entro il 3 maggio
@firmate (il|la|le|i|lo|l'~2-12) — firmate il contratto
@portate (il|la|le|i|lo|un|una|l'~2-12) — lascia le chiavi
@chiama (al|il|in|da|domani|oggi|subito|prima|appena) — chiama al contratto
@rimandate (il|la|lo|le|tutto|firmat[oa]|prima) — rimandate il
@serve (~12 ){0,2}~2-14 — serve un tecnico
@c (solo |ancora |soltanto )?(da|il|la|le|i|lo) ~3-14 — c'è da correggere il prezzo
(va|vanno|andrebbe|andrebbero) (~12 )?~3-14(at|ut|it|ss|tt)[oaie] — il prezzo va corretto
@deve (~12 ){0,2}(essere|avere|arrivare|pervenire|stare|restare) — deve arrivare lunedì
@pretendo (che|di|il|la|un|una) — pretendo che venga risolta
@sarebbe (utile|utili|gradit[oaie]|l'ideale|perfett[oaie]|comod[oaie]) — sarebbe utile una foto
(ci|mi) (farebbe|farebbero) comodo|@gradiremmo — ci farebbe comodo una foto
@porta (pure |anche )?~2-14 — lascia pure le chiavi
@apri (pure |anche )?(il|la|le|i|lo|gli|un|una|l') — spegnete il gas
@ritira (pure |anche )?(il|la|le|i|lo|gli|un|una|l'|di|a|al) — usate il cancello
@fai(mi|ci|lo|la|li|le|ne|gli|mela|melo|cela|celo|tela|telo) — mandatecela firmata
(si|vi) @prega (di|i|gli|le|a) — si invita a prenotare
(attendo|attendiamo|aspetto|aspettiamo) (il|la|un|una|i|le) @rimborso — attendo il rimborso
(ci|mi|me lo|me la|ce lo|ce la) @mandi2 — ci mandi le misure
(basta|basterebbe) (un|una|che) — basta una foto
(sembrerebbe|parrebbe|sarebbe) (giusto|corretto|equo) — sarebbe giusto toglierlo
se (~12 ){0,4}non (arriva|arrivano|perviene|riceviamo|viene) — se il pagamento non arriva
(vostro|suo|tuo) ~3-12 (chiami|venga|passi) — il vostro tecnico chiami oggi

# A question that wants something done, not told.
## by_question
@puo (gentilmente |anche |forse |a )?(?!@dica)~1-12r(e|mi|ci|lo|la|li|le)\b — potete mandare uno?
(mi|ci) (manda|mandate|invia|inviate|richiama|porta) — mi manda il preventivo?
(le|ti|vi) (dispiacerebbe|spiace|dispiace) — le dispiacerebbe venire prima?

# The sender says what they will do.
## promised
(le|vi|ti|lo|la|li|glielo|ve lo|te lo|gliela|ve la|te la)? ?@mandero — le manderò la lista domani
(ti|vi|le|te lo|ve lo|glielo) @mando (io|domani|stasera|lunedì|entro|appena) — ti mando lunedì
(domani|domattina|stasera|~3-7dì) (ti|vi|le|te lo|ve lo|glielo) @mando — domattina le mando la lista

# A promise with a condition that the reader may leave alone is an offer.
## offered
se (vuole|volete|vuoi|preferisce|preferite|preferisci|desidera|desiderate) — se vuole, vengo io

# Politeness, or bait, that asks for nothing.
## polite
non (esiti|esitate|esitare) — non esiti a contattarmi
(non tenga|non tenere) conto (di|del|della) (questo|questa|presente) — non tenga conto di questo
@resto (a|a sua|a vostra|a completa) disposizione — resto a disposizione
(per qualsiasi|per ogni|per eventuali) (domanda|chiarimento|chiarimenti) — per qualsiasi domanda
(per qualsiasi|per ogni|per eventuali) (necessità|dubbio|informazione) — per qualsiasi necessità
(mi scuso|ci scusiamo|scusi|scusate|scusa|vogliate scusare) — ci scusiamo per il ritardo
(la|vi|ti) (ringrazio|ringraziamo) (per|della|di) — vi ringrazio per la pazienza
(se @ha|per) (~12 )?@dubbi (~12 )?(chiami|scrivi|chiama|sono|siamo) — per dubbi sono qui

# Only an answer is wanted, which the questions already say.
## only_answer
@mi2 (sapere|dica|fai sapere|far sapere)? ?(se|quando|quale) — mi dica se va bene
(mi|ci) (può|puo|potrebbe) (dire|indicare) (se|quando|quale|quanto) — mi può dire se arriva
(mi|ci) (potete|potreste|puoi) (dire|indicare) (se|quando|quale|quanto) — mi potete dire se

# The reader is asked not to do something.
## unwanted
(vi prego|la prego|per favore|si prega),? (di )?non — si prega di non chiamare prima delle nove
(non (serve|occorre|è necessario|c'è bisogno)) (di )?(rispond|fare|che) — non serve che

# First words that order something.
## ^order
(@ord|@ord2)@clit — rimborsatemi uno dei due importi
(@ord|@ord2) @obj — registrate la vostra azienda
`;
