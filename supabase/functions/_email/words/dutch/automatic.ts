/**
 * Dutch words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`. Subjects of such emails are in `any/automatic.ts`: they are too short to
 * tell their language.
 */
export const DUTCH_AUTOMATIC = String.raw`
@ben = ben|zijn|ik ben|momenteel|op dit moment

# What a report about an email that could not be delivered says.
## bounce_text
(kon|kan|konden) niet (worden )?(bezorgd|afgeleverd|verzonden|worden bezorgd) — kon niet bezorgd
(postvak|mailbox|postbus|adres) (~12 ){0,4}(vol|onbekend|bestaat niet|niet gevonden) — postvak vol

# The sender is away.
## absence_text
(ben|zijn|ik ben|momenteel|op dit moment) (~12 ){0,5}(afwezig|met vakantie) — ben afwezig
(ben|zijn|ik ben|momenteel|op dit moment) (~12 ){0,5}(op vakantie|met verlof) — ben op vakantie
@ben (~12 ){0,5}(vrij|ziek|niet aanwezig|niet bereikbaar) — ben vrij
(ben|zijn) (~12 ){0,4}niet (op kantoor|aanwezig|in de gelegenheid|bereikbaar) — ben niet op kantoor
(zwangerschapsverlof|ouderschapsverlof|ouderschap|buiten kantoor|afwezig) — met zwangerschapsverlof
(lees|lezen) (~12 ){0,2}(mijn |geen )?(e-?mail|mail|mails|berichten) (~8 )?niet — lees email niet
(beantwoord|bekijk) (~12 ){0,2}(mijn |geen )?(e-?mail|mail) (~8 )?niet — beantwoord email niet
(beantwoord|bekijk) (~12 ){0,2}(mijn |geen )?(mails|berichten) (~8 )?niet — beantwoord mails niet
(kantoor|winkel|bedrijf|praktijk) (~12 ){0,3}gesloten (van|tot|wegens) — kantoor gesloten van

# What absence notes go on with.
## absence_end
(bij|na|zodra ik) (mijn )?(terugkomst|terugkeer|terug ben|terug) — na mijn terugkomst
(terug op|weer bereikbaar|weer aanwezig|weer op kantoor) — terug op contract
(bij|in|voor|met) (dringende|urgente|spoed) ?(gevallen|zaken|vragen|kwesties)? — bij dringende
(bij|in|voor|met) (noodgevallen|spoedgevallen) ?(gevallen|zaken|vragen|kwesties)? — bij noodgevallen
(tijdens mijn afwezigheid|in de tussentijd|intussen|ondertussen) — tijdens mijn afwezigheid
(contact opnemen|neem contact|kunt u (bellen|mailen|terecht|zich)) — kunt u bellen met ana
kun je (bellen|mailen|terecht) — kun je bellen
(tot en met|t/m|tot) ~2-12 — afwezig tot maandag

# An address that nobody uses any more.
## address_gone
(dit|mijn) (e-?mailadres|adres) (~12 ){0,3}(niet meer|is vervallen) — dit emailadres niet meer
(dit|mijn) (postvak|account) (~12 ){0,3}(niet meer|is vervallen) — dit postvak niet meer
(gebruik|lees) (dit|mijn) (adres|postvak|e-?mailadres) niet meer — gebruik dit adres niet meer
werkt niet meer (bij|voor) — hij werkt niet meer bij ons

# What a program says of an event.
## notice
(automatisch|automatische) (gegenereerd|verzonden|bericht) — dit is een automatisch bericht
(automatisch|automatische) (e-?mail|mail|aangemaakt) — automatisch email
niet (beantwoorden|reageren|antwoorden) op (dit|deze) — niet antwoorden op dit bericht
(dit|deze) (bericht|e-?mail|mail) niet beantwoorden — dit bericht niet beantwoorden
(bedankt|dank) voor (je|uw|jouw) (bestelling|aankoop|betaling) — bedankt voor uw bestelling
(bedankt|dank) voor (je|uw|jouw) (reservering|aanmelding) — bedankt voor je reservering
(je|uw) (bestelling|pakket|zending|betaling) (is|wordt|werd|staat|komt) — uw bestelling is onderweg
(je|uw) (boeking|reservering|abonnement|factuur) (is|wordt|werd|staat|komt) — je boeking is contract
(we hebben|wij hebben) (uw|je) (bericht|aanvraag) ontvangen — we hebben uw bericht ontvangen
(we hebben|wij hebben) (uw|je) (bestelling|vraag) ontvangen — we hebben uw bestelling ontvangen

# Who is asked to approve something gets a notice, and no mailing.
## approval
wacht op (uw|je) (goedkeuring|akkoord) — de aanvraag wacht op uw goedkeuring
(goedkeuren|accepteren) of (afwijzen|weigeren) — u kunt hem goedkeuren of afwijzen

# How to leave a mailing list.
## unsubscribe
(afmelden|uitschrijven)(:| (voor|van|kan|via|hier|altijd)) — afmelden voor deze nieuwsbrief
(schrijf (je|u) uit|meld (je|u) af) (voor|van|kan|via|hier|altijd) — schrijf je uit voor
(geen|niet langer) nieuwsbrief (meer )?(ontvangen|van ons) — geen nieuwsbrief meer ontvangen
(geen|niet langer) nieuwsbrieven (meer )?(ontvangen|van ons) — geen nieuwsbrieven ontvangen
(geen|niet langer) (mail|mails|e-?mails) (meer )?(ontvangen|van ons) — geen mail ontvangen
(bekijk|lees|open) (~12 ){0,3}(online|in (je|uw) browser) — bekijk online
(wijzig|beheer) (je|uw) (voorkeuren|inschrijving) — wijzig uw voorkeuren
`;
