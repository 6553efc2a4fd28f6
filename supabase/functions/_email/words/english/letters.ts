/** English words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const ENGLISH_LETTERS = String.raw`
@hi = hi|hello|hey|dear|good (morning|afternoon|evening|day)

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@hi[^.?]{0,60}[,!:]?$ — good morning tom,
hope (you|this|all) — i hope you are well
thanks? (you )?(for|again) — thanks again for your help
i trust|trust you — i trust you had a good trip
`;
