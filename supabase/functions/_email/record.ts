/** Turns what an analyzer found into the record that is stored, with the place of every fact. */
import { type FoundPlace, keepAll } from "./field_kinds.ts";
import type {
  Evidence,
  EvidenceField,
  EvidenceSource,
  IntelligenceRecord,
  Reading,
} from "./reading.ts";
import { RECORD_FIELDS } from "./record_fields.ts";

/** The texts of an email that facts may be taken from. */
export interface ReadTexts {
  /** As stored. */
  readonly subject: string;
  /** What was read of the body. */
  readonly body: string;
  /** Whether `body` is the stored `body_text` itself. */
  readonly isStored: boolean;
}

/**
 * The record of a reading.
 * @throws {Error} when a fact is not at its place: no record without evidence.
 */
export function toRecord(reading: Reading, texts: ReadTexts): IntelligenceRecord {
  return {
    ...keepAll(RECORD_FIELDS, reading),
    evidence: collectEvidence(reading, texts),
    analyzedText: texts.isStored || texts.body === "" ? null : texts.body,
  };
}

function collectEvidence(reading: Reading, texts: ReadTexts): Evidence[] {
  const count = {
    subject: createCharacterCounter(texts.subject),
    body_text: createCharacterCounter(texts.body),
  };
  return listPlaces(reading).map(({ field, item, fact: { source, start, end, text } }) => {
    if (textOf(texts, source).slice(start, end) !== text || text === "") {
      throw new Error(`The words of ${field} are not at ${start} to ${end} of ${source}.`);
    }
    return { field, item, source, start: count[source](start), end: count[source](end), text };
  });
}

/** The fields of a record by name and column. */
const FIELDS = Object.entries(RECORD_FIELDS).map(([name, { listPlaces }]) => ({
  name: name as keyof Reading,
  column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  listPlaces: listPlaces as (found: unknown) => readonly FoundPlace[],
}));

function listPlaces(reading: Reading) {
  return FIELDS.flatMap(({ name, column, listPlaces }) => {
    const places = listPlaces(reading[name]);
    return places.map(({ part, item, fact }) => ({
      field: (part === null ? column : `${column}.${part}`) as EvidenceField,
      item,
      fact,
    }));
  });
}

function textOf(texts: ReadTexts, source: EvidenceSource): string {
  return source === "subject" ? texts.subject : texts.body;
}

const SURROGATE = /[\uD800-\uDBFF]/;
const SURROGATE_PAIR = /[\u{10000}-\u{10FFFF}]/gu;

/** From UTF-16 units to characters: a pair of surrogates is one character. */
function createCharacterCounter(text: string): (units: number) => number {
  if (!SURROGATE.test(text)) return (units) => units;
  const pairs = [...text.matchAll(SURROGATE_PAIR)].map(({ index }) => index);
  return (units) => units - countBelow(pairs, units);
}

function countBelow(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
