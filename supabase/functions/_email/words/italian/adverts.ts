/**
 * Italian words and phrases of advertising and fraud. Each section is one kind of sign, and several
 * kinds are needed. How they are written: `text/word_table.ts`.
 */
export const ITALIAN_ADVERTS = String.raw`
# Press, go, order.
## click
clicca (qui|subito|sul|ora)|cliccate — clicca qui
(acquista|ordina|prenota|iscriviti|scopri|compra|approfitta) (ora|subito|qui|adesso) — acquista ora
# It costs nothing.
## free
gratis|gratuit[oaie]|gratuitamente|omaggio|in regalo|senza (impegno|costi|rischi|spese) — gratis
# It is cheap.
## price
-? ?\d{1,2} ?% (di sconto|in meno|sconto|su) — 30 % di sconto
sconti?|saldi|promozion[ei]|offert[ae] special[ei] — scont
risparmi[a]?|codice sconto|prezzi? (bass[oi]|imbattibil[ei])|sottocosto — risparmia subito
# Now or never.
## hurry
ultim[oaie] (giorn[oi]|ore|occasione|posti|pezzi) — ultimo giorno
solo (oggi|per oggi|fino a)|fino a mezzanotte — solo oggi
(posti|scorte) (limitat[ie]|esaurimento)|non perder(e|ti|tela) — non perderti
# Money for the reader.
## money
(guadagna|guadagnare|guadagni) (soldi|da casa|fino) — guadagna da casa
(prestito|prestiti|finanziamento) (veloc[ei]|rapid[oi]|immediat[oi]|senza) — prestito veloce
# Praise of the goods.
## hype
garantit[oaie]|incredibil[ei]|eccezional[ei] — risultato garantito
rivoluzionari[oa]|esclusiv[oaie]|soddisfatti o rimborsati — rivoluzionario
# What is sold to everybody.
## goods
(dimagrire|dimagrisci|perdere peso|casinò|viagra|criptovalut[ae]|bitcoin|incontri) — dimagrire
# How to leave the list.
## leave
(annulla|cancella|cancellare|annullare) (l'|la )?iscrizione — annulla iscrizione
disiscriviti|disiscriversi|non ricevere più — disiscriviti
# Anybody reads it.
## reader
(gentile|caro|cara|egregio) (cliente|utente|lettore|lettrice) — gentile cliente
(gentile|caro|cara|egregio) (amico|abbonato|iscritto) — gentile amico
congratulazioni|complimenti, hai|hai (vinto|diritto)|sei stato (scelto|selezionato) — hai vinto
# Money for nothing, from somebody unknown.
## bait
eredità|beneficiari[oa]|milioni di (euro|dollari)|lotteria|donazione — una eredità
# The account will be closed.
## threat
(conto|account|casella|password|carta)( ~12){0,5} (sospes[oa]|bloccat[oa]) — il conto è sospeso
(conto|account|casella|password|carta)( ~12){0,5} disattivat[oa] — conto disattivato
(conto|account|casella|password|carta)( ~12){0,5} (scadut[oa]|limitat[oa]) — conto scaduto
(verifica|verifichi) (i |il |la |le )?(tuoi|suoi|tua|sua|tuo|suo) ~4-16 — verifica i tuoi dati
conferma (i |il |la |le )?(tuoi|suoi|tua|sua|tuo|suo) ~4-16 — conferma tuoi domani
(confermi|aggiorna) (i |il |la |le )?(tuoi|suoi|tua|sua|tuo|suo) ~4-16 — confermi tuoi domani
# Nobody must know, and it is urgent.
## secrecy
strettamente (riservato|confidenziale)|massima riservatezza|entro (24|48) ore — entro 24 ore
`;
