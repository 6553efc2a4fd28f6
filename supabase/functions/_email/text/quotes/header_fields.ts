/**
 * Which header field of an older email does a line name, in whatever language the email program
 * speaks?
 */
import { latin } from "../latin.ts";
import { layoutPhrases } from "../layout_words.ts";

const HEADER_FIELDS = ["from", "to", "cc", "date", "subject", "reply-to"] as const;

/** A field's meaning; email programs name it in their user's language. */
export type HeaderField = typeof HEADER_FIELDS[number];

let fieldsByName: ReadonlyMap<string, HeaderField> | null = null;

/** The sections of the word tables are named as the fields. Their phrases are plain names. */
function readNames(): ReadonlyMap<string, HeaderField> {
  return new Map(
    HEADER_FIELDS.flatMap((field) =>
      layoutPhrases(field).flatMap(({ phrase }) => phrase.split("|"))
        .map((name) => [name, field] as const)
    ),
  );
}

const FIELD_LINE = latin(String.raw`^[\s>*|]{0,16}(\p{L}[\p{L}\p{M} .'’-]{0,24})\*{0,2}[:：]`);

/** The field that a line of a quoted email's header names, else null. */
export function headerField(line: string): HeaderField | null {
  if (!line.includes(":") && !line.includes("：")) return null;
  const name = FIELD_LINE.exec(line)?.[1]?.trim().toLowerCase().replace("’", "'").replace(
    /\.$/,
    "",
  );
  return name === undefined ? null : (fieldsByName ??= readNames()).get(name) ?? null;
}
