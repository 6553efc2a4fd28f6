/**
 * French words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const FRENCH_INTENTS = String.raw`
@rdv = rendez-vous|rdv|réunion|visio|visioconférence|appel|entretien|visite|point téléphonique
@rdv = rencontre
@fixer = fixer|convenir d'|organiser|planifier|caler|décaler|reporter|avancer|prévoir|prendre
@fixer = déplacer
@voir = se voir|nous voir|se rencontrer|nous rencontrer|s'appeler|se parler|en parler
@voir = passer vous voir
@marche = fonctionne|marche|démarre|répond|charge|s'allume|imprime|s'ouvre|se connecte|chauffe
@acheter = commander|acheter|réserver|louer|passer commande|faire appel à|souscrire|acquérir
@seriezvous = seriez-vous|êtes-vous|serais-tu|es-tu|vous êtes|tu es
@quand = quand|quel jour|quelles? dates?|quel créneau
@demande = demande de |faire un |établir un |envoyer un |recevoir un |votre meilleur 

## meeting_request 3
@fixer (un|une|le|la|notre)? ?@rdv — pouvons-nous fixer un rendez-vous ?
(pouvons-nous|pourrions-nous|peut-on) @voir — pouvons-nous nous voir
réunion (aura lieu|se tiendra|est (fixée|prévue|reportée|avancée)) — la réunion aura lieu lundi
(on peut|pourrait-on|est-ce qu'on peut) @voir — on peut se voir
@seriezvous (disponible|libre|dispo) — seriez-vous disponible jeudi ?
(vous|te|t') (conviendrait|convient|arrangerait|arrange|irait) — cela vous convient ?
(jeudi|vendredi|lundi|mardi|mercredi) vous va — jeudi vous va
(on se voit|on se retrouve|se retrouver|retrouvons-nous|rencontrons-nous) — on se voit lundi ?
(venir|passer|passez|venez) (vous |nous |me |te )?(voir|visiter|rendre visite) — venez nous voir
(venir|passer|passez|venez) (vous |nous |me |te )?(au bureau|à l'atelier) — venir au bureau
(quand|quel jour) (~12 ){0,3}(disponible|conviendrait|convient) — quand disponible
(quelles? dates?|quel créneau) (~12 ){0,3}disponible — quelle date disponible
(quelles? dates?|quel créneau) (~12 ){0,3}(conviendrait|convient) — quelle date conviendrait
@quand (~12 ){0,3}(arrange|arrangerait|passer|voir) — quel jour vous arrange
invitation ?:|vous invitons? (à|au) — invitation :
(déjeuner|café|verre) (ensemble|lundi|mardi|jeudi|vendredi) — déjeuner ensemble ?
## meeting_request 1
rendez-vous|rdv|réunion|créneau|agenda|disponibilités|visio|visite — la réunion dure une heure
## meeting_request 2
(décaler|reporter|avancer|déplacer) (~12 ){0,2}(au|à|à la) ~3-10 — décaler la visite au lundi
(un|une) (demi-heure|heure suffit) — un demi-heure

## complaint 3
réclamation|plainte|inadmissible|inacceptable|scandaleu(x|se)|lamentable — je dépose une réclamation
(très|vraiment|profondément) (déçue?s?|mécontente?s?|insatisfaite?s?) — nous sommes très déçus
(j'exige|nous exigeons|exige un|geste commercial|dédommagement|indemnisation) — j'exige
(deuxième|troisième|énième|quatrième) fois (que|en|cette|ce) — deuxième fois que
(me|nous) rembourser|remboursement|mise en demeure|médiateur — je demande le remboursement
une honte|pas sérieux|pas professionnel|changer de (fournisseur|prestataire) — c'est une honte
## complaint 2
(débitée?s?|facturée?s?|prélevée?s?) (deux fois|à tort|en trop) — j'ai été débité deux fois
personne ne (m'a |nous a |me |nous )?(répond|rappelle) — personne ne me rappelle
personne ne (m'a |nous a |me |nous )?(rappelée?s?|décroche|vient) — personne ne rappelé
(aviez|avez|avait) (promis|assuré|garanti) — vous aviez promis lundi
(mauvaise?|faux|fausse) (taille|couleur|modèle|article|adresse|montant) — encore la mauvaise couleur
(livrée?s?|reçue?s?|arrivée?s?) (~12 ){0,2}(cassée?s?|abîmée?s?) — reçu cassé
(livrée?s?|reçue?s?|arrivée?s?) (~12 ){0,2}(éventrée?s?|incomplète?s?) — livré éventré
## complaint 1
déçue?s?|retard|cassée?s?|abîmée?s?|erreur de facturation|mécontente?s? — je suis déçue

## support_request 3
(ne|n') ?(~2 )?@marche (plus|pas) — l'imprimante ne fonctionne plus
(site|portail|serveur) est (inaccessible|injoignable) — le site est inaccessible
(message|code) (d')?erreur|erreur [a-z]?\d{1,4} — un message d'erreur s'affiche
(impossible de|n'arrive (plus|pas) à|n'arrivons (plus|pas) à|je ne peux (plus|pas)) — impossible de
(en panne|hors service|bloquée?|plantée?|figée?) — la chaudière est en panne
(besoin d'aide|de l'aide|dépanner|dépannage|assistance technique|support technique) — besoin d'aide
(mot de passe|identifiant) (~12 ){0,2}(oublié|perdu|refusé|incorrect) — mot de passe oublié
comment (faire|puis-je|peut-on|dois-je) — comment faire pour régler l'heure ?
(fuite|coule|inondée?|plus de (courant|réseau|chauffage|eau chaude|connexion)) — il y a une fuite
## support_request 1
erreur|bug|panne|mise à jour|réinitialiser|technicien|problème (de|avec) — erreur

## sales_inquiry 3
@demande?devis (pour|concernant|de)? — un devis pour la cuisine
chiffrage|cotation — il nous faut un chiffrage
(demande de|faire un|établir un|envoyer un|recevoir un) devis — pouvez-vous établir un devis ?
(quel (est|serait)|quels sont|connaître) (~12 ){0,2}(prix|tarifs?|coût|délai) — quel est prix
(combien) (coûte~0-3|coûterait|ça coûte|faut-il compter|pour) — combien coûte la porte ?
(souhaite|souhaitons|souhaiterais|souhaiterions) (~4 )?@acheter — souhaite commander
(voudrais|voudrions|aimerais|aimerions) (~4 )?@acheter — nous voudrions commander dix chaises
(avez-vous|auriez-vous) (~12 ){0,6}(en stock|disponibles?|de disponible) — avez-vous en stock
est-ce que vous avez (~12 ){0,6}(en stock|disponibles?) — est-ce que vous avez en stock
est-ce que vous avez (~12 ){0,6}de disponible — est-ce que vous avez de disponible
(nous |je )?(cherchons|cherche|recherchons|recherche) (un|une|des|deux|\d) — cherchons un
## sales_inquiry 1
tarifs?|prix|remise|commande de|échantillons?|catalogue|en stock|livraison — quels sont les tarifs ?
(pour|serons|sommes) \d{1,4} (personnes|pièces|exemplaires|unités|adultes) — pour 80 personnes

## proposal 3
(notre|votre|mon|ma|l'|une) ?(offre|proposition) (de|pour|commerciale) — notre offre pour la toiture
(notre|votre|mon|ma|l'|une) ?(offre|proposition) (est|ci-jointe|révisée) — notre offre est
(je|nous) (vous )?(propose|proposons) (un|une|de|le|la|nos|notre|d'|donc) — je propose un
(je|nous) (vous )?(soumets|soumettons) (un|une|de|le|la|nos|notre|d'|donc) — je soumets un
(devis|offre|contrat|proposition) (ci-joint|ci-jointe) — devis ci-joint
(devis|offre|contrat|proposition) (en pièce jointe|signé|à signer) — devis en pièce jointe
(valable|valide) (jusqu'au|jusqu'à|un mois|trente jours|30 jours) — offre valable jusqu'au 30 juin
(ci-joint|voici|veuillez trouver) (~12 ){0,2}(devis|offre|proposition) — voici notre offre
(ci-joint|voici|veuillez trouver) (~12 ){0,2}(contrat|projet de contrat) — ci-joint contrat
## proposal 1
conditions|forfait|honoraires|ht par|par an|acompte|sans engagement|prestation — un acompte de 30 %

## partnership 3
partenariat|partenaires?|collaboration|collaborer|s'associer|unir nos forces — un partenariat
(travailler|travaillions|faire|organiser) (~12 ){0,2}ensemble — travailler ensemble
moitié-moitié|part à deux — moitié-moitié
(commission|reversez|reversons|apporteur d'affaires) — une commission de 10 %
(recommander mutuellement|échange de) — recommander mutuellement
## partnership 1
ensemble|commune?s?|conjointe?s?|distributeur|revendeur|mutualiser — une visite commune

## introduction 3
(je me présente|nous nous présentons|me présenter|permettez-moi de me présenter) — je me présente
(je vous présente|je te présente|vous présenter) — je vous présente ana
(faire les présentations|mettre en relation) — faire les présentations
(je suis|voici) (votre|le|la|notre) (nouveau|nouvelle|nouvel) — je suis votre nouveau
(remplace|succède à|prends la suite|prend la suite) — je remplace fabien
(reprends le dossier|nouvelle interlocutrice|nouvel interlocuteur) — reprends le dossier
(de la part de|m'a parlé de vous|m'a donné vos coordonnées|m'a conseillé de) — ana m'a parlé de vous
## introduction 1
je m'appelle|rejoint l'équipe|a rejoint|nouvelle? collègue|faire connaissance — je m'appelle ana

## follow_up 3
(relance|je (me permets de )?(vous |te )?relance|me permets de revenir|je reviens vers) — relance
(des|avez-vous|as-tu|toujours pas de|sans|aucune?|de vos) (nouvelles|réponse|retour) — des nouvelles
(rappel|suite à (notre|votre|mon|nos|ma)|comme (convenu|promis|discuté|évoqué)) — rappel
(où en (est|êtes|sommes)|où ça en est|en est-on|du nouveau) — où en est le dossier ?
(bien reçu|c'est noté|bien noté|ok pour|d'accord pour) — bien reçu, merci
(je confirme|nous confirmons|c'est bon pour) — je confirme
(impayée?s?|reste (due|ouverte|impayée)|non réglée?|en attente de (paiement|règlement)) — impayé
## follow_up 1
relance|rappel|la semaine dernière — relance
notre (échange|conversation|appel)|merci pour (votre|ta|le|la) — merci pour votre réponse
parfait|entendu|ça marche|très bien|en effet|comme prévu — parfait, merci

## feedback 3
(un (grand|immense|énorme)|mille|encore) (merci|bravo)|bravo|félicitations|chapeau — un grand bravo
(j'ai|nous avons|on a) (~8 )?(adoré|aimé|passé un (excellent|merveilleux|super)) — nous avons adoré
(très|vraiment|extrêmement) (contente?s?|satisfaite?s?|ravie?s?|heureu(x|se|ses)) — très content
(recommande|recommanderai|recommanderons|mieux que|un régal|une réussite|quel plaisir) — recommande
délicieu(x|ses?) — le pain était délicieux
(enchantée?s?|ravie?s?) (de|du|par|d') — ravis de la visite
(mon|notre|votre|un) (avis|retour d'expérience|ressenti) — notre avis sur la salle
retour sur (l'|le|la|notre|votre) — retour sur l'
## feedback 1
suggestion|bémol|améliorer|dommage que|petite remarque|impression — seul petit bémol

## information_sharing 2
pour (votre |ton )?(info|information) — pour information
(à titre d'information|je (vous|t') informe|vous informe) — à titre d'information
(nous (vous )?informons|vous (signale|signalons|communique)|à noter|veuillez noter) — nous informons
(ci-joint|en pièce jointe) (~12 ){0,3}(compte rendu|facture|reçu) — ci-joint le compte rendu
vous trouverez (~12 ){0,3}(compte rendu|facture|reçu) — vous trouverez compte rendu
(ci-joint|en pièce jointe) (~12 ){0,3}(documents?|liste|pv|procès-verbal) — ci-joint document
vous trouverez (~12 ){0,3}(documents?|liste|pv|procès-verbal) — vous trouverez document
(sera|serons|seront|restera) fermée?s? — le pont sera fermé
à (partir|compter) (du|de)|changement d'(adresse|horaires) — à partir du
(rien à faire|inutile de répondre|pas besoin de répondre|compte rendu (de|du)) — rien à faire

## question 2
(je voudrais|j'aimerais|je souhaite|nous aimerions|je souhaiterais) savoir — je voudrais savoir si
(une|petite|simple|autre|deux) questions?|je me (demande|demandais) — une petite question
(est-ce|serait-il|est-il) (possible|permis|obligatoire|nécessaire|vrai) — est-il permis de camper ?
`;
