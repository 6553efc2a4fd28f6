/**
 * Dutch words and phrases of advertising and fraud. Each section is one kind of sign, and several
 * kinds are needed. How they are written: `text/word_table.ts`.
 */
export const DUTCH_ADVERTS = String.raw`
@bestel = bestel|koop|boek|shop|ontdek|probeer|schrijf je in|meld je aan
@rekening = rekening|account|mailbox|wachtwoord|bankpas
@rekening2 = rekening|account|mailbox|wachtwoord|bankpas

# Press, go, order.
## click
klik (hier|op|snel|dan) — klik hier
@bestel (nu|snel|hier|direct|vandaag) — bestel nu contract
# It costs nothing.
## free
gratis|kosteloos|cadeau|vrijblijvend|zonder (verplichtingen|risico|kosten) — gratis proberen
# It is cheap.
## price
-? ?\d{1,2} ?% (korting|op|goedkoper)|korting — 30 % korting
uitverkoop|aanbieding|aanbiedingen|actieprijs|koopje — uitverkoop
bespaar|kortingscode|laagste prijs|scherpe prijs — bespaar nu
# Now or never.
## hurry
(laatste|alleen) (dag|kans|vandaag|uren|plaatsen|tot middernacht) — laatste dag
nog maar|op is op|wees er snel bij — nog maar
(beperkte|tijdelijke) (voorraad|tijd|aanbieding|actie)|mis het niet|mis deze — mis het niet
# Money for the reader.
## money
(verdien|geld verdienen|bijverdienen|thuiswerk) — geld verdienen
(lening|krediet) (zonder|snel|direct)|snel geld — lening zonder
# Praise of the goods.
## hype
(gegarandeerd|gegarandeerde|ongelooflijk|ongelooflijke) — gegarandeerd resultaat
(uniek|unieke|revolutionair|exclusief|exclusieve) — uniek
niet goed geld terug|sensationeel — niet goed geld terug
# What is sold to everybody.
## goods
afvallen|afslanken|casino|viagra|crypto|bitcoin|bitcoins|daten|waarzegster — afvallen zonder moeite
# How to leave the list.
## leave
afmelden|uitschrijven|geen mail meer|niet meer ontvangen — hier uitschrijven
# Anybody reads it.
## reader
(beste|geachte|lieve) (klant|lezer|lezers|relatie|vriend|gebruiker|abonnee) — beste klant
(gefeliciteerd|u heeft gewonnen|je hebt gewonnen) — je hebt gewonnen
(u bent geselecteerd|je bent gekozen) — u bent geselecteerd
# Money for nothing, from somebody unknown.
## bait
erfenis|nalatenschap|begunstigde|miljoen (euro|dollar)|loterij|weduwe — een erfenis
# The account will be closed.
## threat
@rekening( ~12){0,5} (geblokkeerd|opgeschort) — uw rekening is geblokkeerd
@rekening2( ~12){0,5} (verlopen|beperkt|gesloten) — rekening verlopen
(bevestig|verifieer|controleer) (uw|je) ~4-16 — bevestig uw gegevens
# Nobody must know, and it is urgent.
## secrecy
strikt vertrouwelijk|in vertrouwen|binnen (24|48) uur — binnen 24 uur
`;
