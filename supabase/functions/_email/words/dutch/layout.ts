/**
 * Dutch words around what an email says: closing words, signatures and legal notices. Header names
 * of quoted emails are in `any/layout.ts`. How they are written: `text/word_table.ts`.
 */
export const DUTCH_LAYOUT = String.raw`
## ^closing$
(met )?(vriendelijke|hartelijke|beste) groet(en)? — met vriendelijke groet
(met )?(warme|collegiale|sportieve|oprechte) groet(en)? — warme groet
(vele |veel |lieve |fijne )?groet(en|jes)?( van| uit .{3,20})?|gr|grtz|grt — groeten, ana
m\.?v\.?g|hoogachtend|met (hoogachting|de meeste hoogachting)|vriendelijk groetend — mvg
(alvast |nogmaals |heel erg |hartelijk )?bedankt( alvast| (je|u)( wel)?)?( bij voorbaat)? — bedankt
(alvast |nogmaals |heel erg |hartelijk )?dank( alvast| (je|u)( wel)?)?( bij voorbaat)? — dank
(fijne|prettige|nog een fijne) (dag|avond|week|weekend|middag)( verder)? — fijne dag
tot (dan|snel|ziens|morgen|maandag|gauw) — tot dan contract
liefs|kus|kusjes|doei|ciao — liefs, ana

## device_line
verzonden (vanaf|met|van|via) — verzonden met outlook
verstuurd (vanaf|met|via|vanuit) — verstuurd vanaf

## role
directeur|directrice|manager|hoofd|adviseur|medewerk(er|ster)|zaakvoerder|bedrijfsleider — directeur
ingenieur|advocaat|secretaresse|secretaris|accountant — advocaat
boekhoud(er|ster)|planner|monteur|voorzitter — boekhouder

## department
afdeling|administratie|boekhouding|klantenservice — afdeling inkoop
verkoop|inkoop|binnendienst|personeelszaken — afdeling inkoop

## organization
b\.?v|n\.?v|v\.?o\.?f|bvba|vzw|c\.?v — bakkerij ruiz b.v.
universiteit|hogeschool|stichting|vereniging — stichting ruiz
gemeente|ziekenhuis|bureau|praktijk|kantoor — gemeente

## legal_secret
vertrouwelijke? — dit bericht is vertrouwelijk
## legal_recipient
geadresseerden?|(beoogde |bedoelde )?ontvanger — alleen voor de geadresseerde
## legal_duty
(te )?(vernietigen|verwijderen|melden|informeren) — gelieve dit te vernietigen
## legal_mistake
per abuis|per vergissing|ten onrechte|foutief — als u dit per abuis ontvangt
## legal_ban
verboden|niet toegestaan|onbevoegd(en)?|aansprakelijk(heid)? — kopiëren is verboden
## legal_this
dit|deze — dit bericht is vertrouwelijk
## legal_email
bericht|bijlagen? — dit bericht en de bijlagen

## forward_note
ter (info|informatie|kennisgeving|kennisname|opvolging)|zie (onder|hieronder|bijlage) — ter info
doorgestuurd|hieronder|zoals besproken|ik stuur (dit|hem|je dit) door — zie hieronder

## reply_mark
(typ|plaats|schrijf) (uw|je) (antwoord|reactie) (hier)?boven — typ uw antwoord boven deze regel

## form_name
naam|uw naam|je naam|voornaam|achternaam|volledige naam — uw naam: ana ruiz
## form_email
e-mailadres|uw e-mail|je e-mail|e-mailadres contactpersoon — e-mailadres: ana@x.example
## form_phone
telefoon|telefoonnummer|mobiel|gsm|uw telefoonnummer — telefoon: 020 1234
## form_message
bericht|uw bericht|je bericht|opmerking|opmerkingen|uw vraag|vraag — bericht: hallo
## form_end
(deze e-?mail|dit bericht) (is|werd) (verzonden|verstuurd) — dit bericht is verzonden via de website
## form_receipt
^(uw|je)|(~2-20)?bevestiging|factuur|welkom — uw bestelling 4711
## form_other
onderwerp|bedrijf|bedrijfsnaam|woonplaats|postcode|adres|plaats — woonplaats: delft

## calendar_title
(bijgewerkte )?uitnodiging( bijgewerkt)?( met notitie)? — uitnodiging: oogst
## calendar_time
wanneer — wanneer: maandag 9 uur
## no_subject
(geen|zonder) onderwerp — geen onderwerp
`;
