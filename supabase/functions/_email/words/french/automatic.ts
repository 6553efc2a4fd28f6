/**
 * French words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`. Subjects of such emails are in `any/automatic.ts`: they are too short to
 * tell their language.
 */
export const FRENCH_AUTOMATIC = String.raw`
@je = je suis|serai|suis|actuellement|étant
@message = message|courriel|e-?mail|mail

# What a report about an email that could not be delivered says.
## bounce_text
(n'a|n'ont) (pas pu|pu) être (remise?|distribuée?) — votre message n'a pas pu être remis
(n'a|n'ont) (pas pu|pu) être (délivrée?|livrée?|acheminée?) — n'a pas pu être délivré
(boîte|adresse) (~12 ){0,3}(pleine|inconnue|introuvable|inexistante) — boîte pleine

# The sender is away.
## absence_text
(je suis|serai|suis|actuellement|étant) (~12 ){0,2}(absente?|en congés?) — je suis absent
@je (~12 ){0,2}(en vacances|en déplacement) — je suis en vacances
(je suis|suis|actuellement) (~12 ){0,2}(en arrêt|en formation) — je suis en arrêt
(je suis|suis|actuellement) (~12 ){0,2}en télétravail partiel — je suis en télétravail partiel
absente? (du|de mon|de) bureau|(congé|congés) (maternité|parental|annuels) — absent du bureau
(ne )?(consulte|lis|lirai) (pas|plus)( ~12){0,2} (messages|mails|e-mails) — consulte pas messages
(ne )?(consulterai|relève) (pas|plus)( ~12){0,2} (messages|mails|e-mails) — consulterai pas messages
(ne )?(consulte|lis|lirai) (pas|plus)( ~12){0,2} (courriels|messagerie) — consulte pas courriels
(ne )?(consulterai|relève) (pas|plus)( ~12){0,2} (courriels|messagerie) — consulterai pas courriels
(bureaux|cabinet|atelier|magasin) (~12 ){0,2}fermée?s? (du|jusqu'au|pour) — bureaux fermé du

# What absence notes go on with.
## absence_end
(à|dès|après) mon retour|en mon absence|pendant mon absence|de retour — je répondrai à mon retour
(en cas d'|pour toute |pour les |si )?(urgence|urgences|demande urgente) — urgence
(contacter|adresser|joindre|écrire à|adressez-vous|contactez|adresser à) — vous pouvez contacter ana
(jusqu'au|inclus|reprendrai|reviens|reviendrai) — absent jusqu'au 4 mai

# An address that nobody uses any more.
## address_gone
(cette|mon) (adresse|boîte|messagerie) (~12' ?){0,2}n'est plus — cette adresse n'est plus utilisée
(je )?n'utilise plus (cette|mon) (adresse|boîte) — je n'utilise plus cette adresse
(a quitté|ne travaille plus) (~12 ){0,3}(société|entreprise|chez|équipe) — a quitté la société
ne fait plus partie (~12 ){0,3}(société|entreprise|chez|équipe) — ne fait plus partie société

# What a program says of an event.
## notice
(message|courriel|e-?mail|mail) (est |généré |envoyé ){0,2}automatique — message automatique
@message (est |généré |envoyé ){0,2}(automatiquement|automatisé) — message automatiquement
(ne pas|merci de ne pas|veuillez ne pas) (y )?répondre|ne répondez pas à ce — ne pas répondre
merci (pour|de) votre (commande|achat|réservation|paiement|inscription) — merci pour votre commande
votre (commande|colis|réservation) (~12 ){0,2}(a été|est|sera|a bien) — votre commande est expédiée
votre (paiement|facture) (~12 ){0,2}(a été|est|sera|a bien) — votre paiement a été
votre (abonnement|demande) (~12 ){0,2}(a été|est|sera|a bien) — votre abonnement a été
nous avons bien reçu votre|a bien été enregistrée? — votre demande a bien été enregistrée

# Who is asked to approve something gets a notice, and no mailing.
## approval
en attente de votre (approbation|validation) — demande en attente de votre validation
(approuver|accepter|valider) ou (refuser|rejeter) — pour approuver ou refuser la demande

# How to leave a mailing list.
## unsubscribe
d[eé]sinscri(re|vez|ption)|d[eé]sabonne(r|z|ment) — pour se désinscrire, cliquez ici
ne (souhaite|souhaitez|voulez|veux) plus recevoir — si vous ne souhaitez plus recevoir ce courrier
(voir|lire|consulter|afficher) (~12 ){0,2}(en ligne|dans (un|votre) navigateur) — voir en ligne
(gérer|modifier) (vos|mes) préférences — gérer vos préférences
`;
