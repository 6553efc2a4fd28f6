/** Spanish words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const SPANISH_LETTERS = String.raw`
@hola = hola|estimad[oa]s?|buenos (días)|buenas (tardes)

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@hola[^.?]{0,60}[,!:]?$ — buenos días, ana:
gracias — gracias por las flores
`;
