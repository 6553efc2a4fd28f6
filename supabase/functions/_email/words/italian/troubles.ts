/** Italian words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const ITALIAN_TROUBLES = String.raw`
@problema = problemi?|problema|errore|errori|guasto|guasti|difetto|difetti|ritardo|ritardi
@problema = disservizio
@problema = malfunzionamento|inconveniente|disguido
@funziona = funziona|funzionano|parte|partono|si accende|si avvia|carica|stampa|risponde|si apre
@funziona = scalda|arriva|va|riesco|riusciamo|si collega|chiude
@ricevuto = ricevuto|ricevuta|ricevuti|arrivato|arrivata|arrivati|arrivate|rimborsato|pagato|spedito
@blocca = blocca|bloccano|rompe|stacca|spegne|scolla|inceppa|chiude|apre|surriscalda
@promesso = promesso|detto|assicurato|mandato|addebitato
@nonsipi = non si è più|non si sono più|mai più|invece di|solo una volta su|ammaccatura|graffio
@nonsipi = macchia|crepa
@perde = perde|gocciola|cigola|puzza|traballa|scarta|rifiuta|salta|sfrega|scricchiola
@perde = arrugginit[oaie]
@peccato = peccato|purtroppo|unico neo|l'unica pecca|scomod[oaie]|rumoros[oaie]|strett[oaie]

# Something goes wrong, told plainly.
## trouble
(un|il|lo|i|gli|questo|stesso|alcuni|dei|grosso|grave|c'è|con) @problema — abbiamo un problema
(l'errore|un'anomalia|messaggio di errore|codice errore|compare l'errore) — compare l'errore e12
non (~4 )?@funziona( più)? — la stampante non funziona più
(guast[oaie]|rott[oaie]|bloccat[oaie]|difettos[oaie]) — la caldaia è guasta
(danneggiat[oaie]|crepat[oaie]|graffiat[oaie]) — danneggiato
(ammaccat[oaie]|strappat[oaie]|scadut[oaie]) — ammaccato
(inutilizzabil[ei]|allagat[oaie]|fuori servizio|in tilt) — tre scatole inutilizzabili
(siamo|sono|è|resta) ferm[oaie]|(perde|perdita) (acqua|d'acqua|di gas) — siamo fermi
(mai|ancora|nulla|niente) (~9 ){0,2}@ricevuto|non (~8 ){0,2}@ricevuto — non ho ancora ricevuto nulla
addebitat[oaie] (~8 )?(due volte|per errore|in più) — addebitato due volte
(pagat[oaie]|fatturat[oaie]) (~8 )?(due volte|per errore|in più) — pagato due volte
impossibile (accedere|entrare|aprire) — impossibile accedere
(non riesc[eo]|non riusciamo|non si riesce) — non riesco ad accedere
(delus[oaie]|inaccettabile|sbagliat[oaie]) — il colore è sbagliato

# What is missing, late or in the way, told less plainly.
## lack
(non|nessuno|nessuna|mai|niente|nulla) — nessuno risponde al telefono
(due|tre) volte|di nuovo|un'altra volta — addebitato due volte
(senza|manca|mancano|mancava|mancavano) — mancano due sedie
(tardi|ritardo|troppo|pers[oaie]|vuot[oaie]|fredd[oaie]|sporc[oaie]|rumore|peggio|ancora) — tardi
(sbagliat[oaie]|invece di|al posto di|aspetto da|aspettiamo da) — aspetto da tre settimane
(si )?@blocca (da sol[oa]|a metà|di continuo|sempre) — si blocca a metà
@perde — la porta cigola
da (~12 ){1,2}(giorni|settimane|mesi|ore|anni) — da tre settimane
@peccato — peccato per il freddo
(seconda|terza|quarta|ennesima) (volta|richiesta|segnalazione|consegna|fattura) — è la terza volta
(mi|ci) (aveva|avevate|avevano|avete) @promesso — mi aveva promesso una copia
@nonsipi — non si è più visto

# Trouble that is denied or over.
## denied
(nessun|senza|alcun) (problema|errore|guasto)|nessun problema — nessun problema
(risolt[oaie]|riparat[oaie]|sistemat[oaie]|tutto a posto) — tutto risolto
nessun[ao]? (osservazione|obiezione|reclamo) — nessuna osservazione da parte mia
(è|sono) in ordine — le pompe sono in ordine
(ha|hai|avete) (perfettamente )?ragione[,:.] — ha ragione, manca una pagina

# Polite, or about something else than trouble.
## harmless
grazie|per favore|cordiali|non esit~1-4 di — grazie per i fiori
(nessuna fretta|non (c'è fretta|serve|occorre|si preoccup[ei]|preoccuparti)) — non c'è fretta
(non vedo l'ora|non vediamo l'ora) — non vedo l'ora di vedervi

# A day that is another now: news, but for who complains.
## moved
(è|sono|stat[oaie]) (stat[oaie] )?(rinviat|anticipat|spostat|posticipat)[oaie] — è stata rinviata
`;
