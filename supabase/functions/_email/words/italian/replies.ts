/**
 * Italian words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const ITALIAN_REPLIES = String.raw`
@rispondere = rispondere|risposta|rispondermi|fare nulla|fare niente|risponda|rispondiate|rispondi
@riunione = riunione|incontro|appuntamento|evento|visita|invito|sessione
@devo = dobbiamo|devo|abbiamo dovuto|ho dovuto
@annullata = annullat[oa]|cancellat[oa]|disdett[oa]|sospes[oa]|revocat[oa]|rimoss[oa]
@suao = su[ao]|vostr[ao]|tu[ao]|cortese|gentile|un|una

# The sender says that no answer is needed.
## declined
non (serve|occorre|è necessario) (che )?(alcuna |una )?@rispondere — non serve rispondere
non è necessaria (che )?(alcuna |una )?@rispondere — non è necessaria rispondere
non (c'è bisogno di|importa) (che )?(alcuna |una )?@rispondere — non c'è bisogno di rispondere
(nessuna risposta|senza risposta|non dovete fare nulla|non deve fare nulla) — nessuna risposta

# The sender only informs: no answer is needed, unless something is asked.
## informs
per (sua |vostra |tua |opportuna )?(conoscenza|informazione) — per conoscenza
solo per (informarvi|informarti) — solo per informarvi
a (solo |puro )?(scopo|titolo) informativo — a solo scopo informativo

# The sender says that they wait for an answer.
## wanted
(in attesa|attendo|attendiamo|aspetto) (di|un|una|la|il|vostr[ao]) — in attesa di un riscontro
(in attesa|attendo|attendiamo|aspetto) (su[ao]|tu[ao]|notizie) — in attesa sua contratto
(aspettiamo|resto in attesa|rimango in attesa) (di|un|una|la|il|vostr[ao]) — aspettiamo di contratto
(aspettiamo|resto in attesa|rimango in attesa) (su[ao]|tu[ao]|notizie) — aspettiamo sua contratto
@suao (risposta|riscontro|conferma|decisione|parere) — sua risposta
(mi|ci) (faccia|fate|fai|dia|dica) (sapere|una risposta|conferma) — mi faccia sapere
(fammi|fatemi|fateci|facci) sapere — fammi sapere
(rispond(ete|a|i) (per iscritto|s[iì])|mi spieghi|datemi conferma) — rispondete per iscritto
(chiamatemi|chiamami|mi chiami|richiamatemi|mi richiami|richiamami) — chiamatemi
(che ne (dice|dici|dite|pensa|pensi|pensate)|cosa ne (pensa|pensi|pensate|dice)) — che ne pensa?
(mi|ci) (confermi|confermate|conferma|risponda|rispondete) — mi confermi la data
(confermatemi|rispondetemi|confermami) — confermatemi
(sentirla|sentirvi|sentirti|sue notizie|vostre notizie) — spero di sentirvi presto

# An event does not take place, or the invitation to it was a mistake.
## called_off
@riunione (del ~12( (~12|\d\d?)){0,2} )?(è|è stat[oa]|viene|sarà) @annullata — la visita è annullata
@riunione non (si terrà|avrà luogo|si tiene|ha luogo) — la visita non si terrà
(@devo (annullare|disdire)|annulliamo|annullo) (la|l'|quest[ao]|il) ?@riunione — annullo la visita
(rimoss[oa]|eliminat[oa]|cancellat[oa]) dal (suo|tuo|vostro) calendario — rimosso dal suo calendario
(inviat[oa]|spedit[oa]|mandat[oa]) per (errore|sbaglio) — inviato per errore
(ignor[ai]|ignorate|ignorare|conto di) (questo |l'|quest')invito(?!,? se) — ignori questo invito
rinviat[oa] a data da destinarsi — la visita è rinviata a data da destinarsi

## other_event
precedente|prim[oa]|perché|come — la visita precedente è annullata
`;
