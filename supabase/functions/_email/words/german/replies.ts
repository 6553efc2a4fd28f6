/**
 * German words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_REPLIES = String.raw`
@antwort = antwort|rückmeldung|reaktion
@rufen = rufen|melden|schreiben|antworten|bestätigen|nennen|geben|teilen|sagen|lassen
@ruckmeldung = antwort|rückmeldung|rückruf|bestätigung|zusage|entscheidung|rückantwort
@termin = termin|meeting|besprechung|treffen|veranstaltung|sitzung|einladung
@mussen = wir (müssen|mussten)|ich (muss|musste)|(müssen|mussten) wir|(muss|musste) ich
@sage = ich sage|wir sagen|sage ich|sagen wir
@den = meine|diesen?|den|das|die|unser(e|en)?
@ist = ist|wurde|wird|war
@abgesagt = abgesagt|storniert|gelöscht|zurückgezogen|gestrichen|entfernt|hinfällig

# The sender says that no answer is needed.
## declined
@antwort (ist )?nicht (nötig|erforderlich|notwendig) — eine antwort ist nicht nötig
keine (antwort|rückmeldung) (nötig|erforderlich|notwendig) — es ist keine antwort nötig
sie müssen nicht (antworten|reagieren) — sie müssen nicht antworten, ich komme

# The sender only informs: no answer is needed, unless something is asked.
## informs
nur (zur|zu (ihrer|deiner|eurer)) (info|information|kenntnis(nahme)?) — nur zur kenntnis

# The sender says that they wait for an answer.
## wanted
@rufen sie — rufen sie mich morgen an
(ihre|eine|deine|eure) (kurze |baldige |schnelle )?@ruckmeldung — ich freue mich auf ihre antwort
(melde|melden|meldet) (dich|sie|euch) — melde dich, wenn du da bist
(gebt|gib|geben sie) (mir|uns)( ~8){0,2} bescheid — gebt mir bitte kurz bescheid
um (~12 )?(rückruf|antwort|bestätigung|rückmeldung) — ich bitte um rückruf
ruft? (mich|uns)|bitte (um )?melden — ruft mich bitte an
erklär~1-3 (sie )?(mir|uns)( bitte)?,? (warum|weshalb|wieso) — erklären sie mir, warum das so ist

# An event does not take place, or the invitation to it was a mistake.
## called_off
@termin (am ~12,?( (~12|\d\d?\.)){0,2} )?@ist (leider |hiermit )?@abgesagt — termin ist abgesagt
@termin (findet|kann|wird) (leider |doch )?nicht (statt|stattfinden) — termin findet nicht statt
@termin (fällt (leider )?aus|entfällt) — die sitzung fällt leider aus
@mussen( ~12){0,3} @termin( ~12){0,3} absagen — leider müssen wir den termin absagen
@sage( hiermit| leider){0,2} @den @termin( leider)? ab — ich sage den termin leider ab
aus (ihrem|deinem|eurem|dem) kalender (entfernt|gelöscht) — aus ihrem kalender entfernt
(versehentlich|irrtümlich|aus versehen) (ver|ge)(schickt|sandt|sendet) — versehentlich verschickt
ignorier(e|en|t) (sie )?(bitte )?@den @termin(?!,? (wenn|falls)) — ignorieren sie die einladung
(diese|die|meine) @termin (bitte )?(zu )?ignorieren — die einladung bitte ignorieren
auf unbestimmte zeit verschoben — auf unbestimmte zeit verschoben

## other_event
vorherigen?|vorigen?|früheren?|ersten?|alten?|warum|ob|wie — der alte termin wurde abgesagt
`;
