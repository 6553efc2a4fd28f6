/**
 * Phrases of other languages without tables of their own. How they are written:
 * `text/word_table.ts`.
 */
export const ANY_PHRASES = String.raw`
# Words that name a budget or limit what may be spent.
## budget
(nous avons|on a) prévu( ~12){0,3} \d[\d .,]{0,9} ?(€|euros)? — nous avons prévu autour de 3 000 €

# The reader is asked to do something.
## asked
pourriez-vous|pouvez-vous|merci de|veuillez — pourriez-vous m'envoyer le devis ?
s'il vous plaît — répondez-moi avant lundi, s'il vous plaît
`;
