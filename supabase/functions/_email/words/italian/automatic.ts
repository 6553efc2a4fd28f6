/**
 * Italian words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`. Subjects of such emails are in `any/automatic.ts`: they are too short to
 * tell their language.
 */
export const ITALIAN_AUTOMATIC = String.raw`
@messaggio = messaggio|e-?mail|mail|email

# What a report about an email that could not be delivered says.
## bounce_text
non è stato possibile (~12 ){0,2}(recapitare|consegnare) — non è stato possibile recapitare
non è stato (~12 ){0,2}(recapitare|consegnare) — non è stato possibile recapitare
non è stato possibile (~12 ){0,2}(recapitato|consegnato) — non è stato possibile recapitato
non è stato (~12 ){0,2}(recapitato|consegnato) — il messaggio non è stato recapitato
non (può essere|poteva essere) (~12 ){0,2}(recapitare|consegnare) — non può essere recapitare
non (può essere|poteva essere) (~12 ){0,2}(recapitato|consegnato) — non può essere recapitato
(casella|indirizzo) (~12 ){0,3}(piena|inesistente|sconosciut[oa]|non trovat[oa]) — casella piena

# The sender is away.
## absence_text
(sono|sarò|siamo) (~12 ){0,2}(assente|assenti|in ferie|in vacanza) — sono in ferie fino a lunedì
(sono|sarò|siamo) (~12 ){0,2}(fuori sede|fuori ufficio|in malattia) — sono fuori sede
(assente|fuori) (dall'ufficio|dal lavoro|sede) — assente dall'ufficio
in (congedo|maternità|ferie|trasferta) — in ferie fino al 4 maggio
(non) (leggo|leggerò|consulto|consulterò)( ~12){0,2} (posta|e-?mail|mail) — non leggo la posta
(non) (leggo|leggerò|consulto|consulterò)( ~12){0,2} (messaggi|casella) — non leggo messaggi
(non) (controllo|controllerò|avrò accesso)( ~12){0,2} (posta|e-?mail|mail) — non controllo posta
(non) (controllo|controllerò|avrò accesso)( ~12){0,2} (messaggi|casella) — non controllo messaggi
(ufficio|uffici|studio|negozio|azienda) (~12 ){0,2}(chius[oi]) (dal|per|fino) — ufficio chiuso dal

# What absence notes go on with.
## absence_end
(al mio|al nostro|dopo il|appena al) (rientro|ritorno) — risponderò al mio rientro
(in mia assenza|durante la mia assenza|nel frattempo) — in mia assenza
(per|in caso di) (urgenze|urgenza|emergenze|necessità|questioni urgenti) — per urgenze
(contattare|rivolgersi|scrivere a|chiamare|rivolgetevi|contatti|può rivolgersi) — contattare
(fino (a|al)|rientro il|rientrerò|torno il|tornerò|compreso) — in ferie fino al 4 maggio

# An address that nobody uses any more.
## address_gone
(questo|questa) indirizzo (~12 ){0,2}(non è più|dismess[oa]) — questo indirizzo non è più attivo
(questo|questa) (casella|account) (~12 ){0,2}(non è più|dismess[oa]) — questo casella non è più
(il mio|la mia) indirizzo (~12 ){0,2}(non è più|dismess[oa]) — il mio indirizzo non è più contratto
(il mio|la mia) (casella|account) (~12 ){0,2}(non è più|dismess[oa]) — il mio casella non è più
non (uso|utilizzo|leggo) più (questo|questa|il|la) indirizzo — non uso più questo indirizzo
non (uso|utilizzo|leggo) più (questo|questa|il|la) (casella|account) — non uso più questo casella
non (lavora|lavoro) più (per|presso|in|qui)|ha lasciato (l'azienda|la società) — non lavora più qui

# What a program says of an event.
## notice
@messaggio (è stat[oa] |generat[oa] |inviat[oa] ){0,2}automatic[oa] — messaggio automatico
messaggio (è stat[oa] |generat[oa] |inviat[oa] ){0,2}automaticamente — messaggio automaticamente
e-?mail (è stat[oa] |generat[oa] |inviat[oa] ){0,2}automaticamente — email automaticamente
(mail|email) (è stat[oa] |generat[oa] |inviat[oa] ){0,2}automaticamente — mail automaticamente
non (rispondere|rispondete|rispondi) (a questo|a questa|al presente) — non rispondere a questo
grazie (per|del) (il )?(tuo|suo|vostro) (ordine|acquisto|pagamento) — grazie per il tuo ordine
(il|la) (tuo|suo|vostro|tua|sua|vostra) (ordine|pacco) (è|sarà|ha|verrà) — il tuo ordine è partito
(il|la) (tuo|suo|vostro) (prenotazione|pagamento) (è|sarà|ha|verrà) — il tuo prenotazione è
(il|la) (tua|sua|vostra) (prenotazione|pagamento) (è|sarà|ha|verrà) — il tua prenotazione è
(il|la) (tuo|suo|vostro) (spedizione|richiesta) (è|sarà|ha|verrà) — il tuo spedizione è contratto
(il|la) (tua|sua|vostra) (spedizione|richiesta) (è|sarà|ha|verrà) — il tua spedizione è contratto
(il|la) (tuo|suo|vostro|tua|sua|vostra) abbonamento (è|sarà|ha|verrà) — il tuo abbonamento è
abbiamo ricevuto (la|il) (tu|su|vostr)[ao]|è stata (ricevuta|registrata) — abbiamo ricevuto la tua

# Who is asked to approve something gets a notice, and no mailing.
## approval
in attesa (di|della) (tua|sua|vostra)? ?approvazione — in attesa della sua approvazione
(approvare|accettare) o (rifiutare|respingere) — può approvare o rifiutare la richiesta

# How to leave a mailing list.
## unsubscribe
(annulla|annullare|cancella|cancellare) (l'|la )?iscrizione — annullare l'iscrizione
disiscriver(si|ti|e)|disiscriviti — disiscriversi
non (vuoi|vuole|desidera|desideri) più ricevere — non vuoi più ricevere
cancellarsi dalla (lista|newsletter|mailing) — cancellarsi dalla lista
(visualizza|leggi|vedi|apri) (~12 ){0,2}(online|nel browser) — visualizza nel browser
`;
