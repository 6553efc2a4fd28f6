/** The French words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** French. */
export const FRENCH_NAMES: NameLists = {
  titles: "m mr mme mlle monsieur madame mademoiselle maître me docteur dr pr professeur",
  roles: "directeur directrice président présidente gérant gérante pdg dg responsable chef " +
    "associé associée avocat avocate comptable ingénieur ingénieure architecte " +
    "consultant consultante assistant assistante secrétaire collègue fondateur " +
    "fondatrice propriétaire technicien technicienne conseiller conseillère médecin " +
    "professeur ami amie voisin voisine client cliente trésorier trésorière",
  roleEndings: "",
  introductions: "je m'appelle|mon nom est|je suis|ici|c'est|salutations de|cordialement de|" +
    "amitiés de|bonjour de|de la part de",
  at: "chez de d'",
  employers: "travaille chez|travaille pour|travaillons chez|chez|au nom de|pour le compte de",
  companies: "société entreprise maison cabinet",
  no: "amitiés bises bisous bonne bonnes année joyeux joyeuses fêtes suis " +
    "lundi mardi mercredi jeudi " +
    "vendredi samedi dimanche janvier février mars avril mai juin juillet août " +
    "septembre octobre novembre décembre bonjour bonsoir salut cher chère chers " +
    "chères merci cordialement salutations meilleures bien je tu il elle nous vous " +
    "ils elles on le la les un une des du de et ou mais avec pour par sur dans en à " +
    "au aux si quand comme que qui quoi où votre vos notre nos mon ma mes son sa ses " +
    "ce cette ces voici voilà ci-joint aujourd'hui demain hier noël pâques",
  common: "fête comptabilité achats ventes direction service facture commande devis contrat " +
    "livraison réunion projet rue avenue place boulevard gare hôtel mairie société " +
    "entreprise bureau équipe",
};
