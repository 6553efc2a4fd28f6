/**
 * German words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_AUTOMATIC = String.raw`
# Subjects of reports about emails that could not be delivered.
## bounce_subject
unzustellbar — unzustellbar: einladung
nicht zustellbar — nicht zustellbar
zustellung (fehlgeschlagen|nicht moglich) — zustellung fehlgeschlagen

# What such a report says.
## bounce_text
konnte nicht zugestellt — konnte nicht zugestellt

# Subjects of automatic replies of people who are away.
## absence_subject
automatische (antwort|abwesenheitsnotiz) — automatische antwort: unser
abwesenheits(notiz|assistent|meldung) — abwesenheitsnotiz
abwesend — subject: abwesend
nicht im (buro|büro) — nicht im büro und lese

# How to leave a mailing list.
## unsubscribe
(newsletter|e-mails?) abbestellen — newsletter abbestellen
vom newsletter abmelden — vom newsletter abmelden
newsletter (ab|aus) — newsletter ab
`;
