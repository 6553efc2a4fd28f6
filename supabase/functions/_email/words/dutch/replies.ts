/**
 * Dutch words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const DUTCH_REPLIES = String.raw`
@afspraak = afspraak|vergadering|bijeenkomst|bespreking|meeting|overleg|uitnodiging
@moeten = (we|wij) (moeten|moesten)|ik (moet|moest)|(moeten|moesten) (we|wij)|(moet|moest) ik
@afgezegd = geannuleerd|afgezegd|afgelast|ingetrokken|verwijderd|geschrapt
@antwoord = antwoord|antwoorden|reactie|reageren
@hoeft = (u|je|jullie) (hoeft|hoef|hoeven)
@hier = hier|hierop|hiervoor|verder|niet|niets|dus
@wacht = wacht|wachten|zie|zien|kijk|hoop|hopen
@mij = (u|je) (mij|me|ons|dit|het)
@laat = laat|geef|bel|mail|app|stuur
@kunt = kunt|kun|wilt|wil|zou

# The sender says that no answer is needed.
## declined
@hoeft @hier( ~12){0,3} (antwoorden|reageren|doen) — u hoeft niet te reageren
@antwoord ((is |hoeft )niet|niet (nodig|vereist)) — een reactie is niet nodig
geen (antwoord|reactie|actie) (nodig|vereist|verwacht) — geen reactie nodig
(hoeft niets te doen|hoeven niets te doen) — hoeft niets te doen

# The sender only informs: no answer is needed, unless something is asked.
## informs
ter (info|informatie|kennisgeving|kennisneming) — ter kennisgeving

# The sender says that they wait for an answer.
## wanted
(ik|wij|we) @wacht( ~12){0,4} (antwoord|reactie) — ik wacht op uw antwoord
(ik|wij|we) @wacht( ~12){0,4} (bevestiging|bericht|horen) — ik hoop van u te horen
(uw|je|jullie|een|spoedige|snelle|snel) (antwoord|reactie|bevestiging|terugkoppeling) — uw antwoord
(uw|je|jullie|een|spoedige|snelle|snel) (akkoord|beslissing|bericht|advies) — uw akkoord
(graag|hopelijk) (hoor|horen|verneem|vernemen) (ik|wij|we) — graag hoor ik contract
hoor (ik )?graag|ik hoor het — ik hoor graag van u
@laat (me|mij|ons|het|even|maar) (even )?(weten|terug|bericht) — bel me even terug
(laat|geef|bel|mail|app|stuur) (me|mij|ons|het|even|maar) (even )?(door|iets|op|snel) — laat me door
(bel|mail|app) (me|mij|ons)|leg (me|mij|ons) uit waarom|en bevestig — bel mij morgen
(antwoord|reageer) (met ja|schriftelijk)|schriftelijk antwoord — antwoord met ja
(wat (denk|vind|vindt|denkt) (je|u|jullie)) (ervan|hiervan|daarvan)? — wat denk je ervan?
wat (denk|vind) je — wat denk je ervan?
@kunt @mij (~8 ){0,3}bevestigen — kunt u dit bevestigen?
@kunt @mij (~8 ){0,3}terugbellen — kunt u mij terugbellen
@kunt @mij (~8 ){0,3}(bellen|antwoorden) — kunt u mij bellen
@kunt @mij (~8 ){0,3}laten weten — kunt u mij laten weten
(gelieve|graag) (te )?(bevestigen|antwoorden|reageren)|(graag|even) bevestigen — graag bevestigen

# An event does not take place, or the invitation to it was a mistake.
## called_off
@afspraak (van ~12( (~12|\d\d?)){0,2} )?(is|werd|wordt) (helaas )?@afgezegd — overleg is afgezegd
@afspraak (gaat|vindt) (helaas )?niet (door|plaats)|@afspraak vervalt — het overleg gaat niet door
@moeten( ~12){0,3} @afspraak( ~12){0,2} (afzeggen|annuleren) — ik moet de afspraak afzeggen
(verwijderd uit (uw|je)|uit (uw|je) agenda verwijderd) — uit uw agenda verwijderd
(per ongeluk|per abuis|abusievelijk) (ver|ge)(stuurd|zonden) — per ongeluk verstuurd
(negeer|negeren) (aub )?(deze|de|mijn) @afspraak(?!,? (als|indien)) — negeer deze uitnodiging
(deze|de|mijn) @afspraak (graag |aub )?negeren — deze uitnodiging graag negeren
voor onbepaalde tijd uitgesteld — voor onbepaalde tijd uitgesteld

## other_event
vorige|eerdere|eerste|oude|waarom|hoe — de vorige vergadering is geannuleerd
`;
