import type { Field } from "../../english/model/fields.ts";

/** The same fields in French. */
export const FRENCH_FIELDS: Readonly<Record<Field, string>> = {
  greet: "bonjour bonsoir salut coucou cher chère chers chères madame monsieur mesdames messieurs",
  thank: "merci mercis remerci* reconnaissan* gré",
  please: "svp stp plaît veuillez prière merci",
  may: "peut peux pouvez pourriez pourrait pourrais pourrions pouvons voudriez voulez",
  want: "veux voudrais voudrions souhait* besoin cherch* aimerai* faudrait faut désir* " +
    "intéress* envisag* préfér* aimerais songeons espér* chercher",
  buy: "achat acheter achèt* command* prix tarif* coût* coûte coûterait devis remise stock " +
    "disponib* livr* quantité échantillon* catalogue pièces unité* location louer louons " +
    "mètres litres kilos personnes délai* combien fourniss* lot palette* modèle* " +
    "référence* taille* fiche budget* places soumission* commander fournissez livrer " +
    "livrez soumission",
  sell: "offre offres propos* proposition valable contrat conditions comprend compris inclus " +
    "ttc ht tva forfait honoraires acompte signature signé signez projet montant garantie " +
    "total offrons soumett* soumission devis vente vendons remise mensuel* abonnement* " +
    "durée gratuit*",
  pitch: "clients entreprises société solution* plateforme économis* augment* ventes chiffre " +
    "démo essai site visites prospects",
  meet: "rencontr* rendez rdv réunion visite* visiter appel appeler téléphon* visio agenda " +
    "café déjeuner passer passe voir décal* avancer report* venir essayage retrouv* " +
    "rejoindre discut* parlons échange échanger calendrier dîner invit* passez invite* " +
    "décaler",
  suit: "convient conviendrait arrange libre créneau disponible plutôt mieux préfér* irait jeu",
  day: "lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourd hui soir matin " +
    "semaine mois midi quinzaine lendemain",
  clock: "heure heures h demie quart minutes minuit",
  broken: "panne pannes cassé cassée erreur* bloqué* bloque bug plante figé* figée coupe coupé* " +
    "fuit fuite bipe clignot* éteint marche fonctionn* démarre répond arrêté hors affiche " +
    "claquer coince grince coule tombe ferme monte décolle saute défaillan* dysfonction* planté " +
    "plantée plantent gelé gelée rame bugs patine disjoncte siffle vibre goutte déborde bouché " +
    "bouchée détaché arraché* rompu brisé brisée surchauff* éteinte redémarr* déconnect* " +
    "injoignable* inaccessible* inutilisable* illisible* introuvable* corrompu* interrompu* " +
    "coupure coupures rejet* refuse refusé* expiré* échoue échoué échec impossible dérégl* tombé " +
    "coincé* enray* bourrage bloquent ouvre charge chauffe allume démarrent répondent connecte " +
    "bipent défectueu* fuient capricieu*",
  device: "mot passe compte écran application logiciel version mise jour navigateur imprimante " +
    "routeur wifi réseau serveur bouton menu réglage* machine chaudière capteur pompe caisse " +
    "terminal tablette téléphone portable appareil système portail fichier câble batterie plaque " +
    "barrière compresseur ordinateur portables clavier tablettes photocopieuse caméra badge " +
    "interphone serrure porte portes volet volets fenêtre vitre robinet évier douche toilettes " +
    "tuyau* canalisation* plomberie chauffe chauffage radiateur* thermostat clim climatis* " +
    "ventil* four frigo congélateur vaisselle tondeuse ascenseur toit toiture gouttière* prises " +
    "disjoncteur ampoule* lampe* éclairage détecteur* moteur frein* pneu pneus voiture camion " +
    "camionnette vélo logiciels messagerie identifiant* connexion session modem borne* lecteur " +
    "vanne filtre compteur lien formulaire serveurs sauvegarde* fichiers",
  help: "aide aider comment expliqu* procédure mode notice régler résoudre dépann* assistance " +
    "guide* technicien* support conseil* réparer réparation* indiqu* indiquer",
  harm: "feu fumée brûle gaz inond* eau danger* blessé* hôpital urgence étincelles incendie " +
    "secours pompiers vaccins alarme brûlure* explos* fuite toxique* intoxi* malade* vomi* " +
    "fièvre allergi* malaise chute blessure* sang ambulance urgences police volé volés cambriol* " +
    "menac* courant électricité effondr* écroul* verglas accident* dégât* évacu* infiltr* " +
    "moisissure* rats grave graves gravement",
  lack: "ne pas plus jamais personne rien aucun aucune sans manque manquent manquait perdu* " +
    "retard tard mauvais mauvaise vide ni toujours encore nouveau depuis dommage hélas " +
    "malheureusement bémol troisième deuxième absent* introuvable* oubli* disparu* incomplet* " +
    "insuffis* trop peu seulement moins pénurie rupture épuisé* indisponib* erroné* faux fausse " +
    "incorrect* autre tardi* retardé* lent pourtant censé* manquant* manqué vainement fois " +
    "attendu prévu oubli oublis",
  damage: "abîmé* fissur* déchir* rayé* cabossé* trempé* moisi* froid froide sale sales taché* " +
    "brûlé* tordu* cassés cassées pourri* périmé* défectueu* éventré* perdu morceaux tache " +
    "taches rayure odeur humidité trou bosse glacial bruyant* endommag* détérior* dégrad* " +
    "écrasé* percé* fendu* fêlé* brisé* décoll* rouill* déform* renvers* mouillé* humide* " +
    "détremp* collant* pue avarié* tiède sec dur dure usé usée usés usure détruit* moisissure* " +
    "brisé brisée",
  bad: "pire horrible affreux honte lamentable ridicule inutile déçu* décept* énerv* furieu* " +
    "marre fatigué* inadmissible inacceptable excuse* désastre scandal* plainte bruit " +
    "épouvantable* catastroph* nul médiocre* déplorable* désastreu* dégoût* honteu* " +
    "intolérable* arnaque* escroc* mensong* mépris* impoli* désagréable* incompéten* " +
    "néglig* bâcl* colère fâch* frustr* exaspér* agac* mécontent* insatisf* désol* gên* " +
    "dérang* pénible* nuisance* plaindre regrett* impatien* patience assez insupporta*",
  redress: "rembours* remplac* remplacement avoir argent échang* dédommag* indemnis* réclam* " +
    "annul* résili* geste avocat sinistre assurance refaire refaites reprendre rétract* " +
    "réduction compens* corriger excuses rendez rendre retour retourner garantie " +
    "expertise médiation médiateur tribunal litige* contest* crédit solution déduire " +
    "gratuit* résilie* remplace* réclamation* remboursement remplacerai échanger",
  praise: "ador* formidable merveill* excellent* superbe délicieu* parfait* ravi* content* " +
    "heureu* charmant* aimable* génial bravo félicit* beau belle magnifique recommand* " +
    "médaille mérite régal* enchant* meilleur* fée impeccable* fantastique* extraordina* " +
    "remarquable* impressionn* sympa sympas gentil* chaleureu* accueillant* profession* " +
    "efficace* compétent* soigné* ponctuel* qualité satisf* joie plaisir chouette réussi* " +
    "succès apprécié* reviendrons compliment* agréable*",
  opinion: "avis retour opinion honnête* sincère* un peu quoique expérience impression semblé " +
    "plu suggestion critique bémol note dommage remarque* franchement plutôt assez " +
    "toutefois cependant trouvé moyen appréci*",
  partner: "partenair* partenariat ensemble collabor* commission partag* moitié mutuel* " +
    "conjoint* groupement commun commune échange entre clientèle pourcentage distributeur " +
    "coopér* associ* franchis* répartition partage* associé*",
  acquaint: "présent* présentation nouveau nouvelle rejoint remplaçant* successeur succède poste " +
    "rencontre connaître connaissez appelle nom copie relation contact collègue " +
    "responsable chargé* arriv* accueill* prend coordonnées équipe départ quitte retraite " +
    "relais stagiaire embauch* recrue arrivé arrivée",
  remind: "rappel* relanc* relance toujours encore attends attendons réponse nouvelles reviens " +
    "suite semaines dernier derniers promis impayé* échéance reste précédent savoir " +
    "revenir oubli* attente précédente dernière avancement retard dû seconde délai " +
    "annoncé* statut relancer oubli oublis",
  settle: "oui accord confirm* reçu reçue reçus bien noté parfait fait ok entendu accept* " +
    "validé bon convenu réglé approuv* pris réservé réservée effectué* terminé* arrivé " +
    "arrivée envoyé volontiers demandé",
  inform: "inform* information avis joint jointe ferm* fermeture déménag* changement change " +
    "note compte rendu reçu communiqu* partir résumé transfér* horaires rappelons " +
    "archives transmets annonc* avert* rouvr* congés travaux maintenance nouvelle modifi* " +
    "mise publi* déplac* suspendu* reprise publie* annoncé* déplace* fermer fermez",
  future: "sera seront vais allons irons prochain prochaine bientôt",
  past: "était étaient a été ont avait avons venu dit fait",
  pay: "facture factures paie* paiement payer réglé règlement virement banque solde échéance " +
    "montant impayée avoir facturation payé versement* échéanci* caution loyer* " +
    "prélèvement* encaiss* chèque* reçu relevé comptab* honoraires salaire* remboursement",
  ask: "question questions demand* savoir si quel quelle quels quelles quand où qui comment " +
    "combien pourquoi permis possible différence curieu* demandé",
  send: "envoy* renvoy* sign* rempli* vérifi* apport* laiss* mett* imprim* suppr* ajout* chang* " +
    "réserv* annul* appel* rappel* transm* confirm* retourn* prépar* correct* corrig* donn* " +
    "faites fais donne glisser passer ouvrez libérez expédi* adressez adresser circuler rédig* " +
    "relisez relis validez valider contrôlez contrôler joignez joindre numéris* télécharg* " +
    "déposez dépose planifi* programmez programmer prévoyez prévoir fixez fixer bloquez bloquer " +
    "classez classer archiv* actualis* modifi* enlev* commandez commander payez payer facturez " +
    "facturer traitez traiter saisissez enregistr* notez noter inscriv* inscrire prolong* " +
    "renouvel* récupér* cherchez chercher livrez livrer arros* fermez fermer ouvrir éteindre " +
    "branch* montrez tradui* résumez copiez copier photocop* postez poster affichez afficher " +
    "prévenez prévenir avertissez rapportez remett* garder gardez prendre veillez lancez émettez " +
    "émettre établissez établir chiffrer compar* finalis* activation désactiv* créez créer " +
    "configur* regardez examin* fournir fournissez procurer précisez préciser indiquez indiquer " +
    "assurez reporter décaler refaire nettoie complète amène diffuse* compléte* organise* " +
    "retire* achete* régle* résilie* nettoye* installe* remplace* répare* distribue* publie* " +
    "informe* contacte* invite* amene* débloque* active* partage* consulte* communique* relance* " +
    "ajuste* déplace* approuve* acheter corriger débloquer envoyé photocopieuse relancer " +
    "remplacerai retourner régler réparer réservé réservée",
  private: "maman papa mamie papi anniversaire gâteau dîner enfants fête vacances tante tonton " +
    "cousin chien chat jardin clé clés école mariage voisin* bises bisous bébé mari femme " +
    "fils fille mère père frère sœur soeur cousine amie amis embrasse* noël pâques tarte " +
    "cadeau* crèche piscine",
  work: "personnel équipe chauffeurs clients hôtes enfants patients locataires habitants " +
    "visiteurs employés collègues salarié* ouvrier* élève* résident* membres enseignants",
  hurry: "urgen* immédiat* vite rapidement plus tôt aujourd délai dès aussitôt pressé* " +
    "pressant* tarder rapide* maintenant express délais limite pressé urgences",
  calm: "presse hâte urgence tranquill* loisir quand pourrez pourras pressé souci inquiét* " +
    "stress temps serein*",
  wait: "réponse répond* attente savoir dites dis tenez entendre retour nouvelles",
  decide: "décid* décision approuv* signe conseil bureau patron* directeur directrice gérant " +
    "mari femme mairie vot* tranch* trésorier drh accord validation autoris* signature " +
    "choisi* choix syndic président* chef cheffe associé*",
  chance: "refaire rénov* ouvrir ouvrons ouverture agrandi* succursale projet événement mariage " +
    "congrès saison nouveau chantier inaugur* transform* construi* déménag* emménag* " +
    "embauch* recrut* développ* boutique séminaire* anniversaire",
  must: "dois doit devons devez devrait devraient faut faudrait oblig* nécessaire* requis* " +
    "exig* tenu tenus besoin devait",
  trouble: "problème* problémati* souci soucis ennui erreur* faute fautes défaut* panne pannes " +
    "dysfonction* bug bugs incident* accident* anomalie* difficult* plainte* réclamation* " +
    "litige* désaccord* malentendu* confusion* oubli oublis retard retards dégât* dommage* " +
    "perte* casse fuite fuites manque manquement* vice conflit* désagrément* inconvénient* " +
    "complication* imprévu* blocage* coupure* rupture échec* malfaçon* coupure coupures dommage " +
    "plainte échec",
  paper: "contrat* rapport note notes rendu projet dossier* fichier* pdf tableau feuille* " +
    "formulaire* bulletin* fiche fiches lettre* courrier* attestation* certificat* reçu " +
    "facture factures devis bordereau* plan plans dessin* copie présentation liste* " +
    "inventaire* annexe* pièce pièces article* brochure* catalogue* budget* bilan* " +
    "procuration* passeport catalogue contrat fichier fichiers formulaire",
  count: "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante " +
    "cinquante soixante cent mille dizaine plusieurs",
  rough: "environ autour presque quelque près",
  month: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre " +
    "printemps été automne hiver saison noël pâques rentrée",
  span: "ans an années année mois jours depuis jusqu* dès alors",
  somebody: "quelqu'un personne qui",
  person:
    "homme femme monsieur dame garçon fille jeune chauffeur livreur serveur infirmi* maître " +
    "vendeur",
  speak: "dit dites disait écrit appelé téléphoné parlé expliqué répondu annoncé raconté",
  plant: "vanne ascenseur portail barrière cuve compresseur moteur tuyau conduite frigo " +
    "chambre four grue courant électricité fusible ligne",
  rescue: "pompiers samu urgences astreinte hôpital sang fièvre respire secours",
  place: "ici dehors dedans bas haut debout sol cour salle hall rue coin cave mur porte toit " +
    "cuisine couloir",
  parcel: "colis livraison* livré livrée livrés palette* envoi expédié* transporteur suivi " +
    "carton cartons coursier",
  tried: "essayé nettoyé changé vérifié remplacé redémarré débranché rebranché installé éteint " +
    "allumé",
  display: "affiche message saute tourne ouvre lit sort",
  compare: "mieux que trop plus moins plutôt assez très beaucoup",
  demand: "attends exige exigeons demande demandons réclame droit responsable mets",
  because: "parce car donc mais pourtant puisque bien cependant alors",
  document: "page pages rapport* diapositives manuel lettre courrier liste formulaire tableau " +
    "plan copie version papier article livre texte dossier",
  code: "index serveur code classe champ utilisateur* base",
  legal: "tribunal loi autorisation règlement règle règles licence audience bail impôt* mairie " +
    "administration",
  peers: "collègues membres élèves parents voisins groupe service classe équipe",
  idea: "idée idées propos* peut pourrait pensé serait",
  skill: "formé* formation expérience travaillé parle parcours grandi né dirige installé*",
  condition: "si sinon sauf cas condition faute",
  loss: "perdre perdons pénalité* annulé* perte coûte",
  stuck: "attend attendent arrêt file bloqué* coincé* arrêté*",
  social: "félicitations chance haha drôle ri rire fête film match jeu chanson bravo",
  travel: "vol avion hôtel billet* passeport gare quai voyage trajet visa réservation chambre",
  absent: "congé* vacances malade absent* maternité remplac* retraite arrêt absence",
  number: "numéro référence client commande dossier série contrat facture",
  ready: "commence* commencé début fini finir prêt prête terminé* fin continue* reste suite",
  look: "voir vois voit vu regarde* regardé remarqu* trouve* trouvé découvert semble paraît",
  sums: "euro euros centime* francs somme montant ht ttc",
  know: "sais sait savons savait comprends compris crois pense pensons suppose appris oublié " +
    "sûr",
  me: "je moi mon ma mes j m me",
  we: "nous notre nos on",
  you: "vous votre vos tu ton ta tes toi te t",
  they: "il elle ils elles leur leurs lui eux",
};
