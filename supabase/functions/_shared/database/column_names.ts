/** Objects in camel case and rows in snake case. Only the names at the top change, never values. */

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;
type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

/** As the database client takes it: it knows no read-only lists. */
type Writable<Value> = Value extends readonly (infer Item)[] ? Writable<Item>[]
  : Value extends object ? { -readonly [Name in keyof Value]: Writable<Value[Name]> }
  : Value;

/** A row with the object's values. */
export type Columns<Value> = {
  -readonly [Name in keyof Value as SnakeCase<Name & string>]: Writable<Value[Name]>;
};
/** An object with the row's values. */
export type FromColumns<Row> = {
  readonly [Name in keyof Row as CamelCase<Name & string>]: Row[Name];
};

/** `{ tokensIn: 5 }` becomes `{ tokens_in: 5 }`. */
export function toColumns<Value extends object>(value: Value): Columns<Value> {
  return rename(
    value,
    (name) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`),
  ) as Columns<Value>;
}

/** `{ tokens_in: 5 }` becomes `{ tokensIn: 5 }`. */
export function fromColumns<Row extends object>(row: Row): FromColumns<Row> {
  return rename(
    row,
    (name) => name.replace(/_([a-z])/g, (_, sign: string) => sign.toUpperCase()),
  ) as FromColumns<Row>;
}

function rename(value: object, change: (name: string) => string): object {
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [change(name), held]));
}
