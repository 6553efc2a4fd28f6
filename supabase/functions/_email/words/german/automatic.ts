/**
 * German words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_AUTOMATIC = String.raw`
@request = nachricht|anfrage|bewerbung
@soon = melden|antworten|kümmern|bearbeiten|werden

# Subjects of reports about emails that could not be delivered.
## bounce_subject
unzustellbar — unzustellbar: ihre bestellung
nicht zustellbar — ihre nachricht ist nicht zustellbar
zustellung (fehlgeschlagen|nicht m[oö]glich) — zustellung fehlgeschlagen: rechnung 2210

# What such a report says.
## bounce_text
konnte nicht zugestellt — ihre nachricht konnte nicht zugestellt werden

# Subjects of automatic replies of people who are away.
## absence_subject
automatische (antwort|abwesenheitsnotiz) — automatische antwort: ihre anfrage
abwesenheits(notiz|assistent|meldung) — abwesenheitsnotiz: zurück am montag
abwesend — ich bin bis montag abwesend
nicht im (buro|büro) — ich bin heute nicht im büro

# The sender is away.
## absence_text
(nicht|derzeit nicht|außer) (im haus|im büro|haus) — ich bin derzeit nicht im büro
(bin|befinde mich) .{0,40}(abwesend|im urlaub|in elternzeit) — ich bin bis freitag im urlaub
nicht mehr (für|bei) ~3-20 (tätig|beschäftigt) — ich bin nicht mehr für ruiz tätig

# What absence notes go on with.
## absence_end
(nach|bei) meiner rückkehr|in meiner abwesenheit — ich antworte nach meiner rückkehr
(in dringenden|dringende) (fällen|anliegen|angelegenheiten) — in dringenden fällen rufen sie an
(wieder|zurück) (erreichbar|im büro|da|ab|am) — ab montag bin ich wieder erreichbar
wieder (für sie|persönlich|gern) (da|erreichbar) — ab 4. mai bin ich wieder für sie da
(wenden|kontaktieren|schreiben) sie — bitte wenden sie sich an ana ruiz

# An address that nobody uses any more.
## address_gone
(adresse|postfach) (~12 ){0,2}nicht mehr — diese adresse wird nicht mehr gelesen

# What a program says of an event.
## notice
@request (haben wir )?erhalten( und|[.,!])( ~2-12){0,2} @soon — anfrage erhalten. wir melden uns
(ist|als) eine automatische (antwort|nachricht) — dies ist eine automatische antwort
automatisch (erstellt|erzeugt|generiert|versendet|verschickt)~0-2 — wurde automatisch erstellt
(bitte )?antworten sie nicht auf diese — bitte antworten sie nicht auf diese e-mail
(danke|vielen dank) für ihre (bestellung|buchung|zahlung) — vielen dank für ihre bestellung
ihre (anfrage|nachricht|bewerbung) ist (bei uns )?eingegangen — ihre anfrage ist bei uns eingegangen
ihre (bestellung|lieferung|sendung|buchung) (wurde|ist|wird|hat) — ihre bestellung wurde versandt

# Who is asked to approve something gets a notice, and no mailing.
## approval
weil sie als ~5-20 (eingetragen|hinterlegt) — weil sie als vorgesetzte eingetragen sind
(wartet|warten) auf ihre (genehmigung|freigabe|prüfung) — der antrag wartet auf ihre freigabe
genehmigen sie (den|diesen|die|diese) (antrag|anfrage) — bitte genehmigen sie den antrag
(genehmigen|annehmen) oder (ablehnen|zurückweisen) — sie können ihn genehmigen oder ablehnen

# How to leave a mailing list.
## unsubscribe
(newsletter|e-mails?) abbestellen — hier können sie den newsletter abbestellen
sie erhalten diese (e-mail|nachricht), weil — sie erhalten diese e-mail, weil sie kunde sind
vom newsletter abmelden — hier können sie sich vom newsletter abmelden
newsletter (ab|aus) — hier melden sie den newsletter ab
`;
