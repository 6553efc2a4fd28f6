/** Who is named, in seven languages: what a sentence says of people is found, the rest is not. */
import assert from "node:assert/strict";
import { findEntities } from "../entities.ts";
import { detectLanguage } from "../../text/language/language.ts";
import { splitSentences } from "../../text/sentences.ts";

/** A sentence, and all names in it. */
type Case = readonly [text: string, names: readonly string[]];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  English: [
    ["Our CEO Jane Doe will be in New York.", ["Jane Doe"]],
    [
      "Kind regards from Anna Smith and Bob Jones of Smith Ltd.",
      ["Smith Ltd", "Anna Smith", "Bob Jones"],
    ],
    ["I spoke to Tom Lind of Acme yesterday about the doors.", ["Acme", "Tom Lind"]],
    ["Please call our head of sales, Ifeoma Okonkwo, on Monday.", ["Ifeoma Okonkwo"]],
    ["Jane Doe, CEO of Globex, will join us in Los Angeles.", ["Globex", "Jane Doe"]],
    ["Merry Christmas and a Happy New Year to you all!", []],
    ["We installed Windows Server and Microsoft Office in the Power Plant.", []],
    ["Judge Miller and Dr Amara Osei met on Friday.", ["Miller", "Amara Osei"]],
    ["The invoice from Brockmann & Sons GmbH & Co. KG is open.", [
      "Brockmann & Sons GmbH & Co. KG",
    ]],
    ["Jane Doe's report and Tom Lind's answer are attached.", ["Jane Doe", "Tom Lind"]],
    ["With many thanks from Ravi and Meera Patel of Patel & Sons Ltd", [
      "Patel & Sons Ltd",
      "Ravi",
      "Meera Patel",
    ]],
    ["The President of Harbour Foods Inc., Michael O'Brien, asked.", [
      "Harbour Foods Inc.",
      "Michael O'Brien",
    ]],
    ["Visit our booth at the Frankfurt Book Fair in Hall 4.", []],
    ["The Sales Team will meet at the Grand Hotel on Monday Morning.", []],
    ["Please copy in Zbigniew Kowalczyk (Legal) today.", ["Zbigniew Kowalczyk"]],
    ["Hi Anna, this is Tom Lind from Northwind Systems Ltd.", [
      "Northwind Systems Ltd",
      "Tom Lind",
    ]],
    ["Please welcome our new Head of Purchasing Maria van der Berg.", ["Maria van der Berg"]],
    ["Brightwater sent the samples; write to orders@brightwater.example.", [
      "orders@brightwater.example",
      "Brightwater",
    ]],
    ["We met people at the University of Bergen this week.", ["University of Bergen"]],
  ],
  German: [
    ["Unsere Geschäftsführerin Anna Weber kommt am Montag nach Berlin.", ["Anna Weber"]],
    [
      "Liebe Grüße von Anna Schmidt und Max Weber von der Weber GmbH.",
      ["Weber GmbH", "Anna Schmidt", "Max Weber"],
    ],
    ["Mein Name ist Levke Petersen und ich arbeite bei der Firma Nordlicht.", [
      "Nordlicht",
      "Levke Petersen",
    ]],
    ["Herr Dr. Brockmann und Frau Yıldız haben die Rechnung der Müller AG geprüft.", [
      "Müller AG",
      "Brockmann",
      "Yıldız",
    ]],
    ["Bitte sprechen Sie mit unserem Vertriebsleiter Thorben Kruse über den Vertrag.", [
      "Thorben Kruse",
    ]],
    ["Die neue Maschine und der Schrank sind da, die Wartung Aufzug kostet mehr.", []],
    ["Unsere neue Leiterin Einkauf, Frau Sabine Thiele, übernimmt.", ["Sabine Thiele"]],
    ["Anna Meier aus der Buchhaltung schickt die Rechnung am Freitag.", ["Anna Meier"]],
    ["Ich bin Katrin Ebert vom Autohaus Ebert und suche eine neue Hebebühne.", [
      "Autohaus Ebert",
      "Katrin Ebert",
    ]],
    ["Der Liefertermin für den Kompressor und die Schläuche ist Freitag.", []],
    ["Frohe Weihnachten und ein gutes neues Jahr Ihnen allen!", []],
  ],
  French: [
    ["Notre directrice Claire Petit sera à Paris lundi.", ["Claire Petit"]],
    ["Bien cordialement de la part de Luc Moreau et Anne Dubois de Dubois SARL.", [
      "Dubois SARL",
      "Luc Moreau",
      "Anne Dubois",
    ]],
    ["Je m'appelle Aïcha Benali et je travaille chez Renault.", ["Renault", "Aïcha Benali"]],
    ["Madame Lefèvre vous attend à la gare de Lyon.", ["Lefèvre"]],
    ["Bonjour, je suis Camille Laurent de la société Laurent Bois.", [
      "Laurent Bois",
      "Camille Laurent",
    ]],
    ["Joyeux Noël et Bonne Année à toute l'équipe !", []],
  ],
  Spanish: [
    ["Nuestro director Javier Ortega estará en Nueva York el martes.", ["Javier Ortega"]],
    ["Saludos de Lucía Fernández y Pablo Gil de Calderón Herramientas S.L.", [
      "Calderón Herramientas S.L.",
      "Lucía Fernández",
      "Pablo Gil",
    ]],
    ["Me llamo Nuria Vidal y trabajo en Talleres Ortega.", ["Talleres Ortega", "Nuria Vidal"]],
    ["La señora García y don Manuel nos visitan en abril.", ["García", "Manuel"]],
    ["El señor Domínguez, director de Repsol, firmó el contrato.", ["Repsol", "Domínguez"]],
    ["Feliz Navidad y Próspero Año Nuevo de parte de todo el equipo.", []],
  ],
  Mixed: [
    ["Our CFO Thandiwe Nkosi will be in Cape Town next week.", ["Thandiwe Nkosi"]],
    ["Schöne Grüße von Levke Harms und Tjark Boysen von der Boysen AG", [
      "Boysen AG",
      "Levke Harms",
      "Tjark Boysen",
    ]],
    ["Meilleures salutations d'Émilie Roux et Karim Haddad de Haddad SA.", [
      "Haddad SA",
      "Émilie Roux",
      "Karim Haddad",
    ]],
    ["Nuestra directora general Pilar Cano estará en Santiago de Chile.", ["Pilar Cano"]],
    ["Un saludo de Iker Etxeberria y Maite Arana de Arana S.A.", [
      "Arana S.A.",
      "Iker Etxeberria",
      "Maite Arana",
    ]],
    ["Cari saluti da Sofia Riva e Dario Testa di Testa S.p.A.", [
      "Testa S.p.A.",
      "Sofia Riva",
      "Dario Testa",
    ]],
    ["Groetjes van Tygo Mulder en Sanne Prins van Prins BV.", [
      "Prins BV",
      "Tygo Mulder",
      "Sanne Prins",
    ]],
    ["Melhores cumprimentos de Vasco Leal e Rita Simões da Leal Lda.", [
      "Leal Lda",
      "Vasco Leal",
      "Rita Simões",
    ]],
  ],
  Italian: [
    ["Il nostro direttore Mario Rossi sarà a Milano lunedì.", ["Mario Rossi"]],
    ["Saluti da Giulia Bianchi e Marco Conti della Conti S.r.l.", [
      "Conti S.r.l.",
      "Giulia Bianchi",
      "Marco Conti",
    ]],
    ["Mi chiamo Elena Ferri e lavoro presso Officine Verdi S.p.A.", [
      "Officine Verdi S.p.A.",
      "Elena Ferri",
    ]],
    ["Il signor Esposito e la dottoressa Greco hanno firmato.", ["Esposito", "Greco"]],
    ["L'ingegner Paolo Ferrero e l'avvocato Chiara Neri saranno a Roma martedì.", [
      "Paolo Ferrero",
      "Chiara Neri",
    ]],
    ["Buon Natale e Felice Anno Nuovo a tutti!", []],
  ],
  Dutch: [
    ["Onze directeur Jan de Vries is maandag in Amsterdam.", ["Jan de Vries"]],
    ["Hartelijke groeten van Sanne Bakker en Daan Visser van Visser B.V.", [
      "Visser B.V.",
      "Sanne Bakker",
      "Daan Visser",
    ]],
    ["Mijn naam is Femke Jansen en ik werk bij Bakkerij Jansen.", [
      "Bakkerij Jansen",
      "Femke Jansen",
    ]],
    ["De heer Van Dijk en mevrouw De Groot komen naar Den Haag.", ["Van Dijk", "De Groot"]],
    ["Fijne Kerst en een Gelukkig Nieuwjaar!", []],
  ],
  Portuguese: [
    ["A nossa diretora Marta Silva estará em Lisboa na segunda.", ["Marta Silva"]],
    ["Cumprimentos de João Costa e Inês Rocha da Rocha Lda.", [
      "Rocha Lda",
      "João Costa",
      "Inês Rocha",
    ]],
    ["Chamo-me Tiago Nunes e trabalho na empresa Horizonte.", ["Horizonte", "Tiago Nunes"]],
    ["O senhor Almeida e a dona Rosa já receberam a fatura.", ["Almeida", "Rosa"]],
    ["Feliz Natal e Próspero Ano Novo a todos!", []],
  ],
};

for (const [language, cases] of Object.entries(CASES)) {
  Deno.test(`people and organizations of ${cases.length} ${language} sentences are named`, () => {
    const read = cases.map(([text]) => [text, readNames(text)]);
    assert.deepEqual(read, cases.map(([text, names]) => [text, names]));
  });
}

function readNames(text: string): string[] {
  const sentences = splitSentences(text);
  const language = detectLanguage(sentences.map((sentence) => sentence.text).join(" "));
  return findEntities(sentences, language).map((entity) => {
    assert.equal(text.slice(entity.start, entity.end), entity.text);
    return entity.text;
  });
}
