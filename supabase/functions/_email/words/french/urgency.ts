/**
 * French words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const FRENCH_URGENCY = String.raw`
@travailler = travailler|ouvrir|vendre|encaisser|livrer|servir|produire|facturer|accéder
@suspendu = suspendu|bloqué|fermé|désactivé|limité|expiré|expire
@arrete = arrêtée?s?|bloquée?s?|à l'arrêt|immobilisée?s?|paralysée?s?|en panne
@exercice = exercice|alarme|porte|détecteur
@devrons = devrons|allons devoir|serons obligés de|devons
@production = production|ligne|usine|chantier|machine|atelier|caisse
@verifiez = vérifiez|confirmez|validez|mettez à jour
@verifiez2 = vérifiez|confirmez|validez|mettez à jour

# Damage, danger or loss under way.
## harm
(fuite|odeur) de (gaz|brûlé)|ça sent le (gaz|brûlé) — il y a une fuite de gaz
(fuite|dégât)s? (d'eau|des eaux)|l'eau (coule|monte|entre) — il y a une fuite d'eau
(inond(é|ée|és|ées|ation|ations)) — le sous-sol est inondé
(incendie|en feu|prend feu|a pris feu|feu a pris|brûle|fumée) — la cuisine est en feu
(blessée?s?|à l'hôpital|aux urgences|ambulance|électrocutée?|intoxiquée?s?) — il y a un blessé
(panne|coupure|arrêt) (totale?|générale?|complète?) — une panne totale du réseau
(perte de données|données perdues|piratée?s?|cyberattaque|rançongiciel) — nous avons été piratés
(sans|plus de|plus d') (chauffage|électricité|courant|eau|oxygène|insuline) — sans chauffage
(coincée?s?|enfermée?s?) (dans|à) — une dame est coincée dans l'ascenseur
(c'est une|en cas d'extrême) urgence|danger (immédiat|grave|de mort) — c'est une urgence

# The same words where they tell of no harm here.
## harmless
@exercice (d'|de |anti-?|contre l')?(incendie|évacuation)s? — exercice d'évacuation
(exercice|alarme|porte|détecteur) (d'|de |anti-?|contre l')?(fumée|inondation)s? — exercice fumée
(assurance|sécurité) (d'|de |anti-?|contre l')?(incendie|évacuation)s? — assurance incendie
(assurance|sécurité) (d'|de |anti-?|contre l')?(fumée|inondation)s? — assurance fumée
(prévention|extincteur) (d'|de |anti-?|contre l')?(incendie|évacuation)s? — prévention incendie
(prévention|extincteur) (d'|de |anti-?|contre l')?(fumée|inondation)s? — prévention fumée
(coupe-feu|pare-feu|feu vert|feu rouge|feu d'artifice|non-fumeur|sans fumée) — coupe-feu
(aucune?|pas de|sans) (~12 ){0,2}(blessée?s?|incendie|dégât)s? — aucun blessé
(personne n'(est|a été)|ni) (~12 ){0,2}(blessée?s?|incendie|dégât)s? — personne n'est blessé
(aucune?|pas de|sans|personne n'(est|a été)|ni) (~12 ){0,2}(fumée|urgence|danger)s? — aucun fumée
(numéro|sortie|service|plan|issue)s? (d'urgence|de secours) — le numéro d'urgence

# The story of something that is over, or not so.
## over
(l'an|l'année|le mois|l'été|l'hiver|la semaine) (dernier|dernière|passée?) — l'an dernier
il y a (~8 )?(ans|mois|années)|à l'époque|autrefois|jadis — il y a deux ans
(est|été|sont) (résolue?s?|réparée?s?|réglée?s?|éteinte?|maîtrisée?) — la fuite est réparée

# Only if something happens.
## ^condition
(et |mais )?(si|s'|en cas de|en cas d'|au cas où|lorsque|quand)\b — si un incendie se déclare

# A serious consequence that is named.
## consequence
(audience|procès|jugement|tribunal)( ~12){0,3} — l'audience est lundi
(pénalités?|astreinte|amende|expulsion|résiliation) — une pénalité de mille euros
(perdons|perdre|perdrons) (le|la|notre|ce) (client|contrat|marché) — nous perdons le client
(perdons|perdre|perdrons) (le|la|notre|ce) (maison|acompte|dépôt) — perdons le maison
@devrons (~12 )?(fermer|annuler|évacuer|jeter) — nous devrons fermer

# Somebody cannot go on working.
## standstill
@production( ~12){0,2} (est |sont )?@arrete — la production est arrêtée
(chantier|atelier|magasin|équipe)s? à l'arrêt — le chantier à l'arrêt
(rien|plus rien) (ne )?(marche|fonctionne)|ne fonctionne (plus|pas) — plus rien ne fonctionne
(ne|n') (pouvons|pouvez|peut|arrivons|peux) (plus|pas)( ~2-12)? @travailler — ne peut plus servir
(clients?|équipe|chauffeurs?|ouvriers?) (attend|attendent|bloquée?s?) — les chauffeurs attendent
(magasin|atelier|restaurant|usine) (~5 )?fermée? à cause — le magasin est fermé à cause de vous

# The sender's last word before a consequence.
## last_warning
(dernier|ultime) (rappel|avertissement|avis|relance|délai) — ceci est notre dernier rappel
mise en demeure — mise en demeure
(sans (quoi|règlement)|à défaut)( ~12'){0,4} (avocat|huissier|médiateur) — sans quoi avocat
(sans (quoi|règlement)|à défaut)( ~12'){0,4} (tribunal|recouvrement) — sans quoi tribunal
(action|procédure|voie)s? (judiciaire|contentieuse)s? — action judiciaire
huissier|contentieux|recouvrement — le dossier part au contentieux
(mon|notre) avocat|(je|nous) (saisirai|saisirons|saisis)|porter plainte — je saisirai le médiateur

# The sender calls it urgent.
## said_urgent
(c'est |très |extrêmement |plutôt )?(urgent|urgente|urgents|urgentes|urgence|urgemment) — urgent
d'urgence|en urgence|de toute urgence — rappelez-moi d'urgence
(au plus (vite|tôt)|dès que possible|le plus (vite|rapidement|tôt) possible|asap) — au plus vite
(immédiatement|sans délai|sans attendre|sans tarder) — sans tarder
(dans les plus brefs délais|tout de suite) — dans les plus brefs délais
(ça|cela) (presse|urge)|très pressée? — ça presse

# A deadline of about a day, told without a date.
## today
(avant|pour|d'ici|dès|encore)( ~12){0,1} (midi|ce soir|demain|aujourd'hui) — pour demain
(avant|pour|d'ici|dès|encore)( ~12){0,1} (cet après-midi|17 h|18 h) — avant cet après-midi
(aujourd'hui|ce matin|ce soir|cet après-midi) — passez ce soir
(demain matin|dans l'heure|tout de suite|sous 24 ?h) — demain matin

# Makes a date of its sentence a deadline.
## due
avant|d'ici|au plus tard|jusqu'(à|au)|pour le|pour (lundi|mardi|mercredi|jeudi|vendredi) — avant
échéance|délai|date limite|dernier délai|expire|doit|devez|faut — l'échéance est le 3 mai

# The sender takes the pressure out.
## calm
(pas|rien) (d'urgent|urgent|d'urgence) — rien d'urgent
(ne |n'est )?presse pas|pas pressée? — ça ne presse pas
(aucune|sans) (urgence|hâte)|il n'y a pas le feu — aucune urgence
rien ne presse — rien ne presse
quand (vous|tu) (pouvez|pourrez|voulez|voudrez|peux|pourras|veux|aurez) — quand vous pourrez
(prenez|prends) (votre|ton) temps|à l'occasion|tranquillement — prenez votre temps

# What fraud threatens with or promises.
## fraud
(votre|vos) (compte|boîte|carte|colis|mot de passe)( ~12){0,4} @suspendu — votre compte est suspendu
@verifiez (vos|votre) (identité|coordonnées) — vérifiez vos identité
@verifiez2 (vos|votre) (informations|compte|données) — confirmez vos données

# A stranger's offer.
## cold_offer
nous sommes une (agence|société|entreprise) (de|spécialisée) — nous sommes une agence de seo
(entreprises|sociétés) comme la (vôtre|votre) — aidons des entreprises comme la vôtre
(appel|échange|visio) de (15|20|30|quinze|vingt) minutes — un appel de 15 minutes
(sans engagement|démo gratuite|essai gratuit|audit gratuit) — un audit gratuit
(augmentez|augmenter|boostez) (vos|votre) (ventes|chiffre|visibilité) — augmentez vos ventes
(augmentez|augmenter|boostez) (vos|votre) (clientèle|trafic) — augmentez vos clientèle
(développez|développer|doublez) (vos|votre) (ventes|chiffre|visibilité) — développez vos ventes
(développez|développer|doublez) (vos|votre) (clientèle|trafic) — développez vos clientèle
(je suis|nous sommes) tombée?s? sur (votre|vos) — je suis tombé sur votre
(j'ai|nous avons) (vu|découvert|visité) votre (site|page) — j'ai découvert votre site
(nous aidons|j'aide|nous accompagnons) (des|les|de nombreuses) ~3-14 — nous aidons les artisans

# What friends do together, which is seldom urgent.
## social
déjeuner|déj|dîner|apéro|fête|anniversaire|bière|verre|cinéma|ciné|barbecue|crémaillère — déjeuner
`;
