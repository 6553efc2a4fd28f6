/** Goes through examples in batches, in another order each time, at a rate that falls. */
import { shuffle } from "../shuffle.ts";
import type { Layer } from "./layer.ts";

/** How long, in what portions and how fast a net learns. */
export interface Descent {
  /** How often each example is seen. */
  readonly epochs: number;
  /** Examples of one step. */
  readonly batch: number;
  /** The learning rate of the first step; it falls evenly to almost 0. */
  readonly firstRate: number;
}

/**
 * @param learn adds the gradients of an example to those of the layers
 * @param random decides on the order, and equal numbers on an equal one
 */
export function descend<Item>(
  examples: readonly Item[],
  layers: readonly Layer[],
  { epochs, batch: size, firstRate }: Descent,
  learn: (example: Item, share: number) => void,
  random: () => number,
): void {
  const steps = epochs * Math.ceil(examples.length / size);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const shuffled = shuffle(examples, random);
    for (let from = 0; from < shuffled.length; from += size) {
      const batch = shuffled.slice(from, from + size);
      for (const example of batch) learn(example, 1 / batch.length);
      step++;
      const rate = firstRate * (1 - step / (steps + 1));
      for (const layer of layers) layer.step(rate, step);
    }
  }
}
