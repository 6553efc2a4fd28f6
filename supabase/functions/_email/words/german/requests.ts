/**
 * German words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_REQUESTS = String.raw`
@knnten = können|könnten|würden
@antworte = garantieren|zusichern|versprechen
@antworte = sagen|bestätigen|erklären|mitteilen|nennen|vorstellen|verraten|werden|liefern|machen
@hilfsverb = haben|hatten|hätten|sind|waren|wären|werden|würden|können|konnten|könnten|möchten
@hilfsverb = wollen|wollten|sollen|sollten|müssen|mussten|müssten|dürfen|durften|dürften|mögen
@hilfsverb = finden|wissen|kennen|meinen|glauben|bieten|führen|arbeiten|planen|suchen|freuen
@schicken = schicken|senden|melden|geben|teilen|prüfen|bestätigen|rufen|nennen|überweisen
@schicken = informieren|kontaktieren|bringen|unterschreiben|korrigieren|erstatten|stornieren
@schicken = tauschen|reservieren|halten|liefern|registrieren|begleichen|klären|entfernen|starten
@schicken = wiederholen|verschieben|besorgen|erledigen|löschen|aktivieren
@brauchen = brauchen?|benötigen?|erwarten?|bräuchten?
@brauchte = bräuchte|brauche|benötige|erwarte|bräuchten|brauchen
@super = super|toll|schön|nett|dankbar|gut|hilfreich|lieb
@ruckruf = rückruf|zusendung|erstattung|bestätigung|antwort|gutschrift
@schicke = schicke|sende|bringe|überweise|rufe|liefere|melde|hole|kümmere|gebe|lege|mache
@sende = schicke|schicken|sende|senden|bringe|bringen|überweise|überweisen|rufe|rufen|liefere
@sende = liefern|melde|melden
@am = am|bis|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|zu|vorbei|an|zurück|nach
@tun = fragen|rufen|schreiben|lassen|legen|nehmen|stellen|hängen|setzen|tragen|füllen|ändern
@tun = ersetzen
@tun = streichen|ergänzen|prüfen|messen|buchen|bestellen|liefern|veranlassen|sorgen|achten|vergessen
@tun = beachten|benutzen|verwenden|öffnen|schließen|drücken|ziehen|schalten|warten|bringen|holen
@tun = zeigen
@tun = erklären|melden|richten|wenden|halten|suchen|versuchen|räumen|leeren|gießen|parken|reichen
@tu = frag|ruf|schreib|lass|leg|nimm|stell|häng|setz|trag|füll|änder|ersetz|streich|prüf|miss|buch
@tu = bestell|sorg|vergiss|öffne|schließ|drück|zieh|schalt|warte|bring|hol|zeig|erklär|melde|halt
@tu = such
@tu = räum|leer|gieß|mach|gib|schick|wirf|pack|schau|guck|sag|druck|park
@tut = fragt|ruft|schreibt|lasst|legt|nehmt|stellt|hängt|setzt|tragt|füllt|prüft|bucht|bestellt
@tut = sorgt
@tut = vergesst|öffnet|schließt|zieht|schaltet|wartet|bringt|holt|zeigt|meldet|haltet|sucht|räumt
@tut = leert|gießt|macht|gebt|schickt|werft|packt|schaut|sagt|druckt|parkt|entfernt|gebt|kommt
@muss = muss|müsste|müssen|müssten|sollte|sollten|soll|sollen
@freue = freue|freuen|freuten|freute
@ihn = ihn|sie|es|bitte|doch|dir|einfach|noch|dann|dich|nicht|den|die|das|dem|der
@zurck = zurück|haben|ersetzt|erstattet
@vorliegen = vorliegen|da sein|hier sein|auf dem tisch
@her = her|hier|da|weg|raus|rein|rüber|zurück|fort|vorliegen
@mitzubringen = mitzubringen|mitbringen|beizulegen|beilegen
@gern = gern|gerne|jederzeit|einfach bei fragen
@gern2 = gern|gerne|jederzeit|weiterhin|selbstverständlich
@fragen = fragen|rückfragen|unklarheiten|anmerkungen
@schick = schick|sende?|bring|ruf|gib|leg|stell|mach|nimm|denk|kauf|frag|sag|hol|komm|lass
@schick = vergiss
@mir = mir|uns|bitte|doch|mal|das|die|den|ihm|ihr|daran|nicht|einfach|mich|an
@schickt = schickt|sendet|bringt|ruft|gebt|legt|stellt|macht|nehmt|denkt|kauft|meldet|tragt
@erwarte = erwarten?|verlangen?|fordern?|bitten?

# The reader is asked to do something.
## asked
bitte(?! (sehr|schön)) — bitte unterschreiben sie das blatt
(können|könnten|würden) (sie|ihr)( ~15){1,12}(en|ern|eln) — können sie mir die liste schicken
(kannst|könntest|würdest) du( ~15){1,12}(en|ern|eln) — kannst du mir bitte helfen
(kann|könnte|können|könnten) (~12 ){0,3}(jemand|wer|einer|ein ~4-20|eine ~4-20) — kann jemand
(sie|ihr) (bitte )?(müssen|müsst|sollten|solltet) — sie müssen seite zwei unterschreiben
(reichen|füllen|denken|kümmern|lesen|tragen) sie — reichen sie
(sorgen|schauen|achten|halten|stellen|räumen) sie — sorgen sie
(legen|lassen|machen|nehmen|fügen|laden|drucken) sie — legen sie
(kommen|holen|rechnen|zahlen|ziehen|warten) sie — kommen sie
(wer|alle|jeder) [^?!.]{1,60}(bitte|möge|meldet sich|trage sich) — wer xbitte
(müssten|müssen|sollten) sie (~12 ){0,5}(noch|bitte|außerdem|bis) — müssten sie noch
(sie|ihr) (müssten|müsstet) — sie müssten
@schick @mir — schick mir
@schickt (mir|uns|bitte|doch|euch|das|die|den|daran|alle) — schickt mir
(ich|wir) @erwarte (~12 )?(eine?n?|dass|um|ihre?n?|die|den|das) — ich erwarte ein
@schicken sie — schicken sie mir die liste
(wir|ich) @brauchen(?! (sie|nicht|keine?n?) ) — wir brauchen den schlüssel
@brauchte (ich|wir)(?! nicht) — bis freitag bräuchte ich den schlüssel
(wäre|wären)( ~12){0,3} @super — es wäre schön, wenn sie kämen
(wir|ich) (bitten?|ersuchen?) (sie|um|dich|euch) — wir bitten sie um geduld
zahlbar (bis|innerhalb|sofort|ohne) — zahlbar bis 3. mai
fällig (am|bis)|zahlungsziel — fällig am 3. mai
um (~15 ){0,2}@ruckruf (wird|bitte|bis) — um rückruf wird gebeten
@muss (~15 ){0,8}werden — die datei müsste noch ergänzt werden
es (muss|müsste|sollte|soll) (~15 ){0,3}(jemand|wer|einer|eine) — es muss sofort jemand kommen
jemand (~15 ){0,3}(muss|müsste|sollte|soll) — jemand sollte sich das ansehen
(gehört|gehören) (~15 ){0,3}(aus|ein|nach|er|ge|ver|re|ab|um|weg)~3-16(t|en) — das gehört repariert
(würden?|täten?) (ich|wir) (mich|uns) (~15 )?freuen — über ein muster würde ich mich freuen
@freue (mich|uns) (sehr |auch )?über (eine?n?|ihre?n?|deine?n?) — ich freue mich über ein muster
(fordere|fordern|bitte|bitten|ersuche|ersuchen) (ich |wir )?(sie|dich|euch) — ich fordere sie auf
@tun sie(?! (haben|können|werden|wollen|dann)) — fragen sie ihn doch gleich
@tun (wir|uns) (bitte|den|die|das)|lassen sie (uns|mich) — lassen sie uns telefonieren
@tu @ihn — trag es in die liste ein
@tut (ihn|sie|es|bitte|doch|euch|einfach|noch|dann|nicht|den|die|das|dem|der|eure) — lasst es liegen
(ist|sind|wäre|wären) (~15 ){0,4}zu ~4-18en — der antrag ist bis montag zu stellen
(ist|sind|wäre|wären) (~15 ){0,4}~2-8(zu)~4-14en — die unterlagen sind einzureichen
(brauchen|benötigen|bräuchten) (ich|wir|mir)|braucht es — dafür brauchen wir den schlüssel
(haben|hätten?) (wir|ich) (~15 ){0,3}(gern|gerne|gebraucht) — dazu hätten wir gern ein angebot
(ich|wir) (möchten?|wollen|will),? dass (sie|ihr|du) — ich möchte, dass sie ihn suchen
(ich|wir) (hätten?|möchten?|wollen|will) (~15 ){0,6}@zurck — ich möchte mein geld zurück
(bis|vor|spätestens) (~12 ){1,4}@vorliegen — es muss bis freitag vorliegen
(muss|müssen|müsste) (~15 ){0,6}@her — der schutt muss weg
(darf|dürfen) ich (sie|euch|dich) bitten|(mit der bitte|bitten) um — mit der bitte um freigabe
(denken|denkt|denk) (sie |ihr )?(bitte )?(daran|dran|an) — denkt an die schlüssel
@mitzubringen (~15 ){0,2}(ist|sind|bitte) — mitzubringen ist ein ausweis
(foto|kopie|scan|skizze|anruf|zeile) (~15 ){0,4}(genügt|reicht) — ein foto genügt
(hielten?|fänden?) (ich |wir )?(es )?(~12 ){0,3}(angemessen|richtig|fair) — ich fände es fair
(geht|trifft) [^?!]{1,60} nicht ([^?!]{1,40} )?ein — geht der betrag nicht bis freitag ein
(sollte|falls|wenn) (~15 ){1,8}nicht (~15 ){0,3}(da|hier|bezahlt|eingegangen) — wenn er nicht da ist
(soll|sollen) (~15 ){1,4}(anrufen|kommen|melden|zurückrufen|schauen) — er soll mich anrufen
(haben|hat) (sie|jede[rn]?) (~15 ){0,4}(zu ~4-18en|~2-8zu~4-14en) — haben sie mitzubringen
(ist|sind|wird) (hiermit )?(angeordnet|vorgeschrieben) — ihr erscheinen ist angeordnet

# A question that wants something done, not told.
## by_question
@knnten (sie|ihr) (~15 ){1,12}(?!@antworte\b)~2-13(en|ern|eln)\b — könnten sie die liste schicken?
@knnten (sie|ihr) (~15 ){0,4}(angebot|vorschlag) machen — könnten sie ein angebot machen?
(kannst|könntest|würdest) du (~15 ){1,12}(?!@antworte\b)~2-13(en|ern|eln)\b — kannst du es bringen?
(kann|könnte) (~12 ){0,2}(jemand|einer) (~15 ){0,8}(?!@antworte\b)~2-13en\b — kann jemand kommen?
(schicken|senden|bringen|rufen|holen|geben) sie (mir|uns|mich|ihn|bitte) — schicken sie mir eins?
(schickst|sendest|bringst|rufst|holst|gibst) du (mir|uns|mich|ihn|noch) — schickst du mir eins?

# The sender says what they will do.
## promised
@schicke ich — morgen schicke ich die liste
(schicken|senden|bringen|liefern|rufen) wir — am montag liefern wir die stühle
ich werde|wir werden — ich werde am freitag anrufen
(ich|wir) @sende( ~15){0,6} @am — ich bringe den schlüssel am freitag

# A promise with a condition that the reader may leave alone is an offer.
## offered
wenn sie (möchten|wollen) — wenn sie möchten, komme ich mit

# Politeness, or bait, that asks for nothing.
## polite
bei (rück)?fragen — bei fragen rufen sie an
für rückfragen — für rückfragen bin ich da
anbei (finden|erhalten|sende) — anbei finden sie die liste
bitte sehr|danke — danke für die blumen
als gegenstandslos — betrachten sie diesen brief als gegenstandslos
(melden|melde|meldet) (sie |dich |euch )?(sich )?(bei (mir|uns) )?@gern — melden sie sich gern
@gern2 (~12 )?zur verfügung — ich stehe gern zur verfügung
(wenn|falls|sollten|solltest) (sie|ihr|du|noch|es) (~12 ){0,3}@fragen — falls sie fragen haben
(zögern|scheuen) sie (sich )?nicht — zögern sie nicht
(nehmen sie sich|nimm dir|nehmt euch) (ruhig )?zeit — nehmen sie sich zeit
(bleiben sie|bleib|bleibt) gesund — bleiben sie gesund

# First words that order something.
## ^order
(?!@hilfsverb\b)~3-14(en|ern|eln) sie\b — speichern sie ihre arbeit
(ruf|komm)(t|en sie)? (bitte |mal |uns |mich ){0,2}(an|vorbei|zurück)\b — komm mal vorbei

# Only an answer is wanted, which the questions already say.
## only_answer
geben sie (mir|uns) bescheid — bitte geben sie mir bescheid
(mir|uns) (bitte )?(sagen|mitteilen|verraten),? (ob|wann|wie|wo|was|wer|warum) — uns sagen, ob
sagen sie (mir|uns) — sagen sie mir, was fehlt
nennen sie (mir|uns) (bitte )?(ein|zwei|drei|ihr) — nennen sie mir bitte zwei tage

# The reader is asked not to do something.
## unwanted
bitte (nicht|keine?n?) — bitte nicht vor neun anrufen
`;
