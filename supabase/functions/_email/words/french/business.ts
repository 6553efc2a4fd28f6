/**
 * French words and phrases that show budgets, deadlines, decisions and offers of business. How
 * they are written: `text/word_table.ts`.
 */
export const FRENCH_BUSINESS = String.raw`
@lundi = lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin
@lundi = juillet|août|septembre|octobre|novembre|décembre|semaine|mois|trimestre|année|demain|midi
@lundi = \d{1,2}
@deux = \d{1,3}|un|une|deux|trois|quatre|six|dix|quinze
@directeur = directeur|directrice|direction|gérante?|patronne?|président|présidente|dirigeante?
@directeur = conseil( syndical| municipal| d'administration)?|comité|bureau|maire|mairie|assemblée
@directeur = propriétaire|associée?s?|mari|femme|drh|daf|trésorière?|responsable( des achats)?|chef
@decide = décide|décident|décidera|tranche|tranchera|signe|signera|valide|validera|approuve
@decide = approuvera
@decide = donne son accord|doit (signer|valider|approuver|décider|donner)
@acheter = commander|acheter|réserver|louer|faire appel|travailler avec|passer commande|souscrire
@acheter = acquérir|installer|équiper
@fournisseur = fournisseur|prestataire|artisan|partenaire|traiteur|atelier|entreprise|agence
@fournisseur = distributeur
@maximum = maximum|au plus|pas plus de|jusqu'à|sans dépasser|ne pas dépasser
@decision = décision|accord|validation|signature|feu vert
@cherchons = cherchons|recherchons|cherche|recherche

# Words that name a budget or limit what may be spent.
## budget
(notre|nos|un|le|mon|petit|gros|pas de) budgets?|budgétée?s? — notre budget est de 1 200 €
(nous avons|on a|j'ai) (prévu|réservé)( ~12){0,3} \d[\d .,]{0,9} ?(€|euros)? — nous avons prévu 1
(nous avons|on a|j'ai) mis de côté( ~12){0,3} \d[\d .,]{0,9} ?(€|euros)? — nous avons mis de côté 1
@maximum( ~12){0,2} \d[\d .,]{0,9} ?(€|euros) — pas plus de 500 €
\d[\d .,]{0,9} ?(€|euros)( ~12)? (maximum|maxi|max|au maximum|au plus) — 1 200 € maximum
(enveloppe|subvention|fonds|moyens) (de|d'|pour) — une enveloppe de 4 000 euros

# Words that name a deadline or a time frame.
## timeline
(avant|d'ici|à partir du|à partir de)( ~10){0,2} @lundi — avant le 15 octobre
(dès|jusqu'au|pour|fin|début|mi-)( ~10){0,2} @lundi — dès lundi
(la|le|ce|cette|l') ?(semaine|mois|trimestre|année|an) (prochaine?|suivante?) — le mois prochain
(cette|ce) (semaine|mois|trimestre|année|été|hiver|printemps|automne) — nous décidons cette semaine
(dans|sous|d'ici) @deux (jours?|semaines?|mois|heures?) — sous deux semaines
délai|échéance|date limite|calendrier|planning|livraison prévue — quel délai faut-il ?

# Words that say who decides, signs or approves.
## decides
(en tant que|je suis|notre|votre|c'est)( le| la| l')? ?@directeur — en tant que directrice
@directeur( ~12'){0,4} @decide — le conseil syndical décide vendredi
(c'est|sera) (~12'? ?){0,3}@directeur (~12 ){0,2}qui @decide — c'est le conseil qui décide
(je|c'est moi qui) (décide|signe|valide|tranche)|à moi de (décider|trancher) — c'est moi qui signe
@decision (de|du|de la|d'|finale|définitive|revient) — l'accord du maire
(dernier mot|mot de la fin|doit d'abord en parler|j'en parle à) — ma femme a le dernier mot

# Words that offer business.
## opportunity
(intéressée?s?|intérêt) (par|pour|à) — nous sommes intéressés par votre cours
@cherchons (un|une|des|deux|trois) (~15 )?@fournisseur — nous cherchons un traiteur
(devis|tarifs?|prix|cotation) (pour|de|des|concernant) — un devis pour la cuisine
(souhaite|souhaitons|souhaiterions|voudrais) (~4 )?@acheter — souhaite commander
(voudrions|aimerais|aimerions|envisageons|envisage) (~4 )?@acheter — nous voudrions commander
(partenariat|collaboration|travailler ensemble|travaillions ensemble) — un partenariat
(renouveler|prolonger|étendre) (notre|le) (contrat|abonnement) — renouveler notre contrat
`;
