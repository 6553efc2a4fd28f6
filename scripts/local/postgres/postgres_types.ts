/** Type numbers of PostgreSQL, which never change. */
export const OID = {
  bigint: 20,
  json: 114,
  jsonb: 3802,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  timetz: 1266,
  numeric: 1700,
};

const keepText = (value: unknown): string => String(value);

/** A document as text or as a value; text is taken as it is, as PGlite takes it. */
export const JSON_TYPE = {
  to: OID.json,
  from: [OID.json, OID.jsonb],
  serialize: (value: unknown): string => typeof value === "string" ? value : JSON.stringify(value),
  parse: (text: string): unknown => JSON.parse(text),
};

/** How values travel, so that a `Row` of a real PostgreSQL looks like one of PGlite. */
export const ROW_TYPES = {
  bigint: {
    to: OID.bigint,
    from: [OID.bigint],
    serialize: keepText,
    parse: (text: string) => {
      const value = Number(text);
      return Number.isSafeInteger(value) ? value : BigInt(text);
    },
  },
  numeric: {
    to: OID.numeric,
    from: [OID.numeric],
    serialize: keepText,
    parse: (text: string) => String(Number(text)) === text ? Number(text) : text,
  },
  json: JSON_TYPE,
  date: {
    to: OID.timestamptz,
    from: [OID.date, OID.time, OID.timestamp, OID.timestamptz, OID.timetz],
    serialize: (value: unknown) => value instanceof Date ? value.toISOString() : String(value),
    parse: keepText,
  },
};
