/**
 * Italian words around what an email says: closing words, signatures and legal notices. Header
 * names of quoted emails are in `any/layout.ts`. How they are written: `text/word_table.ts`.
 */
export const ITALIAN_LAYOUT = String.raw`
## ^closing$
(un |i miei |con i |con i più )?(cordiali|distinti|cari) salut[oi] — cordiali saluti
(un |i miei |con i |con i più )?(migliori|caro|cordialissimi) salut[oi] — migliori saluto
(un )?saluti?( a tutti)?|cordialmente|cordialità|con stima|in fede — saluti, ana
(porgo|porgiamo|invio|inviamo)( ~12){0,3} saluti — porgo distinti saluti
(molte |tante |mille )?grazie( mille| ancora| in anticipo| a tutti| e .{3,40})? — grazie mille
ringraziando(la|vi)?( [^.]{0,40})?|ringrazio( anticipatamente)? — ringraziandovi
a presto|a domani — a presto, ana
buon(a)? (giornata|lavoro|serata|weekend|fine settimana)|un abbraccio|baci — buon giornata

## device_line
inviato (da|dal|con|tramite) — inviato da iphone

## role
direttore|direttrice|titolare|responsabile — direttrice
amministrat(ore|rice)|ingegnere|avvocato|geometra — amministratore
consulente|impiegat[oa]|segretari[oa]|tecnico|presidente|gestore|addett[oa] (a|al|alla) — consulente

## department
amministrazione|ufficio (acquisti|vendite|commerciale|tecnico|clienti) — ufficio acquisti
segreteria|assistenza clienti — segreteria

## organization
s\.?r\.?l\.?s?|s\.?p\.?a|s\.?n\.?c|s\.?a\.?s|soc\.? coop — forno ruiz s.r.l.
universit[aà]|istituto|studio|comune|associazione|fondazione|banca|cooperativa — studio ruiz

## legal_secret
riservat[oaie]|confidenzial[ei] — questo messaggio è riservato
## legal_recipient
destinatari(o)? — solo per il destinatario
## legal_duty
(distrugg|elimin|cancell|avvis|inform)[a-z]{2,6} — si prega di distruggerlo
## legal_mistake
per errore — se lo ha ricevuto per errore
## legal_ban
vietat[oa]|proibit[oa]|non autorizzat[oa] — ogni copia è vietata
## legal_this
questo|questa|il presente|la presente — questa e-mail è riservata
## legal_email
messaggio|comunicazione|allegati — il messaggio e gli allegati

## forward_note
per (tua |vostra |sua )?(conoscenza|informazione|competenza) — per conoscenza
p\.? ?c\.?|inoltro|(ti|vi) (inoltro|giro( questa)?) — ti inoltro
vedi (sotto|di seguito)|come (d'accordo|concordato)|inoltrato|di seguito — vedi sotto

## reply_mark
(rispondi|rispondere|(inserisci|scrivi) la (tua )?risposta) sopra — rispondi sopra questa riga

## form_name
nome|il tuo nome|cognome|nome e cognome|nominativo — nome: ana ruiz
## form_email
indirizzo e-mail|la tua email|indirizzo email|posta elettronica — posta elettronica: ana@x.example
## form_phone
telefono|cellulare|numero di telefono|recapito telefonico — telefono: 06 1234
## form_message
messaggio|il tuo messaggio|richiesta|note|commento — messaggio: ciao
## form_end
(questa e-?mail|questo messaggio) è stat[ao] inviat[ao] — questo messaggio è stato inviato dal sito
## form_receipt
^(il|la) (suo|sua|tuo|tua)|conferma|fattura|benvenut[oa] — la tua prenotazione
## form_other
oggetto|azienda|città|indirizzo|provincia|ragione sociale|cap — città: lodi

## calendar_title
invito( aggiornato)?( con nota)? — invito: raccolto
## calendar_time
quando — quando: lunedì alle 9
## no_subject
(nessun|senza) oggetto — nessun oggetto
`;
