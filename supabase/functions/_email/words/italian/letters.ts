/** Italian words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const ITALIAN_LETTERS = String.raw`
@buongiorno = buongiorno|buonasera|buon giorno|buon pomeriggio|ciao|salve|gentile|gentili|gent\.?ma
@buongiorno = gent\.?mo|egregio|egregi|spettabile|spett\.?le|car[oaie]|carissim[oaie]
@buongiorno = gentilissim[oaie]
@messaggio = messaggio|e-?mail|comunicazione|informazioni

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@buongiorno( [^.?]{0,60})?[,!:]?$ — buongiorno signora ruiz,
(grazie|mille grazie|grazie mille|ringrazio)( (per|di|del) [^.?]{0,60})?[.!]?$ — grazie per i fiori
(spero|speriamo) (che )?(tutto bene|stia bene|stiate bene|vada tutto) — spero che tutto bene

# A legal notice that is the same in every email.
## disclaimer
(ricevuto|riceve|ricevete) (~12 ){0,3}per errore — se ha ricevuto questo messaggio per errore
(destinatario|destinatari) (indicat[oi]|previst[oi]|interessat[oi]) — destinatario indicato
@messaggio (~12 ){0,6}(riservat[oaie]|confidenzial[ei]) — questo messaggio è riservato
(regolamento|ai sensi del) (ue |gdpr|d\.? ?lgs)|privacy — ai sensi del gdpr
non (cliccare|fare clic) — non cliccare sui link

# Begins what cannot be understood without the sentence before it.
## ^fragment
(e|ma|o|quindi|allora|poi|inoltre|altrimenti|perciò|infatti)\b — e anche l'altra
(tuttavia|(ad|per) esempio|invece|pertanto|di fatto|comunque)\b — tuttavia piove
(in (tal|quel) caso|un[oa] di loro|infine)\b — in tal caso veniamo martedì
(questo|questa|quello|ciò|esso) (è|era|sarà|ha) — questo è il secondo

# Stands for what the subject or another sentence names.
## pointing
ciò|quell[oaie]|ess[oaie] — quello va bene
quest[oaie](?! (mattina|sera|settimana|mese|anno|pomeriggio)) — questo preventivo va bene
allegat[oaie]|qui (sotto|sopra)|stess[oaie]|entramb[ie]|invece|di nuovo — l'elenco è allegato

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
(due|tre|\d{1,2}|alcuni|alcune|qualche) (giorni|settiman[ae]|mes[ei]|anni) fa\b — due mesi fa
(ieri|la settimana scorsa|il mese scorso|recentemente)\b — ieri eravamo lì
(spero|speriamo) (che )?(abbia|abbiate) (passato|trascorso) — spero che abbia passato belle ferie
ci siamo (conosciuti|visti|incontrati)\b — ci siamo conosciuti alla fiera
(le|ti|vi) (inoltro|giro) (quello che|ciò che|la lettera)\b — le inoltro quello che ha scritto
ecco (quello che|ciò che|la lettera)\b — ecco quello che ha scritto la cliente

# Begins what has nothing to do with the matter.
## ^by_the_way
a proposito,|tra l'altro — tra l'altro, buon compleanno

# Begins what holds only in a case.
## ^condition
(se|qualora|altrimenti|nel caso)\b — se non è vostro, ditecelo

# What mailings say of themselves.
## footer
cancellarsi|disiscriv~1-6|annulla(re)? l'iscrizione — per cancellarsi, scriva qui
informativa sulla privacy — legga la nostra informativa sulla privacy
riceve(te)? quest[ao]|ricevi quest[ao] — riceve questa mail come socio
nel (suo|tuo) browser|versione online — visualizza nel tuo browser

# Begins what hands something over.
## ^presents
(in allegato|allego|alleghiamo|ecco)\b — in allegato il preventivo
(le|vi|ti) (invio|inviamo|mando|mandiamo|allego)\b — le invio il disegno

# Begins what is there for whoever wants to look.
## ^to_look
per (vedere|consultare|seguire|leggere|conoscere|saperne|visualizzare) — per seguire il pacco
`;
