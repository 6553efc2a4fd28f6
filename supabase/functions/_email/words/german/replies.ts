/**
 * German words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_REPLIES = String.raw`
@antwort = antwort|rückmeldung|reaktion
@rufen = rufen|melden|schreiben|antworten|bestätigen|nennen|geben|teilen|sagen|lassen
@ruckmeldung = antwort|rückmeldung|rückruf|bestätigung|zusage|entscheidung|rückantwort

# The sender says that no answer is needed.
## declined
@antwort (ist )?nicht (nötig|erforderlich|notwendig) — eine antwort ist nicht nötig
keine (antwort|rückmeldung) (nötig|erforderlich|notwendig) — es ist keine antwort nötig
sie müssen nicht (antworten|reagieren) — sie müssen nicht antworten, ich komme
nur zur (info|information|kenntnis) — nur zur kenntnis

# The sender says that they wait for an answer.
## wanted
@rufen sie — rufen sie mich morgen an
(ihre|eine|deine|eure) (kurze |baldige |schnelle )?@ruckmeldung — ich freue mich auf ihre antwort
(melde|melden|meldet) (dich|sie|euch) — melde dich, wenn du da bist
um (~12 )?(rückruf|antwort|bestätigung|rückmeldung) — ich bitte um rückruf
`;
