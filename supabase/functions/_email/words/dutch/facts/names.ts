/** The Dutch words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** Dutch. */
export const DUTCH_NAMES: NameLists = {
  titles: "dhr mevr mw meneer mevrouw heer dr prof ir ing drs mr",
  roles: "directeur directrice manager voorzitter voorzitster oprichter oprichtster " +
    "eigenaar eigenares partner advocaat advocate boekhouder boekhoudster ingenieur " +
    "architect adviseur consultant assistent assistente secretaris secretaresse " +
    "collega chef baas hoofd monteur technicus arts docent vriend vriendin buurman " +
    "buurvrouw klant penningmeester contactpersoon ceo",
  roleEndings: "directeur manager leider leidster adviseur chef beheerder medewerker " +
    "medewerkster",
  introductions:
    "mijn naam is|ik ben|ik heet|met|groeten van|groet van|groetjes van|namens|dank van",
  at: "van bij",
  employers: "werk bij|werk voor|werkt bij|werkt voor|namens",
  companies: "bedrijf firma",
  no: "groetjes fijne gelukkig nieuwjaar prettige maandag dinsdag woensdag donderdag vrijdag " +
    "zaterdag zondag januari februari maart april mei juni juli augustus september " +
    "oktober november december hallo hoi dag beste geachte lieve goedemorgen " +
    "goedemiddag goedenavond bedankt dank groet groeten vriendelijke hartelijke met " +
    "ik jij je u hij zij ze wij we jullie het de een en of maar voor van op in aan " +
    "bij naar uit als wanneer hoe wat wie waar uw ons onze mijn zijn haar hun dit dat " +
    "deze die vandaag morgen gisteren bijgaand kerst pasen",
  common: "boekhouding inkoop verkoop administratie factuur bestelling offerte contract " +
    "vergadering project straat plein station hotel bedrijf kantoor afdeling " +
    "klantenservice",
};
