/** Which email addresses does a text contain? */
import { findMatches, latin } from "../../text/latin.ts";
import { type Match, wordsOfName } from "./match.ts";

const ADDRESS = latin(
  String.raw`[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`,
  "g",
);

/** The addresses of a text, in order. */
export function findAddresses(text: string): Match[] {
  if (!text.includes("@")) return [];
  return findMatches(ADDRESS.for(text), text).map(({ 0: found, index }) => ({
    text: found,
    at: index,
  }));
}

/** The names in the domains of addresses, letters and digits alone: `harbourbakery`. */
export function domainNames(addresses: readonly string[]): string[] {
  return addresses.map((address) =>
    toLetters(address.slice(address.indexOf("@") + 1).split(".").at(-2) ?? "")
  ).filter((name) => name.length >= 4 && !PUBLIC.has(name));
}

const PUBLIC = new Set(
  "gmail googlemail yahoo hotmail outlook live icloud gmx tonline mail proton protonmail"
    .split(" "),
);

/** Whether a name, alone or with words behind it, is that of a domain. */
export function isOfDomain(name: string, domains: readonly string[]): boolean {
  if (domains.length === 0) return false;
  const letters = toLetters(name);
  return letters.length >= 4 &&
    domains.some((domain) =>
      letters === domain || letters.length >= 5 && domain.startsWith(letters)
    );
}

function toLetters(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^a-z\d]/.test(lower)) return lower;
  return lower.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue")
    .replaceAll("ß", "ss").normalize("NFD").replace(/[^a-z\d]/g, "");
}

/** Whether an address spells a name: `chris.dorland@x.example` and `Dorland, Chris`. */
export function spells(address: string, nameWords: ReadonlySet<string>): boolean {
  return wordsOfName(address.slice(0, address.indexOf("@"))).some((word) =>
    word.length >= 3 && nameWords.has(word)
  );
}
