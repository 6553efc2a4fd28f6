/** The kinds of fields that a record has. */
import type { z } from "zod";

/** Zod, handed in by who needs schemas: reading emails alone does without loading it. */
export type Zod = typeof z;

/** `body_text` is the text that was read: the email's own, or `analyzed_text` where that is set. */
export const EVIDENCE_SOURCES = ["subject", "body_text"] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** A place in the texts that were read: UTF-16 units from 0, the end excluded. */
export interface Span {
  readonly source: EvidenceSource;
  readonly start: number;
  readonly end: number;
}

/** Something the email says: its words and their place. */
export interface Fact extends Span {
  /** Exactly the text at the place. */
  readonly text: string;
}

/** Why an email is as urgent as it is: a rule's name, and the words that made it apply, if any. */
export interface UrgencyReason {
  readonly reason: string;
  readonly fact: Fact | null;
}

/** A fact of a field; `part` is the name inside a group, `item` the place in a list, from 0. */
export interface FoundPlace {
  readonly part: string | null;
  readonly item: number | null;
  readonly fact: Fact;
}

/** How a field goes from what is found to what is kept. */
export interface FieldKind<Found, Kept, Cited extends boolean | string = boolean | string> {
  /** What is found where the email says nothing about it. */
  readonly nothing: Found;
  /** Of what is kept. */
  schema(zod: Zod): z.ZodType<Kept>;
  keep(found: Found): Kept;
  listPlaces(found: Found): readonly FoundPlace[];
  /** Whether it has evidence; for a group the names of its parts. Only a type. */
  readonly cited?: Cited;
}

/** Kept as found; it is a judgment, and has no place in the email. */
export function plainField<Value>(
  nothing: Value,
  schema: (zod: Zod) => z.ZodType<Value>,
): FieldKind<Value, Value, false> {
  return { nothing, schema, keep: (found) => found, listPlaces: () => [] };
}

/** Words of the email, or null. */
export function textField(): FieldKind<Fact | null, string | null, true> {
  return {
    nothing: null,
    schema: (z) => z.string().nullable(),
    keep: (found) => found?.text ?? null,
    listPlaces: placeOne,
  };
}

/** Whether the email mentions something: the words that do, or null. */
export function flagField(): FieldKind<Fact | null, boolean, true> {
  return {
    nothing: null,
    schema: (z) => z.boolean(),
    keep: (found) => found !== null,
    listPlaces: placeOne,
  };
}

/** Up to `max` sentences or words of the email. */
export function factsField(max: number): FieldKind<readonly Fact[], readonly string[], true> {
  return {
    nothing: [],
    schema: (z) => z.array(z.string()).max(max).readonly(),
    keep: (found) => found.map(({ text }) => text),
    listPlaces: placeMany,
  };
}

type Schemas = Readonly<Record<string, (zod: Zod) => z.ZodType>>;
type Values<Shape extends Schemas> = {
  readonly [Name in keyof Shape]: z.output<ReturnType<Shape[Name]>>;
};

/** Up to `max` words of the email with what they mean. */
export function valuesField<Shape extends Schemas>(
  max: number,
  shape: Shape,
): FieldKind<
  readonly (Fact & Values<Shape>)[],
  readonly (Readonly<{ text: string }> & Values<Shape>)[],
  true
> {
  type Value = Readonly<{ text: string }> & Values<Shape>;
  const names = ["text", ...Object.keys(shape)] as readonly (keyof Value)[];
  const item = (z: Zod) =>
    z.object({
      text: z.string(),
      ...mapFields(shape, (schema) => schema(z)),
    }) as unknown as z.ZodType<Value>;
  return {
    nothing: [],
    schema: (z) => z.array(item(z)).max(max).readonly(),
    keep: (found) =>
      found.map((fact) => Object.fromEntries(names.map((name) => [name, fact[name]])) as Value),
    listPlaces: placeMany,
  };
}

/** Up to `max` reasons; only some have words in the email. */
export function reasonsField(
  max: number,
): FieldKind<readonly UrgencyReason[], readonly string[], true> {
  return {
    nothing: [],
    schema: (z) => z.array(z.string()).max(max).readonly(),
    keep: (found) => found.map(({ reason }) => reason),
    listPlaces: (found) => placeMany(found.map(({ fact }) => fact)),
  };
}

// deno-lint-ignore no-explicit-any -- any kind of part; the types of the parts are inferred
type Parts = Readonly<Record<string, FieldKind<any, any>>>;
type FoundIn<Fields extends Parts> = {
  readonly [Name in keyof Fields]: Parameters<Fields[Name]["keep"]>[0];
};
type KeptIn<Fields extends Parts> = {
  readonly [Name in keyof Fields]: ReturnType<Fields[Name]["keep"]>;
};
export type { FoundIn, KeptIn };

/** Fields that are found together, or null. */
export function groupField<Fields extends Parts>(
  fields: Fields,
): FieldKind<FoundIn<Fields> | null, KeptIn<Fields> | null, keyof Fields & string> {
  const shape = (z: Zod) => mapFields(fields, ({ schema }) => schema(z));
  return {
    nothing: null,
    schema: (z) => z.object(shape(z)).nullable() as unknown as z.ZodType<KeptIn<Fields> | null>,
    keep: (found) => found && keepAll(fields, found),
    listPlaces: (found) =>
      found === null
        ? []
        : Object.entries(fields).flatMap(([part, field]) =>
          field.listPlaces(found[part as keyof Fields]).map((place) => ({ ...place, part }))
        ),
  };
}

/** What is kept of every field. */
export function keepAll<Fields extends Parts>(
  fields: Fields,
  found: FoundIn<Fields>,
): KeptIn<Fields> {
  return mapFields(fields, (field, name) => field.keep(found[name])) as KeptIn<Fields>;
}

/** One value for each field. */
export function mapFields<Fields extends Readonly<Record<string, unknown>>, Value>(
  fields: Fields,
  map: (field: Fields[keyof Fields], name: keyof Fields) => Value,
): { readonly [Name in keyof Fields]: Value } {
  const values: Partial<Record<keyof Fields, Value>> = {};
  // Without lists of entries, which would be made for every record.
  for (const name in fields) values[name] = map(fields[name], name);
  return values as { readonly [Name in keyof Fields]: Value };
}

function placeOne(found: Fact | null): FoundPlace[] {
  return found === null ? [] : [{ part: null, item: null, fact: found }];
}

function placeMany(found: readonly (Fact | null)[]): FoundPlace[] {
  return found.flatMap((fact, item) => fact === null ? [] : [{ part: null, item, fact }]);
}
