/**
 * Dutch words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const DUTCH_REPLIES = String.raw`
@afspraak = afspraak|vergadering|bijeenkomst|bespreking|meeting|overleg|uitnodiging
@moeten = (we|wij) (moeten|moesten)|ik (moet|moest)|(moeten|moesten) (we|wij)|(moet|moest) ik
@afgezegd = geannuleerd|afgezegd|afgelast|ingetrokken|verwijderd|geschrapt
@antwoord = antwoord|antwoorden|reactie|reageren
@laat = laat|geef|bel|mail|app|stuur
@kunt = kunt|kun|wilt|wil|zou

# The sender says that no answer is needed.
## declined
(u|je|jullie) (hoeft|hoef|hoeven) (hier|hierop)( ~12){0,3} antwoorden — u hoeft hier antwoorden
(u|je|jullie) (hoeft|hoef|hoeven) (hier|hierop)( ~12){0,3} reageren — u hoeft hier reageren
(u|je|jullie) (hoeft|hoef|hoeven) hiervoor( ~12){0,3} antwoorden — u hoeft hiervoor antwoorden
(u|je|jullie) (hoeft|hoef|hoeven) hiervoor( ~12){0,3} reageren — u hoeft hiervoor reageren
(u|je|jullie) (hoeft|hoef|hoeven) (hier|hierop)( ~12){0,3} (doen|te doen) — u hoeft hier doen
(u|je|jullie) (hoeft|hoef|hoeven) hiervoor( ~12){0,3} (doen|te doen) — u hoeft hiervoor doen
(u|je|jullie) (hoeft|hoef|hoeven) (verder|niet)( ~12){0,3} antwoorden — u hoeft verder antwoorden
(u|je|jullie) (hoeft|hoef|hoeven) (verder|niet)( ~12){0,3} reageren — u hoeft niet te reageren
(u|je|jullie) (hoeft|hoef|hoeven) (niets|dus)( ~12){0,3} antwoorden — u hoeft niets antwoorden
(u|je|jullie) (hoeft|hoef|hoeven) (niets|dus)( ~12){0,3} reageren — u hoeft niets reageren
(u|je|jullie) (hoeft|hoef|hoeven) (verder|niet)( ~12){0,3} (doen|te doen) — u hoeft verder doen
(u|je|jullie) (hoeft|hoef|hoeven) (niets|dus)( ~12){0,3} (doen|te doen) — u hoeft niets doen
@antwoord (is |hoeft )?niet( nodig| noodzakelijk| vereist)? — antwoord niet
geen (antwoord|reactie|actie) (nodig|vereist|verwacht) — geen reactie nodig
(hoeft niets te doen|hoeven niets te doen) — hoeft niets te doen
(ter (info|informatie|kennisgeving|kennisneming)|puur ter|enkel ter) — ter kennisgeving

# The sender says that they wait for an answer.
## wanted
(ik|wij|we) (wacht|wachten|zie)( ~12){0,4} (antwoord|reactie) — ik wacht op uw antwoord
(ik|wij|we) (zien|kijk|hoop|hopen)( ~12){0,4} (antwoord|reactie) — ik zien antwoord
(ik|wij|we) (wacht|wachten|zie)( ~12){0,4} (bevestiging|bericht|horen) — ik wacht bevestiging
(ik|wij|we) (zien|kijk|hoop|hopen)( ~12){0,4} (bevestiging|bericht|horen) — ik zien bevestiging
(uw|je|jullie|een|spoedige|snelle|snel) (antwoord|reactie|bevestiging|terugkoppeling) — uw antwoord
(uw|je|jullie|een|spoedige|snelle|snel) (akkoord|beslissing|bericht|advies) — uw akkoord
(graag|hopelijk) (hoor|horen|verneem|vernemen) (ik|wij|we) — graag hoor ik contract
hoor (ik )?graag|ik hoor het — ik hoor graag van u
@laat (me|mij|ons|het|even|maar) (even )?(weten|terug|bericht) — bel me even terug
(laat|geef|bel|mail|app|stuur) (me|mij|ons|het|even|maar) (even )?(door|iets|op|snel) — laat me door
(bel|mail|app) (me|mij|ons) — bel mij morgen
(wat (denk|vind|vindt|denkt) (je|u|jullie)) (ervan|hiervan|daarvan)? — wat denk je ervan?
wat (denk|vind) je — wat denk je ervan?
(kunt|kun|wilt|wil|zou) (u|je) (mij|me|ons|dit|het) (~8 ){0,3}bevestigen — kunt u dit bevestigen?
(kunt|kun|wilt|wil|zou) (u|je) (mij|me|ons|dit|het) (~8 ){0,3}terugbellen — kunt u mij terugbellen
@kunt (u|je) (mij|me|ons|dit|het) (~8 ){0,3}(bellen|antwoorden) — kunt u mij bellen
(kunt|kun|wilt|wil|zou) (u|je) (mij|me|ons|dit|het) (~8 ){0,3}laten weten — kunt u mij laten weten
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
