/**
 * JSON whose numbers stay as they are. PostgreSQL keeps every digit of a number; JavaScript rounds
 * 9007199254740993 to 9007199254740992 without a word.
 */

// Deno 2.1.4 has it; TypeScript does not know it yet.
declare global {
  interface JSON {
    rawJSON(text: string): object;
  }
}

/**
 * A number that JavaScript cannot hold, as it was written. `JSON.stringify` writes it unchanged.
 */
export class InexactNumber {
  constructor(readonly source: string) {}

  toJSON(): unknown {
    return JSON.rawJSON(this.source);
  }
}

/**
 * A number token of 16 digits or more, or with an exponent. Others are exact, so most texts have
 * none.
 */
const SUSPICIOUS = /(?:^|[\s:,[])-?(?:[\d.]{16}|[\d.]+e)/i;

/**
 * Parses JSON; a number that would change becomes an {@link InexactNumber}.
 * @throws {SyntaxError} for what is not JSON
 */
export function parseExactly(text: string): unknown {
  if (!SUSPICIOUS.test(text)) return JSON.parse(text);
  return JSON.parse(text, keepExact as Parameters<JSON["parse"]>[1]);
}

function keepExact(
  _key: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  if (typeof value !== "number" || source === undefined) return value;
  const isSame = toDecimal(source) === toDecimal(String(value));
  return isSame ? value : new InexactNumber(source);
}

/** The value of a decimal number as digits and an exponent, without zeros around the digits. */
function toDecimal(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  if (kept === "") return /^-?[\d.]/.test(text) ? "0" : text;
  return `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
