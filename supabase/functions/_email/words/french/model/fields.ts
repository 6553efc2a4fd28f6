import type { Field } from "../../english/model/fields.ts";

/** The same fields in French. */
export const FRENCH_FIELDS: Readonly<Record<Field, string>> = {
  greet: "bonjour bonsoir salut coucou cher chère chers chères madame monsieur mesdames messieurs",
  thank: "merci mercis remerci* reconnaissant* gré",
  please: "svp stp plaît veuillez prière merci",
  may: "peut peux pouvez pourriez pourrait pourrais pourrions pouvons voudriez voulez",
  want: "veux voudrais voudrions souhait* besoin cherch* aimerai* faudrait faut désir* intéress* " +
    "envisag* préfér* aimerais songeons espér*",
  buy: "achat acheter achèt* command* prix tarif* coût* coûte coûterait devis remise stock " +
    "disponib* livr* quantité échantillon* catalogue pièces unité* location louer louons " +
    "mètres litres kilos personnes délai* combien",
  sell: "offre offres propos* proposition valable contrat conditions comprend compris inclus ttc " +
    "ht tva forfait honoraires acompte signature signé signez projet montant garantie total",
  pitch:
    "clients entreprises société solution* plateforme économis* augment* ventes chiffre démo " +
    "essai site visites prospects",
  meet: "rencontr* rendez rdv réunion visite* visiter appel appeler téléphon* visio agenda café " +
    "déjeuner passer passe voir décal* avancer report* venir essayage",
  suit: "convient conviendrait arrange libre créneau disponible plutôt mieux préfér* irait jeu",
  day: "lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourd hui soir matin " +
    "semaine mois midi quinzaine lendemain",
  clock: "heure heures h demie quart minutes minuit",
  broken: "panne pannes cassé cassée erreur* bloqué* bloque bug plante figé* figée coupe coupé* " +
    "fuit fuite bipe clignot* éteint marche fonctionn* démarre répond arrêté hors affiche " +
    "claquer coince grince coule tombe ferme monte décolle saute",
  device: "mot passe compte écran application logiciel version mise jour navigateur imprimante " +
    "routeur wifi réseau serveur bouton menu réglage* machine chaudière capteur pompe caisse " +
    "terminal tablette téléphone portable appareil système portail fichier câble batterie " +
    "plaque barrière compresseur",
  help: "aide aider comment expliqu* procédure mode notice régler résoudre dépann* assistance",
  harm: "feu fumée brûle gaz inond* eau danger* blessé* hôpital urgence étincelles incendie " +
    "secours pompiers vaccins alarme",
  lack: "ne pas plus jamais personne rien aucun aucune sans manque manquent manquait perdu* " +
    "retard tard mauvais mauvaise vide ni toujours encore nouveau depuis dommage hélas " +
    "malheureusement bémol troisième deuxième",
  damage: "abîmé* fissur* déchir* rayé* cabossé* trempé* moisi* froid froide sale sales taché* " +
    "brûlé* tordu* cassés cassées pourri* périmé* défectueu* éventré* perdu morceaux tache " +
    "taches rayure odeur humidité trou bosse glacial bruyant*",
  bad: "pire horrible affreux honte lamentable ridicule inutile déçu* décept* énerv* furieu* " +
    "marre fatigué* inadmissible inacceptable excuse* désastre scandal* plainte bruit",
  redress:
    "rembours* remplac* remplacement avoir argent échang* dédommag* indemnis* réclam* annul* " +
    "résili* geste avocat sinistre assurance refaire refaites reprendre",
  praise:
    "ador* formidable merveill* excellent* superbe délicieu* parfait* ravi* content* heureu* " +
    "charmant* aimable* génial bravo félicit* beau belle magnifique recommand* médaille " +
    "mérite régal* enchant* meilleur* fée",
  opinion:
    "avis retour opinion honnête* sincère* un peu quoique expérience impression semblé plu " +
    "suggestion critique bémol note dommage",
  partner:
    "partenair* partenariat ensemble collabor* commission partag* moitié mutuel* conjoint* " +
    "groupement commun commune échange entre clientèle pourcentage distributeur",
  acquaint: "présent* présentation nouveau nouvelle rejoint remplaçant* successeur succède poste " +
    "rencontre connaître connaissez appelle nom copie relation contact collègue responsable " +
    "chargé*",
  remind: "rappel* relanc* relance toujours encore attends attendons réponse nouvelles reviens " +
    "suite semaines dernier derniers promis impayé* échéance reste précédent savoir",
  settle: "oui accord confirm* reçu reçue reçus bien noté parfait fait ok entendu accept* validé " +
    "bon convenu réglé",
  inform: "inform* information avis joint jointe ferm* fermeture déménag* changement change note " +
    "compte rendu reçu communiqu* partir résumé transfér* horaires rappelons archives " +
    "transmets",
  future: "sera seront vais allons irons prochain prochaine bientôt",
  past: "était étaient a été ont avait avons venu dit fait",
  pay: "facture factures paie* paiement payer réglé règlement virement banque solde échéance " +
    "montant impayée avoir",
  ask: "question questions demand* savoir si quel quelle quels quelles quand où qui comment " +
    "combien pourquoi permis possible différence curieu*",
  send: "envoy* renvoy* sign* rempli* vérifi* apport* laiss* mett* imprim* suppr* ajout* chang* " +
    "réserv* annul* appel* rappel* transm* confirm* retourn* prépar* correct* corrig* donn* " +
    "faites fais donne glisser passer ouvrez libérez",
  private: "maman papa mamie papi anniversaire gâteau dîner enfants fête vacances tante tonton " +
    "cousin chien chat jardin clé clés école mariage voisin* bises bisous bébé mari femme " +
    "fils fille",
  work: "personnel équipe chauffeurs clients hôtes enfants patients locataires habitants " +
    "visiteurs employés collègues",
  hurry: "urgen* immédiat* vite rapidement plus tôt aujourd délai dès aussitôt",
  calm: "presse hâte urgence tranquill* loisir quand pourrez pourras",
  wait: "réponse répond* attente savoir dites dis tenez entendre retour nouvelles",
  decide:
    "décid* décision approuv* signe conseil bureau patron* directeur directrice gérant mari " +
    "femme mairie vot* tranch* trésorier drh",
  chance: "refaire rénov* ouvrir ouvrons ouverture agrandi* succursale projet événement mariage " +
    "congrès saison nouveau chantier inaugur*",
  me: "je moi mon ma mes j m me",
  we: "nous notre nos on",
  you: "vous votre vos tu ton ta tes toi te t",
  they: "il elle ils elles leur leurs lui eux",
};
