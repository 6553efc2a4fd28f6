/**
 * French words and phrases of advertising and fraud. Each section is one kind of sign, and several
 * kinds are needed. How they are written: `text/word_table.ts`.
 */
export const FRENCH_ADVERTS = String.raw`
@compte = compte|boîte|mot de passe|carte vitale|colis

# Press, go, order.
## click
cliquez (ici|sur|vite|dès) — cliquez ici
(commandez|profitez|inscrivez-vous|découvrez|achetez) (vite|maintenant|dès|ici) — commandez vite
(j'en profite|je profite|je commande|en profiter) — j'en profite
# It costs nothing.
## free
gratuite?s?|gratuitement|offerte?s?|sans (engagement|frais|risque|obligation) — essai gratuit
# It is cheap.
## price
-? ?\d{1,2} ?% (de (remise|réduction|rabais)|sur) — 30 % de remise
soldes|promo(tion)?s?|prix (cassés?|bas|mini) — soldes
économisez|bon de réduction|code promo|moins cher — économisez jusqu'à lundi
# Now or never.
## hurry
dernier(s)? jours?|dernière chance|plus que — dernier jour
offre (limitée|exceptionnelle|valable)|jusqu'à minuit — offre limitée
(stock|places?) limitée?s?|ne (manquez|ratez|tardez) pas — ne manquez pas
# Money for the reader.
## money
(gagnez|gagner) (de l'argent|jusqu'à|plus) — gagnez de l'argent
revenu (complémentaire|passif)|(crédit|prêt) (rapide|immédiat|sans) — revenu complémentaire
# Praise of the goods.
## hype
(garantie?s?|incroyables?|exceptionnel(le)?s?) — résultat garanti
(révolutionnaires?|inédite?s?|miracle|exclusi(f|ve|fs|ves)) — révolutionnaire
satisfait ou remboursé — satisfait ou remboursé
# What is sold to everybody.
## goods
(maigrir|minceur|perdre du poids|casino|viagra) — maigrir sans effort
(cryptos?|cryptomonnaies?|bitcoins?|rencontres|voyance) — crypto
# How to leave the list.
## leave
(désabonner|désinscrire|désinscription|désabonnement|ne plus recevoir) — se désabonner
# Anybody reads it.
## reader
(cher|chère|chers) (client|cliente|clients|ami|lecteurs?|abonnée?s?|utilisateur) — cher client
félicitations|vous avez (gagné|été (sélectionné|choisi|tirée? au sort)) — vous avez gagné
# Money for nothing, from somebody unknown.
## bait
héritage|bénéficiaire|millions? (d'euros|de dollars)|loterie|don de|veuve — un héritage
# The account will be closed.
## threat
@compte( ~12){0,5} (suspendu|bloqué|désactivé|expiré|limité) — compte suspendu
(vérifiez|confirmez|validez|mettez à jour) (votre|vos) ~4-16 — vérifiez vos données
# Nobody must know, and it is urgent.
## secrecy
strictement confidentiel(le)? — strictement confidentiel
en toute (discrétion|confidentialité)|sous (24|48) ?(h|heures) — sous 24 heures
`;
