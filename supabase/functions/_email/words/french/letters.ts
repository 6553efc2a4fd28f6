/** French words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const FRENCH_LETTERS = String.raw`
@bonjour = bonjour|bonsoir|salut|coucou|chers?|chère|chères|madame|monsieur|mesdames|messieurs
@bonjour = re-?bonjour

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@bonjour( [^.?]{0,60})?[,!:]?$ — bonjour madame ruiz,
(merci|un grand merci|mille mercis)( (pour|de) [^.?]{0,60})?[.!]?$ — merci pour les fleurs
(j'espère|en espérant) que (vous allez|tu vas|tout va) — j'espère que vous allez bien

# A legal notice that is the same in every email.
## disclaimer
(reçu|recevez) (ce|cet) (message|courriel|e-?mail) par erreur — reçu ce message par erreur
(destinataire|destinataires) (prévu|visé|indiqué|désigné|mentionné)~0-2 — le destinataire prévu
(ce|cet) (message|courriel|e-?mail) (~12 ){0,6}confidentiel~0-3 — ce message est confidentiel
(informations?|contenu) (~12 ){0,2}confidentiel(le)?s? — contient des informations confidentielles
ne cliquez — ne cliquez pas sur les liens

# Begins what cannot be understood without the sentence before it.
## ^fragment
(et|mais|ou|donc|alors|ensuite|sinon|puis|d'ailleurs|en plus|du coup)\b — et l'autre aussi
(cependant|par exemple|en revanche|par conséquent|toutefois|néanmoins)\b — cependant il pleut
(dans ce cas|l'un(e)? d'(eux|elles)|enfin)\b — dans ce cas nous venons mardi
(c'est|cela|ça|ceci|ce (dernier|n'est)|celui-ci|celle-ci) ?(~12 ){0,1}(est|a|était|sera)?\b — c'est

# Stands for what the subject or another sentence names.
## pointing
cela|ça|celui-ci|celle-ci|ceux-ci|celles-ci — cela me convient
(ce|cet|cette|ces)(?! (matin|soir|semaine|mois|année|jour|week-end|après-midi)) — ce devis me va
(me|te|nous|vous) (le|la|les) — pouvez-vous me le renvoyer
ci-joint(e|s|es)?|ci-dessous|ci-dessus|(les )?mêmes?|les deux|à nouveau|plutôt — voir ci-dessous

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
il y a (\d{1,2}|un|une|deux|trois|quelques|plusieurs) (jours?|semaines?|mois|ans?)\b — il y a un an
(hier|la semaine dernière|le mois dernier|récemment|dernièrement)\b — hier nous étions là
(j'espère|nous espérons) que (vous avez|tu as) passé — j'espère que vous avez passé un bel été
nous nous sommes (rencontrés|vus|croisés)\b — nous nous sommes rencontrés au salon
je (vous|te) (transmets|transfère) (ce que|la lettre)\b — je vous transmets ce que le client écrit
voici (ce que|la lettre)\b — voici ce que notre cliente a écrit

# Begins what has nothing to do with the matter.
## ^by_the_way
au fait|à propos, — au fait, bon anniversaire

# Begins what holds only in a case.
## ^condition
(si|s'il|au cas où|sinon)\b — si vous ne le trouvez pas

# What mailings say of themselves.
## footer
désabonn~1-6|désinscri~1-8|désinscription — pour vous désabonner, cliquez ici
politique de confidentialité — voir notre politique de confidentialité
(ne (souhaitez|voulez) plus recevoir|recevez (ce|cet)) — vous recevez ce message
(dans|sur) (votre|ton) navigateur|ne s'affiche pas|version en ligne — voir dans votre navigateur

# Begins what hands something over.
## ^presents
(ci-joint|vous trouverez|veuillez trouver|voici)\b — ci-joint le devis
(je|nous) vous (envoie|envoyons|transmets|transmettons|joins|joignons)\b — je vous envoie le plan

# Begins what is there for whoever wants to look.
## ^to_look
pour (voir|consulter|suivre|lire|connaître|en savoir|retrouver) — pour suivre votre colis
`;
