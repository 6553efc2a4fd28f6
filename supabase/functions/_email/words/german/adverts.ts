/**
 * German words and phrases of advertising and fraud. Each section is one kind of sign, and several
 * kinds are needed. How they are written: `text/word_table.ts`.
 */
export const GERMAN_ADVERTS = String.raw`
# Press, go, order.
## click
(hier|jetzt) (klicken|bestellen|anmelden|sichern|kaufen|testen) — jetzt bestellen
klicken sie (hier|auf) — klicken sie hier
# It costs nothing.
## free
(gratis|kostenlos|geschenkt)~0-2|ohne risiko|unverbindlich — kostenlos testen
# It is cheap.
## price
\d{1,2} ?% (rabatt|günstiger|sparen)|sparen sie|sonderangebot|schnäppchen|tiefpreis~0-1 — sparen sie
# Now or never.
## hurry
nur (heute|noch|für kurze zeit)|solange der vorrat|letzte chance|angebot endet — nur heute
# Money for the reader.
## money
(geld|von zu hause) verdienen|sofortkredit|kredit ohne — geld verdienen
nebeneinkommen|baufinanzierung — nebeneinkommen
# Praise of the goods.
## hype
(garantiert|einmalig|unglaublich|sensationell)~0-2|zufriedenheitsgarantie|testsieger — garantiert
# What is sold to everybody.
## goods
potenzmittel|abnehmen|casino|gewinnspiel|kryptow~3-8|dating — abnehmen ohne sport
# How to leave the list.
## leave
abmelden|abbestellen|austragen|keine weiteren (e-?mails|angebote) — hier abmelden
# Anybody reads it.
## reader
(lieber|liebe|sehr geehrter?) (kunde|kundin|leser|nutzer|freund|empfänger) — lieber kunde
herzlichen glückwunsch|sie haben gewonnen|wurden ausgewählt — sie haben gewonnen
# Money for nothing, from somebody unknown.
## bait
erbschaft|nachlass|gewinn (abholen|anfordern)|millionen (euro|dollar) — eine erbschaft
# The account will be closed.
## threat
(konto|postfach|passwort)( ~12){0,4} (gesperrt|geschlossen) — ihr konto wird gesperrt
(konto|postfach|passwort)( ~12){0,4} (abgelaufen|eingeschränkt) — konto abgelaufen
bestätigen sie (ihre|ihr) ~4-16 — bestätigen sie ihre daten
# Nobody must know, and it is urgent.
## secrecy
streng vertraulich|innerhalb von 24 stunden — streng vertraulich
`;
