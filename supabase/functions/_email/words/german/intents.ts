/**
 * German words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_INTENTS = String.raw`
@vereinbaren = vereinbaren|ausmachen|vorschlagen|machen|verschieben|verlegen|abstimmen|finden
@termin = termin|treffen|besprechung|telefonat|videokonferenz|gespräch|besichtigung
@termine = termine?|am|der \d|die \d|\d|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag
@termine = morgen|heute
@es = es|mir|uns|ihnen|euch|dir|diese|folgende|der|die|einer|auch|ihnen
@ess =  @es
@hatten = hätten|haben|habt|hast|hättest
@treffen = treffen|sprechen|telefonieren|zusammensetzen|sehen|verschieben
@sprechen = sprechen|treffen|telefonieren|besichtigen|besuchen|vorbeikommen|zusammensetzen
@sprechen = kennenlernen
@sehr = sehr|zutiefst|mehr als|schwer|doch
@anmelden = anmelden|einloggen|öffnen|drucken|starten|erreichen|laden
@zusenden = zusenden|senden|schicken|erstellen|machen|unterbreiten|anfordern|erhalten|zukommen
@zusenden = bekommen|nennen|wäre
@angebot = angebot|kostenvoranschlag|preisliste|preise?|muster
@kostet = kostet|kosten|würde|würden|verlangen|nehmen sie
@bestellen = bestellen|kaufen|beauftragen|buchen|mieten|reservieren
@mochten = möchten|möchte|würden|wollen|würde
@suchen = suchen|brauchen|bräuchten|benötigen
@anbieten = anbieten|vorschlagen
@gelten = gelten|gilt|ändern|öffnet|schließt
@montag = montag|dienstag|mittwoch|donnerstag|freitag
@legen = legen|verlegen|verschieben|vorziehen
@kann = kann|könnte|würde

## meeting_request 3
@termin( ~12){0,3} @vereinbaren — können wir einen termin vereinbaren
(passen|passt|ginge|geht|würde)@ess{0,3} (~12 )?@termine — passt es ihnen morgen
(diese|folgende) termine — ich kann ihnen folgende termine nennen
@hatten (sie|ihr|du) (~15 ){0,4}(zeit|einen termin) — hätten sie am freitag zeit
(können|könnten|wollen|sollen) wir (uns )?(~15 ){0,4}@treffen — können wir uns am montag treffen
(würde|möchte|würden|möchten) (ich|wir)? ?(~15 ){0,12}@sprechen — ich würde gern mit ihnen sprechen
einladung: — einladung: sommerfest am see
(besprechung|sitzung|meeting) findet( ~12| \d{1,2}){0,8} statt — die sitzung findet morgen statt
(besprechung|sitzung|meeting) (ist|wird) (am|um|auf) — die sitzung ist am montag

## meeting_request 1
termin|besprechung|telefonat|treffen|uhrzeit|vormittags — für den termin brauche ich eine stunde
nachmittags — ich bin nachmittags im büro

## complaint 3
beschwerde|beschweren|reklamation|reklamiere|inakzeptabel — ich möchte mich beschweren
unverschämt|frechheit — das ist eine frechheit
@sehr (enttäuscht|verärgert|unzufrieden) — ich bin sehr verärgert
zum (zweiten|dritten|vierten) mal — sie kommen zum dritten mal zu spät
geld zurück — ich will mein geld zurück
erwarte(n)? (ich|wir)? ?(eine|die|umgehend) — ich erwarte eine entschuldigung
verlange|auf ihre kosten — ich verlange eine erklärung
so nicht (bestellt|vereinbart|besprochen|abgesprochen) — das haben wir so nicht bestellt

## complaint 2
erstatten|erstattung|gutschrift|minderung — bitte erstatten sie die gebühr
nachbesser(n|ung)|schadens?ersatz|mangelhaft|mängel — die türen haben mängel
schlamperei|versprochen|zugesagt — der termin war fest zugesagt
niemand( ~12){0,3} (gemeldet|zurückgerufen|gekommen|erschienen) — niemand hat sich gemeldet
ärgerlich|ärger — der lärm ist ärgerlich

## complaint 1
enttäuscht|unzufrieden|verärgert|beschädigt|verspätet — ich bin enttäuscht von dem essen
leider — leider kam das paket offen an

## support_request 3
fehlermeldung|fehlercode — es erscheint eine fehlermeldung
funktioniert (~15 ){0,4}nicht — der drucker funktioniert seit montag nicht
(seite|shop|portal|server)( ~12){0,4} nicht (mehr )?erreichbar — der shop ist nicht erreichbar
brauche(n)? (ihre |eure )?hilfe — ich brauche ihre hilfe
lässt sich (~15 ){0,4}nicht — die tür lässt sich nicht öffnen
(geht|startet|lädt|druckt|öffnet|reagiert|läuft) (~12 ){0,4}nicht — das programm startet nicht
nicht mehr @anmelden — ich kann mich nicht mehr anmelden
hängt sich — das programm hängt sich auf
stürzt( ~10){0,2} ab — die app stürzt immer ab
abgestürzt — der rechner ist abgestürzt
bleibt (hängen|stehen|schwarz|dunkel) — der bildschirm bleibt schwarz
ausgefallen — die heizung ist ausgefallen
fällt( ~10){0,3} aus — der strom fällt oft aus
zeigt( ~10){0,3} (fehler|nur noch) — das gerät zeigt nur noch striche

## support_request 1
fehler|störung|passwort|anmeldung|absturz|kaputt|defekt — ich habe mein passwort vergessen
update|neu gestartet|neustart|gerät|hilfe — seit dem update bleibt er dunkel

## sales_inquiry 3
@angebot( ~15){0,6} @zusenden — können sie mir ein angebot schicken
um (ein|ihr) (~15 )?angebot — wir bitten um ein angebot
preisanfrage|angebotsanfrage|anfrage für — preisanfrage: 200 stühle
(was|wie viel|wieviel) ((~15 ){0,4})@kostet — was würde das kosten
@mochten (wir|ich)? ?((~15|\d{1,4}) ){0,8}@bestellen — wir möchten 10 stühle bestellen
@suchen( ~15){0,3} (für|ca|etwa|rund|\d|einen|eine|ein) — wir suchen einen raum
haben sie (da )?noch (~12 )?(luft|frei|platz|vorrätig|auf lager) — haben sie noch zimmer frei
auf lager|lieferbar|vorrätig|pro kopf — ist die farbe lieferbar
(führen|liefern|verkaufen|vermieten) sie — führen sie auch ersatzteile

## sales_inquiry 1
angebot|preise?|rabatt|bestellung|stückzahl|mengenrabatt — gibt es einen rabatt ab zehn stück
lieferzeit|höchstens \d|personen|stück|budget — wie lang ist die lieferzeit

## proposal 3
unser (angebot|vorschlag) — anbei finden sie unser angebot
mein (angebot|vorschlag) — mein vorschlag steht unten
anbei (unser|das|mein) angebot — anbei unser angebot
angebot (nr|über|für)|preisbindung|biete (ich|wir)? — angebot für die markise
bieten wir|gültig bis — das angebot ist gültig bis 9. april
(schlage|schlagen|schlüge)( ~15){0,8} vor — ich schlage einen festpreis vor
(ich|wir) (würde|würden)?( ihnen)?( gerne?)? @anbieten — ich würde ihnen gern anbieten, zu kommen

## proposal 1
vorschlag|pauschale|konditionen|netto|laufzeit|festpreis — wir rechnen mit einer pauschale

## partnership 3
partnerschaft|kooperation|kooperieren — wir denken an eine kooperation
gemeinsam (anbieten|auftreten|verkaufen|etwas) — wir könnten den kurs gemeinsam anbieten
etwas gemeinsam — wir sollten etwas gemeinsam machen
vertriebspartner(schaft)? — wir suchen vertriebspartner
zusammenarbeiten|zusammen anbieten|teilen wir uns — wir würden gern mit ihnen zusammenarbeiten
gegenseitig (empfehlen|weiterempfehlen) — wir könnten uns gegenseitig empfehlen
provision — sie erhalten eine provision

## partnership 1
zusammenarbeit|gemeinsam|empfehlung — danke für die zusammenarbeit

## introduction 3
(möchte|darf|will|wollte)( ~12){0,4} vorstellen — darf ich mich kurz vorstellen
stelle mich (~10 )?vor — ich stelle mich kurz vor
vorstellung — vorstellung: frau tabea lind
ihr neuer ansprechpartner — ich bin ihr neuer ansprechpartner
ihre neue ansprechpartnerin — ich bin ihre neue ansprechpartnerin
neu(e|er)? (ansprechpartner|ansprechpartnerin|kollegin|kollege) — meine neue kollegin heißt tabea
übernehme (ich )?(die|das|ab|seine|ihre) — ich übernehme die praxis im mai
nachfolge(r|rin)?|miteinander bekannt — ich trete die nachfolge an

## introduction 1
mein name ist|ich heiße|ich bin die neue|ich bin der neue — mein name ist yasemin

## follow_up 3
nachfassen|nachfragen|nachhaken|zurückkommen auf — ich wollte noch einmal nachfragen
erinnerung|mahnung — eine kleine erinnerung an die rechnung
gibt es (schon )?(neuigkeiten|etwas neues|einen stand) — gibt es schon neuigkeiten
wie besprochen|bezugnehmend auf — wie besprochen schicke ich den plan
noch keine (antwort|rückmeldung) — ich habe noch keine antwort
nichts (mehr )?(von ihnen |von dir )?gehört — wir haben nichts von ihnen gehört
noch (offen|nicht eingegangen) — die rechnung ist noch offen
wie vereinbart|ist erledigt|haben wir erledigt|passt so — wie vereinbart komme ich um acht
einverstanden — wir sind mit dem plan einverstanden

## follow_up 1
unser gespräch|letzte woche — unser gespräch vom 6. mai
vor ~8 wochen — vor drei wochen haben wir geschrieben
danke für (die|ihre|deine|das) — danke für die schnelle antwort
angekommen|bestätige|erhalten|nochmal|noch einmal — das paket ist angekommen

## feedback 3
rückmeldung (zu|zur|zum|geben) — eine rückmeldung zur tagung
feedback|lob|weiterempfehlen|sehr zufrieden|begeistert — ein lob an die küche
hervorragend|großartig|genial — das konzert war großartig
ein großes (lob|dankeschön) — ein großes lob an ihr team
besser als (gedacht|erwartet) — es lief besser als erwartet
wolltet wissen|wollten wissen — sie wollten wissen, wie es war
(hat|haben) (uns|mir|allen) (~10 ){0,2}gefallen — der kurs hat uns gut gefallen
wunderschön|traumhaft|geschmeckt — es hat wunderbar geschmeckt

## feedback 1
verbesserung|zufrieden|anregung|kleinigkeit(en)?|klappt — wir waren mit allem zufrieden
gefällt|schade — die farbe gefällt uns

## information_sharing 2
zur (info|information|kenntnis) — zur kenntnis: die schule bleibt zu
nur zur|im anhang|beigefügt — die liste ist beigefügt
teilen (wir )?(ihnen )?mit — wir teilen ihnen mit, dass wir umziehen
möchten (wir )?(sie|euch) (darüber )?informieren — wir möchten sie darüber informieren
informieren wir sie — hiermit informieren wir sie
ab (dem )?\d{1,2}\. [^.?]{0,60}@gelten — ab dem 3. mai gelten neue preise
bleibt (~12 ){0,3}geschlossen — der laden bleibt am montag geschlossen
sie müssen nichts|nichts zu tun — sie müssen nichts tun
rechnung (nr|re|für|vom|über|\d) — rechnung vom dachdecker
beleg (nr|für|vom)|protokoll (der|vom|zur) — protokoll der sitzung
anbei — anbei die fotos

## complaint 3
andere[rs]? (~12 )?als — eine andere farbe als bestellt
zurückgeben|zurückschicken|umtauschen|umtausch|kratzer — ich möchte die jacke umtauschen
nicht abgemacht|nicht ausgemacht|erwartet hätte — das war nicht abgemacht
hätte mehr erwartet — ich hätte mehr erwartet
für (das|diesen) (geld|preis) — zu wenig für das geld

## support_request 2
was (kann|soll|muss) ich( ~12){0,3} (tun|machen) — was kann ich jetzt tun
woran (liegt|kann) — woran liegt das
zeigt( ~12){0,4} (nur|nichts|an) — die anzeige zeigt nur nullen
hilfe|neu eingesetzt|einstellung(en)? — wo finde ich die einstellung

## meeting_request 2
(auf|von)( ~8)? @montag( ~12){0,3} @legen — können wir es auf dienstag verschieben
dazwischengekommen|halbe stunde|vorbeischauen|vorbeikommen — mir ist etwas dazwischengekommen

## proposal 2
@kann( ich| wir)?( ihnen)?( ~15){1,10} für \d[\d.,]{0,9} ?(€|euro) — ich kann das für 300 € tun

## feedback 2
was für ein — was für ein schöner abend
kommen (gern|sicher|bestimmt) wieder — wir kommen gern wieder
weiter so — macht weiter so
viel (besser|schöner|übersichtlicher|einfacher) als — viel schöner als früher
lecker|wunderbar — der kuchen war lecker

## introduction 2
ab (montag|sofort|dem)( ~12){0,5} (zuständig|betreue|übernehme) — ab sofort bin ich zuständig
betreue (ich )?(ab|künftig|sie) — ihr konto betreue ich künftig
das ist ~2-15, (der|die) — das ist jonas, der den hof führt
`;
