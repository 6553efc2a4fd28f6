/** The message inside an opaque S/MIME signature (CMS `SignedData`, RFC 5652). */

/** The object identifier of signed data, 1.2.840.113549.1.7.2, as DER has it. */
const SIGNED_DATA = "2a864886f70d010702";
const SEQUENCE = 0x30;
const SET = 0x31;
const OBJECT = 0x06;
const INTEGER = 0x02;
const OCTETS = 0x04;
const CONSTRUCTED_OCTETS = 0x24;
const EXPLICIT = 0xa0;
const MAX_DEPTH = 4;
const MAX_CHUNKS = 10_000;

interface Node {
  readonly tag: number;
  readonly start: number;
  /** Where its content ends; of an indefinite length, where the one around it ends. */
  readonly end: number;
  readonly isIndefinite: boolean;
}

/**
 * The content that was signed; null for what is encrypted, detached or no CMS. The signature is
 * not checked. Never throws; linear.
 */
export function readSignedContent(bytes: Uint8Array): Uint8Array | null {
  const outer = readNode(bytes, 0, bytes.length, SEQUENCE);
  const type = outer && readNode(bytes, outer.start, outer.end, OBJECT);
  if (!outer || !type || toHex(bytes.subarray(type.start, type.end)) !== SIGNED_DATA) return null;
  const wrapper = readNode(bytes, type.end, outer.end, EXPLICIT);
  const signed = wrapper && readNode(bytes, wrapper.start, wrapper.end, SEQUENCE);
  const version = signed && readNode(bytes, signed.start, signed.end, INTEGER);
  const digests = signed && version && readNode(bytes, version.end, signed.end, SET);
  if (!signed || !digests || digests.isIndefinite) return null;
  const inner = readNode(bytes, digests.end, signed.end, SEQUENCE);
  const innerType = inner && readNode(bytes, inner.start, inner.end, OBJECT);
  const content = inner && innerType && readNode(bytes, innerType.end, inner.end, EXPLICIT);
  if (!content) return null;
  const chunks: Uint8Array[] = [];
  collectOctets(bytes, content.start, content.end, chunks, 0);
  return chunks.length === 0 ? null : join(chunks);
}

/** The pieces of an octet string, which may itself be in pieces. @returns where they end. */
function collectOctets(
  bytes: Uint8Array,
  from: number,
  end: number,
  chunks: Uint8Array[],
  depth: number,
): number {
  let at = from;
  while (at < end && chunks.length < MAX_CHUNKS) {
    const node = readNode(bytes, at, end);
    if (node === null) return at;
    if (node.tag === 0 && node.end === node.start) return node.end;
    if (node.tag === OCTETS) {
      chunks.push(bytes.subarray(node.start, node.end));
      at = node.end;
    } else if (node.tag === CONSTRUCTED_OCTETS && depth < MAX_DEPTH) {
      const inside = collectOctets(bytes, node.start, node.end, chunks, depth + 1);
      at = node.isIndefinite ? inside : node.end;
    } else return at;
  }
  return at;
}

function readNode(bytes: Uint8Array, at: number, end: number, expected?: number): Node | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end) return null;
  if (expected !== undefined && tag !== expected) return null;
  let start = at + 2;
  if (first === 0x80) return { tag, start, end, isIndefinite: true };
  let length = first;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 4) return null;
    length = 0;
    for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte;
    start += count;
  }
  // A truncated message still has its beginning.
  return { tag, start, end: Math.min(start + length, end), isIndefinite: false };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 20), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
