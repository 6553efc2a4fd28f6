/**
 * French words around what an email says: closing words, signatures and legal notices. Header names
 * of quoted emails are in `any/layout.ts`. How they are written: `text/word_table.ts`.
 */
export const FRENCH_LAYOUT = String.raw`
## ^closing$
(bien |très )?cordialement( à vous)?|bien (à vous|à toi)|cdlt?|cdt|bàv|crdlt — cordialement, ana
(avec )?(mes |nos )?(meilleures|sincères) salutations — meilleures salutations
(avec )?(mes |nos )?(cordiales|respectueuses) salutations — cordiales salutations
salutations (distinguées|cordiales|sincères)|amicalement|amitiés — salutations distinguées
(je vous prie d'|veuillez )agréer[^.]{0,80} — veuillez agréer mes salutations
bonne (journée|soirée|semaine|fin de journée)( à (vous|tous))? — bonne journée
(bon week-end|belle journée)( à (vous|tous))? — bon week-end
(un grand |encore |mille )?merci( beaucoup| d'avance| par avance| bien| à vous)? — merci d'avance
à (bientôt|demain|lundi|plus( tard)?|très vite) — à bientôt, ana
au plaisir|bises|biz|bisous|je t'embrasse — au plaisir

## device_line
envoyé (de|depuis|à partir|avec)|provenance — envoyé de mon iphone

## role
directeur|directrice|gérante?|ingénieure?|avocate?|responsable|chef de|cheffe — directrice
comptable|assistante?|secrétaire|conseillère?|chargée? (de|d')|technicienn?e? — assistante
consultante?|présidente?|associée? gérante?|commerciale? — consultante

## department
direction|comptabilité — direction
service (client|achats|commercial|après-vente|technique)|secrétariat — service achats

## organization
s\.?a\.?r\.?l|sas|sasu|s\.?a\.?s|eurl|sci|snc|scop|asbl|sprl|srl — boulangerie ruiz sarl
université|école|lycée|collège|mairie|syndicat|cabinet|étude|société|atelier|banque — cabinet ruiz

## legal_secret
confidentiel(le)?s?|privilégiée?s? — ce message est confidentiel
## legal_recipient
destinataires? — pour le seul destinataire
## legal_duty
détruire|avertir|supprimer|informer|prévenir|aviser — veuillez le détruire
## legal_mistake
par erreur|erreur de (transmission|destinataire) — si vous l'avez reçu par erreur
## legal_ban
interdite?s?|non autorisée?s?|responsabilité|divulgation — toute copie est interdite
## legal_this
ce|cet|cette|toute — ce message est privé
## legal_email
courriel|message|pièces? jointes? — ce courriel et ses pièces jointes

## forward_note
pour (votre |ton )?(info|information|suite à donner|action|traitement)|voir ci-dessous — pour info
transféré|ci-dessous|comme convenu|je te transfère|je vous transfère|cf\.? ci-dessous — transféré

## reply_mark
(merci de |veuillez )?(répond(re|ez)|(tapez|saisir) votre réponse) au-dessus — répondez au-dessus

## form_name
nom|votre nom|prénom|nom complet|nom et prénom|civilité|expéditeur du message — votre nom: ana ruiz
## form_email
courriel|adresse e-mail|votre e-mail|adresse mail|adresse électronique|votre courriel — courriel
## form_phone
téléphone|tél|portable|votre téléphone|numéro de téléphone — tél: 01 42 68 53 00
## form_message
message|votre message|commentaire|commentaires|votre demande|demande — votre message: bonjour
## form_end
(cet e-mail|ce message|ce courriel) a été envoyé — ce message a été envoyé depuis le formulaire
## form_receipt
^(votre|vos|ta)|facture|reçu|bienvenue — votre commande
## form_other
sujet|société|ville|code postal|adresse|entreprise|pays — ville: lyon

## calendar_title
invitation( mise à jour| modifiée)?( avec note)? — invitation: récolte
## calendar_time
quand — quand: lundi à 9 h
## no_subject
sans objet|aucun objet — sans objet
`;
