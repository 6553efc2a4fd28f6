/** A search over contacts as PostgREST takes it. */

/**
 * A filter by part of a name, company or address; empty for all. Signs with a meaning in filters
 * are left out.
 */
export function formatSearch(search: string): string {
  const words = search.replaceAll(/[^\p{L}\p{N}@. _+-]/gu, "").trim();
  if (words === "") return "";
  const pattern = encodeURIComponent(`*${words}*`);
  const fields = ["email", "name", "company"].map((field) => `${field}.ilike.${pattern}`);
  return `&or=(${fields.join(",")})`;
}
