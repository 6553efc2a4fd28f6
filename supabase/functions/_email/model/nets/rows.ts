/** Rows of small numbers, kept as text. */
import { unpackSmall } from "../weights/packing.ts";

/** A row is unpacked when it is first asked for: an email has few of them. */
export class Rows {
  /** Those of all rows, one after the other, from -9 to 9; 0 where a row is not unpacked. */
  readonly numbers: Int8Array;
  readonly #packed: string;
  readonly #size: number;
  readonly #isRead: Uint8Array;

  /**
   * @param packed see `packSmall`
   * @param size numbers of a row, a multiple of 3
   */
  constructor(packed: string, count: number, size: number) {
    this.#packed = packed;
    this.#size = size;
    this.numbers = new Int8Array(count * size);
    this.#isRead = new Uint8Array(count);
  }

  /**
   * Where the numbers of a row begin among all of them.
   * @param row from 0
   */
  find(row: number): number {
    const from = row * this.#size;
    if (this.#isRead[row] === 0) {
      unpackSmall(this.#packed, this.numbers, from, from + this.#size);
      this.#isRead[row] = 1;
    }
    return from;
  }
}
