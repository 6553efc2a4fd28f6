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
pourriez-vous|pouvez-vous|merci de|veuillez — pourriez-vous m'envoyer
s'il vous plaît — s'il vous plaît

# Subjects of automatic replies of people who are away.
## absence_subject
r[eé]ponse automatique — reponse automatique
absence du bureau — absence du bureau
risposta automatica — risposta automatica
resposta autom[aá]tica — resposta automatica
automatisch antwoord — automatisch antwoord

# How to leave a mailing list.
## unsubscribe
se d[eé]sinscrire — se desinscrire
d[eé]sabonner — desabonner
`;
