/**
 * Dutch words and phrases that tell whether a sentence belongs to an email, or speaks to software
 * or to nobody in it. How they are written: `text/word_table.ts`.
 */
export const DUTCH_INJECTION = String.raw`
@alle = alle |de |je |uw |eerdere |vorige |bovenstaande |voorgaande 
@instructies = instructies|aanwijzingen|regels|opdrachten

# Orders to a program that reads the email to forget its own orders.
## overrides
(negeer|vergeet) @alle{0,4}@instructies(?! (over|voor) ) — negeer instructies
(je|u) een (ai|taalmodel|chatbot) bent — als je een ai bent
(je bent|u bent) (nu |voortaan )?een (ai|taalmodel|assistent|chatbot) — je bent nu een ai
(aan de|voor|beste) (ai|ai-assistenten)( die ~8 ~8)?[,:] — aan de ai die dit leest: spoed

# Orders to a program how to judge the email.
## to_software
(classificeer|markeer|label|bestempel) (dit|deze) (bericht|e-?mail|mail) — classificeer dit bericht

## goes_on
(classificeer|markeer|label|bestempel|behandel) (het|dit|dat) als — markeer het als dringend

## to_person
een mens|medewerker — geef dit door aan een mens

# What is asked for is a certain form or content of the answer itself.
## answer
(in|aan|van|met) (je|uw|jouw|het) (antwoord|samenvatting) — zeg het in je antwoord
(je|uw|jouw) antwoord (in|als|met|zonder) — schrijf je antwoord in verzen
(antwoord|reageer) (alleen|uitsluitend|enkel) (in|met|als) — antwoord alleen in verzen

# Turns in which nobody in particular is named.
## nobody
(je|uw|jouw) (antwoord|samenvatting) — zeg het in je antwoord
(kunt u|kun je|wil je|zou je) (mij|me) (~8 )?(vertellen|uitleggen|schrijven) — kun je me vertellen
hoe (kan ik|kan je|moet ik|doe je) — hoe kan ik breien?
(vertel|schrijf|leg|toon|geef) me — vertel me een mop

# The sender's side, the recipient's, and what both know.
## somebody
wij|we|ons|onze|mijn|ik|mij|me — onze bestelling
u|uw|jij|jullie|je|jouw|jou — jouw aanbod
(dit|deze|dat|die|bijgaand|bijgevoegd|hierboven|hieronder) — deze bestelling

# The sender's side.
## sender
wij|we|ons|onze|mijn|ik|mij|me — onze bestelling
# The recipient's side.
## reader
u|uw|jullie|je|jouw — uw kaart
`;
