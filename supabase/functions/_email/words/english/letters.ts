/** English words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const ENGLISH_LETTERS = String.raw`
@hi = hi|hello|hey|dear|good (morning|afternoon|evening|day)

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@hi[^.?]{0,60}[,!:]?$ — hello,<o:p></o:p></p>
hope (you|this|all) — hope you
thanks? (you )?(for|again) — thank you for your message
i trust|trust you — i trust
`;
