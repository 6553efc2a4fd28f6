import * as fc from "fast-check";

/** As much of a JSON Schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Schemas by the name that `$ref` gives them. */
export type Components = Readonly<Record<string, Schema>>;

const LONGEST_LIST = 4;

/** Ids of what exists. */
export interface KnownIds {
  readonly workspaces: readonly string[];
  readonly tasks: readonly string[];
}

/** Values that fit a schema, with the given ids among the UUIDs. */
export function arbitraryOf(
  schema: Schema,
  components: Components,
  ids: KnownIds,
): fc.Arbitrary<unknown> {
  const of = (inner: Schema) => arbitraryOf(inner, components, ids);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    const target = components[name];
    if (target === undefined) throw new Error(`The document refers to ${schema.$ref}.`);
    return of(target);
  }
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(of));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  switch (type) {
    case "string":
      return arbitraryText(schema, ids);
    case "integer":
      return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000 });
    case "number":
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000, noNaN: true });
    case "array":
      return fc.array(of(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? LONGEST_LIST, LONGEST_LIST),
      });
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, inner]) => [
            name,
            name === "workspace_id" ? fc.constantFrom(...ids.workspaces) : of(inner),
          ]),
        ),
        { requiredKeys: [...schema.required ?? []] },
      );
    default:
      return fc.jsonValue();
  }
}

function arbitraryText(schema: Schema, ids: KnownIds): fc.Arbitrary<string> {
  if (schema.format === "uuid") return fc.oneof(fc.constantFrom(...ids.tasks), fc.uuid());
  if (schema.format === "date-time") {
    return fc.date({
      min: new Date("2025-01-01T00:00:00Z"),
      max: new Date("2027-01-01T00:00:00Z"),
      noInvalidDate: true,
    }).map((time) => time.toISOString());
  }
  return fc.string({
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 40, 40),
    unit: "grapheme",
  });
}

/** Values that hardly fit anything: other types, broken text, empty, long, deep. */
export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    ...[null, true, -1, 1e308, 1e-320, "", "\0", "\ud800", "x".repeat(20_000), [], {}],
    ...["0000-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00+23:59", "now"],
    ...["null", "NaN", "' or true --", "%00", "../../health", { ["__proto__"]: { a: 1 } }],
  ),
);
