/** What organizations are called, as expressions in alternatives, one group a line. */

/** Behind the name: legal forms and kinds. A full stop may be part of them. */
export const LEGAL_FORMS: readonly string[] = [
  // Germany, Austria, Switzerland
  String.raw`GmbH(?: & Co\. ?KG)?|gGmbH|mbH|UG|AG|KG|KGaA|OHG|GbR|SE|e\. ?K\.|e\. ?V\.|e\. ?G\.|eG`,
  // English-speaking countries
  String.raw`Inc\.?|Incorporated|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|L\.L\.P\.|PLC|plc|Corp\.?`,
  String.raw`Corporation|Company|Co\.|Pty`,
  // Spain and Latin America, France
  String.raw`S\.? ?L\.?(?:U\.)?|S\. ?A\.?(?: de C\. ?V\.)?|SA|S\.A\.S\.?|SAS|SASU|SARL`,
  String.raw`S\.A\.R\.L\.?|Sàrl|EURL|SCOP`,
  // Italy, the Netherlands and Belgium, Portugal and Brazil
  String.raw`S\.p\.A\.?|SpA|S\.r\.l\.?(?:s\.?)?|Srl|S\.n\.c\.?|S\.a\.s\.?|B\. ?V\.?|BV|N\. ?V\.`,
  String.raw`NV|VOF|C\.V\.|Lda\.?|Ltda\.?|EIRELI`,
  // Northern and eastern Europe
  String.raw`AB|A/S|ApS|Oy|Sp\. z o\.o\.`,
  // Kinds
  "Group|Bank|University|Institute|Foundation|Association|Society|Council|Partners|Holdings?",
  "College|Stiftung|Verlag|Verein|Technologies|Industries|Enterprises|Consulting|Logistics",
  "Airlines|Insurance|Versicherung(?:en)?",
];

/** A part of each of them, to tell quickly whether a text may hold one. */
export const LEGAL_FORM_SIGNS: readonly string[] = [
  String.raw`GmbH|mbH|UG|AG|KG|OHG|GbR|SE|e\. ?[KVG]|eG|Inc|Ltd|Limited|L\.?L\.?[CP]|PLC|plc`,
  String.raw`Co|Pty|S\.|SA|SL|Sàrl|EURL|SCOP|S[pr][Al]|B\. ?V|BV|N\. ?V|NV|VOF|C\.V|Lda|Ltda`,
  String.raw`EIRELI|AB|A/S|ApS|Oy|Sp\. z|Group|Bank|University|Institute|Foundation|Association`,
  "Society|Partners|Holding|Stiftung|Verlag|Verein|Technologies|Industries|Enterprises",
  "Logistics|Airlines|Insurance|Versicherung",
];

/** Before the name: `University of Bergen`, `Banco Santander`. */
export const KINDS: readonly string[] = [
  "University|Universität|Universidad|Universidade|Universit[àé]|Universiteit|Hochschule",
  "Institute|Institut|Instituto|Istituto|Instituut|Bank|Banco|Banca|Banque|Ministry",
  "Ministerium|Ministerio|Ministère|Ministero|Fundación|Fundação|Fondazione|Fondation",
  "Stichting|Stadtwerke|Sparkasse|Volksbank|Church|Bodegas|Viveros|Talleres|Autohaus|Kanzlei",
  "Gemeente|Amtsgericht|Finanzamt|Landratsamt|Câmara Municipal|Technische Universität",
  "Garage|Cantina|Boulangerie|Bakkerij|Bäckerei|Druckhaus|Café",
];
