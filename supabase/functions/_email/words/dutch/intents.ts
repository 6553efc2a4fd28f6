/**
 * Dutch words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const DUTCH_INTENTS = String.raw`
@afspraak = afspraak|overleg|vergadering|gesprek|bezoek|meeting|belafspraak|werfoverleg|bezichtiging
@afspraak = videogesprek
@plannen = plannen|maken|verzetten|verplaatsen|inplannen|afspreken|vervroegen|uitstellen|verschuiven
@plannen = vastleggen
@maandag = maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|volgende week
@werkt = werkt|werken|doet|start|opent|print|reageert|verwarmt|laadt|lukt|gaat
@kopen = kopen|bestellen|huren|boeken|reserveren|aanschaffen|afnemen|laten plaatsen|laten maken
@kunnen = kunnen|zullen|kun|kan
@kan = kan|kunnen|krijg|kom|lukt
@is = is er|zijn er|heb je|heeft u|hebben jullie|al|nog geen
@zoals = zoals|naar aanleiding van|als vervolg op|conform

## meeting_request 3
@afspraak (~12 ){0,8}@plannen|@plannen (~12 ){0,4}@afspraak — kunnen we een afspraak maken?
@kunnen (we|wij|ik|je|jullie) (~12 ){0,6}(afspreken|bellen|zien) — zullen we morgen bellen?
(kunnen|zullen|kun|kan) (we|wij|ik|je|jullie) (~12 ){0,6}(langskomen|praten) — kunnen we langskomen
(kunnen|zullen|kun|kan) (we|wij|ik|je|jullie) (~12 ){0,6}(spreken|komen) — kunnen we spreken
(vergadering|bespreking) (is|wordt) (op )?(maandag|dinsdag|woensdag) — de vergadering is maandag
(vergadering|bespreking) (is|wordt) (op )?(donderdag|vrijdag|morgen) — de vergadering is morgen
(vergadering|bespreking) vindt( ~12){0,4} plaats — de vergadering vindt maandag plaats
(schikt|past|komt|lukt|uitkomt)( ~8){0,3} (u|je|jullie|het|@maandag|dan|beter) — schikt u
(bent|ben|zijn) (u|je|jullie) (~12 ){0,3}(beschikbaar|vrij|aanwezig|bereikbaar) — bent u beschikbaar
(heeft|heb|hebben) (u|je|jullie) (~12 ){0,3}(tijd|een gaatje|ruimte) — heb je tijd op vrijdag?
(wanneer|welke dag|hoe laat) (~12 ){0,4}(past|schikt|langskomen|uitkomt) — wanneer past het u?
(wanneer|welke dag|hoe laat) (~12 ){0,4}(beschikbaar|kan|kunnen|tijd) — wanneer beschikbaar
uitnodiging:|(lunch|lunchen|koffie|borrel) (~8 ){0,2}@maandag|(lunch|koffie) samen — uitnodiging:
## meeting_request 1
afspraak|overleg|vergadering|agenda|bezoek|bezichtiging|gesprek — het overleg duurt een uur
## meeting_request 2
(verzetten|verplaatsen|verschuiven|uitstellen) (naar|tot|met) — verplaatsen naar maandag
half uur(tje)?|langskomen|kom je — half uur contract

## complaint 3
klacht|klachten|onacceptabel|onaanvaardbaar|schandalig|belachelijk — ik heb een klacht
(zeer|erg|echt|diep|heel) (teleurgesteld|ontevreden|boos) — wij zijn zeer teleurgesteld
(ik|wij) (eis|eisen)|schadevergoeding|ingebrekestelling|compensatie — ik eis een verklaring
(tweede|derde|vierde|zoveelste) (keer|maal) — jullie zijn voor de derde keer te laat
(mijn|ons|het) geld terug|terugbetaling|terugbetalen|andere leverancier — ik wil mijn geld terug
(klaar mee|een schande|beu|spuugzat|onprofessioneel|advocaat) — ik ben het beu
## complaint 2
(dubbel|twee keer|ten onrechte|te veel) (~8 )?(betaald|afgeschreven) — dubbel betaald
(dubbel|twee keer|ten onrechte|te veel) (~8 )?(gefactureerd|aangerekend) — dubbel gefactureerd
niemand (~12 ){0,3}(belt|neemt|reageert|antwoordt|kwam|gebeld) — niemand belt terug
(had|hadden|was|werd) (~12 ){0,4}(beloofd|toegezegd|gegarandeerd|verzekerd) — had beloofd
(verkeerde|foute) (maat|kleur|model|artikel|adres|bedrag|bestelling) — alweer de verkeerde kleur
(geleverd|ontvangen|aangekomen|bezorgd) (~12 ){0,3}(kapot|beschadigd|gebroken) — geleverd kapot
(geleverd|ontvangen|aangekomen|bezorgd) (~12 ){0,3}(onvolledig|te laat) — geleverd onvolledig
## complaint 1
teleurgesteld|vertraging|kapot|beschadigd|ontevreden|wiebelen|te laat — ik ben teleurgesteld

## support_request 3
@werkt( ~12){0,3} niet( meer)?|doet het niet — de printer werkt niet meer
(site|portaal|server) ligt (eruit|plat) — de site ligt eruit
foutmelding|foutcode|storingsmelding|error [a-z]?\d{1,4} — ik krijg een foutmelding
@kan (~12 ){0,5}(niet|geen) (~12 ){0,2}(inloggen|openen|binnen) — ik kan niet inloggen
(kan|kunnen|krijg|kom|lukt) (~12 ){0,5}(niet|geen) (~12 ){0,2}(verder|bereiken) — kan niet verder
(kan|kunnen|krijg|kom|lukt) (~12 ){0,5}(niet|geen) (~12 ){0,2}(printen|aan) — kan niet printen
(storing|uitgevallen|vastgelopen|geblokkeerd|defect|kapot|ligt eruit|ligt plat) — er is een storing
(hulp nodig|heb hulp|kunt u (~8 )?helpen|kun je (~8 )?helpen) — ik heb hulp nodig
(technische ondersteuning|monteur (~8 )?(sturen|langs)) — technische ondersteuning
(wachtwoord|inlog|code) (~8 ){0,3}(vergeten|kwijt|geweigerd|verlopen) — wachtwoord vergeten
(hoe|wat) (kan|moet|stel|zet|reset|los) (ik|je|we|men) — hoe stel ik de klok in?
(lekkage|lekt|geen (stroom|internet|verwarming|netwerk|warm water|verbinding)) — lekkage
## support_request 1
fout|storing|update|wachtwoord|monteur|probleem met|herstarten|herstart — fout

## sales_inquiry 3
(offerte|offerteaanvraag|prijsopgave|prijslijst) — wij willen graag een offerte
(wat|hoeveel) (kost|kosten|zou|zouden|is de prijs|rekent|rekenen|zijn de kosten) — wat kost die?
(willen|wil|zouden|zou)( graag)? ((~12|\d{1,4}) ){0,8}@kopen — wij willen 10 stoelen bestellen
(hebben|heeft|heb|zijn|is) (~12 ){0,8}(op voorraad|leverbaar|beschikbaar voor) — hebben op voorraad
(wij zoeken|ik zoek|zoeken wij|op zoek naar|we zoeken) (een|twee|nieuwe|naar) — wij zoeken een zaal
(bestelling|order) plaatsen|wil graag bestellen — een bestelling plaatsen
## sales_inquiry 1
prijs|prijzen|korting|bestelling van|stalen|monster|catalogus|op voorraad|levertijd — is er korting?
(voor|met|zijn) \d{1,4} (personen|stuks|exemplaren|mensen|volwassenen|fietsen) — voor 80 personen

## proposal 3
(ons|onze|mijn|het) (voorstel|offerte|aanbod|aanbieding)( (voor|van|is|om|vindt))? — ons voorstel
(ik|wij|we|bieden wij|bied ik) (stel|stellen|bied|bieden|doe|doen) (u|je|jullie|voor) — ik stel u
(offerte|voorstel|contract|overeenkomst) (in bijlage|bijgevoegd|als bijlage) — offerte in bijlage
(offerte|voorstel|contract|overeenkomst) (getekend|ter ondertekening) — offerte getekend
(geldig|geldt) (tot|t/m|tot en met|dertig dagen|30 dagen) — het aanbod is geldig tot 31 mei
(bijgaand|hierbij|bijgevoegd|in bijlage) (~12 ){0,5}(offerte|voorstel|aanbod) — hierbij ons voorstel
(bijgaand|hierbij|bijgevoegd|in bijlage) (~12 ){0,5}(contract|overeenkomst) — bijgaand contract
## proposal 1
voorwaarden|excl(usief)?\.? btw|per (beurt|maand|jaar)|aanbetaling|vrijblijvend|tarief — per beurt

## partnership 3
samenwerking|samenwerken|partnerschap|partners — een samenwerking
(samen|gezamenlijk) (een|proeverijen|organiseren|optrekken|iets|werken|te werken) — samen een
krachten bundelen — krachten bundelen
(commissie|ieder de helft|opbrengst delen|doorverwijzen) — ieder de helft
(naar elkaar|vergoeding per klant|fiftyfifty) — naar elkaar
## partnership 1
samen|gezamenlijk|gemeenschappelijk|wederverkoper|verdeler|dealer — een gezamenlijk bezoek

## introduction 3
(stel|stellen) (ik |wij |we )?(mij|me|ons)( graag)?( even)?( kort)? voor — ik stel me voor
mij(zelf)? (even |kort )?voorstellen — mij voorstellen
(stel|stellen) (~12 ){0,4}(aan u|aan je|aan elkaar|u voor) voor|in contact brengen — stel aan u voor
(ik ben|is) (uw|je|de|jullie) (nieuwe|vaste|nieuwste) (~3-20) — ik ben uw nieuwe contactpersoon
(volg|volgt|neem|neemt|opvolger|opvolgster|vervang) (~12 ){0,3}(op|over|van) — ik volg greet op
(op aanraden van|kreeg (ik )?uw (naam|gegevens)) — op aanraden van ana
(heeft me over u verteld|raadde mij aan) — heeft me over u verteld
## introduction 1
mijn naam is|nieuwe collega|komt ons team|versterkt|kennismaken|kennis te maken — mijn naam is ana

## follow_up 3
(herinnering|herinneren|rappel|opvolging|kom (ik )?terug op|nogmaals) — een herinnering
@is (~8 )?(nieuws|reactie|antwoord|iets gehoord|update) — is er nieuws
@zoals (afgesproken|besproken|beloofd|ons|onze|uw|je) — zoals afgesproken
(hoe staat het|wat is de stand|stand van zaken|hoe ver) — hoe staat het ermee?
(goed ontvangen|staat genoteerd|genoteerd|akkoord) — staat genoteerd
(ik bevestig|wij bevestigen|ok voor|prima zo) — ik bevestig
(openstaand|openstaande|nog (niet )?(open|betaald)) — de factuur staat nog open
(staat nog open|onbetaalde?|betalingsherinnering) — de factuur staat nog open
## follow_up 1
herinnering|vorige week|ons (gesprek|telefoongesprek|overleg) — ons gesprek
bedankt voor (je|uw|het|de) — bedankt voor je contract
prima|top|in orde|begrepen|klopt|dankjewel|doen we — top, dankjewel

## feedback 3
(complimenten|compliment|petje af|gefeliciteerd|proficiat|hulde) — complimenten voor het team
(we|wij|ik) (hebben|heb|vonden|vond) (~12 ){0,5}(genoten|geweldig|fantastisch) — we hebben genoten
(we|wij|ik) (hebben|heb|vonden|vond) (~12 ){0,5}(heerlijk|prachtig|super) — we hebben heerlijk
(heel|zeer|erg) (blij|tevreden|enthousiast|content) — we zijn heel tevreden
(aanbevelen|aanraden|raad (~8 )?aan|beter dan verwacht|mooi geworden|beste ~3-14 van) — aanbevelen
was (heel |erg )?(heerlijk|prachtig) — het brood was heerlijk
(mijn|onze) (mening|ervaring|feedback|indruk|bevinding)|feedback (over|op) — mijn mening
## feedback 1
suggestie|tip|verbeteren|jammer dat|minpuntje|kritiekpunt|indruk — een minpuntje: de muziek

## information_sharing 2
ter (info|informatie|kennisgeving|kennisname) — ter informatie
(wij|we|ik) (informeer|informeren|meld|melden|laat|laten) (u|je|jullie) — wij informeer u contract
(hierbij|bijgaand|bijgevoegd|in bijlage) (~12 ){0,4}(verslag|notulen|factuur) — bijgaand het verslag
(hierbij|bijgaand|bijgevoegd|in bijlage) (~12 ){0,4}(bon|documenten|lijst|kopie) — hierbij bon
(gesloten|afgesloten|verhuizen|verhuist) (van|op|vanaf|wegens|tot|naar) — gesloten wegens werken
nieuwe (openingstijden|openingsuren|adres) — nieuwe openingstijden
u hoeft (hiervoor )?niets te doen — u hoeft niets te doen
(hoeft niet te reageren|verslag van|notulen van) — hoeft niet te reageren
met ingang van|vanaf (maandag|nu|heden|\d{1,2} ~3-10) — met ingang van mei

## question 2
(ik|wij|we) (vraag|vragen|vroeg) (me|mij|ons) af|ik heb (een|twee|nog een) vraag — ik heb een vraag
(mag|is het|moet|kan) (ik|je|men|toegestaan|mogelijk|verplicht|nodig|waar) — mag ik
(graag|wil|wilde|zou) (~8 ){0,2}weten (of|wanneer|hoe|welke|wat) — ik wil graag weten of
`;
