/** Invented lines of signatures, each with the numbers in it; the numbers are of nobody known. */

/** Lines of senders in one country, whose numbers are between `<` and `>`. */
export interface PhoneLines {
  /** ISO 3166-1; what a library is told as the region. */
  readonly country: string;
  readonly lines: readonly string[];
}

const LINES: Readonly<Record<string, string>> = {
  FR: "Tél. <01 42 68 53 00>|<06 12 34 56 78>|<+33 1 42 68 53 00>|Port. : <+33 (0)6 12 34 56 78>",
  DK: "Tlf. <32 12 34 56>|Tel <+45 32 12 34 56>|<32 12 34 56>|Mobil: <+45 2012 3456>",
  NO: "Tlf: <22 12 34 56>|<+47 22 12 34 56>|Mobil <412 34 567>|<412 34 567>",
  SE: "Tel <08-123 456 78>|<+46 70 123 45 67>|<070-123 45 67>|Växel: <0771-11 22 33>",
  FI: "Puh. <09 1234 5678>|<+358 40 123 4567>|<040 1234567>",
  DE: "Tel.: <030 / 123 45 67>|Mobil <0171 1234567>|<+49 (0)30 1234567>|<030/1234567>|" +
    "Tel. <030 123456-78>, Fax <030 123456-79>",
  AT: "Tel. <01/512 34 56>|<+43 1 5123456>|Mobil: <0664 1234567>",
  CH: "Tel. <044 668 18 00>|<+41 44 668 18 00>|Natel <079 123 45 67>",
  NL: "Tel. <020-1234567>|M <06-12345678>|<+31 20 123 4567>|Mobiel: <06 12 34 56 78>",
  BE: "Tel. <02/123.45.67>|GSM <0475 12 34 56>|<+32 2 123 45 67>",
  GB: "<020 7946 0958>|<+44 (0)20 7946 0958>|M: <07700 900123>|T <0113 496 0187>",
  IE: "<01 234 5678>|<+353 1 234 5678>|Mobile: <087 123 4567>",
  ES: "Tel. <912 34 56 78>|<+34 612 34 56 78>|<612 345 678>|Móvil <612 34 56 78>",
  PT: "Tel. <212 345 678>|<+351 912 345 678>|Telemóvel <912 345 678>",
  IT: "Tel. <02 1234567>|Cell. <333 123 4567>|<+39 06 12345678>|Tel. <0574 123456>",
  PL: "tel. <22 123 45 67>|<+48 601 234 567>|<601 234 567>|kom. <601-234-567>",
  CZ: "<+420 222 123 456>|tel: <222 123 456>",
  HU: "<+36 1 234 5678>|Tel.: <06 1 234 5678>",
  GR: "<+30 210 123 4567>|Tel: <210 123 4567>",
  TR: "<+90 212 123 45 67>|Tel: <0212 123 45 67>|<0532 123 45 67>",
  RU: "<+7 (495) 123-45-67>|Tel: <8 (495) 123-45-67>",
  US: "<(415) 555-2671>|<415.555.2671>|<+1 415-555-2671>|Office <(713) 555-0142>  " +
    "Cell <(713) 555-0143>|<1-800-356-9377 ext. 12>",
  CA: "<416-967-1111>|Tel: <(514) 555-1234>|<+1 604 555 0123>",
  BR: "<(11) 91234-5678>|<+55 11 91234-5678>|Tel. <(11) 3123-4567>",
  MX: "<+52 55 1234 5678>|Tel. <55 1234 5678>",
  AR: "<+54 11 4123-4567>|Tel: <(011) 4123-4567>",
  IN: "<+91 98765 43210>|Mob: <98765 43210>|<022 2345 6789>",
  AU: "<(02) 9123 4567>|<0412 345 678>|<+61 2 9123 4567>|Ph: <1300 123 456>",
  NZ: "<09 377 1234>|<+64 9 377 1234>|M: <021 123 456>",
  JP: "<03-1234-5678>|<+81 3-1234-5678>|Tel: <090-1234-5678>",
  CN: "<+86 138 0013 8000>|Tel: <010-62345678>|Mobile: <138 0013 8000>",
  SG: "<+65 6123 4567>|Tel: <6123 4567>",
  ZA: "<+27 11 123 4567>|Tel: <011 123 4567>|Cell: <082 123 4567>",
  IL: "<+972 3-123-4567>|Tel: <03-123-4567>",
};

/** Numbers that nobody can call, as they come in signatures, by country. */
const OTHERS: Readonly<Record<string, string>> = {
  DE: "04.06.-07.06.2027|Mo-Fr 08.00-17.00|HRB 123456|USt-IdNr. DE123456789|10115 Berlin|" +
    "IBAN DE02 1203 0000 0000 2020 51|Steuernummer 27/123/45678",
  FR: "SIRET 732 829 320 00074|75001 Paris|TVA FR 40 123 456 824|du 04/06/2027 au 07/06/2027",
  DK: "CVR 12 34 56 78|2100 København|Konto 1234 1234567890",
  NO: "Org.nr 912 345 678|0150 Oslo",
  NL: "KvK 12345678|1012 AB Amsterdam|BTW NL123456789B01",
  IT: "P. IVA 01234567890|20121 Milano|C.F. 01234567890",
  ES: "CIF B12345678|28001 Madrid|Total 1.234.567,00 EUR",
  GB: "Registered in England no. 01234567|VAT 123 456 789|LS1 4AB Leeds|2024 - 2027",
  US: "Houston, TX 77002-7361|1400 Smith Street, Suite 4300 (77002)|Invoice 2027-0001234|" +
    "11/12/2026 14:30|Order 123-4567890-1234567",
  BR: "CNPJ 12.345.678/0001-95|01310-100 São Paulo",
};

/** All lines, with and without numbers. */
export const PHONE_LINES: readonly PhoneLines[] = Object.entries(LINES).map(([country, lines]) => ({
  country,
  lines: [...lines.split("|"), ...OTHERS[country]?.split("|") ?? []],
}));
