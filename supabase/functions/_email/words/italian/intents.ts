/**
 * Italian words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const ITALIAN_INTENTS = String.raw`
@riunione = riunione|appuntamento|incontro|chiamata|videochiamata|sopralluogo|visita|call|colloquio
@fissare = fissare|concordare|organizzare|spostare|anticipare|rimandare|posticipare|programmare
@fissare = confermare
@vederci = vederci|incontrarci|sentirci|parlarne|passare|vedersi|incontrarsi|trovarci
@funziona = funziona|funzionano|parte|si accende|si avvia|carica|stampa|si apre|risponde|scalda
@funziona = si collega
@quando = quando|che giorno|quale giorno|a che ora
@quando2 = quando|che giorno|quale giorno|a che ora
@avevate = avevate|aveva|avevi|mi era stato|ci era stato
@quanto = quanto|che prezzo|quale prezzo|a quanto
@vorrei = vorrei|vorremmo|desidero|desideriamo|intendiamo
@cerchiamo = cerchiamo|cerco|stiamo cercando|ci servono|ci servirebbero|mi servono
@ci = ci sono|hai|ha|avete|avete avuto|qualche|nessuna|senza|ancora
@vorrei2 = vorrei|vorremmo|volevo|volevamo|mi piacerebbe|desidero

## meeting_request 3
@fissare (un|una|il|la|lo|l'|un')? ?@riunione — possiamo fissare un appuntamento?
(possiamo|potremmo|potreste|potete|riusciamo a|riuscite a) @vederci — possiamo vederci in ufficio?
(è|sarebbe|sei|siete|saresti|sareste) (~10 )?(disponibil[ei]|liber[oaie]|comod[oa]) — è disponibile
(le|vi|ti) (andrebbe|va|andrebbero|farebbe|fa) (~10 )?(bene|comodo|piacere) — le va bene martedì?
(ci vediamo|vediamoci|ci sentiamo) (lunedì|martedì|mercoledì) — ci vediamo lunedì?
(ci vediamo|vediamoci|ci sentiamo) (giovedì|venerdì|domani|alle|per) — ci vediamo giovedì
(ci troviamo|incontriamoci) (lunedì|martedì|mercoledì) — ci troviamo lunedì
riunione (si terrà|sarà|è (fissata|spostata|prevista|rinviata)) — la riunione si terrà lunedì
(ci troviamo|incontriamoci) (giovedì|venerdì|domani|alle|per) — ci troviamo giovedì
@quando (~12 ){0,3}(vederci|passare|disponibil[ei]) — quando vederci
@quando2 (~12 ){0,3}(liber[oaie]|preferisc[ei]|comod[oa]) — quando libero
invito:|(pranzo|caffè|cena|aperitivo) (insieme|giovedì|venerdì|domani|lunedì) — pranzo insieme?
## meeting_request 1
riunione|appuntamento|incontro|sopralluogo|agenda|disponibilità|visita|colloquio — riunione
## meeting_request 2
(spostare|rimandare|anticipare|posticipare) (~12 ){0,2}(a|al|alle|di) ~3-10 — spostare a domani
mezz'ora — mezz'ora

## complaint 3
reclamo|lamentela|inaccettabile|vergognos[oa]|è una vergogna|indecente — faccio un reclamo
(molto|davvero|profondamente) (delus[oaie]|insoddisfatt[oaie]|arrabbiat[oaie]) — siamo molto delusi
(esigo|esigiamo|pretendo|pretendiamo|risarcimento|indennizzo) — esigo una spiegazione
(seconda|terza|ennesima|quarta) volta — è la terza volta che arrivate tardi
(rimborso|rimborsarmi|rimborsarci|restituzione dei soldi|vie legali|diffida) — chiedo il rimborso
(cambierò|cambieremo|cambiare) fornitore|presa in giro|non è serio — cambieremo fornitore
## complaint 2
addebitat[oaie] (~8 )?(due volte|per errore|in più) — addebitato due volte
(fatturat[oaie]|pagat[oaie]) (~8 )?(due volte|per errore|in più) — fatturato due volte
nessuno (~8 ){0,2}(risponde|richiama|risposto|richiamat[oaie]|venuto|si è) — nessuno risponde
@avevate (promesso|assicurato|garantito|detto) — avevate promesso lunedì
(taglia|colore|modello|articolo|indirizzo|importo) sbagliat[oa] — colore sbagliato
sbagliat[oa] (taglia|colore) — sbagliato taglia
(arrivat[oaie]|ricevut[oaie]) (~8 ){0,2}(rott[oaie]|danneggiat[oaie]) — arrivato rotto
consegnat[oaie] (~8 ){0,2}(rott[oaie]|danneggiat[oaie]) — consegnato rotto
(arrivat[oaie]|ricevut[oaie]) (~8 ){0,2}(incomplet[oaie]|in ritardo) — arrivato incompleto
consegnat[oaie] (~8 ){0,2}(incomplet[oaie]|in ritardo) — consegnato incompleto
## complaint 1
delus[oaie]|ritardo|rott[oaie]|danneggiat[oaie]|insoddisfatt[oaie]|disservizio — sono deluso

## support_request 3
non (~4 )?@funziona( più)? — la stampante non funziona più
(messaggio di|codice|compare l'|esce l'|dà) ?errore|errore [a-z]?\d{1,4} — compare l'errore e12
(non riesco|non riusciamo|impossibile|non si riesce) (a|ad|accedere|entrare|più) — non riesco a
(guast[oaie]|bloccat[oaie]|in blocco|fuori servizio|in tilt|fuori uso) — la caldaia è guasta
(bisogno di|serve|chiedo|richiesta di) (aiuto|assistenza|un tecnico|supporto) — serve assistenza
assistenza tecnica — assistenza tecnica
(password|credenziali|utente) (~8 ){0,2}(dimenticat[ae]|pers[ae]) — password dimenticata
(password|credenziali|utente) (~8 ){0,2}(errat[ae]|scadut[ae]) — password errata
come (faccio|posso|si fa|devo) (a|ad|per)? ?~4-12 — come faccio a cambiare l'ora?
(perdita d'acqua|perde acqua|allagat[oaie]) — perdita d'acqua
senza (corrente|rete|riscaldamento|internet|acqua calda) — siamo senza rete
## support_request 1
errore|guasto|aggiornamento|password|tecnico|problema (con|di|al|alla) — errore

## sales_inquiry 3
(preventivo|quotazione|listino prezzi|listino) (per|di|dei|delle)? — un preventivo per la cucina
(un|il|vostro) preventivo — un preventivo per la cucina
(quanto|che prezzo|quale prezzo|a quanto) (~8 ){0,2}(costa|costano|costerebbe) — quanto costa
@quanto (~8 ){0,2}(costerebbero|viene|verrebbe|sarebbe) — quanto costerebbero
@vorrei (~4 )?(acquistare|comprare|ordinare) — vorremmo acquistare dieci sedie
(vorrei|vorremmo|desidero|desideriamo|intendiamo) (~4 )?(prenotare|noleggiare) — vorrei prenotare
(avete|avreste|è|sono) (~12 ){0,5}(disponibil[ei]|in pronta consegna) — avete disponibile
(avete|avreste|è|sono) (~12 ){0,5}(a magazzino|in magazzino) — avete la rossa in magazzino?
@cerchiamo (un|una|uno|dei|delle|\d) — cerchiamo una sala
(fare|inviare|effettuare) un ordine|vorrei ordinare — vorrei fare un ordine
## sales_inquiry 1
prezz[oi]|sconto|ordine di|campion[ei]|catalogo|disponibil[ei]|tempi di consegna — c'è uno sconto?
(per|siamo|saremmo) \d{1,4} (persone|pezzi|copie|unità|adulti) — siamo 80 persone

## proposal 3
(nostra|mia|la|una) (offerta|proposta) (per|di|è|che|commerciale|allegata) — nostra offerta per
(le|vi|ti) (propongo|proponiamo|offro|offriamo|sottopongo|sottoponiamo) — le propongo otto gazebo
(offerta|preventivo|contratto|proposta|bozza) (in allegato|allegat[oa]) — offerta in allegato
(offerta|preventivo|contratto|proposta|bozza) (firmat[oa]|da firmare) — offerta firmato
(valid[oa]) (fino|sino|per|30 giorni) — offerta valida fino al 30 giugno
(in allegato|ecco|allego|di seguito) (~8 ){0,2}(offerta|preventivo) — allego la nostra offerta
(in allegato|ecco|allego|di seguito) (~8 ){0,2}(proposta|contratto|bozza) — in allegato proposta
## proposal 1
condizioni|canone|compenso|più iva|iva esclusa|acconto|all'anno|al mese|senza impegno — condizioni

## partnership 3
partnership|partner|collaborazione|collaborare|unire le forze|soci in affari — una collaborazione
(lavorare|lavorassimo|fare|organizzare) (~12 ){0,2}insieme — lavorare insieme
metà per uno|a metà|fifty fifty — metà per uno contratto
(provvigione|commissione|percentuale|riconoscete) — una provvigione
(riconosciamo|consigliarci|scambio di clienti) — riconosciamo
## partnership 1
insieme|congiunt[oa]|in comune|distribuire|rivenditore|distributore — una visita congiunta

## introduction 3
(mi presento|presentarmi|ci presentiamo|permetto di presentar~1-3) — mi presento: sono ana
(le presento|vi presento|ti presento|presentarle) — vi presento ana
(presentarvi|metterla in contatto|mettervi in contatto) — presentarvi
(sono|è) (il|la) (vostr[oa]|su[oa]|tu[oa])? ?nuov[oa] referente — sono la nuova referente
(sono|è) (il|la) (vostr[oa]|su[oa]|tu[oa])? ?nuov[oa] responsabile — sono il nuovo responsabile
(sono|è) (il|la) (vostr[oa]|su[oa]|tu[oa])? ?nuov[oa] collega — sono il nuovo collega
(sono|è) (il|la) (vostr[oa]|su[oa]|tu[oa])? ?nuov[oa] (gestore|direttore) — sono il nuovo gestore
(sono|è) (il|la) (vostr[oa]|su[oa]|tu[oa])? ?nuov[oa] direttrice — sono il nuovo direttrice
(subentro|subentra|sostituisco|sostituisce) (a|di|il|la|al) — subentro a ermes
(prendo il posto|prende il posto|succedo) (a|di|il|la|al) — prendo il posto a contratto
(mi ha parlato di|mi ha dato il suo|su consiglio di|mi ha consigliato di) — ana mi ha parlato di voi
## introduction 1
mi chiamo|nuov[oa] collega|si unisce|conoscerci|fare la sua conoscenza — mi chiamo ana

## follow_up 3
(sollecito|sollecitare|promemoria|le ricordo|vi ricordo|ti ricordo|torno a|riprendo) — un sollecito
@ci (novità|notizie|risposta|riscontro) — ci sono novità?
come (d'accordo|concordato|promesso|detto|stabilito) — come d'accordo
(a seguito (di|del|della)|facendo seguito|in seguito alla nostra) — a seguito di contratto
(a che punto|come siamo messi|come procede|come va la) — a che punto siamo?
(ricevut[oa], grazie|tutto ricevuto|confermo) — confermo la data
(confermiamo|va bene per|d'accordo per|ok per|perfetto) — confermiamo
(insolut[oa]|non (risulta|ancora) (pagat|saldat|pervenut)[oa]) — la fattura è insoluta
(in attesa di (pagamento|saldo)|scadut[oa] il) — in attesa di pagamento
## follow_up 1
ricordo|la settimana scorsa — ricordo
nostra (telefonata|conversazione|riunione)|grazie per (la|il|l') — la nostra telefonata
(va bene|ok|benissimo|come previsto|ricevuto) — va bene, grazie

## feedback 3
(grazie di cuore|grazie infinite|complimenti|congratulazioni|bravissim[oaie]) — grazie di cuore
(ci|mi) (è|e'|siamo|sono) (~10 )?(piaciut[oaie]|divertit[oaie]|trovat[oaie]) — ci è piaciuto molto
(molto|davvero|veramente) (content[oaie]|soddisfatt[oaie]|felici|felice) — siamo molto contenti
(consiglierò|consiglieremo|torneremo) — torneremo in estate
(meglio del previsto|squisit[oaie]|delizios[oaie]|buonissim[oaie]) — meglio del previsto
(il mio|la mia|un|il nostro|la nostra) (parere|opinione|feedback) — il mio parere sulla sala
(il mio|la mia|un|il nostro|la nostra) (impressione|recensione) — il mio impressione
## feedback 1
suggeriment[oi]|migliorare|unica pecca|peccato che|impressione|esperienza — unica pecca, la musica

## information_sharing 2
per (vostra |sua |tua )?(conoscenza|informazione) — per conoscenza
(vi|la|ti) (informo|informiamo|comunico|comunichiamo|avviso|avvisiamo) — vi informiamo che
(si comunica|si informa|si avvisa|vi ricordiamo che|avviso:|avviso importante) — si comunica che
(in allegato|allego|allegat[oaie]|ecco) (~8 ){0,3}(verbale|fattura|ricevuta) — in allegato verbale
(in allegato|allego|allegat[oaie]|ecco) (~8 ){0,3}(documenti|elenco|copia) — in allegato documenti
(resterà|resteremo|sarà|saremo|rimarrà) chius[oaie] — il museo resterà chiuso
a partire (dal|da)|nuov[oi] (orari|indirizzo|orario) — a partire dal contratto
(non serve rispondere|verbale (di|della)|nessuna risposta) — non serve rispondere

## question 2
@vorrei2 (sapere|chiedere|chiederle|chiedervi|capire) — vorrei sapere se
(una|altra|due) domand[ae]|mi (chiedo|chiedevo|domandavo) — una domanda
(è|sarebbe) (possibile|permesso|obbligatorio|necessario|vero)|serve un permesso — è possibile
`;
