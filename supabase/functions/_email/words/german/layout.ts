/**
 * German words around what an email says: header names of quoted emails, closing words,
 * signatures and legal notices. How they are written: `text/word_table.ts`.
 */
export const GERMAN_LAYOUT = String.raw`
@friendly = freundlichen|besten|herzlichen|lieben|vielen|sonnigen
@kind = viele|beste|liebe|freundliche|herzliche|schöne|sonnige

## from
von|absender — von: ana ruiz
## to
an|empfänger — an: tom lind
## cc
kopie|kopie an — kopie: tom lind
## date
datum|gesendet|gesendet am|datum und uhrzeit — gesendet: montag, 3. mai
## subject
betreff — betreff: zwei neue türen
## reply-to
antwort an|antworten an — antwort an: ana ruiz

## ^closing$
mit @friendly gr(ü|ue)(ß|ss)en — mit freundlichen grüßen
@kind gr(ü|ue)(ß|ss)e — viele grüße
(lieben |schönen |herzlichen |besten )?gru(ß|ss) — lieben gruß, ana
gr(ü|ue)(ß|ss)e|mfg|lg|vg|bg — lg ana
danke(schön)?( dir| ihnen| im voraus)? — danke im voraus, ana
(vielen|besten|herzlichen) dank( im voraus)? — vielen dank, ana
hochachtungsvoll|bis (bald|dann) — bis bald, ana

## device_line
von (meinem .{1,40}|unterwegs) gesendet — von meinem iphone gesendet
(diese nachricht wurde von meinem|gesendet (von|mit|aus|über)) — gesendet mit outlook

## role
managerin|geschäftsführer(in)?|inhaber(in)?|vorstand — geschäftsführerin
(~3-20)?leiter(in)?|(~3-20)?berater(in)? — einkaufsleiterin
sachbearbeiter(in)?|ingenieur(in)?|rechtsanw[äa]lt(in)? — rechtsanwältin

## department
vertrieb|einkauf|abteilung|buchhaltung — abteilung einkauf

## organization
gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|se|e\.? ?v — holz und form gmbh
universität|hochschule — universität kiel

## legal_secret
vertraulich(e[nrs]?)? — diese nachricht ist vertraulich
## legal_recipient
bestimmt — nur für sie bestimmt
## legal_duty
informieren|vernichten|löschen — bitte löschen sie diese e-mail
## legal_mistake
irrtümlich — falls sie sie irrtümlich erhalten haben
## legal_ban
nicht gestattet — die weitergabe ist nicht gestattet
## legal_this
diese? — diese e-mail ist vertraulich
## legal_email
nachricht — diese nachricht ist vertraulich

# What is above a forwarded email without a word of the sender's own.
## forward_note
zur (info|information|kenntnis|kenntnisnahme) — zur info
zur weiteren bearbeitung|z\.? ?k\.?|zk — zur weiteren bearbeitung
(bitte )?siehe unten|s\. ?u\.|anbei|weitergeleitet|wie besprochen — siehe unten
leite (ich )?(mal )?weiter|für dich|(bitte )?um beachtung — leite ich weiter

## reply_mark
(bitte )?(antworten|schreiben) sie (bitte )?(ober|über)halb — bitte antworten sie oberhalb der linie
(bitte )?(geben|tippen) sie ihre antwort — bitte geben sie ihre antwort über dieser zeile ein

## form_name
name|ihr name|vorname|nachname|absender|von|ansprechpartner — ihr name: ana ruiz
## form_email
e-mail|email|ihre e-mail|mail|mailadresse — ihre e-mail: ana@x.example
e-mail-adresse|ihre e-mail-adresse — e-mail-adresse: ana@x.example
## form_phone
telefon|telefonnummer|tel|handy|mobil|rückrufnummer — telefon: 030 123456
## form_message
nachricht|ihre nachricht|mitteilung|kommentar — nachricht: hallo
anliegen|ihr anliegen|anfrage|frage — ihr anliegen: zwei türen
## form_end
diese (e-mail|nachricht) wurde (über|von) — diese e-mail wurde über das formular gesendet
## form_receipt
^(ihre?|deine?)|(~2-20)?bestätigung|rechnung|willkommen — ihre terminbestätigung
## form_other
betreff|firma|unternehmen|anschrift|adresse — betreff: zwei türen
straße|ort|plz|anrede|datum — ort: kiel

## calendar_title
(aktualisierte )?einladung( aktualisiert| mit notiz)? — einladung: kelterplan
## calendar_time
wann — wann: montag um 9
## no_subject
(kein|ohne) betreff — kein betreff
`;
