/**
 * Italian words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const ITALIAN_REPLIES = String.raw`
@rispondere = rispondere|risposta|rispondermi|fare nulla|fare niente|risponda|rispondiate|rispondi

# The sender says that no answer is needed.
## declined
non (serve|occorre|è necessario) (che )?(alcuna |una )?@rispondere — non serve rispondere
non è necessaria (che )?(alcuna |una )?@rispondere — non è necessaria rispondere
non (c'è bisogno di|importa) (che )?(alcuna |una )?@rispondere — non c'è bisogno di rispondere
(nessuna risposta|senza risposta|non dovete fare nulla|non deve fare nulla) — nessuna risposta
per (sua |vostra |tua |opportuna )?(conoscenza|informazione) — per conoscenza
solo per (informarvi|informarti) — solo per informarvi

# The sender says that they wait for an answer.
## wanted
(in attesa|attendo|attendiamo|aspetto) (di|un|una|la|il|vostr[ao]) — in attesa di un riscontro
(in attesa|attendo|attendiamo|aspetto) (su[ao]|tu[ao]|notizie) — in attesa sua contratto
(aspettiamo|resto in attesa|rimango in attesa) (di|un|una|la|il|vostr[ao]) — aspettiamo di contratto
(aspettiamo|resto in attesa|rimango in attesa) (su[ao]|tu[ao]|notizie) — aspettiamo sua contratto
(su[ao]|vostr[ao]|tu[ao]) (risposta|riscontro|conferma|decisione|parere) — sua risposta
(cortese|gentile|un|una) (risposta|riscontro|conferma|decisione|parere) — attendo una risposta
(mi|ci) (faccia|fate|fai|dia|dica) (sapere|una risposta|conferma) — mi faccia sapere
(fammi|fatemi|fateci|facci) sapere — fammi sapere
(chiamatemi|chiamami|mi chiami|richiamatemi|mi richiami|richiamami) — chiamatemi
(che ne (dice|dici|dite|pensa|pensi|pensate)|cosa ne (pensa|pensi|pensate|dice)) — che ne pensa?
(mi|ci) (confermi|confermate|conferma|risponda|rispondete) — mi confermi la data
(confermatemi|rispondetemi|confermami) — confermatemi
(sentirla|sentirvi|sentirti|sue notizie|vostre notizie) — spero di sentirvi presto
`;
