/** French words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const FRENCH_TROUBLES = String.raw`
@moved = avancée?s?|reportée?s?|décalée?s?|repoussée?s?
@probleme = problèmes?|problemes?|soucis?|erreurs?|pannes?|défauts?|bugs?|retards?
@probleme = dysfonctionnements?
@marche = fonctionne|fonctionnent|marche|marchent|démarre|répond|charge|s'allume|imprime|arrive
@marche = s'ouvre|se connecte|chauffe|ferme|reconna[iî]t
@recu = reçue?s?|arrivée?s?|livrée?s?|remboursée?s?|réglée?s?|réparée?s?|rappelée?s?|répondu
@abm = abîmé|abîme|coince|bloque|grince|coule|fuit|sent|dégage|casse|saute|tombe|chauffe|rouille
@ferme = ferme|s'ouvre|tient|monte|part|s'allume|chauffe|passe
@renvoie = renvoie|renvoient|renvoyez|dit|dites|promet|avez promis|avez prélevé|facture
@deuxime = deuxième|troisième|seconde|quatrième
@tache = tache|taches|rayure|rayures|odeur|humidité|moisi|trou|trous|fissure|bosse|jeu
@dommage = dommage|seul bémol|petit bémol|hélas|malheureusement|glacial|bruyante?s?|pénible
@dommage = décevante?s?
@sansrponse = sans réponse|sans suite|sans nouvelles|resté[es]* sans|toujours en attente
@sansrponse = au point mort

# Something goes wrong, told plainly.
## trouble
(un|le|les|des|ce|nos|ces|mêmes?|même|en|du|de gros) @probleme — nous avons un problème
(ne|n') ?(~2 )?@marche (plus|pas|toujours pas) — l'imprimante ne fonctionne plus
(rien ne|ne) (marche|fonctionne|va plus) — plus rien ne marche
(en panne|hors service|hors d'usage|bloquée?s?|plantée?s?|figée?s?) — la chaudière est en panne
(cassée?s?|abîmée?s?|fissurée?s?|déchirée?s?|éventrée?s?|endommagée?s?|défectueu(x|ses?)) — cassé
(rayée?s?|périmée?s?|inutilisables?|inondée?s?|coupée?s?) — cinq cartons sont inutilisables
(coule|fuit|fuite|goutte|déborde|bouchée?s?|moisie?s?|moisissures?) — l'eau coule sous la porte
(impossible de|n'arrive (plus |pas )?à|n'arrivons (plus |pas )?à) — impossible de me connecter
(message d'erreur|code (d')?erreur) — un message d'erreur s'affiche
(jamais|toujours pas|pas encore|rien) ((été|eu) )?@recu — je n'ai toujours pas reçu le colis
inadmissible|inacceptable|mauvaise? (service|accueil|qualité|taille|couleur|modèle) — inadmissible
impayée?s? — la facture 22 est toujours impayée

# What is missing, late or in the way, told less plainly.
## lack
(ne|n'|personne|rien|aucune?|jamais) — personne ne répond au téléphone
(deux|trois|double|encore une) fois — j'ai été débité deux fois
(sans|manque|manquent|manquait|manquaient|il manque) — il manque deux chaises
(tard|retard|trop|perdue?s?|vide|froide?|sale|bruit|pire|encore) — le repas était froid
(mauvaise?s?|faux|fausse|erreur|au lieu de|à la place) — la couleur est mauvaise
(attends|attendons|attend) (depuis|toujours|encore) — j'attends depuis trois semaines
(@abm)e?s? — la porte grince
(ne @ferme (plus|pas)|se décolle|se détache) — il ne ferme plus
@dommage — seul bémol, le bruit
depuis (~12 ){1,3}(jours|semaines|mois|heures|ans) — depuis trois semaines
(me|nous) @renvoie — on me renvoie ailleurs
@sansrponse — resté sans réponse
@deuxime (fois|relance|erreur|commande|rappel) — c'est la troisième fois
@tache (sur|dans|de|au|du) — une tache sur le mur

# Trouble that is denied or over.
## denied
(aucune?|sans|pas de|plus de|pas d') (problème|souci|erreur|panne)s? — aucun problème de notre côté
(résolue?s?|réparée?s?|réglée?s?|rentré dans l'ordre) — tout est réparé
aucune (objection|remarque|réserve|plainte) — aucune remarque de ma part
(est|sont) en (parfait )?ordre — les pompes sont en ordre
(vous avez|tu as) raison[,:.] — vous avez raison, une page manque

# Polite, or about something else than trouble.
## harmless
merci|s'il vous pla[iî]t|cordialement|n'hésitez — merci pour les fleurs
(rien (ne presse|à faire|d'urgent|de grave)|pas (de souci|urgent|besoin|la peine)) — rien ne presse
(n'est-ce pas|ne t'inquiète|ne vous inquiétez|je n'ai rien contre) — ne vous inquiétez pas

# A day that is another now: news, but for who complains.
## moved
(est|sont|été)( ~12)? @moved (à|au|du|de) — la visite est reportée au 3
`;
