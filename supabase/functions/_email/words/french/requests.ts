/**
 * French words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const FRENCH_REQUESTS = String.raw`
@dire = garantir|promettre
@dire = dire|indiquer|préciser|confirmer|expliquer|imaginer|faire|être|avoir|proposer|garder|livrer
@pouvez = (pouvez|pourriez)-vous|(peux|pourrais)-tu|vous (pouvez|pourriez)|tu (peux|pourrais)
@pouvez = (quelqu'un|l'un de vous) (peut|pourrait)
@pouvez = pouvez|pourriez|voulez|voudriez|sauriez
@peux = peux|pourrais|veux|voudrais
@envoyez = r?envoyez|r?appelez|r[eé]pondez|confirmez|indiquez|transmettez|donnez|pr[eé]venez
@envoyez = adressez
@envoyez = faites|laissez|retournez|remboursez|r[eé]servez|pr[eé]parez|v[eé]rifiez|corrigez|dites
@envoyez = tenez|aidez|livrez|contactez|rappelez|apportez|montrez|expliquez
@envoie = r?envoie|r?appelle|r[eé]ponds|confirme|transmets|donne|pr[eé]viens|fais|laisse|r[eé]serve
@envoie = pr[eé]pare|v[eé]rifie|corrige|apporte|rapporte|montre|explique|rappelle|regarde
@envoyer = envoyer|appeler|rappeler|répondre|confirmer|transmettre|fournir|retourner|renvoyer|régler
@envoyer = signer|valider|vérifier|rembourser|remplacer|corriger|livrer|passer|prévoir|procéder
@envoyer = payer
@envoyer = adresser|indiquer|préparer|réserver|prendre|faire|ne pas|bien vouloir|nous|me|m'
@besoin = besoin de|besoin que|besoin d'|besoin du
@enverrai = enverrai|enverrons|rappellerai|rappellerons|transmettrai|transmettrons|passerai
@enverrai = passerons
@enverrai = tiendrai|tiendrons|ferai|ferons|apporterai|apporterons|paierai|règlerai|règlerons
@enverrai = préparerai|préparerons|confirmerai|confirmerons|déposerai|viendrai|viendrons
@que = que |encore |absolument |bien 
@encore = encore |juste |seulement 
@serait = serait|seraient
@avoir = avoir|recevoir|récupérer
@doit = doit|doivent|devra|devront|devrait|devraient
@souhaite = souhaite|souhaitons|veux|voulons|exige|exigeons|demande|demandons
@prvoyez = prévoyez|prévois|gardez|garde|évitez|évite|jetez|jette
@sortez = sortez|sors|rentrez|rangez|range|videz|vide|remplis|signe
@demandez = demandez|demande|choisissez|choisis|prévenez|utilisez|changez
@remboursez = remboursez|remplacez|livrez|reprenez|réparez|rectifiez
@undevis = un devis|une réponse|un retour|une copie|un exemplaire|un rendez-vous
@vousvoudrez = vous voudrez|vous veillerez|vous devez|vous devrez|vous devriez|tu dois|tu devras
@retourner = retourner|renvoyer|remettre|compléter|apporter|prévoir|faire|corriger|changer
@fermes = fermes|mets|prends|passes|ramènes|apportes|gardes|laisses|appelles
@dautres = d'autres|des|la moindre|une|de plus|plus
@obj = le|la|les|un|une|des|du|de|votre|vos|ton|ta|tes|mon|ma|mes|notre|nos|ce|cette|ces|au|aux|à|en
@obj = l'~2-12|moi|nous|lui|leur|y|tout|aussi|donc|bien|avant|dès
@ord = inscrivez|appelez|prenez|guidez|ouvrez|fermez|attendez|achetez|notez|lisez|retirez|essayez
@ord = choisissez|regardez|cherchez|rendez|écrivez|parlez|comptez|ajoutez|réglez|payez|imprimez
@ord = installez|nettoyez|suivez|revenez|arrêtez|évitez|déplacez|copiez|portez|trouvez|mettez
@ord = mets|prends|trouve|ouvre|sors|note|lis|rends|écris|cherche|achète|déplace|supprime|ajoute
@laisse = laisse|laissez|apporte|apportez|pose|posez|prends|prenez|ferme|fermez
@mets = mets|mettez|ajoute|ajoutez|supprimez|annulez|enlevez|lib[eé]rez
@libere = libère|déplace|remplace|coupe|coupez|remplacez|remplissez|joignez
@renvoyez = renvoyez|retournez|signez|complétez|vérifiez|confirmez
@peuxtu = pouvez-vous|pourriez-vous|peux-tu

# The reader is asked to do something.
## asked
(s'il (vous|te) pla[iî]t|svp|stp) — signez la feuille, s'il vous plaît
@pouvez-vous (~1')?(~12 ){0,2}~2-14'? — pourriez-vous m'envoyer le devis ?
(est-ce que )?vous (pouvez|pourriez) (~2'|nous |me |le |la |les )?~2-14 — vous pouvez m'aider ?
(est-ce que )?tu (peux|pourrais) (~2'|nous |me |le |la |les |y )?~2-14 — tu peux me rappeler ?
@peux-tu (~2'|nous |me |le |la |les |y )?~2-14 — peux-tu m'envoyer la liste ?
merci (de|d'avance de) (bien vouloir |nous |me |m'|ne pas )?@envoyer — merci de confirmer la date
merci d[e'] ?(nous |me )?~3-14(er|ir|re) — merci de patienter
(veuillez|prière de|priere de) — veuillez signer la page 3
(je|nous) (vous )?(prie|prions|demande|demandons) de — je vous demande de remplacer la porte
(je|nous) (te |vous )?demand(e|ons|ais|ions) (de|à|que|si vous) — je te demande de venir
@envoyez-(moi|nous|le|la|les|lui|leur) — envoyez-moi la liste
@envoie-(moi|nous|le|la|les|lui|leur) — envoie-nous les photos
(ne )?(oubliez|oublie) pas (de|d') — n'oubliez pas de signer
(pensez|pense) à ~3-14 — pensez à fermer la grille
(j'ai|nous avons|on a|j'aurais|nous aurions) @besoin — j'ai besoin de la clé
il (me|nous) (les? |la |en |l')(faut|faudrait|faudra) — il nous la faut avant le 30
il (me|nous) (faut|faudrait) — il nous faut la clé avant lundi
(j'aimerais|nous aimerions|je (voudrais|souhaite|souhaiterais)) que — j'aimerais que vous veniez
(nous|je) (souhaitons|souhaiterions|voulons) que vous — nous souhaitons que vous passiez
(j'exige|nous exigeons|je réclame|nous réclamons) — j'exige le remboursement
(serait-il|est-il|il serait) possible (de|d'|que) — serait-il possible de décaler la visite ?
(vous serait-il|te serait-il|vous est-il) possible (de|d') — vous serait-il possible de passer ?
(auriez-vous|aurais-tu) (l'amabilité|la gentillesse|l'obligeance) — auriez-vous l'amabilité
(je|nous) vous (serais|serions) reconnaissante?s? (de|si) — je vous serais reconnaissant de répondre
(à|a) (renvoyer|retourner|r[eé]gler) (avant|sign~2|d'ici) — à régler avant lundi
(à|a) (signer|payer|compl[eé]ter|remplir) (avant|sign~2|d'ici) — à signer avant lundi
(échéance|payable|à régler) (le|au|avant|sous) — payable avant le 3 mai
@laisse (le|la|les|un|une|l'~2-12) — laisse la clé
@mets (le|la|les|du|de|l'~2-12) — ajoutez la TVA
@libere (le|la|les|du|ce|l'~2-12) — libère le quai
(appelle|appelez|passe|passez|venez|viens|répondez) (au|à|chez|avant|le|vite|dès|quand) — appelle au
@renvoyez (le|la|les|votre|vos|ce|l'~2-12) — signez le contrat
(tu|vous) (dois|devez|devriez|devrais) — vous devez signer
(peut-on|pourrait-on|on peut|on pourrait) (~2-12 ){0,2}~3-12(er|ir|re) — peut-on demainer
bon pour (accord|impression|commande) — bon pour impression, lancez
il (nous |me |te |vous )?(faut|faudrait|faudra) @que?~2-14 — il faudrait quelqu'un demain
il (reste|resterait|manque) @encore?(à|a) ~3-14(er|ir|re) — il reste à corriger la date
(nous|m'|me) (arrangerait|aiderait|rendrait|conviendrait) — un devis nous arrangerait
@serait (les |la |le )?(bienvenue?s?|parfaits?|idéal|utiles?|appréciée?s?) — un devis serait utile
(je|nous|on) (dois|devons|doit) (l'|le |la |les )?@avoir — nous devons l'avoir avant lundi
@doit (~12 ){0,3}(être|parvenir|arriver|figurer|rester) — la clé doit être rendue
(je|nous) @souhaite (que|le|la|les|un|une|à) — je souhaite que vous veniez
(j'attends|nous attendons) (de vous|que|votre|vos|le|la|un|une) — j'attends le remboursement
@prvoyez (le|la|les|un|une|de|d'|votre|vos|ton|tes) — prévoyez le bois
@sortez (le|la|les|un|une|de|d'|votre|vos|ton|tes) — sortez les poubelles
@demandez (le|la|les|un|une|à|votre|vos|ton|au|de) — changez la date
@remboursez (moi|nous|-~2-4|le|la|les|l'|ce|cette|mes|mon) — remboursez le prélèvement
(pensez|pense|songez|veillez|veille) (bien )?(à|aux?) — pensez à apporter les chaussures
(merci|prière) de ~3-14(er|ir|re|oir) — merci de garer vos vélos
@undevis (~12 ){0,6}(nous|me) — un devis nous aiderait
@vousvoudrez (bien |à )?~3-14 — vous devrez signer
à (nous |me )?@retourner — à renvoyer signé
tu (me |nous |le |la |les |lui )?@fermes — tu fermes la porte
(à|a) défaut (de|d')|si rien n'est fait — à défaut de paiement, nous fermons
(prie|prions) d'~3-12 — nous vous prions d'établir un avoir
(paraîtrait|semblerait|serait) (juste|équitable|correct) — il serait juste de le retirer
(photo|copie|scan|signature|mot) (~12 ){0,4}(suffit|suffira|suffirait) — une photo suffit
que (votre|le|un) ~3-14 (appelle|vienne|passe|rappelle) — que votre technicien vienne

# A question that wants something done, not told.
## by_question
@pouvez (y |nous |me |le |la |les |lui )?(m'|l')?(?!@dire)~2-14(er|ir|re|oir)\b — peux-tu venir ?
@pouvez (nous |me )faire (parvenir|passer|un|une) — pouvez-vous nous faire parvenir un devis ?
(auriez-vous|aurais-tu) (l'amabilité|la gentillesse|l'obligeance) — aurais-tu la gentillesse ?
serait-il possible (de|d') ?(nous |me |m')(?!@dire)~2-14 — serait-il possible de m'appeler ?

# The sender says what they will do.
## promised
(je|nous|on) (vous |te |t'|le |la |les |l'|y )?@enverrai — je vous enverrai la liste demain
je (vous|te|t'|le|la|les|te l') ?(envoie|rappelle|transmets) — je te l'envoie
je (vous|te|t'|le|la|les|te l') ?(fais|apporte|dépose|tiens) — je vous apporte la clé
je (vous|te|t') (l'|le |la |les )?(envoie|rappelle) (ce|demain|lundi|dès) — je te rappelle demain
je (vous|te|t') (l'|le |la |les )?(apporte|dis) (ce|demain|lundi|dès) — je vous apporte ce contrat
(je vais|nous allons|on va) (vous |te |t'|le |la |les )?~3-14(er|ir|re) — nous allons vous rappeler

# A promise with a condition that the reader may leave alone is an offer.
## offered
si (vous|tu) (le )?(souhaitez|souhaites|voulez|veux|préférez|préfères) — si vous voulez, je viens
(en|si) cas de besoin — je viens en cas de besoin

# Politeness, or bait, that asks for nothing.
## polite
n'hésite(z)? (pas|surtout pas) — n'hésitez pas à me contacter
(restons|reste|restent) à (votre|ta) disposition — je reste à votre disposition
(veuillez|je vous prie) (d')?(agréer|recevoir|croire) — veuillez agréer mes salutations
(pour toute|si vous avez (d'autres|des)) (questions?|demande|information) — pour toute question
(veuillez|vous trouverez) (trouver )?ci-joint — veuillez trouver ci-joint la facture
ne pas tenir compte d(e|u) (ce|cette|présent) — veuillez ne pas tenir compte de ce rappel
excuse(z|r)?(-moi|-nous| notre| mon) — veuillez excuser notre retard
merci (pour|de) (votre|ta|ton|vos) — merci de votre patience
bon courage|prenez soin|portez-vous bien — prenez soin de vous
(prenez|prends) (tout )?(votre|ton) temps — prenez votre temps
(en cas de|pour toute) (question|doute|besoin|souci|précision) — en cas de question, appelez
(si|s'il) (vous|tu|y a) (avez|as|besoin|souhaitez|auriez) @dautres — si vous avez des questions

# Only an answer is wanted, which the questions already say.
## only_answer
(dites|dis|faites|fais|tenez)-(moi|nous) (savoir )?(si|quand|ce que|lequel|quel) — dites-moi si
@peuxtu (me|nous) (dire|indiquer|préciser) (si|quand|quel~0-4|combien|où) — peux-tu me dire si
merci de (me|nous) (dire|indiquer|préciser) (si|quand|quel~0-4) — merci de nous dire si vous venez

# The reader is asked not to do something.
## unwanted
(merci de|veuillez|prière de) ne pas — merci de ne pas appeler avant neuf heures
(n'avez|n'as) (donc )?(rien|pas) (à|besoin) — vous n'avez rien à faire
(inutile|pas besoin|pas la peine|ce n'est pas la peine) (de|d') — inutile de répondre

# First words that order something.
## ^order
@ord( |-)@obj — inscrivez-y votre société
`;
