/** The German words around names of people and organizations. */
import type { NameLists } from "../../../facts/names/word_lists.ts";

/** German. */
export const GERMAN_NAMES: NameLists = {
  titles: "herr herrn frau dr prof professor ing mag fräulein familie eheleute",
  roles: "geschäftsführer geschäftsführerin chef chefin direktor direktorin inhaber " +
    "inhaberin gründer gründerin vorstand vorständin kollege kollegin kollegen leiter " +
    "leiterin partner partnerin anwalt anwältin steuerberater steuerberaterin " +
    "architekt architektin meister meisterin techniker technikerin ingenieur " +
    "ingenieurin assistent assistentin sekretärin sachbearbeiter sachbearbeiterin " +
    "berater beraterin betreuer betreuerin ansprechpartner ansprechpartnerin " +
    "prokurist prokuristin buchhalter buchhalterin hausmeister mitarbeiter " +
    "mitarbeiterin nachbar nachbarin kunde kundin freund freundin arzt ärztin lehrer " +
    "lehrerin trainer trainerin ceo cfo cto",
  roleEndings: "leiter leiterin chef chefin berater beraterin ingenieur ingenieurin direktor " +
    "direktorin meister meisterin anwalt anwältin assistent assistentin manager " +
    "managerin referent referentin partner partnerin führer führerin betreuer " +
    "betreuerin techniker technikerin",
  introductions: "mein name ist|ich bin|ich heiße|ich heisse|hier ist|hier spricht|grüße von|" +
    "grüßen von|gruß von|grüsse von|grüssen von|dank von",
  at: "bei von",
  employers: "arbeite bei|arbeite für|arbeitet bei|arbeitet für|arbeiten bei|im auftrag von|" +
    "im namen von",
  companies: "firma unternehmen kanzlei",
  no: "frohe frohes neues weihnachten ostern schönen schöne schönes montag dienstag " +
    "mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli " +
    "oktober dezember hallo guten tag liebe lieber sehr geehrte geehrter geehrten " +
    "bitte danke vielen dank grüße gruß ich wir sie er es das die der den dem ein " +
    "eine und oder aber mit von zu für im am an auf bei bis nach aus wenn wann wie " +
    "was wer wo ihr ihre ihren unser unsere mein meine sein seine hier da dann heute " +
    "morgen gestern anbei leider gerne moin servus mfg",
  common: "buchhaltung einkauf vertrieb verkauf verwaltung rechnung angebot bestellung " +
    "auftrag termin lieferung vertrag kunde abholung empfang zentrale firma abteilung " +
    "support service anfrage straße platz weg gasse allee stadt amt haus nummer " +
    "telefon projekt stand bereich woche monat jahr ende anfang büro lager werk team " +
    "frage antwort problem",
};
