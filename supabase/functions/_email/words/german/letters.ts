/** German words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const GERMAN_LETTERS = String.raw`
@guten = guten (tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@guten[^.?]{0,60}[,!:]?$ — guten tag frau lind,
vielen dank|danke — vielen dank für die blumen
`;
