/**
 * French words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const FRENCH_REPLIES = String.raw`
@repondre = répondre|repondre|de réponse|réponse|rien faire|me répondre|nous répondre
@reunion = réunion|rendez-vous|événement|évènement|rencontre|séance|visite|invitation
@dois = devons|dois|ai dû|avons dû|souhaitons
@est = est|a été|sera
@annule = annulée?|supprimée?|retirée?|décommandée?
@dans = dans l'attente|en attente|dans l'attente de|j'attends|nous attendons|attends
@merci = merci de|veuillez|peux-tu|pouvez-vous

# The sender says that no answer is needed.
## declined
(inutile|pas besoin|pas la peine|pas nécessaire) (de|d') (me |nous )?@repondre — inutile de répondre
(aucune|pas de) réponse (n'est )?(nécessaire|attendue|requise) — aucune réponse n'est nécessaire
(vous n'avez|tu n'as|il n'y a|n'ont) rien (à|a) faire — vous n'avez rien à faire

# The sender only informs: no answer is needed, unless something is asked.
## informs
(pour|à titre) (votre |ton |simple |d')?(info|information) — à titre d'information

# The sender says that they wait for an answer.
## wanted
@dans (de )?(votre|ta|vos|une) — dans l'attente votre
(votre|ta|une) (réponse|retour|accord|confirmation|décision)( rapide)? — votre réponse
(tenez|tiens|dites|dis|faites|fais|expliquez|appelez|appelle)-(moi|nous) — tenez-moi au courant
(r?appelez|r?appelle|répondez|réponds|écrivez|confirmez)-?(moi|nous|le)? — rappelez-moi demain
(qu'en (pensez-vous|penses-tu|dites-vous|dis-tu))|ton avis|votre avis — qu'en pensez-vous ?
@merci (me |nous |m')?(répondre|confirmer|rappeler)|et de confirmer — merci de confirmer
(répondez|répondre) (par oui|par écrit) — répondez par oui
(vous lire|avoir de vos nouvelles|un retour de votre part) — au plaisir de vous lire

# An event does not take place, or the invitation to it was a mistake.
## called_off
@reunion (du ~12( (~12|\d\d?)){0,2} )?@est (malheureusement )?@annule — la réunion est annulée
@reunion n'(aura|a) (pas|plus) lieu — la visite n'aura pas lieu
(@dois annuler|annulons|annule) (cette|ce|cet|la|le|l'|notre) ?@reunion — j'annule la réunion
(supprimée?|retirée?) de (votre|ton) (agenda|calendrier) — supprimée de votre agenda
envoyée? par erreur — invitation envoyée par erreur
(ignore[rz]?|compte de) (cette|l'|mon|notre) ?invitation(?!,? si) — ignorez cette invitation
reportée? (sine die|à une date ultérieure) — la visite est reportée sine die

## other_event
précédente?|première?|ancienne?|pourquoi|comment — la réunion précédente est annulée
`;
