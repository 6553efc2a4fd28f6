/**
 * Italian words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const ITALIAN_URGENCY = String.raw`
@lavorare = lavorare|aprire|vendere|incassare|consegnare|servire|produrre|fatturare|cuocere
@sospeso = sospes[oa]|bloccat[oa]|chius[oa]|disattivat[oa]|limitat[oa]|scadut[oa]
@ferma = ferm[oaie]|bloccat[oaie]|paralizzat[oaie]
@nessunoa = nessun[oa]?|senza|non ci sono|non c'è stato
@produzione = produzione|linea|fabbrica|cantiere|macchina|cassa|impianto

# Damage, danger or loss under way.
## harm
(fuga|odore|puzza) di (gas|bruciato) — c'è una fuga di gas
perdita (d'acqua|di acqua|di gas)|(entra|cola|scende) acqua — perdita d'acqua
acqua (dal|che|entra|cola) — l'acqua entra in negozio
(allagat[oaie]|allagamento|alluvione|tubo (scoppiato|rotto)) — la cantina è allagata
(incendio|in fiamme|prende fuoco|preso fuoco|brucia|fumo) — la cucina è in fiamme
(ferit[oaie]|in ospedale|al pronto soccorso|ambulanza|folgorat[oaie]|intossicat[oaie]) — ferito
(blocco|guasto|interruzione|blackout) (totale|generale|completo) — blocco totale della rete
(perdita|furto) di dati|hackerat[oaie]|attacco informatico|ransomware — siamo stati hackerati
(senza|manca|mancano) (riscaldamento|corrente|elettricità) — siamo senza corrente
(senza|manca|mancano) (acqua|luce|ossigeno|insulina|la corrente) — senza acqua
intrappolat[oaie] (dentro|in ascensore|nell'ascensore) — intrappolato dentro
(bloccat[oaie]|chius[oaie]) (dentro|in ascensore|nell'ascensore) — una signora bloccata in ascensore
(è un'emergenza|un'emergenza|pericolo (immediato|grave|di vita)) — è un'emergenza

# The same words where they tell of no harm here.
## harmless
(prova|porta|allarme|rilevatore) (di |anti)?(evacuazione|antincendio) — prova antincendio
(prova|porta|allarme|rilevatore) (di |anti)?(incendio|incendi|fumo) — prova incendio
assicurazione (di |anti)?(evacuazione|antincendio) — assicurazione evacuazione
(prevenzione|estintore) (di |anti)?(evacuazione|antincendio) — prevenzione evacuazione
(assicurazione|prevenzione|estintore) (di |anti)?(incendio|incendi|fumo) — assicurazione incendio
(vietato fumare|senza fumo|fuochi d'artificio|tagliafuoco) — locale senza fumo
@nessunoa (~12 ){0,2}(ferit[oaie]|incendio|danni) — nessun ferito
(nessun[oa]?|senza|non ci sono|non c'è stato) (~12 ){0,2}(fumo|emergenza|pericolo) — nessun fumo
(numero|uscita|piano|luci) di emergenza|numero d'emergenza — il numero di emergenza

# The story of something that is over, or not so.
## over
(l'anno|il mese|l'estate|l'inverno|la settimana) (scors[oa]|passat[oa]) — l'anno scorso
(anni|mesi|decenni) fa|a quei tempi|una volta c'era — due anni fa
(risolt[oaie]|riparat[oaie]|sistemat[oaie]|spent[oaie] (in|subito|da)) — il guasto è risolto

# Only if something happens.
## ^condition
(e |ma )?(se|in caso di|nel caso|qualora|quando)\b — se scoppia un incendio

# A serious consequence that is named.
## consequence
(udienza|processo|causa in tribunale|sentenza|sfratto|penale|multa|sanzione) — l'udienza è lunedì
(perdiamo|perdo|perderemo|perdere) (il|la|un|lo|l'~2-12) — perdiamo il cliente
(dobbiamo|dovremo) (~12 )?(chiudere|annullare|evacuare|buttare) — dovremo chiudere il negozio
saremo costretti a (~12 )?(chiudere|annullare|evacuare|buttare) — saremo costretti a chiudere

# Somebody cannot go on working.
## standstill
@produzione( ~12){0,2} (è |sono )?@ferma — la produzione è ferma
(siamo|è tutto|tutto|tutti) @ferma|fermo macchina — siamo fermi
(non funziona (niente|nulla|più|più niente))|non funziona — non funziona più niente
(non) (possiamo|riusciamo a|riusciamo|si può)( più)? @lavorare — non possiamo lavorare
(operai|autisti|clienti|squadra|tutti) (~12 )?(aspettano|fermi|in attesa|in coda) — operai aspettano

# The sender's last word before a consequence.
## last_warning
(ultimo|ultima) (avviso|sollecito|richiamo|possibilità|richiesta) — questo è l'ultimo sollecito
diffida|messa in mora|vie legali|azioni legali|recupero crediti|decreto ingiuntivo — diffida
(mio|nostro) (avvocato|legale)|(miei|nostri) (avvocati|legali)|ufficiale giudiziario — mio avvocato

# The sender calls it urgent.
## said_urgent
(è |molto |urgentissim[oa]|con )?(urgente|urgenti|urgenza|urgentemente|urgentissimo) — è urgente
(al più presto|il prima possibile|quanto prima|appena possibile|prima possibile) — al più presto
(subito|immediatamente|senza indugio|con la massima urgenza|tempestivamente) — chiami subito

# A deadline of about a day, told without a date.
## today
(entro|per|prima di|già)( ~12){0,1} (oggi|stasera|domani|mezzogiorno) — mi serve per domani
(entro|per|prima di|già)( ~12){0,1} (domattina|le 17|le 18) — entro domattina
(oggi stesso|oggi|stamattina|stasera|questo pomeriggio|entro 24 ore|in giornata) — passi in giornata

# Makes a date of its sentence a deadline.
## due
entro|prima (di|del|della)|al più tardi|non oltre — entro venerdì
fino (a|al)|per (lunedì|martedì|mercoledì|giovedì|venerdì) — fino a contratto
scadenza|scade|termine|deve|dovete|occorre — la scadenza è il 3 maggio

# The sender takes the pressure out.
## calm
(nessuna|non c'è|senza) fretta|con calma|con comodo|senza impegno — non c'è fretta
non è urgente|niente di urgente — non è urgente
quando (vuole|vuoi|volete|avete tempo) — quando vuole
quando (può|puo|puoi|potete)(?! ~2-12(re|rmi|rci|rsi)) — mi chiami quando può

# What fraud threatens with or promises.
## fraud
(il|la|i) (suo|sua) (conto|account|casella)( ~12){0,4} @sospeso — il suo conto è sospeso
(il|la|i) (vostro|tuo|tua) (conto|account|casella)( ~12){0,4} @sospeso — il vostro conto sospeso
(il|la|i) (suo|sua|vostro|tuo|tua) (carta|pacco|password)( ~12){0,4} @sospeso — il suo carta sospeso
verifichi (i|la|le) (suoi|sua|sue|tuoi|tua|tue) (dati|identità|credenziali) — verifichi i suoi dati
(confermi|verifica) (i|la|le) (suoi|sua|sue) (dati|identità|credenziali) — confermi i suoi dati
(confermi|verifica) (i|la|le) (tuoi|tua|tue) (dati|identità|credenziali) — confermi i tuoi dati
conferma (i|la|le) (suoi|sua|sue|tuoi|tua|tue) (dati|identità|credenziali) — conferma i suoi dati
(aggiorni|aggiorna) (i|la|le) (suoi|sua|sue) (dati|identità|credenziali) — aggiorni i suoi dati
(aggiorni|aggiorna) (i|la|le) (tuoi|tua|tue) (dati|identità|credenziali) — aggiorni i tuoi dati

# A stranger's offer.
## cold_offer
siamo un'?a? ?(agenzia|azienda|società) (di|specializzata) — siamo un'agenzia di web marketing
(aziende|imprese) come la (vostra|sua|tua) — aiutiamo aziende come la vostra
(15|20|30|venti) minuti per una (breve )?(chiamata|call) — 15 minuti per una breve chiamata
(senza impegno|prova gratuita|consulenza gratuita|demo gratuita) — una consulenza gratuita
(aumentare|aumenti|aumenta) (le|il|i) (vendite|fatturato|clienti|visibilità) — aumentare le vendite
(incrementare|raddoppiare) (le|il|i) (vendite|fatturato) — incrementare le vendite
(incrementare|raddoppiare) (le|il|i) (clienti|visibilità) — incrementare le clienti
ho visto (il|la) (vostro|vostra|suo|sua) (sito|azienda|pagina) — ho visto il vostro sito
abbiamo visto (il|la) (vostro|vostra|suo|sua) (sito|azienda|pagina) — abbiamo visto il vostro sito
(visitando|ho trovato) (il|la) (vostro|vostra) (sito|azienda|pagina) — visitando il vostro sito
(visitando|ho trovato) (il|la) (suo|sua) (sito|azienda|pagina) — visitando il suo sito
(aiutiamo|aiuto|supportiamo) (le|i|gli) ~3-14 — aiutiamo le aziende

# What friends do together, which is seldom urgent.
## social
pranzo|cena|aperitivo|festa|compleanno|birra|cinema|grigliata|pizza|spritz — un aperitivo stasera?
`;
