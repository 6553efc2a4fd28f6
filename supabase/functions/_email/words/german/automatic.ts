/**
 * German words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_AUTOMATIC = String.raw`
# Subjects of reports about emails that could not be delivered.
## bounce_subject
unzustellbar — unzustellbar: ihre bestellung
nicht zustellbar — ihre nachricht ist nicht zustellbar
zustellung (fehlgeschlagen|nicht moglich) — zustellung fehlgeschlagen: rechnung 2210

# What such a report says.
## bounce_text
konnte nicht zugestellt — ihre nachricht konnte nicht zugestellt werden

# Subjects of automatic replies of people who are away.
## absence_subject
automatische (antwort|abwesenheitsnotiz) — automatische antwort: ihre anfrage
abwesenheits(notiz|assistent|meldung) — abwesenheitsnotiz: zurück am montag
abwesend — ich bin bis montag abwesend
nicht im (buro|büro) — ich bin heute nicht im büro

# How to leave a mailing list.
## unsubscribe
(newsletter|e-mails?) abbestellen — hier können sie den newsletter abbestellen
vom newsletter abmelden — hier können sie sich vom newsletter abmelden
newsletter (ab|aus) — hier melden sie den newsletter ab
`;
