import type { DescribedSchema } from "./http_api_document.ts";

/** A type with its limits and description, for a cell of a table. */
export function renderType(schema: DescribedSchema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return [`[${name}](#${name.toLowerCase()})`, schema.description].filter(Boolean).join(". ");
  }
  if (schema.anyOf !== undefined) return schema.anyOf.map(renderType).join(" or ");
  const type = [schema.type ?? "JSON"].flat().join(" or ");
  const of = schema.items === undefined ? "" : ` of ${renderType(schema.items)}`;
  const facts = [
    schema.enum === undefined ? "" : renderValues(schema.enum),
    schema.format ?? "",
    renderRange("characters", schema.minLength, schema.maxLength),
    renderRange("", schema.minimum, schema.maximum),
    renderRange("entries", schema.minItems, schema.maxItems),
  ].filter((fact) => fact !== "");
  return [[`${type}${of}`, ...facts].join(", "), schema.description].filter(Boolean).join(". ");
}

/** The 12 task types are listed once, in their own section. */
function renderValues(values: readonly unknown[]): string {
  if (values.includes("daily_analytics_rollup")) return "one of the [task types](#task-types)";
  return `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
}

function renderRange(unit: string, from: number | undefined, to: number | undefined): string {
  if (to === undefined) return from === undefined ? "" : `from ${from} ${unit}`.trim();
  return `${from ?? 0} to ${to} ${unit}`.trim();
}

/** A schema's fields as a section. */
export function renderSchema(name: string, schema: DescribedSchema): string {
  return [
    `### ${name}\n`,
    ...(schema.description === undefined ? [] : [`${schema.description.replace(/\.?$/, ".")}\n`]),
    ...["| field | required | what it is |", "| --- | --- | --- |", ...renderFields(schema), ""],
  ].join("\n");
}

/** Fields of objects inside follow their object, as `list[].field` or `object.field`. */
function renderFields(schema: DescribedSchema, prefix = ""): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => {
    const name = `${prefix}${field}`;
    const required = schema.required?.includes(field) ? "yes" : "";
    const [variants, path] = inner.items === undefined
      ? [[inner], `${name}.`]
      : [inner.items.anyOf ?? [inner.items], `${name}[].`];
    const nested = new Set(variants.flatMap((variant) => renderFields(variant, path)));
    return [`| \`${name}\` | ${required} | ${renderType(inner)} |`, ...nested];
  });
}
