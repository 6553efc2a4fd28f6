/**
 * French words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const FRENCH_REPLIES = String.raw`
@repondre = répondre|repondre|de réponse|réponse|rien faire|me répondre|nous répondre

# The sender says that no answer is needed.
## declined
(inutile|pas besoin|pas la peine|pas nécessaire) (de|d') (me |nous )?@repondre — inutile de répondre
(aucune|pas de) réponse (n'est )?(nécessaire|attendue|requise) — aucune réponse n'est nécessaire
(vous n'avez|tu n'as|il n'y a|n'ont) rien (à|a) faire — vous n'avez rien à faire
(pour|à titre) (votre |ton |simple |d')?(info|information) — à titre d'information

# The sender says that they wait for an answer.
## wanted
(dans l'attente|en attente|dans l'attente de) (de )?(votre|ta|vos|une) — dans l'attente votre
(j'attends|nous attendons|attends) (de )?(votre|ta|vos|une) — j'attends votre
(votre|ta|une) (réponse|retour|accord|confirmation|décision)( rapide)? — votre réponse
(tenez|tiens|dites|dis|faites|fais)-(moi|nous) — tenez-moi au courant
(r?appelez|r?appelle|répondez|réponds|écrivez|confirmez)-?(moi|nous|le)? — rappelez-moi demain
(qu'en (pensez-vous|penses-tu|dites-vous|dis-tu))|ton avis|votre avis — qu'en pensez-vous ?
(merci de|veuillez) (me |nous |m')?(répondre|confirmer|rappeler) — merci de confirmer
(peux-tu|pouvez-vous) (me |nous |m')?(répondre|confirmer|rappeler) — peux-tu répondre
(vous lire|avoir de vos nouvelles|un retour de votre part) — au plaisir de vous lire
`;
