/**
 * Dutch words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const DUTCH_URGENCY = String.raw`
@geblokkeerd = geblokkeerd|opgeschort|gesloten|verlopen|beperkt|afgesloten|gedeactiveerd
@werken = werken|leveren|verkopen|openen|produceren|factureren|draaien|afrekenen|beginnen|verder
@productie = productie|lijn|fabriek|werf|machine|kassa|bouw
@chauffeurs = chauffeurs|klanten|mensen|ploeg|timmerman|monteurs

# Damage, danger or loss under way.
## harm
gaslek|gaslucht|brandlucht|(ruiken|ruikt|ruik) (~12 ){0,6}gas — er is een gaslek in de hal
(lekkage|waterlek|waterschade|overstroming|overstroomd|ondergelopen|gesprongen leiding) — lekkage
(er is |uitslaande )?(brand (in|op|uitgebroken)|staat in brand|in brand|rook (in|uit|op)) — brand in
(gewond|gewonde|gewonden|in het ziekenhuis|ambulance) — er is een gewonde
water (~10 ){0,2}(staat|loopt|stroomt|komt) (in|uit|door) — het water staat in de kelder
(geëlektrocuteerd|voedselvergiftiging|onwel) — geëlektrocuteerd
(totale|volledige) (uitval|storing)|alles ligt (plat|stil|eruit) — een totale uitval
(gegevensverlies|datalek|gehackt|ransomware|gijzelsoftware) — we zijn gehackt
(zonder|geen) (verwarming|stroom|elektriciteit|water|zuurstof|insuline|koeling) — zonder verwarming
(zit|zitten) (vast|opgesloten) in|te bederven|(bederft|bederven|ontdooit|ontdooien) — zit vast in
(noodgeval|levensgevaar|acuut gevaar|gevaarlijke situatie) — dit is een noodgeval

# The same words where they tell of no harm here.
## harmless
(brand|rook)(oefening|alarm|melder|melders|deur) — een brandoefening
(brand|rook)(verzekering|veiligheid|preventie|blusser) — brandverzekering
(rookvrij|rookvrije|vuurwerk|brandweer|groen licht) — een rookvrij gebouw
(geen|niemand|zonder|niet) (~12 ){0,2}(gewonden|gewond|brand) — geen gewonden
(geen|niemand|zonder|niet) (~12 ){0,2}(schade|rook|gevaar|noodgeval) — geen schade
(nooduitgang|noodnummer|noodplan|noodverlichting) — de nooduitgang

# The story of something that is over, or not so.
## over
(vorig|vorige|afgelopen) (jaar|maand|zomer|winter|week|voorjaar) — vorig jaar
(jaar|jaren|maanden) geleden|destijds|vroeger — twee jaar geleden
(opgelost|hersteld|gerepareerd|verholpen|geblust) — de lekkage is verholpen

# Only if something happens.
## ^condition
(en |maar )?(als|indien|wanneer|mocht|in geval van|bij)\b — als er brand uitbreekt

# A serious consequence that is named.
## consequence
(zitting|rechtszaak|rechtbank|kort geding|vonnis|uitzetting|boete|boetes|dwangsom) — zitting
verliezen (we |wij |ik )?(de|het|een|onze) (klant|opdracht|contract) — dan verliezen we de klant
(verlies|raken) (we |wij |ik )?(de|het|een|onze) (klant|opdracht|contract) — verlies de klant
verliezen (we |wij |ik )?(de|het|een|onze) (huis|aanbetaling|order) — verliezen de huis
(verlies|raken) (we |wij |ik )?(de|het|een|onze) (huis|aanbetaling|order) — verlies de huis
(moeten|zullen) (we |wij )?(~12 ){0,4}(sluiten|annuleren|evacueren|weggooien) — moeten sluiten

# Somebody cannot go on working.
## standstill
@productie( ~12){0,2} (ligt|staat|is) (stil|plat) — de productie ligt stil
(ligt|liggen|staat|staan) (~12 ){0,2}(stil|plat|eruit) — alles ligt plat
(werkt|doet het) niet( meer)?|niets werkt|helemaal niets doet het — niets werkt meer
(kunnen|kan) (~12 ){0,5}(niet|niets|geen ~3-14) (~12 ){0,2}@werken — we kunnen niet werken
@chauffeurs (~8 )?(wachten|wacht|staan|kan niet beginnen) — de chauffeurs wachten
werkt (er )?niets|zit stil — sinds de update werkt niets meer

# The sender's last word before a consequence.
## last_warning
(laatste|tweede en laatste) (aanmaning|herinnering|waarschuwing|kans|sommatie) — laatste aanmaning
incasso|incassobureau|deurwaarder|ingebrekestelling|juridische stappen|gerechtelijke — incasso
(advocaat|rechtsbijstand) (in|inschakelen|inschakel) — dan schakel ik een advocaat in
(mijn|onze) advocaat|schakel (ik|wij) — dan schakel ik een advocaat in

# The sender calls it urgent.
## said_urgent
dringend|dringende|spoed|met spoed|spoedig|urgent|hoogdringend|haast (is|geboden) — dit is dringend
(zo|z) (snel|spoedig|gauw|vlug) mogelijk|z\.?s\.?m|asap|zo vlug als — kom zo snel mogelijk
(onmiddellijk|onverwijld|direct|meteen|per direct|ogenblikkelijk|per omgaande) — bel meteen
(het |dit )(heeft haast|kan niet wachten) — het heeft haast

# A deadline of about a day, told without a date.
## today
(voor|vóór|tegen|uiterlijk|nog)( ~12){0,1} (vandaag|vanavond|morgen|vanmiddag) — voor morgen
(voor|vóór|tegen|uiterlijk|nog)( ~12){0,1} (12 uur|17 uur|18 uur|eind van de dag) — voor 12 uur
(vandaag|vanochtend|vanmiddag|vanavond|morgenochtend|binnen (het uur|24 uur)|nu) — kom vandaag nog

# Makes a date of its sentence a deadline.
## due
voor|vóór|uiterlijk|tegen|tot|vóór|niet later dan|ten laatste — uiterlijk vrijdag
deadline|termijn|vervaldatum|vervaldag|verloopt|moet|moeten|dient — de termijn is 3 mei

# The sender takes the pressure out.
## calm
geen (haast|spoed)|niet dringend|heeft geen haast|geen stress — er is geen haast
(wanneer|als) (u|je|het) (tijd|kunt|kan|uitkomt|u uitkomt|je uitkomt) — wanneer u tijd heeft
op (uw|je) gemak|rustig aan — op uw gemak
(haast|spoed) (is )?niet|kan wachten — dit kan wachten

# What fraud threatens with or promises.
## fraud
(uw|je) (rekening|account|mailbox)( ~12){0,4} @geblokkeerd — uw rekening is geblokkeerd
(uw|je) (pas|wachtwoord|pakket)( ~12){0,4} @geblokkeerd — uw pas geblokkeerd
(bevestig|verifieer|controleer|werk) (uw|je) (gegevens|identiteit) — bevestig uw gegevens
(bevestig|verifieer|controleer|werk) (uw|je) (account|wachtwoord) — bevestig uw account

# A stranger's offer.
## cold_offer
(vrijblijvend|vrijblijvende|gratis (proefperiode|demo|scan|advies)) — een vrijblijvend gesprek
(meer (klanten|omzet|bezoekers)|verhoog (uw|je) (omzet|verkoop)|hoger in google) — meer klanten
kwam (ik|wij|we)? ?(~8 ){0,2}(uw|je|jullie) website (tegen|gezien) — ik kwam uw website tegen
(kwamen|ben) (ik|wij|we)? ?(~8 ){0,2}(uw|je|jullie) website (tegen|gezien) — kwamen uw website tegen
kwam (ik|wij|we)? ?(~8 ){0,2}(uw|je|jullie) (site|bedrijf) (tegen|gezien) — kwam uw site tegen
(kwamen|ben) (ik|wij|we)? ?(~8 ){0,2}(uw|je) (site|bedrijf) (tegen|gezien) — kwamen uw site tegen
(kwamen|ben) (ik|wij|we)? ?(~8 ){0,2}jullie (site|bedrijf) (tegen|gezien) — kwamen jullie site tegen
(ik|wij|we) help(en)? (bedrijven|ondernemers|organisaties|winkels) — wij helpen bedrijven

# What friends do together, which is seldom urgent.
## social
lunch|lunchen|borrel|borrelen|etentje|feest|feestje — lunch vandaag?
verjaardag|biertje|film|bioscoop|barbecue|bbq — verjaardag
`;
