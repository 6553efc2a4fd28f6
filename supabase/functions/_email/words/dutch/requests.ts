/**
 * Dutch words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const DUTCH_REQUESTS = String.raw`
@zeg = garanderen|beloven|toezeggen
@zeg = zeggen|vertellen|bevestigen|uitleggen|aangeven|weten|noemen|voorstellen|maken|doen|zijn
@zeg = hebben|leveren
@kunt = kunt|kun|zou|zouden|kunnen|wilt|wil|willen
@kunt = kunt|kun|kan|zou|zouden|wilt|wil|kunnen|willen
@u = u|je|jij|jullie|iemand|er iemand
@sturen = sturen|mailen|bellen|terugbellen|bevestigen|doorgeven|laten|nakijken|controleren|regelen
@sturen = aanpassen|vervangen|herstellen|repareren|komen|langskomen|ondertekenen|tekenen|betalen
@sturen = overmaken|terugbetalen|reserveren|helpen|uitleggen|bezorgen|leveren|opsturen|toesturen
@sturen = bekijken|kijken|invullen|zorgen|geven|brengen|meenemen|ophalen|annuleren|corrigeren
@sturen = verzetten|opnemen|zien|maken|doen|zenden|terugsturen|bezorgen
@stuur = stuur|mail|bel|bevestig|geef|laat|kijk|controleer|regel|vervang|kom|teken|onderteken|betaal
@stuur = help|breng|neem|haal|annuleer|verzet|zorg|vul|check|leg|zet|vergeet|bezorg|maak|houd|hou
@stuurt = zal|zullen|ga|gaan
@hem = het|ze|hem|u|je|jullie|de|dit|dat
@straks = morgen|vanavond|straks|later|maandag|nog|vandaag|terug|op|door
@beloof = stuur|mail|bel|kom|breng|regel|maak|betaal|bevestig|geef|laat|zet|haal
@worden = worden|zijn|hebben|staan|komen|liggen|binnen|weg|terug
@fijn = fijn|handig|mooi|prettig|welkom|helpen|schelen|ideaal
@fijn2 = fijn|handig|welkom|dankbaar|geholpen
@erbij = erbij|terug|mee|door|op|aan|af|ontvangen|hebben|zien|weten
@haal = haal|lever|zet|leg|breng|neem|stort|stuur|bel|vul|gooi|hang|pak|ruim|sluit|doe|gebruik|vraag
@haal = kijk|meld
@je = je|jullie|uw|de|het|een|hem|ze|dit|dat|die|me|mij|ons|dan|even|eerst|maar|ook|alles
@haalt = haalt|levert|zet|legt|brengt|neemt|stort|stuurt|belt|vult|meldt|gebruikt|houdt|geeft
@terug = terug|retour|vergoed|hersteld|opgelost
@stuurt2 = stuurt|belt|komt|geeft|doet|haalt|stuur|bel|geef|doe
@mocht = mocht|mochten|heb|hebt|heeft|als|indien
@obj = de|het|een|me|mij|ons|onze|uw|je|jullie|die|dit|dat|deze|hem
@obj = haar|ze|er|alle|twee|ook|even|maar
@obj = dan|eerst|niet|geen|hier|daar|blad
@ord = bel|stuur|neem|stort|haal|meld|leg|zet|pak|geef|breng|laat|kijk|controleer|vul|teken|betaal
@ord = zoek|ruim|doe|hou|houd|regel|herstel|verwijder|gebruik|vraag|lees|maak|wis|schrijf|vergeet
@ord = koop|sluit|open|wacht|zeg|kies|lever|los|corrigeer|druk|schrap|verplaats|bewaar|gooi
@laat = laat|laten|geef|geeft u
@ons = mij|me|ons|het
@of = of|wanneer|welke|wat|hoe|wie
@zeggen = zeggen|vertellen|laten weten|aangeven

# The reader is asked to do something.
## asked
alstublieft|alsjeblieft|a\.?u\.?b|svp — alstublieft
graag( even)? (een|de|het|uw|je|voor|uiterlijk|nog|z\.?s\.?m|~3-12en) — graag een reactie
@kunt @u (~12 ){0,7}@sturen — kunt u ons een offerte sturen?
(zou|kunt|kun|wilt|wil) (u|je|jullie) (mij|me|ons|even|dit|dat|de|het|een|zo) — kunt u mij helpen?
@stuur (me|mij|ons|even|het|de|dit|dat|hem|ze|a\.?u\.?b) — stuur ons de lijst
@stuur (alsjeblieft|alstublieft|maar|s\.?v\.?p) — stuur alsjeblieft
@stuur (dan |nog |ook |gerust )?(mij|me|ons|het|de|uw|je|even)( ~12){0,4} — stuur mij
(ik|wij|we) (verzoek|verzoeken|vraag|vragen|willen|wil) (u|je|jullie) — wij verzoeken u te betalen
(gelieve|wilt u|wil je|zou je|zou u|willen jullie) — gelieve het formulier in te vullen
(verzoeke|het verzoek|dringend verzoek) — het verzoek om te betalen
(ik|wij|we) (wil|willen|wens|wensen|eis) (dat|mijn|onze|een|het|van) — ik wil mijn geld terug
(ik|wij|we) (eisen|verwacht|verwachten) (dat|mijn|onze|een|het|van) — ik eisen dat contract
(ik|wij|we) (heb|hebben|had|hadden) ((~12|\d{1,4}) ){0,6}nodig — we hebben 3 sleutels nodig
(graag) (ontvang|ontvangen|hoor|horen|zie|zien|zou) (ik|wij|we) — graag ontvang ik de factuur
(ik|wij|we) (zou|zouden) graag (~12 ){0,6}(ontvangen|hebben) — ik zou graag de lijst ontvangen
(ik|wij|we) (zou|zouden) graag (~12 ){0,6}(zien|spreken|willen) — ik zou graag zien
(is het|zou het) (~12 ){0,2}mogelijk om — is het mogelijk om
kan (het|de|dat|dit|er|iemand|de ~2-12) (~12 ){0,6}(worden|aangepast|nu|even|weg) — kan het worden
(vergeet|vergeten) (niet|je niet)|denk (aan|eraan) — vergeet niet te tekenen
(u|je|jullie) (moet|moeten|dient|dienen|gelieve|hoort) (~12 ){0,6}~3-14 — u moet tekenen
(te (betalen|voldoen)|betaling|retour|terug) (vóór|voor|binnen|uiterlijk) — te betalen voor 3 mei
(graag|gaarne) (uw|je|jullie) (reactie|bevestiging|akkoord|advies|hulp) — graag uw akkoord
(bel|mail|app|stuur) (terug|op|door|naar|zo|vandaag|morgen|dringend|direct|meteen|snel) — bel terug
(akkoord|ga maar|ga je gang|mag (weg|verzonden|gedrukt)) — ga maar drukken
er (moet|moeten|zou|zouden) (~12 ){0,3}(iemand|een|nog|nu|meteen) — er moet nu iemand komen
(moet|moeten|dient|dienen|hoort|horen) (~15 ){0,8}@worden — het nummer moet worden aangepast
iemand (~12 ){0,2}(moet|zou|kan)|laat iemand — iemand moet even kijken
(ik|wij|we) (wil|willen) (dat|graag|een|mijn|het|de) — ik wil dat u het herstelt
(ik|wij|we) (verwacht|verwachten|eis|eisen|vraag|vragen|verzoek|verzoeken) — ik eis een oplossing
(zou|zouden|lijkt me|lijkt ons) (~12 ){0,5}@fijn — een foto zou fijn zijn
(heel|zeer|erg) @fijn2 (zijn|als|met)|(geholpen|blij) met — we zijn geholpen met een foto
graag (~15 ){0,4}@erbij — graag een tekening erbij
@haal @je — haal je sleutel op
@haalt u (~12 )?~2-14 — stuurt u het even terug
mag ik (~12 ){0,3}~3-14 (lenen|hebben|halen|krijgen|vragen|ontvangen) — mag ik je aanhanger lenen
(mag|mogen|wil|willen) ((ik|wij|we) )?(~12 ){0,4}@terug — wij willen het geld terug
dus @stuurt2 (u|je|me|ons|het|de|even) — dus stuurt u het nog terug
(niet vergeten|vergeet (niet|je)|let op|let erop|zorg dat|zorg ervoor) — zorg dat de deur open is
(ter|voor) (ondertekening|goedkeuring|akkoord|invulling) — ter ondertekening
als [^?!.]{1,60} niet ([^?!.]{1,40} )?(binnen|ontvangen|betaald) — als het bedrag niet binnen is
(zou|zouden) (~12 ){0,2}(netjes|redelijk|eerlijk|terecht) — het zou netjes zijn
(foto|kopie|scan|schets|berichtje) (~12 ){0,4}(is genoeg|volstaat) — een foto is genoeg

(zou|zouden) (u|je) (~12 ){1,6}(willen|kunnen) (?!zeggen|laten)~3-14 — zou u iets kunnen sturen

# A question that wants something done, not told.
## by_question
@kunt (u|je|jullie|iemand) (~12 ){0,9}(?!@zeg\b)~2-10en\b — kunt u ons een offerte sturen?
(stuurt|brengt|belt|komt) u (mij|ons|het|even|de) — stuurt u mij de lijst?
(stuur|breng|bel|neem) je (mij|me|ons|het|even|de) — stuur je me de lijst?

# The sender says what they will do.
## promised
(ik|wij|we) @stuurt( ~12){0,6} ~3-14 — ik zal u de lijst sturen
(ik|wij|we) @beloof( @hem){0,2}( ~3-12)? @straks — ik stuur het morgen
(stuur|bel|mail|kom|breng|regel) ik (~10 )?(morgen|vanavond|straks) — stuur ik vanavond
(morgen~0-8|vanavond|straks|~2-6dag) (stuur|bel|mail|kom|breng) ik — morgenochtend stuur ik u
(stuur|bel|mail|kom|breng|regel) ik (~10 )?(later|maandag|vandaag|wel) — stuur ik later

# A promise with a condition that the reader may leave alone is an offer.
## offered
(als|indien|wanneer) (u|je|jullie) (dat |het )?(wilt|wil|willen|wenst|liever) — als u wilt, kom ik

# Politeness, or bait, that asks for nothing.
## polite
(aarzel|aarzelt) (niet|gerust niet)|(neem|neemt u) gerust contact — aarzel niet om te bellen
(voor|bij|met|heeft u|heb je|mocht u) (verdere |eventuele |nog )?vragen — bij vragen bel gerust
(neem|neemt u) (gerust |rustig )?de tijd — neem rustig de tijd
tot (uw|je) dienst — tot uw dienst
als niet (verzonden|geschreven) beschouwen — u kunt deze brief als niet verzonden beschouwen
(excuses|sorry|onze excuses|neem ons niet kwalijk) (voor|dat|voor het) — excuses voor de vertraging
(bedankt|dank|dank u|dank je) (voor|wel voor) (uw|je|het|de|jullie) — bedankt voor uw geduld
(laat|hoor) (het )?(gerust )?(weten )?als (u|je|er) (vragen|iets) — laat als u vragen
@mocht (je|u|jullie|er) (~12 ){0,2}vragen — mocht je vragen hebben
(hoor|horen|laat) (ik|we|wij|u|je) (het|dat) (~12 )?(wel|graag|gerust) — dan hoor ik het wel

# Only an answer is wanted, which the questions already say.
## only_answer
@laat (@ons )?(even |maar |aub )?(weten|door|aan) @of — laat ons even weten welke
(kunt|kun|zou) (u|je) (mij|me|ons) (~8 )?@zeggen (of|wanneer|welke|hoe) — kunt u mij zeggen hoe

# The reader is asked not to do something.
## unwanted
(gelieve|graag|verzoeke|alstublieft|svp) (~8 )?niet — gelieve niet te bellen voor negen uur
(u|je|jullie) (hoeft|hoef|hoeven) (~8 )?(niet|niets|geen) — u hoeft niet te antwoorden

# First words that order something.
## ^order
@ord @obj — bel onze monteur
(kom|loop) (even |maar |snel )?langs\b — kom even langs
vraag ~2-14 (erbij|om|of|mee|even) — vraag ana erbij
`;
