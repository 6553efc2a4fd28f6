/** Bytes that come in pieces, kept as one: many small pieces take no more room than a large one. */
export interface ByteBuffer {
  add(piece: Uint8Array): void;
  /** Everything since the last time, as bytes of their own. */
  take(): Uint8Array;
}

/** An empty buffer. It grows by doubling, so that every byte is copied a bounded number of times. */
export function createByteBuffer(): ByteBuffer {
  let bytes = new Uint8Array(0);
  let length = 0;
  return {
    add(piece) {
      const needed = length + piece.length;
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.max(needed, 2 * bytes.length));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(piece, length);
      length = needed;
    },
    take() {
      const taken = bytes.subarray(0, length);
      [bytes, length] = [new Uint8Array(0), 0];
      return taken;
    },
  };
}
