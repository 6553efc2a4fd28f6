/** French words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const FRENCH_QUESTIONS = String.raw`
@savoir = savoir|dire|indiquer|préciser|confirmer|demander|demandais|demande|dites-moi|dis-moi
@savoir = dites-nous|dis-nous|sais-tu|savez-vous|ignore|vérifier
@savoir = dites[ -]moi|dis[ -]moi|faites-(moi|nous) savoir
@avant = avant|d'ici|demain|aujourd'hui|par|vite|au|dès|cette|ce
@si = si|quand|combien|quel|quelle|quels|quelles|qui|comment|où|pourquoi|lequel|laquelle|ce que

# A question without a question mark.
## indirect
@savoir (aussi |également |encore )?@si — je voudrais savoir si la carte est valable
(ma|la|une|autre|dernière|petite) question ?: — une question : où est la clé
@savoir @avant (~10 )?(~10 )?(~10 )?(~10 )?@si — dites-moi avant vendredi midi si cela vous va
(dites|dis|répondez|réponds)[ -](moi|nous) oui ou non — dites-moi oui ou non demain
(dites-le|dis-le)[ -]moi — si l'idée te plaît, dis-le moi
(est-ce que|qu'est-ce que|est-ce qu') — est-ce que vous venez lundi
(confirmez|confirmer|confirme) (votre|ta) (présence|venue|participation) — confirmez votre présence

# Nobody waits for an answer to these.
## rhetorical
comment (allez-vous|vas-tu|ça va)( aujourd'hui)? ?\?$ — bonjour, comment allez-vous ?
(ça va|tout va bien|la forme|quoi de neuf) ?\?$ — salut, ça va ?
qui (l'eût|aurait) cru|que demander de plus|à quoi bon|pourquoi pas ?\?$ — à quoi bon
(vous en avez|tu en as) (marre|assez) — vous en avez assez des fuites ?
quoi de (mieux|plus ~3-9) (que|qu') — quoi de mieux que la pluie ?
qui aurait (pu )?(cru|pensé|imaginé) — qui aurait pensé à lui ?
(vous appelez|appelez-vous) (ça|cela) — vous appelez ça un repas ?

# Begins what a sender answers to a question of their own.
## ^own_answer
parce (que|qu')|car |bien sûr|évidemment|tout simplement|personne[,.] — parce que les prix montent
(oui|non|si|exactement|justement)[,.!] — oui, tout va bien
`;
