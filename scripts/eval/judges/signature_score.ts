import type { ContactFacts } from "../../../supabase/functions/_email/reading.ts";
import type { Counts } from "./score.ts";

/** Fields of a signature that are labeled. */
export const SIGNATURE_FIELDS = ["name", "phones", "emails", "organisation", "position"] as const;
export type SignatureField = (typeof SIGNATURE_FIELDS)[number];

/**
 * Compares, line by line, where a signature was seen with where it is; blank lines count for
 * nothing.
 */
export function countSignatureLines(
  lines: readonly string[],
  isLabelled: readonly boolean[],
  signature: string | null,
): Counts {
  const found = (signature ?? "").split("\n");
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const isFound = (found[at] ?? "").trim() !== "";
    if (isFound && isLabelled[at]) truePositives++;
    else if (isFound) falsePositives++;
    else if (isLabelled[at]) falseNegatives++;
  }
  return { truePositives, falsePositives, falseNegatives };
}

/**
 * Compares one field with its labels, each once. A field that holds one text is right when it is
 * one of them. A number is right when it starts with the labeled digits: labels leave out
 * extensions.
 */
export function countField(
  field: SignatureField,
  labels: readonly string[],
  contact: ContactFacts | null,
): Counts {
  const wanted = [...new Set(labels.map((label) => toForm(field, label)))];
  const extra = readField(field, contact).map((text) => toForm(field, text));
  const missing = wanted.filter((label) => {
    const at = extra.findIndex((text) =>
      field === "phones" ? text.startsWith(label) : text === label
    );
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  const isList = field === "phones" || field === "emails";
  const truePositives = wanted.length - missing.length;
  const isAnswered = !isList && truePositives > 0;
  return {
    truePositives,
    falsePositives: extra.length,
    falseNegatives: isAnswered ? 0 : missing.length,
  };
}

function readField(field: SignatureField, contact: ContactFacts | null): string[] {
  if (contact === null) return [];
  return [contact[field]].flat().flatMap((fact) => fact === null ? [] : [fact.text]);
}

function toForm(field: SignatureField, text: string): string {
  return field === "phones" ? text.replace(/\D/g, "") : text.replace(/\s+/g, " ").trim();
}
