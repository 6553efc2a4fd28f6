/** Which people, organisations and addresses does the text name? */
import type { Fact } from "../reading.ts";
import { toPartFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { latin, type LatinExpression } from "../text/latin.ts";

const MAX_ENTITIES = 20;
/** Found before parts of longer names are dropped. */
const MAX_CANDIDATES = 60;
const NAME = "\\p{Lu}[\\p{L}'’-]{1,30}";

const ADDRESS = latin(
  String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`,
  "g",
);
const ORGANISATION = latin(
  `(?<![\\p{L}\\p{N}])(?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}&'’-]{0,30} (?:(?:&|y|und|and) )?){1,4}` +
    "(?:GmbH(?: & Co\\. KG)?|AG|KG|SE|e\\. ?K\\.|Inc\\.?|Ltd\\.?|LLC|LLP|PLC|Corp\\.?|" +
    "Corporation|Company|" +
    "S\\.? ?L\\.?(?:U\\.)?|S\\.A\\.?|B\\.V\\.|Group|Bank|University|Institute|Foundation|" +
    "Association|Partners|Holdings)(?![\\p{L}\\p{N}])",
  "g",
);
const TITLED = latin(
  `(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Dr|Prof|Herrn?|Frau|Sr|Sra|Srta|Señora?|Don|` +
    `Doña)\\.? (?:(?:Dr|Prof)\\.? ){0,2}(${NAME}(?:\\s${NAME}){0,2})`,
  "g",
);
const NAMES = latin(
  `(?<![\\p{L}\\p{N}])${NAME}(?:\\s${NAME}){1,3}(?![\\p{L}\\p{N}])`,
  "g",
);

const ALL_CAPITALS = latin(String.raw`^[\p{Lu}\s'’-]+$`);
const WORDS = latin(String.raw`\p{L}{2,}`, "g");
const CAPITAL_FIRST = latin(String.raw`^\p{Lu}`);

const TWO_CAPITALS = /[A-Z\u00c0-\u00de][^\s]{1,30}\s[A-Z\u00c0-\u00de]/;
const TITLE = /(?:Mr|Ms|Dr|Prof|Herr|Frau|Sr|Señor|Don|Doña)/;
const LEGAL_FORM = new RegExp(
  String.raw`GmbH|AG|KG|SE|e\. ?K|Inc|Ltd|LLC|LLP|PLC|Corp|Company|S\.|B\.V|SL|Group|Bank|` +
    String.raw`University|Institute|Foundation|Association|Partners|Holdings`,
);

/** Whom an email greets is its reader, whom nobody needs to be told. */
const GREETING = new RegExp(
  String.raw`^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|sehr geehrte[rs]?|` +
    String.raw`liebe[rs]?|hallo|guten (?:tag|morgen|abend)|moin|servus|estimad[oa]s?|` +
    String.raw`querid[oa]s?|hola|buen[oa]s (?:días|tardes))\b[^.?!]{0,60}[,:!.]?$`,
);

/** Capitalised words that are no part of a name; a run of names is cut at them. */
const NO_NAME = new Set(
  ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April " +
    "May June July August September " +
    "October November December Christmas Easter Q1 Q2 Q3 Q4 Hi Hello Hey Dear Thanks Thank " +
    "Best Kind Regards Please The This That These Those " +
    "We You They It He She If When While After Before Can Could Would Will Are Is Do Does " +
    "Did Have Has Our Your My Their What Which Who How Why Where " +
    "And But Or As At By For From In Of On To With Also Then So Yes No Not Just Let Re Fwd " +
    "Order Invoice Ticket Error Subject Date Time Phone Email " +
    "Lunes Martes Miércoles Jueves Viernes Sábado Domingo Hola Estimado Estimada Estimados " +
    "Buenos Buenas Gracias Saludos Un Una El La Los Las " +
    "Para Por Con De Del Me Le Nos Su Sus Mi Se Si Sí Este Esta Nuestro Nuestra Adjunto " +
    "Factura Pedido GBP EUR USD CHF Pay Send Call I I'm I'd I'll I've It's Ms Mr Mrs Dr Sr " +
    "Sra")
    .split(" "),
);

/**
 * People, organisations and email addresses as written, in order of kind and place, at most 20,
 * each once. German capitalises every noun, so there a person is only seen behind a title.
 */
export function findEntities(sentences: readonly Sentence[], language: string | null): Fact[] {
  const read = sentences.filter(({ folded }) => !GREETING.test(folded));
  const found = new Map<string, Fact>();
  for (const find of language === "en" || language === "es" ? FINDERS_WITH_NAMES : FINDERS) {
    for (const sentence of read) {
      for (const { text, at } of find(sentence.text)) {
        if (found.size < MAX_CANDIDATES && !found.has(text)) {
          found.set(text, toPartFact(sentence, at, text));
        }
      }
    }
  }
  const entities = [...found.values()];
  return entities.filter(({ text }) => !entities.some((other) => isPart(text, other.text)))
    .slice(0, MAX_ENTITIES);
}

/** A name and where it starts in its sentence. */
interface Match {
  readonly text: string;
  readonly at: number;
}

function runsOfNames(text: string): Match[] {
  const names: Match[] = [];
  if (!TWO_CAPITALS.test(text)) return names;
  // Headlines and greetings in capitals would make every pair of words a name.
  if (isHeadline(text)) return names;
  for (const { 0: run, index } of text.matchAll(NAMES.for(text))) {
    const words = run.split(/\s/);
    const from = words.findLastIndex((word) => NO_NAME.has(word)) + 1;
    const name = run.slice(words.slice(0, from).reduce((sum, word) => sum + word.length + 1, 0));
    if (words.length - from >= 2 && !ALL_CAPITALS.test(name)) {
      names.push({ text: name, at: index + run.length - name.length });
    }
  }
  return names;
}

function isHeadline(text: string): boolean {
  const words = text.match(WORDS.for(text)) ?? [];
  const capital = words.filter((word) => CAPITAL_FIRST.test(word)).length;
  return words.length >= 4 && capital / words.length > 0.6;
}

function isPart(entity: string, other: string): boolean {
  return entity !== other && other.includes(entity);
}

/** Matches of a pattern in texts that `mayHold` lets through: it is the cheaper of the two. */
function matchesOf(pattern: LatinExpression, mayHold: RegExp): Finder {
  return (text) =>
    mayHold.test(text)
      ? Array.from(
        text.matchAll(pattern.for(text)),
        ({ 0: found, index }) => ({ text: found, at: index }),
      )
      : [];
}

type Finder = (text: string) => readonly Match[];
const FINDERS: readonly Finder[] = [
  matchesOf(ADDRESS, /@/),
  matchesOf(ORGANISATION, LEGAL_FORM),
  (text) =>
    !TITLE.test(text)
      ? []
      : Array.from(text.matchAll(TITLED.for(text)), ({ 0: whole, 1: name = "", index }) => ({
        text: name,
        at: index + whole.length - name.length,
      })),
];
const FINDERS_WITH_NAMES: readonly Finder[] = [...FINDERS, runsOfNames];
