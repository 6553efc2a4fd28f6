import assert from "node:assert/strict";
import { findPhones } from "./phones.ts";

const texts = (line: string) => findPhones(line).map(({ text }) => text);

const NUMBERS: Record<string, string[]> = {
  "+44 (0)20 7946 0958": ["+44 (0)20 7946 0958"],
  "Tel. 030 123456-78, Fax 030 123456-79": ["030 123456-78", "030 123456-79"],
  "0161 496 0100": ["0161 496 0100"],
  "(713) 555-0142 Office  (713) 555-0143 Cell": ["(713) 555-0142", "(713) 555-0143"],
  "713/555-0142": ["713/555-0142"],
  "555.010.1422": ["555.010.1422"],
  "1-800-555-0199 ext. 12": ["1-800-555-0199 ext. 12"],
  "M: +34 612 34 56 78 | T: +34 91 123 45 67": ["+34 612 34 56 78", "+34 91 123 45 67"],
  "612 345 678": ["612 345 678"],
  "📱 555-01422": ["555-01422"],
  "Tél. 01 42 68 53 00": ["01 42 68 53 00"],
  "06 12 34 56 78": ["06 12 34 56 78"],
  "Tel +45 12 34 56 78": ["+45 12 34 56 78"],
  "Tlf. 12 34 56 78 | CVR 87 65 43 21": ["12 34 56 78"],
  "030 / 123 45 67": ["030 / 123 45 67"],
  "(+34) 934 56 78 90": ["(+34) 934 56 78 90"],
  "DID: 6123 4567": ["6123 4567"],
  "Fono 9 8123 4567": ["9 8123 4567"],
  "Tel: +233 30 212 3456 / 024 123 4567": ["+233 30 212 3456", "024 123 4567"],
  "Tel. No. (02) 8123-4567": ["(02) 8123-4567"],
  "Telefonnummer 0711 123456": ["0711 123456"],
  "My number: 07700 900123": ["07700 900123"],
  "Meu telefone é ( 19 ) 38294427": ["( 19 ) 38294427"],
};
for (const [line, numbers] of Object.entries(NUMBERS)) {
  Deno.test(`the numbers of ${line}`, () => assert.deepEqual(texts(line), numbers));
}

const OTHERS = [
  "04.06.-07.06.2027",
  "04.06.2027 - 07.06.2027",
  "Mo-Fr 08.00-17.00",
  "2024 - 2027",
  "CVR 12 34 56 78",
  "Org.nr 912 345 678",
  "SIRET 732 829 320 00074",
  "P. IVA 01234567890",
  "Total 1 234 567 890",
  "1.234.567,00 EUR",
  "Houston, TX 77002-7361",
  "12.11.2026 14:30",
  "IBAN DE02 1203 0000 0000 2020 51",
  "Registered in England no. 01234567",
  "1400 Smith Street, Suite 4300 (77002)",
  "VAT 123 456 789",
  "4 of 12 pages",
  "Customer no. 4711 123456",
  "Company number 01234567",
  "RegNr. 556123-4567",
  "Ordernr. 06 1234 5678",
  "Vertragsnummer 0711 123456",
  "Policy number 07700 900123",
  "Booking reference: 0800 123 456",
  "Tracking: 1Z 999 AA1 01 2345 6784",
  "Processo n.º 912 345 678",
  "Artikel 4711-0815-12",
];
for (const line of OTHERS) {
  Deno.test(`no number to call in ${line}`, () => assert.deepEqual(texts(line), []));
}

Deno.test("numbers stand where they are said to", () => {
  const line = "Phone  +49 30 1234567, mobile 0171 1234567";
  for (const { text, at } of findPhones(line)) {
    assert.equal(line.slice(at, at + text.length), text);
  }
});
