/**
 * French words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const FRENCH_FEELINGS = String.raw`
@decu = déçue?s?|mécontente?s?|insatisfaite?s?|fâchée?s?|contrariée?s?|énervée?s?|agacée?s?
@ravi = ravie?s?|contente?s?|satisfaite?s?|heureuse?s?|heureux|enchantée?s?|impressionnée?s?
@tres = très|vraiment|extrêmement|profondément|particulièrement|absolument|tellement|si

# Anger or a threat; one of these is enough.
## strong_negative
inadmissible|inacceptable|intolérable|scandaleu(x|se)|honteu(x|se)|lamentable — c'est inadmissible
@tres @decu — nous sommes très déçus
(une|quelle|c'est la|la) (honte|catastrophe|arnaque)|un scandale|du vol — c'est une honte
(j'en ai|on en a|nous en avons) (marre|assez|ras le bol)|ras-le-bol — j'en ai assez d'attendre
(mise en demeure|mon avocat|notre avocat|voie judiciaire|porter plainte|saisir) — mise en demeure
(se|vous) (moque|moquez|fiche|fichez)( de)? — vous vous moquez de nous
(pire|plus jamais|désastreu(x|se)|exécrable|minable) — le pire accueil de la ville

# Disappointment or worry.
## negative
@decu|décevante?|déception|mécontentement — je suis déçue du repas
(dommage|malheureusement|hélas) — malheureusement, personne n'est venu
(deuxième|troisième|énième|quatrième|ème) fois — c'est la troisième fois
(encore une fois|toujours (pas|rien)|à nouveau) — toujours pas de chauffage
(inquiet|inquiets|inquiètes?|inquiétude|préoccupée?s?|préoccupante?|peur) — inquiet
(réclamation|plainte|patience|fatigue|fatiguée?s?|las|lasse) — je perds patience
(laisse à désirer|pas (normal|sérieux|correct|professionnel)) — ce n'est pas sérieux

# Praise or joy.
## positive
@tres @ravi — nous sommes très contents
(un (grand|immense|énorme)|mille|encore) (merci|bravo) — un grand merci
mercis|merci (infiniment|mille fois) — mercis
bravo|chapeau|félicitations|géniale?s?|formidables?|fantastiques?|magnifiques? — bravo
(excellente?s?|parfaite?s?|merveilleu(x|se|ses)) — excellent
(délicieu(x|se|ses)|superbes?|remarquables?) — le repas était délicieux
(j'ai|nous avons|on a|avons) (~5 )?(adoré|beaucoup aimé) — nous avons adoré le concert
(je|nous) (vous )?(le |la |les )?(recommande|recommandons) — je recommande
(je|nous) (vous )?(le |la |les )?(recommanderai|recommanderons) — je vous recommanderai
(enchantée?s?|ravie?s?) (de|du|d'|par) (la|le|l'|votre|ce|cette|notre) — ravis de la visite
(un régal|un plaisir|un bonheur|une merveille|une réussite|mieux que) — la cuisine est un régal
(sauvée?s?|sauvé) (la|le|notre|ma|mon) — vous avez sauvé notre soirée

# Turns praise into its opposite.
## negation
ne|n'|pas|jamais|aucune?|rien|sans|loin d'être — ce n'est pas génial
`;
