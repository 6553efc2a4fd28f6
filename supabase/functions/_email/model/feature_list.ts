/** The features of an email or sentence. */

/** Slots of an empty list; half of them may be taken. */
const FIRST_SLOTS = 64;

/**
 * Places of features among the weights, each with its value, in the order in which they were first
 * added; one added again keeps its last value. Scoring goes over lists faster than over a `Map`.
 */
export class FeatureList {
  readonly places: number[] = [];
  readonly values: number[] = [];
  /** Where a place is in the list, from 1, at the slot of its last bits or the next free one. */
  #slots: number[];

  /** @param expected features that will be added, about */
  constructor(features: readonly (readonly [place: number, value: number])[] = [], expected = 0) {
    let slots = FIRST_SLOTS;
    while (slots < 2 * expected) slots *= 2;
    this.#slots = new Array(slots).fill(0);
    for (const [place, value] of features) this.set(place, value);
  }

  set(place: number, value: number): void {
    const slot = this.#findSlot(place);
    const at = this.#slots[slot] ?? 0;
    if (at > 0) {
      this.values[at - 1] = value;
      return;
    }
    this.values.push(value);
    this.#slots[slot] = this.places.push(place);
    if (2 * this.places.length > this.#slots.length) this.#grow();
  }

  *[Symbol.iterator](): Generator<readonly [place: number, value: number]> {
    for (const [at, place] of this.places.entries()) yield [place, this.values[at] ?? 0];
  }

  #findSlot(place: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = place & last;
    for (
      let at = slots[slot] ?? 0;
      at > 0 && this.places[at - 1] !== place;
      at = slots[slot] ?? 0
    ) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Array(2 * this.#slots.length).fill(0);
    for (let at = 0; at < this.places.length; at++) {
      this.#slots[this.#findSlot(this.places[at] ?? 0)] = at + 1;
    }
  }
}
